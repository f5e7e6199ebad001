"""How a batch of entries is kept: all of it or nothing, and a batch sent again changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.people.access import Can, require
from beadwork.people.models import User
from beadwork.record.fingerprint import fingerprint
from beadwork.record.models import Occasion, Seen
from beadwork.record.new import New, Receipt
from beadwork.record.problems import (
    BEFORE_ITS_DAY,
    IN_THE_FUTURE,
    NOTHING_TO_CORRECT,
    SAME_ID_OTHER_WORDS,
    TAKES_NOTHING_BACK,
    TOO_MANY,
)

MOST_AT_ONCE = 500
CLOCK_TOLERANCE = timedelta(minutes=5)
N = TypeVar("N", bound=New)


@dataclass(frozen=True)
class Kind(Generic[N]):
    """One kind of entry: its table, its event, and the check that refuses, by a problem, what it does not allow."""

    model: type[Seen]
    event: str
    check: Callable[[Occasion, Sequence[N]], object]


@transaction.atomic
def store(
    occasion: Occasion,
    batches: Sequence[tuple[Kind[Any], Sequence[New]]],
    *,
    can: Can,
    by: User,
    at: datetime,
    seen_by: User | None = None,
) -> Receipt:
    """Keep batches, each of one kind: all of them or none, and an event for each.

    `seen_by` is who saw it, where somebody else (`by`) reviewed it and keeps it for her.
    """
    if (most := max((len(news) for _kind, news in batches), default=0)) > MOST_AT_ONCE:
        raise TOO_MANY(count=most, most=MOST_AT_ONCE)
    require(by, can, occasion, at=at)
    occasion = Occasion.objects.select_for_update().get(pk=occasion.pk)
    receipts = [_keep(kind, occasion, news, seen_by or by, by, at) for kind, news in batches]
    return Receipt(
        stored=tuple(id for receipt in receipts for id in receipt.stored),
        known=tuple(id for receipt in receipts for id in receipt.known),
    )


def _keep(
    kind: Kind[Any], occasion: Occasion, news: Sequence[New], seen_by: User, by: User, at: datetime
) -> Receipt:
    """Keep one batch.

    Entries that are known already (same id, same content) are not checked again, because the world may have moved on.
    """
    rows = _rows(kind.model, occasion, news, seen_by, at)
    known = _known(kind.model, rows)
    fresh = [new for new in {new.id: new for new in news}.values() if new.id not in known]
    _check_times(occasion, fresh, at)
    _check_corrections(kind.model, occasion, fresh)
    kind.check(occasion, fresh)
    _insert(kind.model, [rows[new.id] for new in fresh])
    if fresh:
        record_event(kind.event, by=by, about=occasion, at=at, **_counts(fresh))
    return Receipt(stored=tuple(new.id for new in fresh), known=tuple(known))


def withdrawal(kind: type[N], seen: Seen, *, id: UUID, at: datetime) -> N:
    """The entry that takes `seen` back: the one that did already, if there is one, else a new one called `id`."""
    done = type(seen)._default_manager.filter(supersedes=seen, withdrawn=True).first()
    said = {field.name: getattr(done or seen, field.name) for field in fields(kind)}  # type: ignore[arg-type]
    return kind(
        **(said if done else said | {"id": id, "at": at, "supersedes_id": seen.pk, "withdrawn": True})
    )


def _rows(
    model: type[Seen], occasion: Occasion, news: Sequence[New], by: User, at: datetime
) -> dict[UUID, Seen]:
    """The rows to be, by id. The same id twice in one batch must say the same."""
    rows: dict[UUID, Seen] = {}
    for new in news:
        mark = fingerprint(occasion.pk, new)
        if new.id in rows and rows[new.id].fingerprint != mark:
            raise SAME_ID_OTHER_WORDS(id=new.id)
        rows[new.id] = model(
            practice_id=occasion.practice_id, child_id=occasion.child_id, occasion_id=occasion.pk, by=by,
            received_at=at, fingerprint=mark, **vars(new),
        )  # fmt: skip
    return rows


def _known(model: type[Seen], rows: dict[UUID, Seen]) -> dict[UUID, str]:
    """Ids that are stored already; another content under one of them is a conflict."""
    known = dict(model._default_manager.filter(pk__in=rows).values_list("pk", "fingerprint"))
    for id, mark in known.items():
        if rows[id].fingerprint != mark:
            raise SAME_ID_OTHER_WORDS(id=id)
    return known


def _check_times(occasion: Occasion, news: Sequence[New], at: datetime) -> None:
    """Refuse what a clock that is wrong says: after now, or more than a day before the occasion's day."""
    if any(new.at > at + CLOCK_TOLERANCE for new in news):
        raise IN_THE_FUTURE()
    if any(new.at.date() < occasion.on - timedelta(days=1) for new in news):
        raise BEFORE_ITS_DAY(day=occasion.on)


def _check_corrections(model: type[Seen], occasion: Occasion, news: Sequence[New]) -> None:
    """A correction replaces an entry of the same occasion (and goal) that stands; it may be one of the same batch."""
    if any(new.withdrawn and new.supersedes_id is None for new in news):
        raise TAKES_NOTHING_BACK()
    replaced = [new.supersedes_id for new in news if new.supersedes_id]
    standing: dict[UUID, Any] = {}
    if replaced:
        rows: Any = model._default_manager
        standing = rows.standing().filter(occasion=occasion).in_bulk(replaced)
    for new in news:
        if new.supersedes_id:
            old = standing.pop(new.supersedes_id, None)
            if old is None or getattr(old, "goal_id", None) != getattr(new, "goal_id", None):
                raise NOTHING_TO_CORRECT()
        if not new.withdrawn:
            standing[new.id] = new


def _insert(model: type[Seen], rows: list[Seen]) -> None:
    """Two requests cannot race on one occasion (it is locked); an id that races across occasions is a conflict."""
    try:
        with transaction.atomic():
            model._default_manager.bulk_create(rows)
    except IntegrityError as error:
        raise SAME_ID_OTHER_WORDS(id=rows[0].pk) from error


def _counts(news: Sequence[New]) -> dict[str, Any]:
    corrections = sum(new.supersedes_id is not None and not new.withdrawn for new in news)
    withdrawn = sum(new.withdrawn for new in news)
    return {"count": len(news), "corrections": corrections, "withdrawn": withdrawn}
