"""Who works at a practice, with which credential, and on whose care team."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of
from beadwork.core.privacy import classify
from beadwork.people.models.child import Child
from beadwork.people.models.practice import Practice
from beadwork.people.models.relation import Relation


class Role(models.TextChoices):
    """A job at a practice."""

    THERAPIST = "therapist", _("Occupational therapist")
    ASSISTANT = "assistant", _("Occupational therapy assistant")
    STUDENT = "student", _("Student")
    CLINICAL_LEAD = "clinical-lead", _("Clinical lead")
    FRONT_DESK = "front-desk", _("Front desk")
    DIRECTOR = "director", _("Director")


class Credential(models.TextChoices):
    """What a member of staff is trained and licensed as."""

    OTR = "OTR", "OTR"
    COTA = "COTA", "COTA"
    STUDENT = "student", _("Student")
    NONE = "none", _("None")


class Staff(Relation):
    """One person's job at one practice. Two jobs are two rows."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="staff")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="jobs")
    role = models.CharField(max_length=20, choices=Role)
    credential = models.CharField(max_length=10, choices=Credential, default=Credential.NONE)
    licence_number = models.CharField(max_length=40, blank=True)
    licence_expires_on = models.DateField(null=True, blank=True)
    paediatric_speciality = models.CharField(max_length=120, blank=True)
    supervisor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="supervised")

    privacy = classify(
        person="role credential licence_number licence_expires_on paediatric_speciality",
        housekeeping="practice user supervisor",
    )

    class Meta(Relation.Meta):
        verbose_name_plural = "staff"
        constraints = [
            *Relation.Meta.constraints,
            one_of("staff_role_known", "role", Role),
            one_of("staff_credential_known", "credential", Credential),
            models.UniqueConstraint(
                fields=["practice", "user", "role"], condition=models.Q(ended_at=None), name="staff_job_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)

    def licence_is_valid(self, on: date) -> bool:
        """Whether the licence covers a day; a job without a licence number has none to lapse."""
        return not self.licence_number or self.licence_expires_on is None or on <= self.licence_expires_on


class TeamPart(models.TextChoices):
    """The part somebody plays on a care team."""

    LEAD = "lead", _("Leads the plan")
    TREATING = "treating", _("Treats")
    SUPERVISING = "supervising", _("Supervises")


class CareTeamMember(Relation):
    """A member of staff who cares for one child."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="+")
    child = models.ForeignKey(Child, models.PROTECT, related_name="care_team")
    staff = models.ForeignKey(Staff, models.PROTECT, related_name="children_cared_for")
    part = models.CharField(max_length=20, choices=TeamPart, default=TeamPart.TREATING)

    privacy = classify(child="part", housekeeping="practice child staff")

    class Meta(Relation.Meta):
        constraints = [
            *Relation.Meta.constraints,
            one_of("careteam_part_known", "part", TeamPart),
            models.UniqueConstraint(
                fields=["child", "staff"], condition=models.Q(ended_at=None), name="careteam_member_once"
            ),
        ]
