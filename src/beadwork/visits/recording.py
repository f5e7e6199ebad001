"""Recording in a visit: while it runs, and afterwards only what belongs into it."""

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
    REMARKS,
    RESPONSES,
    NewAttempt,
    NewRemark,
    NewResponse,
    Receipt,
)
from beadwork.record.models import Attempt, Occasion, Remark, Response, Seen
from beadwork.record.new import New
from beadwork.record.store import CLOCK_TOLERANCE, Kind, store, withdrawal
from beadwork.visits.models import DoneActivity, Visit
from beadwork.visits.problems import MINUTES_OFF, NO_ACTIVITY, NOT_STARTED, OVER


@dataclass(frozen=True)
class NewActivity:
    """An activity done, and the minutes it took (1 to 240)."""

    id: UUID
    name: str
    minutes: int
    at: datetime
    supersedes_id: UUID | None = None
    withdrawn: bool = False


NewEntry = NewAttempt | NewResponse | NewRemark | NewActivity


@transaction.atomic
def record_in_visit(visit: Visit, news: Sequence[NewEntry], *, by: User, at: datetime) -> Receipt:
    """Keep attempts, responses, remarks and activities of one visit, mixed as they came: all or none.

    After the visit is finished two kinds are still taken: corrections, and entries made before the end (a tablet
    that was offline sends them late). Anything made later is refused.
    """
    require(by, Can.RECORD_VISIT, visit, at=at)
    occasion = _occasion(visit, news)
    batches = [(kind, [new for new in news if isinstance(new, type_)]) for type_, kind in RECORDED.items()]
    return store(
        occasion, [(kind, mine) for kind, mine in batches if mine], can=Can.RECORD_VISIT, by=by, at=at
    )


def _occasion(visit: Visit, news: Sequence[New]) -> Occasion:
    """The visit's occasion, if the visit takes these entries."""
    visit = lock(visit)
    if visit.occasion is None:
        raise NOT_STARTED()
    end = visit.finished_at
    if end and any(new.supersedes_id is None and new.at > end + CLOCK_TOLERANCE for new in news):
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


RECORDED: dict[type[NewEntry], Kind[Any]] = {
    NewAttempt: ATTEMPTS,
    NewResponse: RESPONSES,
    NewRemark: REMARKS,
    NewActivity: Kind(DoneActivity, "activities.recorded", _check_activities),
}
KINDS: dict[type[Seen], type[NewEntry]] = {
    Attempt: NewAttempt,
    Response: NewResponse,
    Remark: NewRemark,
    DoneActivity: NewActivity,
}


def undo_in_visit(visit: Visit, seen: Seen, *, id: UUID, by: User, at: datetime) -> Receipt:
    """Take back one entry of a visit, also after its end. Undoing twice changes nothing."""
    return record_in_visit(visit, [withdrawal(KINDS[type(seen)], seen, id=id, at=at)], by=by, at=at)


def first_told(kind: type[Seen], id: UUID, at: datetime) -> datetime:
    """When the entry with this id was first told, or `at` for a new one: a page without a clock may send it twice."""
    return kind.objects.filter(pk=id).values_list("at", flat=True).first() or at
