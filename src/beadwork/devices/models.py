"""A device, each entry it sent, and what could not be kept as it came."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from beadwork.core.constraints import pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.core.problems import KINDS, Problem
from beadwork.people.models import ChildRow, Practice
from beadwork.visits.models import Visit


class Device(Row):
    """One person's browser on one tablet. It names itself (`id`); `ahead` is how many seconds its clock is ahead.

    `wiped_at`: when it was told to delete everything, all it held having arrived.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="devices")
    name = models.CharField(max_length=60)
    registered_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ahead = models.IntegerField(default=0)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    wiped_at = models.DateTimeField(null=True)

    privacy = classify(
        person="name", housekeeping="practice user registered_at seen_at ahead revoked_at revoked_by wiped_at"
    )

    class Meta:
        constraints = [pair("device_revoked_pair", "revoked_at", "revoked_by")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_revoked(self) -> bool:
        """Whether it gets nothing any more, and what it sends is looked at first."""
        return self.revoked_at is not None


class Arrival(Row):
    """An entry that came, under the id its device gave it: its number there, and when the device said it was.

    `digest` tells a safe retry from another content under the same id. `is_aside`: kept, but not in the record.
    """

    device = models.ForeignKey(Device, models.PROTECT, related_name="+", db_index=False)
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="arrivals")
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=20)
    said_at = models.CharField(max_length=40)
    received_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    is_aside = models.BooleanField(default=False)

    privacy = classify(housekeeping="device visit seq kind said_at received_at digest is_aside")


class SetAsideQuerySet(models.QuerySet[Any]):
    """What was set aside, asked by state."""

    def waiting(self) -> Self:
        """What nobody has settled yet, in the order it was made."""
        return self.filter(settled_at=None).order_by("visit", "device", "seq")


class SetAside(ChildRow):
    """An entry that could not be kept as it came: all it says (`said`), whose it is, and why (`problem`, a number).

    `at` is when it was seen, as the server makes it out. A person settles it: landed in the record, or declined.
    """

    device = models.ForeignKey(Device, models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="set_aside")
    entry_id = models.UUIDField()
    seq = models.PositiveBigIntegerField()
    said = models.TextField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    problem = models.PositiveSmallIntegerField()
    facts = models.JSONField(default=dict)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    landed = models.BooleanField(null=True)
    because = models.CharField(max_length=200, blank=True)

    privacy = classify(
        child="said facts because",
        housekeeping="device visit entry_id seq digest at by received_at problem settled_at settled_by landed",
    )

    objects = SetAsideQuerySet.as_manager()

    class Meta:
        constraints = [
            pair("setaside_settled_pair", "settled_at", "settled_by"),
            UniqueConstraint(fields=["entry_id", "digest"], name="setaside_once"),
            CheckConstraint(
                condition=Q(settled_at=None, landed=None) | Q(settled_at__isnull=False, landed__isnull=False),
                name="setaside_settled_one_way",
            ),
        ]

    @property
    def is_settled(self) -> bool:
        """Whether somebody has decided."""
        return self.settled_at is not None

    @property
    def reason(self) -> Problem:
        """Why it was set aside, in the reader's language."""
        return KINDS[self.problem](**self.facts)
