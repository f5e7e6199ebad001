"""Recording what was seen: in a visit, at home, at school, all on the same scale."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.people.access import Can, require
from beadwork.people.models import Child, User
from beadwork.people.problems import BEFORE_BIRTH
from beadwork.plan.models.plan import Place
from beadwork.record.check import (
    check_answers,
    check_attempts,
    check_check_ins,
    check_remarks,
    check_responses,
    check_seconds,
)
from beadwork.record.models import Attempt, CheckIn, Occasion, Remark, Response, Second
from beadwork.record.new import (
    NewAttempt,
    NewCheckIn,
    NewRemark,
    NewResponse,
    NewSecond,
    Receipt,
)
from beadwork.record.problems import IN_THE_FUTURE, SAME_ID_OTHER_WORDS, UNKNOWN_SETTING
from beadwork.record.store import Kind, store, withdrawal

__all__ = [
    "ATTEMPTS",
    "CHECK_INS",
    "REMARKS",
    "RESPONSES",
    "REVIEWED",
    "SECONDS",
    "NewAttempt",
    "NewCheckIn",
    "NewRemark",
    "NewResponse",
    "NewSecond",
    "Receipt",
    "open_occasion",
    "record_attempts",
    "record_remarks",
    "record_responses",
    "take_back",
]

ATTEMPTS = Kind(Attempt, "attempts.recorded", check_attempts)
RESPONSES = Kind(Response, "responses.recorded", check_responses)
REMARKS = Kind(Remark, "remarks.recorded", check_remarks)
CHECK_INS = Kind(CheckIn, "check-ins.recorded", check_check_ins)
SECONDS = Kind(Second, "seconds.recorded", check_seconds)
REVIEWED = {
    NewAttempt: Kind(Attempt, "attempts.recorded", check_answers),
    NewSecond: Kind(Second, "seconds.recorded", check_answers),
}
"""What somebody reviewed may be of a goal that was closed when it came in."""


@transaction.atomic
def open_occasion(
    child: Child, setting: str, on: date, *, id: UUID, can: Can, by: User, at: datetime
) -> Occasion:
    """Open a stretch of time in which things are seen. The same id again is the same occasion.

    `on` is the day in the practice's time zone; a day that has not begun there is refused.
    """
    require(by, can, child, at=at)
    if setting not in Place.values:
        raise UNKNOWN_SETTING(setting=setting)
    if known := Occasion.objects.filter(pk=id).first():
        return _same(known, child, setting, on)
    if on > child.practice.day(at):
        raise IN_THE_FUTURE()
    if on < child.born_on:
        raise BEFORE_BIRTH(day=on, born_on=child.born_on)
    occasion = Occasion(
        id=id, practice_id=child.practice_id, child=child, setting=setting, on=on, begun_at=at, begun_by=by
    )
    return _save(occasion, child, at=at)


def _save(occasion: Occasion, child: Child, *, at: datetime) -> Occasion:
    """Save it; when another request has just saved the same one, take that one."""
    try:
        with transaction.atomic():
            occasion.save(force_insert=True)
    except IntegrityError:
        return _same(Occasion.objects.get(pk=occasion.pk), child, occasion.setting, occasion.on)
    record_event("occasion.opened", by=occasion.begun_by, about=occasion, at=at, setting=occasion.setting)
    return occasion


def _same(known: Occasion, child: Child, setting: str, on: date) -> Occasion:
    if (known.child_id, known.setting, known.on) != (child.pk, setting, on):
        raise SAME_ID_OTHER_WORDS(id=known.pk)
    return known


def record_attempts(
    occasion: Occasion, attempts: Sequence[NewAttempt], *, can: Can, by: User, at: datetime
) -> Receipt:
    """Keep attempts at the child's open goals: all or none, one event for the batch, at most 500 at once.

    Sent again, the same entries give the same receipt; the same id with other content is a conflict (409).
    A new attempt needs a goal that was open when it was made; a correction may come after the goal was closed.
    """
    return store(occasion, [(ATTEMPTS, attempts)], can=can, by=by, at=at)


def record_responses(
    occasion: Occasion, responses: Sequence[NewResponse], *, can: Can, by: User, at: datetime
) -> Receipt:
    """Keep how the child was, under the same promises as attempts."""
    return store(occasion, [(RESPONSES, responses)], can=can, by=by, at=at)


def record_remarks(
    occasion: Occasion, remarks: Sequence[NewRemark], *, can: Can, by: User, at: datetime
) -> Receipt:
    """Keep sentences worth keeping, under the same promises as attempts."""
    return store(occasion, [(REMARKS, remarks)], can=can, by=by, at=at)


def take_back(seen: Attempt | Response | Remark, *, id: UUID, can: Can, by: User, at: datetime) -> Receipt:
    """Undo one entry: a new row that says the old one was taken back. Undoing twice changes nothing."""
    match seen:
        case Attempt():
            attempts = [withdrawal(NewAttempt, seen, id=id, at=at)]
            return record_attempts(seen.occasion, attempts, can=can, by=by, at=at)
        case Response():
            responses = [withdrawal(NewResponse, seen, id=id, at=at)]
            return record_responses(seen.occasion, responses, can=can, by=by, at=at)
        case Remark():
            remarks = [withdrawal(NewRemark, seen, id=id, at=at)]
            return record_remarks(seen.occasion, remarks, can=can, by=by, at=at)
