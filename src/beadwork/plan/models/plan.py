"""The plan of care: how often, how long, where; signed by a therapist, agreed with the family."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import in_order, one_of, pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models import Caregiver, ChildRow


class Place(models.TextChoices):
    """Where care happens; the same words as the settings of an attempt."""

    CLINIC = "clinic", _("Clinic")
    HOME = "home", _("Home")
    SCHOOL = "school", _("School")
    COMMUNITY = "community", _("Community")
    TELE = "tele", _("Video")


class Plan(ChildRow):
    """A plan: a draft until signed, open until ended. A child has at most one draft and one open plan."""

    starts_on = models.DateField()
    ends_on = models.DateField()
    visits_a_week = models.DecimalField(max_digits=4, decimal_places=2)
    minutes_a_visit = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=20, choices=Place, default=Place.CLINIC)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_because = models.CharField(max_length=200, blank=True)

    privacy = classify(
        child="starts_on ends_on visits_a_week minutes_a_visit place ended_because",
        housekeeping="written_at written_by signed_at signed_by ended_at ended_by",
    )

    class Meta:
        constraints = [
            in_order("plan_starts_ends", "starts_on", "ends_on"),
            pair("plan_signed_pair", "signed_at", "signed_by"),
            pair("plan_ended_pair", "ended_at", "ended_by"),
            one_of("plan_place_known", "place", Place),
            CheckConstraint(
                condition=Q(visits_a_week__gt=0, visits_a_week__lte=14), name="plan_visits_a_week_sane"
            ),
            CheckConstraint(
                condition=Q(minutes_a_visit__gte=5, minutes_a_visit__lte=240),
                name="plan_minutes_a_visit_sane",
            ),
            UniqueConstraint(
                fields=["child"], condition=Q(signed_at=None, ended_at=None), name="plan_one_draft"
            ),
            UniqueConstraint(
                fields=["child"], condition=Q(signed_at__isnull=False, ended_at=None), name="plan_one_open"
            ),
        ]

    @property
    def is_signed(self) -> bool:
        """Whether a therapist has signed it."""
        return self.signed_at is not None

    @property
    def is_open(self) -> bool:
        """Whether visits may record on its goals."""
        return self.signed_at is not None and self.ended_at is None


class Agreement(Row):
    """A guardian agreed to a plan; `noted_by` is the guardian herself, or the clinician she told."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="agreements")
    caregiver = models.ForeignKey(Caregiver, models.PROTECT, related_name="agreements")
    agreed_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="agreed_at", housekeeping="plan caregiver noted_by")

    class Meta:
        constraints = [UniqueConstraint(fields=["plan", "caregiver"], name="agreement_once")]
