"""How much each reason counts at a practice, and what a therapist has decided about the chooser's rules for a child."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from beadwork.activities.choosing import USUAL, Weights
from beadwork.core.constraints import one_of, pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow, Practice


class WeightSet(Row):
    """One version of a practice's weights: the newest number counts. Without any, the usual weights do."""

    practice = models.ForeignKey(Practice, models.PROTECT, related_name="weight_sets")
    number = models.PositiveIntegerField()
    points = models.JSONField()
    because = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(practice="points because", housekeeping="practice number set_at set_by")

    class Meta:
        ordering = ["number"]
        constraints = [
            UniqueConstraint(fields=["practice", "number"], name="weightset_number_once"),
            CheckConstraint(condition=Q(number__gte=1), name="weightset_number_from_one"),
            CheckConstraint(condition=~Q(because=""), name="weightset_says_why"),
        ]

    @property
    def weights(self) -> Weights:
        """What it says; a reason that came later has its usual weight."""
        return weights_from(self.points)


def weights_from(points: dict[str, float] | None) -> Weights:
    """Weights from what was stored; the usual ones for nothing."""
    usual = USUAL.as_points()
    return Weights(**usual | {name: value for name, value in (points or {}).items() if name in usual})


class ClearanceKind(models.TextChoices):
    """What a therapist may decide about."""

    APPROACH = "approach", _("Come near it in small steps")
    RULED_OUT = "ruled-out", _("Checked: does not hold")


class Clearance(ChildRow):
    """A therapist's decision: a dislike is approached in small steps, or a condition's precaution does not hold.

    `word` is a sensory word, or a precaution. It is ended, never edited.
    """

    kind = models.CharField(max_length=20, choices=ClearanceKind)
    word = models.SlugField(max_length=60)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(child="kind word", housekeeping="given_at given_by ended_at ended_by")

    class Meta:
        constraints = [
            one_of("clearance_kind_known", "kind", ClearanceKind),
            pair("clearance_ended_pair", "ended_at", "ended_by"),
            UniqueConstraint(
                fields=["child", "kind", "word"], condition=Q(ended_at=None), name="clearance_once"
            ),
        ]
