"""What a family has allowed, by whom, until when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of
from beadwork.core.privacy import classify
from beadwork.people.models.child import Child
from beadwork.people.models.family import Caregiver
from beadwork.people.models.practice import Practice
from beadwork.people.models.relation import Relation


class Purpose(models.TextChoices):
    """What a family can say yes to."""

    CARE = "care", _("Evaluation and visits")
    SCHOOL = "school", _("Working with the school")
    PHOTOS = "photos", _("Photos and videos")
    TELEHEALTH = "telehealth", _("Visits by video")


class Consent(Relation):
    """A yes for one purpose. `since` is the day it was given; ending it withdraws it at once."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    given_by = models.ForeignKey(Caregiver, models.PROTECT, related_name="+")

    privacy = classify(child="purpose", housekeeping="practice child given_by")

    class Meta(Relation.Meta):
        constraints = [
            *Relation.Meta.constraints,
            one_of("consent_purpose_known", "purpose", Purpose),
            models.UniqueConstraint(
                fields=["child", "purpose", "given_by"],
                condition=models.Q(ended_at=None),
                name="consent_once",
            ),
        ]
