"""Recording in a visit: while it runs, and afterwards only what belongs into it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from beadwork.people.access import Can, require
from beadwork.people.models import User
from beadwork.record.actions import (
    ATTEMPTS,
    CHECK_INS,
    REMARKS,
    RESPONSES,
    REVIEWED,
    SECONDS,
    NewAttempt,
    NewCheckIn,
    NewRemark,
    NewResponse,
    NewSecond,
    Receipt,
)
from beadwork.record.models import Attempt, CheckIn, Occasion, Remark, Response, Second, Seen
from beadwork.record.new import New
from beadwork.record.store import CLOCK_TOLERANCE, Kind, store, withdrawal
from beadwork.visits.models import DoneActivity, NoteDraft, Visit
from beadwork.visits.problems import (
    CANCELLED,
    MINUTES_OFF,
    NO_ACTIVITY,
    NO_PART,
    NOT_STARTED,
    OVER,
    UNKNOWN_ACTIVITY,
)


@dataclass(frozen=True)
class NewActivity:
    """An activity done, and the minutes it took (1 to 240). `slug`: which one of the library, if it is one."""

    id: UUID
    name: str
    minutes: int
    at: datetime
    supersedes_id: UUID | None = None
    withdrawn: bool = False
    slug: str = ""


@dataclass(frozen=True)
class NewDraft:
    """The text of one part of the note, and the draft it was written on."""

    id: UUID
    part: str
    text: str
    at: datetime
    base: UUID | None = None
    supersedes_id: UUID | None = None
    withdrawn: bool = False


NewEntry = NewAttempt | NewResponse | NewRemark | NewActivity | NewCheckIn | NewSecond | NewDraft


@transaction.atomic
def record_in_visit(
    visit: Visit, news: Sequence[NewEntry], *, by: User, at: datetime, seen_by: User | None = None
) -> Receipt:
    """Keep entries of one visit, of whichever kinds, mixed as they came: all or none.

    After the visit is finished these are still taken: corrections, entries made before the end (a tablet that was
    offline sends them late), and drafts of the note, which is written afterwards. Anything else made later is refused,
    unless somebody (`by`) reviewed what another person's device sent (`seen_by`): then it may also be of a goal that
    is closed.
    """
    can = may_record(seen_by)
    require(by, can, visit, at=at)
    occasion = _occasion(visit, () if seen_by else news)
    kinds = RECORDED | (REVIEWED if seen_by else {})
    batches = [(kind, [new for new in news if type(new) is type_]) for type_, kind in kinds.items()]
    taken = [(kind, mine) for kind, mine in batches if mine]
    return store(occasion, taken, can=can, by=by, at=at, seen_by=seen_by)


def may_record(seen_by: User | None) -> Can:
    """What recording asks for: one's own, or somebody's that was reviewed."""
    return Can.SETTLE if seen_by else Can.RECORD_VISIT


def _occasion(visit: Visit, news: Sequence[New]) -> Occasion:
    """The visit's occasion, if the visit takes these entries."""
    visit = lock(visit)
    if visit.occasion is None:
        raise CANCELLED() if visit.is_cancelled else NOT_STARTED()
    end = visit.finished_at
    late = [new for new in news if new.supersedes_id is None and not isinstance(new, NewDraft)]
    if end and any(new.at > end + CLOCK_TOLERANCE for new in late):
        raise OVER()
    return visit.occasion


def lock(visit: Visit) -> Visit:
    """The visit as it is now, kept so until the end of the transaction."""
    return Visit.objects.select_for_update(of=["self"]).select_related("occasion").get(pk=visit.pk)


def note_activity(visit: Visit, name: str, minutes: int, id: UUID, *, by: User, at: datetime) -> Receipt:
    """Note what was done together and how long. The same `id` twice is one activity."""
    return record_in_visit(visit, [NewActivity(id, name, minutes, at)], by=by, at=at)


def _check_activities(occasion: Occasion, news: Sequence[NewActivity]) -> None:
    for new in news:
        if not 0 < len(new.name.strip()) <= 120:
            raise NO_ACTIVITY()
        if not 1 <= new.minutes <= 240:
            raise MINUTES_OFF(minutes=new.minutes, least=1, most=240)
        if not SLUG.fullmatch(new.slug):
            raise UNKNOWN_ACTIVITY()


def _check_drafts(occasion: Occasion, news: Sequence[NewDraft]) -> None:
    if any(not PART.fullmatch(new.part) or len(new.text) > MOST_TEXT for new in news):
        raise NO_PART()


PART, MOST_TEXT = re.compile(r"[a-z0-9-]{1,40}"), 20_000
SLUG = re.compile(r"[a-z0-9-]{0,60}")
RECORDED: dict[type[NewEntry], Kind[Any]] = {
    NewAttempt: ATTEMPTS,
    NewResponse: RESPONSES,
    NewRemark: REMARKS,
    NewActivity: Kind(DoneActivity, "activities.recorded", _check_activities),
    NewCheckIn: CHECK_INS,
    NewSecond: SECONDS,
    NewDraft: Kind(NoteDraft, "note-drafts.recorded", _check_drafts),
}
KINDS: dict[type[Seen], type[NewEntry]] = {
    Attempt: NewAttempt,
    Response: NewResponse,
    Remark: NewRemark,
    DoneActivity: NewActivity,
    CheckIn: NewCheckIn,
    Second: NewSecond,
}


def undo_in_visit(visit: Visit, seen: Seen, *, id: UUID, by: User, at: datetime) -> Receipt:
    """Take back one entry of a visit, also after its end. Undoing twice changes nothing."""
    return record_in_visit(visit, [withdrawal(KINDS[type(seen)], seen, id=id, at=at)], by=by, at=at)


def first_told(kind: type[Seen], id: UUID, at: datetime) -> datetime:
    """When the entry with this id was first told, or `at` for a new one: a page without a clock may send it twice."""
    return kind.objects.filter(pk=id).values_list("at", flat=True).first() or at
