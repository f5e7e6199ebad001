"""Bringing one visit's entries into the record: as many together as fit, and the one that does not fit by itself."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from beadwork.core.problems import Problem
from beadwork.devices.becoming import becoming, stored
from beadwork.devices.models import Arrival, SetAside
from beadwork.devices.outcome import STORED, Outcome, Timed, kept_aside, waiting
from beadwork.devices.problems import BASE_ASIDE, BASE_MISSING
from beadwork.people.models import User
from beadwork.record.problems import NOTHING_TO_CORRECT
from beadwork.visits.actions import finish_visit, start_visit
from beadwork.visits.models import Visit
from beadwork.visits.problems import CANCELLED, NOT_STARTED
from beadwork.visits.recording import record_in_visit

Landed = tuple[Timed, Outcome]
ALONE = ("visit.start", "visit.finish")
OF_THE_VISIT = (NOT_STARTED, CANCELLED)
"""What is wrong with one is wrong with all of them."""


def landed_in(visit: Visit, timed: Sequence[Timed], by: User, at: datetime) -> list[Landed]:
    """Bring entries of one visit into the record, in their order; each with what became of it."""
    landed: list[Landed] = []
    for piece in _pieces(timed):
        for one, problem in _tried(visit, piece, by, at):
            landed.append((one, _outcome(visit, one, problem, landed)))
    return landed


def _pieces(timed: Sequence[Timed]) -> Iterator[list[Timed]]:
    """As many entries together as may be recorded together: the start and the end of a visit stand alone."""
    piece: list[Timed] = []
    for one in timed:
        if piece and (one[0].kind in ALONE or piece[0][0].kind in ALONE):
            yield piece
            piece = []
        piece.append(one)
    if piece:
        yield piece


def _tried(
    visit: Visit, piece: Sequence[Timed], by: User, at: datetime
) -> list[tuple[Timed, Problem | None]]:
    """All of a piece together; where that is refused, its halves, down to the one that is to blame."""
    try:
        with transaction.atomic():
            do(visit, piece, by=by, at=at)
    except Problem as problem:
        if len(piece) == 1 or problem.kind in OF_THE_VISIT:
            return [(one, problem) for one in piece]
        half = len(piece) // 2
        return _tried(visit, piece[:half], by, at) + _tried(visit, piece[half:], by, at)
    return [(one, None) for one in piece]


def do(visit: Visit, piece: Sequence[Timed], *, by: User, at: datetime, seen_by: User | None = None) -> None:
    """Record a piece: a start, an end, or entries. `seen_by` saw it where somebody else (`by`) reviewed it."""
    entry, seen_at = piece[0]
    if entry.kind == "visit.start":
        start_visit(visit, began_at=seen_at, by=by, at=at, seen_by=seen_by)
    elif entry.kind == "visit.finish":
        finish_visit(visit, ended_at=_end(visit, seen_at), by=by, at=at, seen_by=seen_by)
    else:
        record_in_visit(visit, becoming(piece), by=by, at=at, seen_by=seen_by)


def _end(visit: Visit, seen_at: datetime) -> datetime:
    """When it ended: not before it began, by whoever's clock."""
    begun = Visit.objects.values_list("started_at", flat=True).get(pk=visit.pk)
    return max(seen_at, begun) if begun else seen_at


def _outcome(visit: Visit, one: Timed, problem: Problem | None, before: Sequence[Landed]) -> Outcome:
    """Stored, aside, or waiting for what it builds on, if that may still come."""
    if problem is None:
        return STORED
    if problem.kind is NOT_STARTED:
        may_come = not SetAside.objects.waiting().filter(visit=visit).exists()
        may_come &= not any(outcome.final and outcome is not STORED for _one, outcome in before)
        return waiting() if may_come else kept_aside(problem)
    if problem.kind in (BASE_MISSING, NOTHING_TO_CORRECT):
        return _of_its_base(one, problem, before)
    return kept_aside(problem)


def _of_its_base(one: Timed, problem: Problem, before: Sequence[Landed]) -> Outcome:
    """An entry that builds on one that does not stand: corrected by somebody, set aside, or not here yet."""
    said = one[0].fields
    base = said.get("supersedes") or said["entry"]
    aside = {entry.id for (entry, _at), outcome in before if outcome.final and outcome is not STORED}
    if base in aside or Arrival.objects.filter(pk=base, is_aside=True).exists():
        return kept_aside(BASE_ASIDE())
    return kept_aside(problem) if stored(base) is not None else waiting()
