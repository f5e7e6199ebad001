"""What keeps a note from being signed: a part that says nothing, two texts of one line, another child's name."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import Problem
from beadwork.notes.note import NoteText
from beadwork.notes.problems import ANOTHER_CHILD, PART_IS_EMPTY, TWO_TEXTS
from beadwork.notes.sentences import NOTE, Part
from beadwork.people.models import Child
from beadwork.plan.models.plan import Place
from beadwork.visits.models import Visit

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


def _other_children(note: NoteText) -> Iterator[Problem]:
    """In a group each child has a note of her own, and no other child's name stands in it."""
    said = " ".join(line.text for line in [*note.said, *note.for_family])
    for name in _names_beside(note.facts.visit):
        if re.search(rf"\b{re.escape(name)}\b", said):
            yield ANOTHER_CHILD(name=name)


def _names_beside(visit: Visit) -> list[str]:
    """The given names of other children whose visit with the same person overlapped this one."""
    if visit.started_at is None:
        return []
    beside = Child.objects.filter(
        visits__staff=visit.staff_id, visits__started_at__lte=visit.finished_at or visit.started_at
    )
    beside = beside.filter(visits__finished_at__gte=visit.started_at).exclude(pk=visit.child_id)
    names = beside.exclude(given_name=visit.child.given_name).values_list("given_name", flat=True).distinct()
    return sorted(names)
