"""Questions about many visits."""

from datetime import date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from beadwork.activities.models import WeightSet
from beadwork.library.own import newest_of
from beadwork.people.models import User


class VisitQuerySet(models.QuerySet[Any]):
    """Visits, asked by day, by person and by state."""

    def of_day(self, day: date, zone: ZoneInfo) -> Self:
        """Visits planned for a day as that zone counts it, in order (a day may have 23 or 25 hours)."""
        first, next_day = (datetime.combine(one, time(), zone) for one in (day, day + timedelta(days=1)))
        return self.filter(planned_at__gte=first, planned_at__lt=next_day).order_by("planned_at", "pk")

    def with_weights(self) -> Self:
        """With the points of the practice's newest weights (`weight_points`, None for the usual ones)."""
        newest = WeightSet.objects.filter(practice=OuterRef("practice")).order_by("-number")
        return self.annotate(weight_points=Subquery(newest.values("points")[:1]))

    def with_library(self) -> Self:
        """With the newest version of the practice's library (`library_newest`, None where it changed nothing)."""
        return self.annotate(library_newest=Subquery(newest_of(OuterRef("practice")).values("pk")))

    def of_staff(self, user: User) -> Self:
        """Visits of this member of staff, in whichever of her jobs."""
        return self.filter(staff__user=user)

    def standing(self) -> Self:
        """Visits that were not cancelled."""
        return self.filter(cancelled_at=None)

    def to_come(self, at: datetime) -> Self:
        """Visits still to come at a moment, the next one first."""
        return self.standing().filter(started_at=None, planned_at__gte=at).order_by("planned_at", "pk")

    def held(self) -> Self:
        """Visits that took place and are over, the latest first."""
        return self.filter(finished_at__isnull=False).order_by("-started_at")

    def left_open(self, before: datetime) -> Self:
        """Visits planned before a moment that nobody finished or cancelled, the latest first."""
        return self.standing().filter(Q(finished_at=None), planned_at__lt=before).order_by("-planned_at")
