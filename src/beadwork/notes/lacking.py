"""What keeps a note from being signed: a part that says nothing, two texts of one line, another child's name."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import Problem
from beadwork.notes.asked import KNOWN
from beadwork.notes.note import NoteText
from beadwork.notes.others import named
from beadwork.notes.problems import PART_IS_EMPTY, TWO_TEXTS
from beadwork.notes.sentences import NOTE, Part

NAMES = {part: KNOWN[part].name for part in NOTE} | {Part.FAMILY: _("For the family")}


@dataclass(frozen=True)
class Lack:
    """What is missing or not settled, and the line where it is put right ("" where it may be any)."""

    problem: Problem
    key: str = ""


def lacking(note: NoteText) -> list[Lack]:
    """Everything that is missing, in the order of the list; then what is not settled."""
    return [*_empty(note), *_unsettled(note), *map(Lack, _other_children(note))]


def _empty(note: NoteText) -> Iterator[Lack]:
    for asked in note.asked:
        if not asked.is_met(note):
            yield Lack(PART_IS_EMPTY(part=asked.name), asked.key)


def _unsettled(note: NoteText) -> Iterator[Lack]:
    for line in note.lines:
        if line.rivals:
            yield Lack(TWO_TEXTS(part=NAMES[line.part]), line.key)


def _other_children(note: NoteText) -> list[Problem]:
    return named(note.beside, (line.text for line in [*note.said, *note.for_family]))
