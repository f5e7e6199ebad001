"""What all relations share: they do not end before they begin, and ending one is a fact with who and when."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Model

from beadwork.core.events import record_event
from beadwork.people.actions.checks import check_words
from beadwork.people.models import Child, User
from beadwork.people.models.relation import Relation
from beadwork.people.problems import ALREADY_THERE, ID_TAKEN

M = TypeVar("M", bound=Model)


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


def sent_before(model: type[M], id: UUID | None, **of: Model) -> M | None:
    """The row that was made when the same form came the first time; refused where the id is that of another's row."""
    known = model._default_manager.filter(pk=id).first()
    if known is not None and any(getattr(known, f"{name}_id") != row.pk for name, row in of.items()):
        raise ID_TAKEN()
    return known


def end_now(relation: Relation, event: str, *, by: User, at: datetime) -> None:
    """End a relation at once. Ending twice changes nothing."""
    fresh = type(relation).objects.select_for_update().get(pk=relation.pk)
    if fresh.ended_at is None:
        fresh.ended_at, fresh.ended_by = at, by
        fresh.save(update_fields=["ended_at", "ended_by"])
        record_event(event, by=by, about=fresh, at=at)
    relation.ended_at, relation.ended_by = fresh.ended_at, fresh.ended_by
