"""Writing, signing, agreeing to and ending a plan of care."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.core.state import state_of
from beadwork.people.access import Access, Can, require
from beadwork.people.actions import check_seen, hold, sent_before
from beadwork.people.models import Caregiver, Child, User
from beadwork.people.problems import NOT_YOURS
from beadwork.plan.lint import lacking
from beadwork.plan.models import Agreement, Goal, Plan
from beadwork.plan.models.goal import VERSION
from beadwork.plan.models.plan import Place
from beadwork.plan.problems import (
    DAYS_OFF,
    DOSE_OFF,
    DRAFT_CHANGED,
    DRAFT_THERE,
    ENDED,
    ENDS_BEFORE_IT_STARTS,
    MAY_NOT_DECIDE,
    NO_REASON,
    NOT_READY,
    NOT_SIGNED,
    SIGNED,
)


@transaction.atomic
def write_plan(
    child: Child,
    *,
    starts_on: date,
    ends_on: date,
    visits_a_week: Decimal | float,
    minutes_a_visit: int,
    place: str,
    by: User,
    at: datetime,
    id: UUID | None = None,
) -> Plan:
    """Begin a draft with its dose. The same `id` twice is one draft; a child has one draft at a time."""
    require(by, Can.PLAN, child, at=at)
    hold(child)
    if known := sent_before(Plan, id, child=child):
        return known
    plan = Plan(
        id=id or new_id(), practice_id=child.practice_id, child=child, starts_on=starts_on, ends_on=ends_on,
        visits_a_week=visits_a_week, minutes_a_visit=minutes_a_visit, place=place, written_at=at, written_by=by,
    )  # fmt: skip
    _check_dose(plan)
    try:
        with transaction.atomic():
            plan.save(force_insert=True)
    except IntegrityError as error:
        raise DRAFT_THERE() from error
    record_event("plan.written", by=by, about=plan, at=at)
    return plan


def _check_dose(plan: Plan) -> None:
    if plan.starts_on < plan.child.born_on or plan.ends_on - plan.starts_on > LONGEST:
        raise DAYS_OFF(starts_on=plan.starts_on, ends_on=plan.ends_on)
    if plan.ends_on < plan.starts_on:
        raise ENDS_BEFORE_IT_STARTS(starts_on=plan.starts_on, ends_on=plan.ends_on)
    fits = 0 < plan.visits_a_week <= 14 and 5 <= plan.minutes_a_visit <= 240
    if not fits or plan.place not in Place.values:
        raise DOSE_OFF()


LONGEST = timedelta(days=2 * 366)


def held(plan: Plan) -> Plan:
    """The plan as it is now, locked until the end of the transaction."""
    return Plan.objects.select_for_update().get(pk=plan.pk)


@transaction.atomic
def change_plan(plan: Plan, *, by: User, at: datetime, seen: str | None = None, **dose: Any) -> Plan:
    """Change the dose of a draft (`starts_on`, `ends_on`, `visits_a_week`, `minutes_a_visit`, `place`)."""
    require(by, Can.PLAN, plan, at=at)
    plan = held(plan)
    if plan.is_signed:
        raise SIGNED()
    check_seen(seen, plan, of=DOSE)
    for name in DOSE & dose.keys():
        setattr(plan, name, dose[name])
    _check_dose(plan)
    plan.save(update_fields=DOSE)
    record_event("plan.changed", by=by, about=plan, at=at)
    return plan


DOSE = {"starts_on", "ends_on", "visits_a_week", "minutes_a_visit", "place"}


@transaction.atomic
def sign_plan(plan: Plan, *, by: User, at: datetime, seen: str | None = None) -> Plan:
    """Sign a draft that lacks nothing. The plan before it ends, and its open goals go on in this one.

    Signing twice changes nothing. With `seen` (`draft_state` of what was shown) nobody signs what she has not read.
    """
    require(by, Can.PLAN, plan, at=at)
    plan = held(plan)
    if plan.is_signed:
        return plan
    if seen and seen != draft_state(plan):
        raise DRAFT_CHANGED()
    if lacks := lacking(plan):
        raise NOT_READY(lacks=" ".join(lacks))
    earlier = Plan.objects.select_for_update().filter(
        child=plan.child_id, signed_at__isnull=False, ended_at=None
    )
    for one in earlier:
        one.goals.filter(closed_at=None).update(plan=plan)
        _end(one, "The next plan was signed.", by=by, at=at)
    plan.signed_at, plan.signed_by = at, by
    plan.save(update_fields=["signed_at", "signed_by"])
    record_event("plan.signed", by=by, about=plan, at=at, goals=plan.goals.count())
    return plan


def draft_state(plan: Plan) -> str:
    """A mark of everything a signature stands for: the dose, and each open goal's version."""
    versions = [goal.newest_version for goal in plan.goals.open().with_versions().order_by("pk")]
    return state_of(plan, of=DOSE) + state_of(*versions, of=("goal", *VERSION))


@transaction.atomic
def end_plan(plan: Plan, because: str, *, by: User, at: datetime) -> Plan:
    """End a signed plan and close its goals. Ending twice changes nothing."""
    require(by, Can.PLAN, plan, at=at)
    plan = held(plan)
    if not plan.is_signed:
        raise NOT_SIGNED()
    if not 0 < len(because.strip()) <= 200:
        raise NO_REASON()
    if plan.ended_at is None:
        _end(plan, because.strip(), by=by, at=at)
    return plan


def _end(plan: Plan, because: str, *, by: User, at: datetime) -> None:
    plan.ended_at, plan.ended_by, plan.ended_because = at, by, because
    plan.save(update_fields=["ended_at", "ended_by", "ended_because"])
    Goal.objects.filter(plan=plan, closed_at=None).update(closed_at=at, closed_by=by, closed_because=because)
    record_event("plan.ended", by=by, about=plan, at=at)


@transaction.atomic
def agree_to_plan(plan: Plan, caregiver: Caregiver, *, by: User, at: datetime) -> Agreement:
    """Note that a guardian agreed: said by herself, or told to the therapist. Agreeing twice changes nothing."""
    if not _may_note(plan, caregiver, by, at):
        raise NOT_YOURS()
    plan = held(plan)
    if not plan.is_signed:
        raise NOT_SIGNED()
    if plan.ended_at is not None:
        raise ENDED()
    if (
        not plan.child.guardianships.in_force(plan.practice.day(at))
        .filter(caregiver=caregiver, may_decide=True)
        .exists()
    ):
        raise MAY_NOT_DECIDE(name=caregiver)
    agreement, is_new = Agreement.objects.get_or_create(
        plan=plan, caregiver=caregiver, defaults={"agreed_at": at, "noted_by": by}
    )
    if is_new:
        record_event("plan.agreed", by=by, about=plan, at=at, caregiver=str(caregiver.pk))
    return agreement


def _may_note(plan: Plan, caregiver: Caregiver, by: User, at: datetime) -> bool:
    access = Access.of(by, at=at)
    return access.may(Can.PLAN, plan) or (caregiver.user_id == by.pk and access.may(Can.DECIDE, plan))
