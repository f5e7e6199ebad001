"""The place that cares for children, and the wall between its records and everybody else's."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of
from beadwork.core.models import Row
from beadwork.core.privacy import classify


class PracticeKind(models.TextChoices):
    """What kind of place a practice is."""

    HOSPITAL = "hospital", _("Hospital")
    CLINIC = "clinic", _("Clinic")
    REHABILITATION = "rehabilitation", _("Rehabilitation centre")
    SCHOOL = "school", _("School")
    EARLY_INTERVENTION = "early-intervention", _("Early-intervention agency")


class Practice(Row):
    """A hospital, clinic, rehabilitation centre, school or early-intervention agency.

    `slug` is its name in the links it gives to families who are not with it yet.
    """

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=PracticeKind)
    time_zone = models.CharField(max_length=60, default="UTC")
    language = models.CharField(max_length=10, default="en")

    privacy = classify(practice="slug name kind time_zone language")

    class Meta:
        constraints = [one_of("practice_kind_known", "kind", PracticeKind)]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The practice's time zone: a visit belongs to the day it has there."""
        return ZoneInfo(self.time_zone)

    def day(self, at: datetime) -> date:
        """The day it is at the practice at a moment: rights, births and visits are counted in these days."""
        return at.astimezone(self.zone).date()
