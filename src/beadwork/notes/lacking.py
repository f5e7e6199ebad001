"""What keeps a note from being signed: a part that says nothing, two texts of one line, another child's name."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import Problem
from beadwork.notes.note import NoteText
from beadwork.notes.others import named
from beadwork.notes.problems import PART_IS_EMPTY, TWO_TEXTS
from beadwork.notes.sentences import NOTE, Part
from beadwork.plan.models.plan import Place

NAMES = {
    Part.SUBJECTIVE: _("Subjective"),
    Part.OBJECTIVE: _("Objective"),
    Part.ASSESSMENT: _("Assessment"),
    Part.PLAN: _("Plan"),
    Part.FAMILY: _("For the family"),
}
AT_SCHOOL = (Part.OBJECTIVE, Part.ASSESSMENT, Part.PLAN)
"""In class nobody from home is asked before a visit; everywhere else all four parts say something (decision 21)."""


def required(place: str) -> tuple[Part, ...]:
    """The parts that have to say something, by where the visit was."""
    return AT_SCHOOL if place == Place.SCHOOL else NOTE


def lacking(note: NoteText) -> list[Problem]:
    """Everything that is missing or not settled, in the order of the note."""
    return [*_empty(note), *_unsettled(note), *_other_children(note)]


def _empty(note: NoteText) -> Iterator[Problem]:
    for part in required(note.facts.visit.place):
        if not any(line.text for line in note.of(part)):
            yield PART_IS_EMPTY(part=NAMES[part])


def _unsettled(note: NoteText) -> Iterator[Problem]:
    for line in note.lines:
        if line.rivals:
            yield TWO_TEXTS(part=NAMES[line.part])


def _other_children(note: NoteText) -> list[Problem]:
    return named(note.beside, (line.text for line in [*note.said, *note.for_family]))
