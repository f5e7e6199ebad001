"""A therapist's own phrases: what she wrote on the same goal, or in the same part, in notes she signed before."""

from collections.abc import Iterable

from beadwork.notes.models import Note
from beadwork.notes.note import Line, NoteText
from beadwork.people.models import User

NOTES, MOST = 12, 3  # of this child, the newest first; phrases a line


def phrases(note: NoteText, *, by: User) -> dict[str, list[str]]:
    """By line: the newest few texts of hers that differ from what stands there."""
    visit = note.facts.visit
    signed = Note.objects.filter(child=visit.child_id, signed_by=by, language=note.language)
    texts = _by_key(signed.order_by("-signed_at").values_list("lines", flat=True)[:NOTES])
    return {line.key: _other(texts[line.key], line) for line in note.lines if line.key in texts}


def _by_key(notes: Iterable[list[dict[str, str]]]) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for lines in notes:
        for line in lines:
            if line["edited"]:
                texts.setdefault(line["key"], []).append(line["text"])
    return texts


def _other(texts: list[str], line: Line) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text not in (line.text, line.written)][:MOST]
