"""What becomes of a proposal: taken up, swapped, moved, added to, taken from, accepted. Nothing is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language

from beadwork.activities.choosing import Pick, Reason, faults
from beadwork.activities.choosing.proposal import pick_of
from beadwork.activities.sentences import say_fault
from beadwork.core.events import record_event
from beadwork.library.actions import add
from beadwork.library.models import Version
from beadwork.people.access import Can, require
from beadwork.people.models import User
from beadwork.visits.actions.visit import _held
from beadwork.visits.models import Origin, Part, PlannedActivity, Visit, VisitPlan
from beadwork.visits.problems import (
    IN_DANGER,
    IN_THE_LIBRARY,
    IN_THE_PLAN,
    MINUTES_OFF,
    NO_ACTIVITY,
    NOT_IN_THE_PLAN,
    PLAN_IS_OVER,
    PROPOSAL_CHANGED,
    UNKNOWN_ACTIVITY,
)
from beadwork.visits.proposing import Chooser


@transaction.atomic
def take_proposal(
    chooser: Chooser, *, by: User, at: datetime, seen: Sequence[str] | None = None
) -> VisitPlan:
    """Keep what the chooser proposes as the plan of the visit. `seen`: the slugs of the page, if it had any."""
    visit = _open(chooser.visit, by, at)
    picks = chooser.proposal.picks
    if seen is not None and list(seen) != [pick.slug for pick in picks]:
        raise PROPOSAL_CHANGED()
    today, number = chooser.today, visit.plans.count() + 1
    plan = VisitPlan.objects.create(
        practice_id=visit.practice_id, child_id=visit.child_id, visit=visit, number=number, minutes=today.minutes,
        grouping=today.grouping, outdoors=today.outdoors, without=sorted(today.without),
        proposed=[[pick.part, pick.slug, pick.minutes, pick.points] for pick in picks],
        content=chooser.shelf.content, weights=chooser.weight_set, made_at=at, made_by=by,
    )  # fmt: skip
    PlannedActivity.objects.bulk_create(
        _row(plan, pick, place, chooser, Origin.PROPOSED, by, at) for place, pick in enumerate(picks)
    )
    record_event("visit-plan.made", by=by, about=plan, at=at, number=number)
    return plan


def _row(
    plan: VisitPlan, pick: Pick, place: int, chooser: Chooser, origin: str, by: User, at: datetime
) -> PlannedActivity:
    activity = chooser.shelf.activities[chooser.shelf.place[pick.slug]]
    return PlannedActivity(
        practice_id=plan.practice_id, child_id=plan.child_id, plan=plan, part=pick.part, place=place, slug=pick.slug,
        name=activity.in_words(by.language)[:120], minutes=pick.minutes, origin=origin, why=told(pick.why), put_at=at,
        put_by=by,
    )  # fmt: skip


def told(why: Iterable[Reason]) -> list[dict[str, Any]]:
    """Reasons as they are kept."""
    return [asdict(one) for one in why]


def _open(visit: Visit, by: User, at: datetime) -> Visit:
    """The visit, locked, if it may still be planned."""
    require(by, Can.RECORD_VISIT, visit, at=at)
    visit = _held(visit)
    if visit.is_finished or visit.is_cancelled:
        raise PLAN_IS_OVER()
    return visit


def _standing(plan: VisitPlan, by: User, at: datetime) -> list[PlannedActivity]:
    """What stands in a plan, while its visit is locked."""
    _open(plan.visit, by, at)
    return list(plan.activities.standing())


def _find(rows: list[PlannedActivity], entry: object) -> PlannedActivity:
    found = next((row for row in rows if entry in {str(row.pk), row.slug}), None)
    if found is None:
        raise NOT_IN_THE_PLAN()
    return found


@transaction.atomic
def accept_plan(plan: VisitPlan, *, by: User, at: datetime) -> None:
    """Say that it will be done so. Accepting twice changes nothing."""
    _open(plan.visit, by, at)
    if plan.is_accepted:
        return
    plan.accepted_at, plan.accepted_by = at, by
    plan.save(update_fields=["accepted_at", "accepted_by"])
    record_event("visit-plan.accepted", by=by, about=plan, at=at)


@transaction.atomic
def take_out(plan: VisitPlan, entry: str, *, by: User, at: datetime) -> None:
    """Take an activity out of the plan; it stays readable that it was in."""
    row = _find(_standing(plan, by, at), entry)
    _end(row, by, at)
    record_event("visit-plan.changed", by=by, about=plan, at=at, out=row.slug)


def _end(row: PlannedActivity, by: User, at: datetime) -> None:
    row.taken_out_at, row.taken_out_by = at, by
    row.save(update_fields=["taken_out_at", "taken_out_by"])


@transaction.atomic
def move_activity(plan: VisitPlan, entry: str, *, earlier: bool, by: User, at: datetime) -> None:
    """Move an activity one place earlier or later within its part; at the edge nothing changes."""
    rows = _standing(plan, by, at)
    row = _find(rows, entry)
    beside = [one for one in rows if one.part == row.part]
    there = beside.index(row) + (-1 if earlier else 1)
    if not 0 <= there < len(beside):
        return
    other = beside[there]
    row.place, other.place = other.place, row.place
    PlannedActivity.objects.bulk_update([row, other], ["place"])
    record_event("visit-plan.changed", by=by, about=plan, at=at, moved=row.slug)


@transaction.atomic
def swap_activity(
    plan: VisitPlan, entry: str, slug: str, chooser: Chooser, *, by: User, at: datetime
) -> None:
    """Put another activity of the library in the place of one in the plan."""
    rows = _standing(plan, by, at)
    row = _find(rows, entry)
    pick = _checked(chooser, rows, slug, row.part, row.minutes)
    _end(row, by, at)
    new = _row(plan, pick, row.place, chooser, Origin.SWAPPED, by, at)
    new.instead_of = row
    new.save(force_insert=True)
    record_event("visit-plan.changed", by=by, about=plan, at=at, out=row.slug, into=slug)


@transaction.atomic
def add_activity(
    plan: VisitPlan, part: str, chooser: Chooser, *, by: User, at: datetime, slug: str = "", name: str = "",
    minutes: int = 10,
) -> None:  # fmt: skip
    """Put one more activity into a part: one of the library (`slug`), or one in one's own words (`name`)."""
    rows = _standing(plan, by, at)
    if part not in Part.values or minutes not in range(1, 241):
        raise MINUTES_OFF(minutes=minutes, least=1, most=240)
    place = max((row.place for row in rows), default=0) + 1
    if slug:
        new = _row(plan, _checked(chooser, rows, slug, part, minutes), place, chooser, Origin.ADDED, by, at)
    else:
        new = _own(plan, part, place, name, minutes, by, at)
    new.save(force_insert=True)
    record_event("visit-plan.changed", by=by, about=plan, at=at, into=new.slug)


def _own(
    plan: VisitPlan, part: str, place: int, name: str, minutes: int, by: User, at: datetime
) -> PlannedActivity:
    name = " ".join(name.split())
    if not 0 < len(name) <= 120:
        raise NO_ACTIVITY()
    return PlannedActivity(
        practice_id=plan.practice_id, child_id=plan.child_id, plan=plan, part=part, place=place, name=name,
        minutes=minutes, origin=Origin.ADDED, put_at=at, put_by=by,
    )  # fmt: skip


@transaction.atomic
def put_into_library(
    plan: VisitPlan, entry: str, data: Mapping[str, Any], *, id: UUID, by: User, at: datetime
) -> Version:
    """Make an activity in own words one of the practice's library, and of the plan that one. The same `id` is once."""
    row = _find(_standing(plan, by, at), entry)
    version = add(plan.practice, data, by=by, at=at, id=id)
    if row.slug != version.slug:
        if row.slug:
            raise IN_THE_LIBRARY(name=row.name)
        row.slug = version.slug
        row.save(update_fields=["slug"])
        record_event("visit-plan.changed", by=by, about=plan, at=at, linked=row.slug)
    return version


def _checked(chooser: Chooser, rows: list[PlannedActivity], slug: str, part: str, minutes: int) -> Pick:
    """An activity as it would be planned; refused where a danger is noted, or where it is planned already."""
    shelf = chooser.shelf
    if slug not in shelf.place:
        raise UNKNOWN_ACTIVITY()
    activity = shelf.activities[shelf.place[slug]]
    name = activity.in_words(get_language() or "en")
    if any(row.slug == slug for row in rows):
        raise IN_THE_PLAN(name=name)
    dangers = [one for one in faults(activity, chooser.situation, shelf) if one.kind == "danger"]
    if dangers:
        raise IN_DANGER(name=name, why=say_fault(dangers[0]))
    return pick_of(chooser.ranking, slug, part, minutes)
