"""A relation that holds from a day until a day, and can be ended at once."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from beadwork.core.constraints import in_order, pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify


class RelationQuerySet(models.QuerySet[Any]):
    """Relations, asked by day."""

    def in_force(self, on: date) -> Self:
        """Those that have begun, have not run out on `on`, and were not ended."""
        return self.filter(in_force(on))


def in_force(on: date, prefix: str = "") -> Q:
    """The condition behind `in_force`, for use across a join (`prefix` ends in `__`)."""
    begun = Q(**{f"{prefix}since__lte": on, f"{prefix}ended_at": None})
    return begun & (Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gte": on}))


class Relation(Row):
    """From `since` until `until` (both included); `ended_at`/`ended_by` ends it now, whatever the dates say."""

    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(housekeeping="since until ended_at ended_by")

    objects = RelationQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            pair("%(class)s_ended_pair", "ended_at", "ended_by"),
            in_order("%(class)s_since_until", "since", "until"),
        ]

    def holds(self, on: date) -> bool:
        """Whether the relation is in force on a day."""
        return self.ended_at is None and self.since <= on and (self.until is None or on <= self.until)
