"""A worry in the family's own words, and the referral that follows from it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of, pair
from beadwork.core.privacy import classify
from beadwork.people.models import Caregiver, ChildRow


class Concern(ChildRow):
    """What a caregiver worries about, word for word."""

    words = models.TextField(max_length=4000)
    said_by = models.ForeignKey(Caregiver, models.PROTECT, null=True, blank=True, related_name="concerns")
    said_by_name = models.CharField(max_length=120, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="words", person="said_by_name", housekeeping="said_by noted_at noted_by")

    def __str__(self) -> str:
        return self.words


class ReferralSource(models.TextChoices):
    """Who asks for an evaluation."""

    PHYSICIAN = "physician", _("Physician")
    FAMILY = "family", _("Family")
    SCHOOL = "school", _("School")
    EARLY_INTERVENTION = "early-intervention", _("Early intervention")
    OTHER = "other", _("Somebody else")


class Referral(ChildRow):
    """A request to evaluate a child: why, from whom, since when."""

    reason = models.TextField(max_length=4000)
    source = models.CharField(max_length=20, choices=ReferralSource)
    source_name = models.CharField(max_length=120, blank=True)
    referred_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_because = models.CharField(max_length=200, blank=True)

    privacy = classify(
        child="reason source source_name referred_on closed_because",
        housekeeping="noted_at noted_by closed_at closed_by",
    )

    class Meta:
        constraints = [
            one_of("referral_source_known", "source", ReferralSource),
            pair("referral_closed_pair", "closed_at", "closed_by"),
        ]
