"""The plan of one visit: what the chooser proposed, and what people made of it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from beadwork.activities.models import WeightSet
from beadwork.core.constraints import one_of, pair
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow
from beadwork.visits.models.visit import Visit


class Part(models.TextChoices):
    """The parts of a visit, in their order."""

    WARM_UP = "warm-up", _("Warm-up")
    WORK = "work", _("Heart of the visit")
    CALM_DOWN = "calm-down", _("Calm-down")


class Grouping(models.TextChoices):
    """With how many children."""

    ALONE = "alone", _("One child")
    PAIR = "pair", _("Two children")
    GROUP = "group", _("Three or more")


class Origin(models.TextChoices):
    """How an activity came into the plan."""

    PROPOSED = "proposed", _("proposed")
    SWAPPED = "swapped", _("swapped in")
    ADDED = "added", _("put in")


class VisitPlan(ChildRow):
    """One proposal that somebody took up, with what it was made from; the newest number is the visit's plan.

    `proposed` is the proposal as it was, [part, slug, minutes, points] each; the activities that stand are what people
    chose. `content` is the version and digest of the content; without `weights` the usual ones counted.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    grouping = models.CharField(max_length=20, choices=Grouping, default=Grouping.ALONE)
    outdoors = models.BooleanField(default=False)
    without = models.JSONField(default=list)
    proposed = models.JSONField()
    content = models.CharField(max_length=80)
    weights = models.ForeignKey(WeightSet, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(
        child="minutes grouping outdoors without proposed",
        housekeeping="visit number content weights made_at made_by accepted_at accepted_by",
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            UniqueConstraint(fields=["visit", "number"], name="visitplan_number_once"),
            one_of("visitplan_grouping_known", "grouping", Grouping),
            pair("visitplan_accepted_pair", "accepted_at", "accepted_by"),
            CheckConstraint(condition=Q(minutes__gte=5, minutes__lte=240), name="visitplan_minutes_sane"),
        ]

    @property
    def is_accepted(self) -> bool:
        """Whether somebody said that it will be done so."""
        return self.accepted_at is not None


class PlannedQuerySet(models.QuerySet[Any]):
    """Planned activities."""

    def standing(self) -> Self:
        """Those that were not taken out, in their order."""
        return self.filter(taken_out_at=None).order_by("place", "put_at", "pk")

    def of_visit(self, visit: Visit) -> Self:
        """Those of the newest plan of a visit, with the plan."""
        return self.filter(plan=newest_plan(visit)).select_related("plan__weights")


def newest_plan(visit: Visit) -> models.Subquery:
    """The newest plan of a visit, for a query."""
    return models.Subquery(VisitPlan.objects.filter(visit=visit).order_by("-number").values("pk")[:1])


class PlannedActivity(ChildRow):
    """One activity in the plan of a visit, until it is taken out. Without `slug` it is one in somebody's own words.

    `name` is what it was called when it was put in; `why` the reasons then; `instead_of` what it was swapped for.
    """

    plan = models.ForeignKey(VisitPlan, models.PROTECT, related_name="activities")
    part = models.CharField(max_length=20, choices=Part)
    place = models.SmallIntegerField()
    slug = models.SlugField(max_length=60, blank=True)
    name = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField()
    origin = models.CharField(max_length=20, choices=Origin)
    why = models.JSONField(default=list)
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, related_name="swapped_for")
    put_at = models.DateTimeField()
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_out_at = models.DateTimeField(null=True)
    taken_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(
        child="part place slug name minutes origin why",
        housekeeping="plan instead_of put_at put_by taken_out_at taken_out_by",
    )

    objects = PlannedQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("plannedactivity_part_known", "part", Part),
            one_of("plannedactivity_origin_known", "origin", Origin),
            pair("plannedactivity_taken_out_pair", "taken_out_at", "taken_out_by"),
            CheckConstraint(condition=~Q(name=""), name="plannedactivity_has_a_name"),
            CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=240), name="plannedactivity_minutes_sane"),
            UniqueConstraint(
                fields=["plan", "slug"], condition=Q(taken_out_at=None) & ~Q(slug=""),
                name="plannedactivity_once_a_plan",
            ),
        ]  # fmt: skip
