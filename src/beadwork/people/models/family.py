"""Caregivers and what each may do for a child. Several guardians in several homes, each with her own rights."""

from django.conf import settings
from django.db import models

from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models.child import Child
from beadwork.people.models.practice import Practice
from beadwork.people.models.relation import Relation


class Caregiver(Row):
    """A grown-up who cares for a child at home; she may or may not sign in."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="caregivers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="caring"
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=10, default="en")
    needs_interpreter = models.BooleanField(default=False)

    privacy = classify(person="name email phone language needs_interpreter", housekeeping="practice user")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "email"], condition=~models.Q(email=""), name="caregiver_email_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Guardianship(Relation):
    """One caregiver's bond with one child, and the rights that come with it."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="guardianships")
    caregiver = models.ForeignKey(Caregiver, models.PROTECT, related_name="guardianships")
    relation = models.CharField(max_length=40)
    home = models.CharField(max_length=60, blank=True)
    may_see = models.BooleanField(default=True)
    may_practise = models.BooleanField(default=True)
    may_talk = models.BooleanField(default=True)
    may_decide = models.BooleanField(default=False)

    privacy = classify(
        child="relation home may_see may_practise may_talk may_decide",
        housekeeping="practice child caregiver",
    )

    class Meta(Relation.Meta):
        constraints = [
            *Relation.Meta.constraints,
            models.UniqueConstraint(
                fields=["child", "caregiver"], condition=models.Q(ended_at=None), name="guardianship_once"
            ),
        ]
