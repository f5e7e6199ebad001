"""Writing and checking the chain of events."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction
from django.utils import timezone

from beadwork.core.models import ChainHead, Event
from beadwork.core.prepared import Prepared


def digest(event: Event) -> str:
    """SHA-256 over everything an event says and the hash of the one before it."""
    said = [
        str(event.id), str(event.practice_id), event.seq, event.what, _text(event.by_id), event.about_kind,
        _text(event.about_id), _text(event.child_id), event.data, event.at.timestamp(), event.received_at.timestamp(),
        event.previous,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _text(value: UUID | None) -> str:
    return str(value) if value else ""


def record_event(
    what: str, *, by: Any, about: models.Model, at: datetime, practice: UUID | None = None, **data: Any
) -> Event:
    """Append one event to its practice's chain, inside the caller's transaction.

    `by` is the user (None for the system). `about` gives its kind, its id, and, where it has them, child and practice.
    """
    assert transaction.get_connection().in_atomic_block, "an event belongs in the transaction of its change"
    practice_id = practice or getattr(about, "practice_id", None) or about.pk
    event = Event(
        practice_id=practice_id, what=what, by_id=getattr(by, "pk", None), about_kind=about._meta.model_name or "",
        about_id=about.pk, child_id=_child_of(about), data=data, at=at, received_at=timezone.now(),
    )  # fmt: skip
    return _append(event)


def _child_of(about: models.Model) -> UUID | None:
    return about.pk if about._meta.model_name == "child" else getattr(about, "child_id", None)


def _append(event: Event) -> Event:
    """Take the practice's chain, add one link, move its head."""
    seq, event.previous = _head(event.practice_id)
    event.seq = seq + 1
    event.hash = digest(event)
    event.save(force_insert=True)
    ChainHead.objects.filter(pk=event.practice_id).update(seq=event.seq, hash=event.hash)
    return event


def _head(practice_id: UUID) -> tuple[int, str]:
    """Number and hash of the last link, kept from others until the end of the transaction."""
    found = _question(connection.vendor).ask({_PRACTICE: practice_id})
    if not found:
        ChainHead.objects.create(pk=practice_id)
    return (found[0][0], found[0][1]) if found else (0, "")


@cache
def _question(vendor: str) -> Prepared:
    return Prepared.of(ChainHead.objects.select_for_update().filter(pk=_PRACTICE).values_list("seq", "hash"))


_PRACTICE = UUID(int=0)


def chains() -> set[UUID]:
    """The practices that have a chain, by its head or by its events: taking the head away hides nothing."""
    by_head = ChainHead.objects.values_list("practice_id", flat=True)
    by_event = Event.objects.order_by().values_list("practice_id", flat=True).distinct()
    return {*by_head, *by_event}


def broken_links(practice_id: UUID) -> Iterator[tuple[int, str]]:
    """Every place where one practice's chain does not hold: (sequence number, what is wrong), oldest first."""
    seq, previous = 0, ""
    for event in Event.objects.filter(practice_id=practice_id).order_by("seq").iterator():
        if event.seq != seq + 1:
            yield seq + 1, f"missing: {event.seq - seq - 1} event(s) before number {event.seq}"
        elif event.previous != previous:
            yield event.seq, "does not follow from the event before it"
        if event.hash != digest(event):
            yield event.seq, "was changed after it was written"
        seq, previous = event.seq, event.hash
    head = ChainHead.objects.filter(pk=practice_id).first()
    if head is None:
        yield max(seq, 1), "the head of the chain is missing"
    elif (head.seq, head.hash) != (seq, previous):
        yield (
            seq + 1,
            f"the end is not where the head says: {head.seq} event(s) written, the last one found is {seq}",
        )
