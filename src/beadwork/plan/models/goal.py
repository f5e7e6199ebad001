"""A goal: one occupation of one child, measured on one scale for its whole life, told in versions."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.formats import date_format
from django.utils.translation import gettext

from beadwork.core.constraints import one_of, pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow
from beadwork.plan.models.ladder import Ladder, SupportLevel, in_language
from beadwork.plan.models.plan import Plan
from beadwork.plan.models.scale import Better, Scale, of_tries


class GoalQuerySet(models.QuerySet[Any]):
    """Goals, asked by what may be done with them."""

    def open(self) -> Self:
        """Goals that are not closed."""
        return self.filter(closed_at=None)

    def shared(self) -> Self:
        """Goals the family sees."""
        return self.filter(shared_at__isnull=False)

    def worked_on(self) -> Self:
        """Open goals of a plan that is signed and has not ended: attempts may be recorded."""
        return self.open().filter(plan__signed_at__isnull=False, plan__ended_at=None)

    def with_beginning(self) -> Self:
        """With what `beginning` needs, in the same question."""
        first = GoalVersion.objects.filter(goal=models.OuterRef("pk")).order_by("number")
        return self.annotate(
            began=models.Subquery(first.values("baseline")[:1]),
            began_rank=models.Subquery(first.values("baseline_support__rank")[:1]),
        )

    def with_versions(self) -> Self:
        """With everything `newest_version`, its statement and its scale need, in three queries."""
        versions = GoalVersion.objects.select_related("baseline_support", "target_support")
        return self.select_related("child", "plan").prefetch_related(
            models.Prefetch("versions", versions), "points"
        )


class Goal(ChildRow):
    """What stays the same while a goal lives: its name, area, occupation, scale and ladder.

    `template` is the goal template (`knowledge`) it was begun from, if any; `icf` its codes, with a space between.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="goals")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    family_name_en = models.CharField(max_length=120)
    family_name_es = models.CharField(max_length=120, blank=True)
    area = models.SlugField(max_length=40)
    occupation = models.SlugField(max_length=40)
    scale = models.CharField(max_length=20, choices=Scale)
    low = models.FloatField()
    high = models.FloatField()
    unit = models.CharField(max_length=40, blank=True)
    better = models.CharField(max_length=10, choices=Better, default=Better.HIGHER)
    ladder = models.ForeignKey(Ladder, models.PROTECT, related_name="goals")
    template = models.SlugField(max_length=60, blank=True)
    icf = models.CharField(max_length=120, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    shared_at = models.DateTimeField(null=True)
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_because = models.CharField(max_length=200, blank=True)

    privacy = classify(
        child="slug name family_name_en family_name_es area occupation scale low high unit better template "
        "icf closed_because",
        housekeeping="plan ladder written_at written_by shared_at shared_by closed_at closed_by",
    )

    objects = GoalQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["child", "slug"], name="goal_slug_once_a_child"),
            one_of("goal_scale_known", "scale", Scale),
            one_of("goal_better_known", "better", Better),
            CheckConstraint(condition=Q(high__gt=F("low")), name="goal_scale_not_empty"),
            pair("goal_shared_pair", "shared_at", "shared_by"),
            pair("goal_closed_pair", "closed_at", "closed_by"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def family_name(self) -> str:
        """What the family calls it, in the reader's language."""
        return in_language(self.family_name_en, self.family_name_es)

    @property
    def is_open(self) -> bool:
        """Whether it is still worked on, or will be."""
        return self.closed_at is None

    @property
    def newest_version(self) -> "GoalVersion":
        """What was written last; it may hold only from a day to come (`version_on` says what holds on a day)."""
        return list(self.versions.all())[-1]

    @property
    def beginning(self) -> "GoalVersion":
        """The baseline that everything is told against, of a goal asked for `with_beginning`."""
        support = None if self.began_rank is None else SupportLevel(rank=self.began_rank)
        return GoalVersion(baseline=self.began, baseline_support=support)

    def version_on(self, day: date) -> "GoalVersion":
        """What held on a day: the newest version effective by then, or the first."""
        versions = list(self.versions.all())
        return next((one for one in reversed(versions) if one.effective_on <= day), versions[0])

    @property
    def is_shared(self) -> bool:
        """Whether the family sees it."""
        return self.shared_at is not None


class ScalePoint(Row):
    """One described point of a scale: a step of the task (1…n), or a level of attainment (−2…+2)."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="points")
    value = models.SmallIntegerField()
    words_en = models.CharField(max_length=200)
    words_es = models.CharField(max_length=200, blank=True)

    privacy = classify(child="words_en words_es", housekeeping="goal value")

    class Meta:
        ordering = ["value"]
        constraints = [UniqueConstraint(fields=["goal", "value"], name="scalepoint_once")]

    def __str__(self) -> str:
        return in_language(self.words_en, self.words_es)


VERSION = (
    "does", "manner", "condition", "family_words_en", "family_words_es", "baseline", "baseline_support", "target",
    "target_support", "visits_running", "settings_needed", "review_on",
)  # fmt: skip
"""The fields of a version that a change may touch."""


class GoalVersion(Row):
    """What may change, with the day and the reason: statement, baseline, target, mastery, review. History stays.

    The statement is built from parts: the child `does` something `manner`, with `target_support`, `condition`,
    up to `target`, by `review_on`. Numbers are on the goal's scale
    (accuracy is a percentage, 0–100, computed from tries).
    """

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    effective_on = models.DateField()
    reason = models.CharField(max_length=200, blank=True)
    does = models.CharField(max_length=200)
    manner = models.CharField(max_length=200, blank=True)
    condition = models.CharField(max_length=200, blank=True)
    family_words_en = models.CharField(max_length=300, blank=True)
    family_words_es = models.CharField(max_length=300, blank=True)
    baseline = models.FloatField(null=True)
    baseline_support = models.ForeignKey(SupportLevel, models.PROTECT, null=True, related_name="+")
    target = models.FloatField(null=True)
    target_support = models.ForeignKey(SupportLevel, models.PROTECT, null=True, related_name="+")
    visits_running = models.PositiveSmallIntegerField(default=3)
    settings_needed = models.PositiveSmallIntegerField(default=2)
    review_on = models.DateField(null=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(
        child="effective_on reason does manner condition family_words_en family_words_es baseline target "
        "visits_running settings_needed review_on",
        housekeeping="goal number baseline_support target_support written_at written_by",
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            UniqueConstraint(fields=["goal", "number"], name="goalversion_number_once"),
            CheckConstraint(condition=Q(number__gte=1), name="goalversion_number_from_one"),
            CheckConstraint(condition=Q(visits_running__gte=1), name="goalversion_visits_running_some"),
            CheckConstraint(
                condition=Q(settings_needed__gte=1, settings_needed__lte=5),
                name="goalversion_settings_needed_sane",
            ),
        ]

    @property
    def family_words(self) -> str:
        """The goal in the family's words, in the reader's language."""
        return in_language(self.family_words_en, self.family_words_es)

    def statement(self) -> str:
        """The goal in clinician's words: who does what, how, when, how well, with what help, by when."""
        does = " ".join(filter(None, (self.goal.child.name, self.does)))
        parts = [does, self.manner, self.condition, self._how_well(), self._with_help(), self._by_when()]
        return ", ".join(filter(None, parts)) + "."

    def _how_well(self) -> str:
        """The target on the goal's scale, in words."""
        if self.target is None or self.goal.scale == Scale.SUPPORT:
            return ""
        target = f"{self.target:g}"
        if self.goal.scale == Scale.ACCURACY:
            good, tried = of_tries(self.target)
            return gettext("in {good} of {tried} tries").format(good=good, tried=tried)
        if self.goal.scale == Scale.STEPS:
            return gettext("{target} of {high} steps").format(target=target, high=f"{self.goal.high:g}")
        if self.goal.scale == Scale.ATTAINMENT:
            return next(
                (str(point) for point in self.goal.points.all() if point.value == self.target), target
            )
        most = (
            gettext("at most {target} {unit}")
            if self.goal.better == Better.LOWER
            else gettext("{target} {unit}")
        )
        return most.format(target=target, unit=self.goal.unit).strip()

    def _with_help(self) -> str:
        return "" if self.target_support is None else str(self.target_support.family_name)

    def _by_when(self) -> str:
        return "" if self.review_on is None else gettext("by {day}").format(day=date_format(self.review_on))
