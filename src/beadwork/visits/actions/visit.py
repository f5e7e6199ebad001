"""Planning, holding and finishing visits, and recording in them."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.people.access import TREATING, Can, require
from beadwork.people.models import Child, Staff, User
from beadwork.people.problems import BEFORE_BIRTH
from beadwork.plan.models.plan import Place
from beadwork.record.actions import open_occasion
from beadwork.visits.models import Visit
from beadwork.visits.problems import (
    ALREADY_STARTED,
    ANOTHER_VISIT,
    BEGAN_ON_ANOTHER_DAY,
    CANCELLED,
    ENDS_BEFORE_IT_STARTS,
    ENDS_IN_THE_FUTURE,
    MINUTES_OFF,
    NO_REASON,
    NOT_A_DAY_TO_PLAN,
    NOT_ON_THE_TEAM,
    NOT_STARTED,
    UNKNOWN_PLACE,
)
from beadwork.visits.recording import may_record

MINUTES = range(5, 241)
PAST, AHEAD = timedelta(days=7), timedelta(days=366)
EARLY = timedelta(days=4)  # a tablet holds the visits of today and three more days


@transaction.atomic
def plan_visit(
    child: Child,
    staff: Staff,
    *,
    planned_at: datetime,
    minutes: int,
    place: str,
    by: User,
    at: datetime,
    id: UUID | None = None,
) -> Visit:
    """Plan a visit with a member of the care team. The same `id` twice is one visit.

    `planned_at` lies between a week ago (a visit that was never planned) and a year ahead.
    """
    require(by, Can.BOOK, child, at=at)
    visit = Visit(
        id=id or new_id(), practice_id=child.practice_id, child=child, staff=staff, planned_at=planned_at,
        planned_minutes=minutes, place=place,
    )  # fmt: skip
    if known := id and Visit.objects.filter(pk=id).first():
        return _same(known, visit)
    _check_plan(visit, at)
    return _save(visit, by=by, at=at)


def _check_plan(visit: Visit, at: datetime) -> None:
    if visit.planned_minutes not in MINUTES:
        raise MINUTES_OFF(minutes=visit.planned_minutes, least=MINUTES.start, most=MINUTES.stop - 1)
    if visit.place not in Place.values:
        raise UNKNOWN_PLACE(place=visit.place)
    day = visit.child.practice.day(visit.planned_at)
    if day < visit.child.born_on:
        raise BEFORE_BIRTH(day=day, born_on=visit.child.born_on)
    if not at - PAST <= visit.planned_at <= at + AHEAD:
        raise NOT_A_DAY_TO_PLAN(day=day)
    team = visit.child.care_team.in_force(day).filter(staff=visit.staff, staff__role__in=TREATING)
    if not team.exists():
        raise NOT_ON_THE_TEAM(staff=visit.staff, child=visit.child)


def _save(visit: Visit, *, by: User, at: datetime) -> Visit:
    """Save it; when a second click has just saved the same one, take that one."""
    try:
        with transaction.atomic():
            visit.save(force_insert=True)
    except IntegrityError:
        return _same(Visit.objects.get(pk=visit.pk), visit)
    record_event("visit.planned", by=by, about=visit, at=at, planned_at=visit.planned_at.isoformat())
    return visit


def _same(known: Visit, wanted: Visit) -> Visit:
    facts = ("child_id", "staff_id", "planned_at", "planned_minutes", "place")
    if any(getattr(known, fact) != getattr(wanted, fact) for fact in facts):
        raise ANOTHER_VISIT()
    return known


def _held(visit: Visit) -> Visit:
    """The visit as it is now, locked until the end of the transaction."""
    return Visit.objects.select_for_update(of=["self"]).select_related("child__practice").get(pk=visit.pk)


@transaction.atomic
def cancel_visit(visit: Visit, because: str, *, by: User, at: datetime) -> Visit:
    """Say that a planned visit will not take place, and why. Cancelling twice changes nothing."""
    require(by, Can.BOOK, visit, at=at)
    visit, because = _held(visit), " ".join(because.split())
    if visit.is_cancelled:
        return visit
    if visit.is_started:
        raise ALREADY_STARTED()
    if not 0 < len(because) <= 200:
        raise NO_REASON()
    visit.cancelled_at, visit.cancelled_by, visit.cancelled_because = at, by, because
    visit.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_because"])
    record_event("visit.cancelled", by=by, about=visit, at=at)
    return visit


@transaction.atomic
def start_visit(
    visit: Visit, *, by: User, at: datetime, began_at: datetime | None = None, seen_by: User | None = None
) -> Visit:
    """Begin a visit and open its occasion, on the day it is at the practice. Starting twice changes nothing.

    It begins now or, for one that a device began without network, at `began_at`; `seen_by` held it, where somebody
    else (`by`) reviewed what her device sent.
    """
    can = may_record(seen_by)
    require(by, can, visit, at=at)
    visit, begun = _held(visit), began_at or at
    if visit.is_cancelled:
        raise CANCELLED()
    if visit.is_started:
        return visit
    if begun < min(at, visit.planned_at) - EARLY:
        day = visit.child.practice.day
        raise BEGAN_ON_ANOTHER_DAY(began=day(begun), planned=day(visit.planned_at))
    day = visit.child.practice.day(begun)
    visit.occasion = open_occasion(visit.child, visit.place, day, id=new_id(), can=can, by=by, at=at)
    visit.started_at, visit.started_by = begun, seen_by or by
    visit.save(update_fields=["occasion", "started_at", "started_by"])
    record_event("visit.started", by=by, about=visit, at=at)
    return visit


@transaction.atomic
def finish_visit(
    visit: Visit, *, by: User, at: datetime, ended_at: datetime | None = None, seen_by: User | None = None
) -> Visit:
    """Close a visit, now or, for one that was left open, at `ended_at`. Finishing twice changes nothing."""
    require(by, may_record(seen_by), visit, at=at)
    visit, end = _held(visit), ended_at or at
    if visit.is_finished:
        return visit
    if visit.started_at is None:
        raise CANCELLED() if visit.is_cancelled else NOT_STARTED()
    zone = visit.child.practice.zone
    if end < visit.started_at:
        raise ENDS_BEFORE_IT_STARTS(end=_clock(end, zone), start=_clock(visit.started_at, zone))
    if end > at:
        raise ENDS_IN_THE_FUTURE(end=_clock(end, zone))
    visit.finished_at, visit.finished_by = end, seen_by or by
    visit.save(update_fields=["finished_at", "finished_by"])
    record_event("visit.finished", by=by, about=visit, at=at, minutes=visit.minutes)
    return visit


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
