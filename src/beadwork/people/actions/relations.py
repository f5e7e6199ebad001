"""What all relations share: they do not end before they begin, and ending one is a fact with who and when."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.people.actions.checks import check_words
from beadwork.people.models import Child, User
from beadwork.people.models.relation import Relation
from beadwork.people.problems import ALREADY_THERE


def save_once(row: Any, what: str) -> Any:
    """Save a new row whose words are right; if the same one is in force already, say so."""
    check_words(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise ALREADY_THERE(what=what) from error
    return row


def hold(child: Child) -> None:
    """Wait for whoever else is changing this child: of two clicks at once, the second finds what the first made."""
    Child.objects.select_for_update().only("pk").get(pk=child.pk)


def end_now(relation: Relation, event: str, *, by: User, at: datetime) -> None:
    """End a relation at once. Ending twice changes nothing."""
    fresh = type(relation).objects.select_for_update().get(pk=relation.pk)
    if fresh.ended_at is None:
        fresh.ended_at, fresh.ended_by = at, by
        fresh.save(update_fields=["ended_at", "ended_by"])
        record_event(event, by=by, about=fresh, at=at)
    relation.ended_at, relation.ended_by = fresh.ended_at, fresh.ended_by
