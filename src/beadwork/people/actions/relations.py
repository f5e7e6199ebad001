"""What all relations share: they do not end before they begin, and ending one is a fact with who and when."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model

from beadwork.core.events import record_event
from beadwork.core.state import state_of
from beadwork.people.models import User
from beadwork.people.models.relation import Relation
from beadwork.people.problems import ALREADY_THERE, CHANGED_MEANWHILE, ENDS_BEFORE_IT_BEGINS


def check_days(since: date, until: date | None) -> None:
    """Refuse a relation that ends before it begins."""
    if until is not None and until < since:
        raise ENDS_BEFORE_IT_BEGINS(since=since, until=until)


def check_seen(seen: str | None, *rows: Model, of: Collection[str]) -> None:
    """Refuse a change made on a page that showed something else (`seen` is its mark; None: no page was shown)."""
    if seen and seen != state_of(*rows, of=of):
        raise CHANGED_MEANWHILE()


def save_once(row: Any, what: str) -> Any:
    """Save a new relation; if the same one is in force already, say so."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise ALREADY_THERE(what=what) from error
    return row


def end_now(relation: Relation, event: str, *, by: User, at: datetime) -> None:
    """End a relation at once. Ending twice changes nothing."""
    fresh = type(relation).objects.select_for_update().get(pk=relation.pk)
    if fresh.ended_at is None:
        fresh.ended_at, fresh.ended_by = at, by
        fresh.save(update_fields=["ended_at", "ended_by"])
        record_event(event, by=by, about=fresh, at=at)
    relation.ended_at, relation.ended_by = fresh.ended_at, fresh.ended_by
