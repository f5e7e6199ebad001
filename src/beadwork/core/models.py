"""The row every table starts from, and the chain of events."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.core.privacy import classify


class Row(models.Model):
    """A row named by a UUIDv7, made by us or by a device."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    privacy = classify(housekeeping="id")

    class Meta:
        abstract = True


class ChainHead(models.Model):
    """The last link of one practice's chain: a tail that was cut off shows because this row remembers it."""

    practice_id = models.UUIDField(primary_key=True)
    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    privacy = classify(housekeeping="practice_id seq hash")


class Event(models.Model):
    """Who did or read what, about whom, when. Append-only (by database trigger) and chained by hash within a practice.

    It points at other rows by id alone: it outlives them, and core knows no room above it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    practice_id = models.UUIDField()
    seq = models.PositiveBigIntegerField()
    what = models.CharField(max_length=60)
    by_id = models.UUIDField(null=True)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True)
    child_id = models.UUIDField(null=True, db_index=True)
    data = models.JSONField(default=dict)
    at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    privacy = classify(
        child="data",
        housekeeping="id practice_id seq what by_id about_kind about_id child_id at received_at previous hash",
    )

    class Meta:
        constraints = [
            UniqueConstraint(fields=["practice_id", "seq"], name="event_seq_once_a_practice"),
            CheckConstraint(condition=Q(seq__gte=1), name="event_seq_from_one"),
        ]
