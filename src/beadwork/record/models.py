"""Occasions and what was seen on them. Append-only: a correction is a new row that supersedes the old one."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import one_of
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow
from beadwork.plan.models import Goal, SupportLevel
from beadwork.plan.models.plan import Place


class Occasion(ChildRow):
    """A stretch of time in which things are seen: a visit, a home day, a school week. One bead on the string."""

    setting = models.CharField(max_length=20, choices=Place)
    on = models.DateField()
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="setting on", housekeeping="begun_at begun_by")

    class Meta:
        indexes = [models.Index(fields=["child", "on"], name="occasion_child_on")]
        constraints = [one_of("occasion_setting_known", "setting", Place)]


class SeenQuerySet(models.QuerySet[Any]):
    """Rows that were seen, with corrections taken into account."""

    def standing(self) -> Self:
        """Rows that nobody corrected and that were not taken back."""
        return self.filter(superseded_by=None, withdrawn=False)


class Seen(ChildRow):
    """Something seen on an occasion. The device names it (`id`) and says when (`at`).

    `fingerprint` tells a safe retry (same id, same bytes) from a conflict (same id, other bytes).
    """

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="%(class)ss")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    received_at = models.DateTimeField(default=timezone.now)
    fingerprint = models.CharField(max_length=64)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="superseded_by")
    withdrawn = models.BooleanField(default=False)

    privacy = classify(child="withdrawn", housekeeping="occasion at by received_at fingerprint supersedes")

    objects = SeenQuerySet.as_manager()

    class Meta:
        abstract = True


class Attempt(Seen):
    """One try at a goal. Accuracy counts `success`; every other scale has a `value`; `support` is the most help needed.

    On a scale of steps, `steps_done` holds the numbers of the steps done, comma-separated ("1,2,4"), and `value`
    counts them.
    """

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="attempts")
    success = models.BooleanField(null=True)
    value = models.FloatField(null=True)
    steps_done = models.CharField(max_length=80, blank=True)
    support = models.ForeignKey(SupportLevel, models.PROTECT, related_name="+")

    privacy = classify(child="success value steps_done", housekeeping="goal support")

    class Meta:
        indexes = [models.Index(fields=["goal", "occasion"], name="attempt_goal_occasion")]
        constraints = [
            CheckConstraint(
                condition=Q(success__isnull=False, value=None) | Q(success=None, value__isnull=False),
                name="attempt_success_or_value",
            )
        ]


class Response(Seen):
    """How the child was: what, how strong (1–3), during what, and what helped. `kind` is a slug of `knowledge`."""

    kind = models.SlugField(max_length=40)
    strength = models.PositiveSmallIntegerField(default=2)
    during = models.CharField(max_length=120, blank=True)
    helped = models.CharField(max_length=200, blank=True)

    privacy = classify(child="kind strength during helped")

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(strength__gte=1, strength__lte=3), name="response_strength_1_to_3")
        ]


class Remark(Seen):
    """A sentence worth keeping, about a goal or about the occasion; the family reads it once it is shared."""

    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="remarks")
    text = models.CharField(max_length=1000)
    for_family = models.BooleanField(default=False)

    privacy = classify(child="text for_family", housekeeping="goal")


class Asked(models.TextChoices):
    """What a child is asked by pictures."""

    FELT = "felt", _("How it felt")
    FUN = "fun", _("What was fun")
    MORE = "more", _("More, or stop")


class CheckIn(Seen):
    """The child's own voice: one answer to one picture question, about one activity or about the visit."""

    asked = models.CharField(max_length=10, choices=Asked)
    answer = models.SlugField(max_length=40)
    about = models.CharField(max_length=120, blank=True)

    privacy = classify(child="asked answer about")

    class Meta:
        constraints = [one_of("checkin_asked_known", "asked", Asked)]


class Second(Seen):
    """What a second observer saw of a try, for agreement. It is no try of its own and no level counts it.

    `of` names the first observer's attempt where the device knows it; `observer` is a name where she is not `by`.
    """

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="seconds")
    of = models.UUIDField(null=True)
    observer = models.CharField(max_length=60, blank=True)
    success = models.BooleanField(null=True)
    value = models.FloatField(null=True)
    steps_done = models.CharField(max_length=80, blank=True)
    support = models.ForeignKey(SupportLevel, models.PROTECT, related_name="+")

    privacy = classify(child="success value steps_done", person="observer", housekeeping="goal of support")

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(success__isnull=False, value=None) | Q(success=None, value__isnull=False),
                name="second_success_or_value",
            )
        ]
