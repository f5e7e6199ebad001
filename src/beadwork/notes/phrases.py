"""A therapist's own phrases: sentences she wrote on the same goal, or in the same part, in notes she signed before.

Offered, never put in by themselves. A sentence with a number in it is not offered: a number belongs to its day.
"""

import re
from collections.abc import Iterable, Iterator

from beadwork.notes.models import Note
from beadwork.notes.note import NoteText
from beadwork.people.models import User

NOTES, MOST = 12, 3  # of this child, the newest first; phrases a line
SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")


def phrases(note: NoteText, *, by: User) -> dict[str, list[str]]:
    """By line: the newest few sentences of hers that are not in the note yet."""
    signed = Note.objects.filter(child=note.facts.visit.child_id, signed_by=by, language=note.language)
    hers = _by_place(signed.order_by("-signed_at").values_list("lines", flat=True)[:NOTES])
    here = {sentence for line in note.lines for sentence in (*sentences(line.text), *sentences(line.written))}
    found = {line.key: _new(hers.get(place_of(line.key), ()), here) for line in note.lines}
    return {key: texts for key, texts in found.items() if texts}


def _by_place(notes: Iterable[list[dict[str, str]]]) -> dict[str, list[str]]:
    """What she wrote herself, by the place it stood in."""
    hers: dict[str, list[str]] = {}
    for lines in notes:
        for line in lines:
            hers.setdefault(place_of(line["key"]), []).extend(_own(line))
    return hers


def _own(line: dict[str, str]) -> Iterator[str]:
    written = set(sentences(line.get("written", "")))
    if line["edited"]:
        yield from (one for one in sentences(line["text"]) if one not in written)


def _new(hers: Iterable[str], here: set[str]) -> list[str]:
    fresh = (one for one in dict.fromkeys(hers) if one not in here and not re.search(r"\d", one))
    return list(fresh)[:MOST]


def place_of(key: str) -> str:
    """Where a phrase is at home: the part, and the goal or row its line tells of ("a-toward-…" as "a-skill-…")."""
    return f"{key[:1]}-{key.rpartition('-')[2]}"


def sentences(text: str) -> list[str]:
    """A text sentence by sentence."""
    return [one.strip() for one in SENTENCE.split(text) if one.strip()]
