"""Carrying a goal home, and telling how a day went. Telling again mends what was told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.home.models import HomeDay, Routine
from beadwork.home.problems import (
    ANOTHER_GOAL,
    DAY_NOT_YET,
    DAY_TOO_OLD,
    FEELING_UNKNOWN,
    GOAL_NOT_AT_HOME,
    HOME_CONFLICT,
    MINUTES_OFF,
    NOT_FOR_THIS_CHILD,
    NOT_IN_THE_LIBRARY,
    NOT_MEASURED,
    REMARK_TOO_LONG,
    ROUTINE_ENDED,
    ROUTINE_NOT_WHOLE,
    ROUTINE_TOO_LONG,
)
from beadwork.home.proposing import AtHome
from beadwork.knowledge import items
from beadwork.people.access import Can, require
from beadwork.people.actions import sent_before
from beadwork.people.models import Caregiver, Child, User
from beadwork.plan.models import Goal
from beadwork.plan.models.plan import Place
from beadwork.record.actions import NewAttempt, open_occasion, record_attempts, take_back
from beadwork.record.models import Occasion

DAYS_BACK = 14
LONGEST = {"moment_en": 80, "moment_es": 80, "words_en": 400, "words_es": 400}
LONGEST_REMARK = 1000


@transaction.atomic
def share_routine(
    goal: Goal,
    *,
    moment_en: str,
    words_en: str,
    minutes: int,
    by: User,
    at: datetime,
    moment_es: str = "",
    words_es: str = "",
    id: UUID | None = None,
    activity: str = "",
) -> Routine:
    """Share with the family what to do, in which moment of the day, for how many minutes. The same `id` is once.

    `activity`: the slug of the one whose family version it began from; refused where a danger is noted.
    """
    require(by, Can.PLAN, goal, at=at)
    goal = Goal.objects.select_for_update().get(pk=goal.pk)
    if known := sent_before(Routine, id, goal=goal):
        return known
    if goal.shared_at is None or goal.closed_at is not None:
        raise GOAL_NOT_AT_HOME()
    texts = {"moment_en": moment_en, "moment_es": moment_es, "words_en": words_en, "words_es": words_es}
    texts = {name: text.strip() for name, text in texts.items()}
    _check_routine(texts, minutes)
    _check_activity(goal, activity, at)
    routine = Routine(
        id=id or new_id(), practice_id=goal.practice_id, child_id=goal.child_id, goal=goal, minutes=minutes,
        activity=activity, shared_at=at, shared_by=by, **texts,
    )  # fmt: skip
    _save(routine)
    record_event("routine.shared", by=by, about=routine, at=at, goal=str(goal.pk))
    return routine


def _check_routine(texts: dict[str, str], minutes: int) -> None:
    if not ((texts["moment_en"] or texts["moment_es"]) and (texts["words_en"] or texts["words_es"])):
        raise ROUTINE_NOT_WHOLE()
    for name, text in texts.items():
        if len(text) > LONGEST[name]:
            raise ROUTINE_TOO_LONG(length=len(text), most=LONGEST[name])
    if not 1 <= minutes <= 60:
        raise MINUTES_OFF(minutes=minutes)


def _check_activity(goal: Goal, slug: str, at: datetime) -> None:
    """Only one of the library, and none that is a danger to the child."""
    if not slug:
        return
    chooser = AtHome(goal, at)
    if slug not in chooser.shelf.place:
        raise NOT_IN_THE_LIBRARY()
    if why := chooser.danger(slug):
        raise NOT_FOR_THIS_CHILD(why=why)


def _save(row: Routine) -> None:
    """Save a new row; an id that names something else already is a conflict, not a crash."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise HOME_CONFLICT() from error


@transaction.atomic
def end_routine(routine: Routine, *, by: User, at: datetime) -> None:
    """Put a routine away; the days told stay. Ending twice changes nothing."""
    require(by, Can.PLAN, routine, at=at)
    fresh = Routine.objects.select_for_update().get(pk=routine.pk)
    if fresh.ended_at is None:
        fresh.ended_at, fresh.ended_by = at, by
        fresh.save(update_fields=["ended_at", "ended_by"])
        record_event("routine.ended", by=by, about=fresh, at=at)


@transaction.atomic
def tell_home_day(
    child: Child,
    routine: Routine,
    *,
    id: UUID,
    on: date,
    done: bool,
    by: User,
    at: datetime,
    attempts: Sequence[NewAttempt] | None = None,
    feeling: str | None = None,
    remark: str | None = None,
) -> HomeDay:
    """Tell how one practice went on one day: done, or not that day, which is fine.

    A guardian has one answer for a routine and a day. Telling it again, from any tab, mends that answer: what is None
    stays as it was, `attempts` take the place of those told before, and a day not done has none.
    """
    require(by, Can.PRACTISE, child, at=at)
    _check_day(child, routine, on, at)
    told = {"feeling": feeling, "remark": remark if remark is None else remark.strip()}
    _check_told(routine, attempts or (), told)
    caregiver = _guardian(child, by, at)
    said = {name: text for name, text in told.items() if text is not None}
    day = _day_of(routine, caregiver, on) or _new_day(child, routine, caregiver, id, on, done, said, by, at)
    _mend(day, done, said, by, at)
    _retell(day.occasion, attempts if done else (), by, at)
    return day


def _check_day(child: Child, routine: Routine, on: date, at: datetime) -> None:
    zone = child.practice.zone
    today = at.astimezone(zone).date()
    if on > today:
        raise DAY_NOT_YET()
    if on < today - timedelta(days=DAYS_BACK):
        raise DAY_TOO_OLD(days=DAYS_BACK)
    over = routine.ended_at or routine.goal.closed_at
    if routine.child_id != child.pk or (over and on > over.astimezone(zone).date()):
        raise ROUTINE_ENDED()


def _check_told(routine: Routine, attempts: Sequence[NewAttempt], told: dict[str, str | None]) -> None:
    if any(attempt.goal_id != routine.goal_id for attempt in attempts):
        raise ANOTHER_GOAL()
    if attempts and not routine.goal.plan.is_open:
        raise NOT_MEASURED()
    if told["feeling"] and told["feeling"] not in {item.slug for item in items("feeling")}:
        raise FEELING_UNKNOWN()
    if len(told["remark"] or "") > LONGEST_REMARK:
        raise REMARK_TOO_LONG(length=len(told["remark"] or ""), most=LONGEST_REMARK)


def _guardian(child: Child, by: User, at: datetime) -> Caregiver:
    bonds = child.guardianships.in_force(child.practice.day(at)).filter(caregiver__user=by, may_practise=True)
    return Caregiver.objects.get(pk=bonds.values("caregiver")[:1])


def _day_of(routine: Routine, caregiver: Caregiver, on: date) -> HomeDay | None:
    days = HomeDay.objects.select_for_update(of=("self",)).select_related("occasion")
    return days.filter(routine=routine, caregiver=caregiver, on=on).first()


def _new_day(
    child: Child,
    routine: Routine,
    caregiver: Caregiver,
    id: UUID,
    on: date,
    done: bool,
    said: dict[str, str],
    by: User,
    at: datetime,
) -> HomeDay:
    try:
        with transaction.atomic():
            occasion = open_occasion(child, Place.HOME, on, id=id, can=Can.PRACTISE, by=by, at=at)
            day = HomeDay.objects.create(
                id=id, practice_id=child.practice_id, child=child, routine=routine, caregiver=caregiver,
                occasion=occasion, on=on, done=done, told_at=at, told_by=by, **said,
            )  # fmt: skip
            record_event("home-day.told", by=by, about=day, at=at, done=done)
    except IntegrityError as error:
        day = _day_of(routine, caregiver, on)  # type: ignore[assignment]
        if day is None:
            raise HOME_CONFLICT() from error
    return day


def _mend(day: HomeDay, done: bool, told: dict[str, str], by: User, at: datetime) -> None:
    """Change what differs; the event keeps what was told before."""
    now = {"done": done, **told}
    before = {name: getattr(day, name) for name, value in now.items() if getattr(day, name) != value}
    if before:
        for name in before:
            setattr(day, name, now[name])
        day.told_at, day.told_by = at, by
        day.save(update_fields=[*before, "told_at", "told_by"])
        record_event("home-day.changed", by=by, about=day, at=at, before=before)


def _retell(occasion: Occasion, attempts: Sequence[NewAttempt] | None, by: User, at: datetime) -> None:
    """Put attempts in the place of those that stand; None leaves them, the same ones again change nothing."""
    if attempts is None:
        return
    standing = list(occasion.attempts.standing().order_by("at", "pk"))
    if {attempt.id for attempt in attempts} == {attempt.pk for attempt in standing}:
        return
    old = [attempt.pk for attempt in standing[: len(attempts)]]
    old += [None] * (len(attempts) - len(old))
    new = [replace(attempt, supersedes_id=pk) for attempt, pk in zip(attempts, old, strict=True)]
    record_attempts(occasion, new, can=Can.PRACTISE, by=by, at=at)
    for attempt in standing[len(attempts) :]:
        take_back(attempt, id=new_id(), can=Can.PRACTISE, by=by, at=at)
