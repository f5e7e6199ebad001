"""A note as a page shows it: part by part, each line with what it rests on."""

from dataclasses import dataclass
from typing import Any

from beadwork.notes.lacking import NAMES, lacking, required
from beadwork.notes.models import Note
from beadwork.notes.note import Line, NoteText
from beadwork.notes.phrases import phrases
from beadwork.notes.sentences import NOTE, Part
from beadwork.people.models import User


@dataclass(frozen=True)
class Shown:
    """One part: its lines and the place for a person's own words, each with what she wrote there on other days."""

    part: Part
    name: Any
    lines: list[tuple[Line, list[str]]]
    own: Line
    is_lacking: bool
    suggestions: list[str]

    @property
    def says(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.own.text) or any(line.text for line, _phrases in self.lines)


def draft_page(note: NoteText, *, by: User) -> dict[str, Any]:
    """An unsigned note: what it says, what is missing, and what she wrote on other days."""
    before = phrases(note, by=by)
    parts = [_part(note, part, before) for part in NOTE]
    return {
        "note": note,
        "parts": parts,
        "family": _part(note, Part.FAMILY, before),
        "problems": lacking(note),
    }


def _part(note: NoteText, part: Part, before: dict[str, list[str]]) -> Shown:
    lines = note.of(part)
    own = lines[-1]
    is_lacking = part in required(note.facts.visit.place) and not any(line.text for line in lines)
    shown = [(line, before.get(line.key, [])) for line in lines if not line.is_own]
    return Shown(part, NAMES[part], shown, own, is_lacking, before.get(own.key, []))


def signed_parts(note: Note) -> list[tuple[Any, list[dict[str, Any]]]]:
    """A signed note: each part with its lines as they were frozen."""
    return [(NAMES[part], [line for line in note.lines if line["part"] == part]) for part in NOTE]
