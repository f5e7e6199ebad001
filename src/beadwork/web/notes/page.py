"""A note as a page shows it: part by part, each line with what it rests on."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from beadwork.activities.names import name_of
from beadwork.notes.asked import Asked
from beadwork.notes.lacking import NAMES, lacking
from beadwork.notes.minutes import by_kind
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
        "lacks": lacking(note),
        "asked": [(one, one.is_met(note)) for one in note.asked],
    }


def _part(note: NoteText, part: Part, before: dict[str, list[str]]) -> Shown:
    lines = note.of(part)
    own = lines[-1]
    is_lacking = any(_is_for(own, one) and not one.is_met(note) for one in note.asked)
    shown = [(line, before.get(line.key, [])) for line in lines if not line.is_own]
    return Shown(part, NAMES[part], shown, own, is_lacking, before.get(own.key, []))


@dataclass(frozen=True)
class MinutesShown:
    """Minutes of a signed note in the reader's words: by activity, by kind where there are several, and in all."""

    rows: list[dict[str, Any]]
    kinds: list[tuple[str, int]]
    total: int
    visit: int | None


def minutes_shown(note: Note) -> MinutesShown | None:
    """The table of a signed note; None where no activity was recorded."""
    if not note.minutes:
        return None
    kinds = [(_kind(kind), n) for kind, n in by_kind(note.minutes).items()]
    rows = [one | {"kind": _kind(one.get("kind", ""))} for one in note.minutes]
    total = sum(n for _name, n in kinds)
    return MinutesShown(rows, kinds if len(kinds) < len(rows) else [], total, note.visit.minutes)


def _kind(slug: str) -> str:
    return name_of("area", slug) if slug else _("other")


def _is_for(own: Line, one: Asked) -> bool:
    """Whether what is asked for is written in this part's own words."""
    return one.key == own.key


def signed_parts(note: Note) -> list[tuple[Any, list[dict[str, Any]]]]:
    """A signed note: each part with its lines as they were frozen."""
    return [(NAMES[part], [line for line in note.lines if line["part"] == part]) for part in NOTE]
