"""A worry in the family's own words, the referral that follows from it, and enquiries from outside."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of, pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models import Caregiver, Child, ChildRow, Practice


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


class EnquiryQuerySet(models.QuerySet[Any]):
    """Enquiries, asked by what is still to do."""

    def waiting(self) -> Self:
        """Those nobody has dealt with yet."""
        return self.filter(closed_at=None)


class Enquiry(Row):
    """What a family that is not with the practice yet sent of its own will: their words, and how to reach them.

    Closed when it is dealt with; `welcomed` is the child who came of it, whose first worry these words then are.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="enquiries")
    name = models.CharField(max_length=120)
    contact = models.CharField(max_length=120)
    child_name = models.CharField(max_length=100)
    born_on = models.DateField()
    words = models.TextField(max_length=4000)
    language = models.CharField(max_length=10)
    sent_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_because = models.CharField(max_length=200, blank=True)
    welcomed = models.ForeignKey(Child, models.PROTECT, null=True, related_name="enquiries")

    privacy = classify(
        child="child_name born_on words closed_because", person="name contact language",
        housekeeping="practice sent_at closed_at closed_by welcomed",
    )  # fmt: skip

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "enquiries"
        indexes = [models.Index(fields=["practice", "sent_at"], name="enquiry_practice_sent")]
        constraints = [pair("enquiry_closed_pair", "closed_at", "closed_by")]

    def __str__(self) -> str:
        return self.child_name
