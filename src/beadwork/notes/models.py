"""A signed note and what is added to it; the summary a family reads: written once, the database refuses changes.

And what a note has to have, version by version.
"""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.notes.fingerprint import fingerprint
from beadwork.people.models import ChildRow, Practice
from beadwork.people.models.staff import Role
from beadwork.plan.models.ladder import in_language
from beadwork.visits.models import Visit

SUPERVISED = (Role.ASSISTANT, Role.STUDENT)


class Setting(models.TextChoices):
    """Where a visit counts as held, for what its note has to have."""

    CLINIC = "clinic", _("Clinic")
    HOSPITAL = "hospital", _("Hospital")
    SCHOOL = "school", _("School")
    HOME = "home", _("Home")


class NoteParts(Row):
    """One version of the parts a note has to have at a practice, in a setting, for a payer ("": for everybody else).

    `parts` are objects in their order: slug, and for the practice's own ones part, en, es. The newest number counts;
    `because` says why, or where the payer says so.
    """

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="note_parts")
    setting = models.CharField(max_length=20, choices=Setting)
    payer = models.CharField(max_length=80, blank=True)
    number = models.PositiveIntegerField()
    parts = models.JSONField()
    because = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(practice="setting payer parts because", housekeeping="practice number set_at set_by")

    class Meta:
        ordering = ["number"]
        constraints = [
            one_of("noteparts_setting_known", "setting", Setting),
            UniqueConstraint(fields=["practice", "setting", "payer", "number"], name="noteparts_number_once"),
            CheckConstraint(condition=Q(number__gte=1), name="noteparts_number_from_one"),
            CheckConstraint(condition=~Q(because=""), name="noteparts_says_why"),
        ]


class FollowedPayer(ChildRow):
    """Whose list a child's notes follow from a moment on; "" is the practice's own. The newest counts."""

    payer = models.CharField(max_length=80, blank=True)
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="payer", housekeeping="chosen_at chosen_by")


class NoteQuerySet(models.QuerySet[Any]):
    """Signed notes."""

    def to_co_sign(self) -> Self:
        """Notes of assistants and students that no therapist has signed yet, the oldest first."""
        return self.filter(role__in=SUPERVISED, co_signature=None).order_by("signed_at", "pk")


class Note(ChildRow):
    """The note of one visit as it was signed.

    `lines` are objects: key, part, text, edited (by a person; then also `written`, what the record said), sources
    (kind, id, words). `minutes` are objects: name, minutes, kind (area) of each activity. `role` is the job in which it
    was signed. `fingerprint` is over the language and both; the event carries it, too, so that a changed row shows.
    """

    visit = models.OneToOneField(Visit, models.PROTECT, related_name="note")
    language = models.CharField(max_length=5)
    lines = models.JSONField()
    minutes = models.JSONField()
    role = models.CharField(max_length=20, choices=Role)
    fingerprint = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(
        child="lines minutes", person="role", housekeeping="visit language fingerprint signed_at signed_by"
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = [one_of("note_role_known", "role", Role)]

    @property
    def is_as_signed(self) -> bool:
        """Whether what stands there is what was signed."""
        return fingerprint(self.language, self.lines, self.minutes) == self.fingerprint

    @property
    def is_supervised(self) -> bool:
        """Whether it takes a therapist's signature as well."""
        return self.role in SUPERVISED


class CoSignature(ChildRow):
    """A therapist signs the note of an assistant or a student, as it stands."""

    note = models.OneToOneField(Note, models.PROTECT, related_name="co_signature")
    fingerprint = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(housekeeping="note fingerprint signed_at signed_by")


class Addendum(ChildRow):
    """What was added to a signed note, or corrects it."""

    note = models.ForeignKey(Note, models.PROTECT, related_name="addenda")
    text = models.TextField(max_length=4000)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="text", housekeeping="note written_at written_by")

    class Meta:
        ordering = ["written_at", "pk"]


class VisitSummary(ChildRow):
    """What the family reads of a visit, in both languages, since it was released."""

    visit = models.OneToOneField(Visit, models.PROTECT, related_name="summary")
    text_en = models.TextField(max_length=8000)
    text_es = models.TextField(max_length=8000)
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="text_en text_es", housekeeping="visit released_at released_by")

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(text_en="") & ~Q(text_es=""), name="visitsummary_says_something")
        ]

    @property
    def sentences(self) -> list[str]:
        """In the reader's language, a sentence a line."""
        return in_language(self.text_en, self.text_es).splitlines()
