"""A visit and the activities done in it."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q

from beadwork.core.constraints import in_order, one_of, pair
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow, Staff
from beadwork.plan.models.plan import Place
from beadwork.record.models import Occasion, Seen
from beadwork.visits.queries import VisitQuerySet


class Visit(ChildRow):
    """One visit of one child: planned, then begun (which opens its occasion), then finished; or cancelled."""

    staff = models.ForeignKey(Staff, models.PROTECT, related_name="visits")
    planned_at = models.DateTimeField()
    planned_minutes = models.PositiveSmallIntegerField(default=45)
    place = models.CharField(max_length=20, choices=Place, default=Place.CLINIC)
    occasion = models.OneToOneField(Occasion, models.PROTECT, null=True, related_name="visit")
    started_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    cancelled_because = models.CharField(max_length=200, blank=True)

    privacy = classify(
        child="planned_at planned_minutes place cancelled_because",
        housekeeping="staff occasion started_at started_by finished_at finished_by cancelled_at cancelled_by",
    )

    objects = VisitQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["staff", "planned_at"], name="visit_staff_planned")]
        constraints = [
            one_of("visit_place_known", "place", Place),
            pair("visit_started_pair", "started_at", "started_by"),
            pair("visit_finished_pair", "finished_at", "finished_by"),
            pair("visit_cancelled_pair", "cancelled_at", "cancelled_by"),
            in_order("visit_started_finished", "started_at", "finished_at"),
            CheckConstraint(
                condition=Q(planned_minutes__gte=5, planned_minutes__lte=240),
                name="visit_planned_minutes_sane",
            ),
            CheckConstraint(
                condition=Q(started_at=None, occasion=None)
                | Q(started_at__isnull=False, occasion__isnull=False),
                name="visit_started_has_occasion",
            ),
            CheckConstraint(
                condition=Q(finished_at=None) | Q(started_at__isnull=False), name="visit_finished_was_started"
            ),
            CheckConstraint(
                condition=Q(cancelled_at=None) | Q(started_at=None), name="visit_cancelled_not_started"
            ),
        ]

    @property
    def is_started(self) -> bool:
        """Whether recording may go on or has gone on."""
        return self.started_at is not None

    @property
    def is_finished(self) -> bool:
        """Whether the visit is over."""
        return self.finished_at is not None

    @property
    def is_cancelled(self) -> bool:
        """Whether the visit will not take place."""
        return self.cancelled_at is not None

    @property
    def is_running(self) -> bool:
        """Whether the visit has begun and is not over."""
        return self.is_started and not self.is_finished

    @property
    def minutes(self) -> int | None:
        """How long it took, in whole minutes; None until it is over."""
        if self.started_at is None or self.finished_at is None:
            return None
        return round((self.finished_at - self.started_at).total_seconds() / 60)


class DoneActivity(Seen):
    """An activity done in a visit, and the minutes it took. Without `slug` it is one in somebody's own words.

    `slug` is the activity's in the practice's library, also when the library no longer offers it.
    """

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, blank=True, db_index=False)
    minutes = models.PositiveSmallIntegerField()

    privacy = classify(child="name slug minutes")

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=240), name="doneactivity_minutes_sane")
        ]


class NoteDraft(Seen):
    """A text of one part of a visit's note, as it was when somebody paused. Every draft is kept; none is the note.

    `base` names the draft it was written on: two drafts on one base are two people's, and neither replaces the other.
    """

    part = models.SlugField(max_length=40)
    text = models.TextField(max_length=20000, blank=True)
    base = models.UUIDField(null=True)

    privacy = classify(child="part text", housekeeping="base")
