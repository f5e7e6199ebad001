"""A routine that carries a goal home, and the days on which it was done, or not."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import get_language

from beadwork.core.constraints import pair
from beadwork.core.privacy import classify
from beadwork.knowledge import item
from beadwork.people.models import Caregiver, ChildRow
from beadwork.plan.models import Goal
from beadwork.plan.models.ladder import in_language
from beadwork.record.models import Occasion


class Routine(ChildRow):
    """What to do for a goal, in which moment of the family's day, for how many minutes; shared until ended.

    `activity`: the one of the library whose family version it began from, if any.
    """

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="routines")
    moment_en = models.CharField(max_length=80)
    moment_es = models.CharField(max_length=80, blank=True)
    words_en = models.CharField(max_length=400)
    words_es = models.CharField(max_length=400, blank=True)
    minutes = models.PositiveSmallIntegerField(default=3)
    activity = models.SlugField(max_length=60, blank=True, db_index=False)
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(
        child="moment_en moment_es words_en words_es minutes activity",
        housekeeping="goal shared_at shared_by ended_at ended_by",
    )

    class Meta:
        constraints = [
            pair("routine_ended_pair", "ended_at", "ended_by"),
            CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=60), name="routine_minutes_sane"),
        ]

    @property
    def moment(self) -> str:
        """When in the day, in the reader's language."""
        return in_language(self.moment_en, self.moment_es)

    @property
    def words(self) -> str:
        """What to do, in the reader's language."""
        return in_language(self.words_en, self.words_es)


class HomeDay(ChildRow):
    """One caregiver's answer for one routine on one day: done, or not today; a feeling and a remark if she likes."""

    routine = models.ForeignKey(Routine, models.PROTECT, related_name="days")
    caregiver = models.ForeignKey(Caregiver, models.PROTECT, related_name="home_days")
    occasion = models.OneToOneField(Occasion, models.PROTECT, related_name="home_day")
    on = models.DateField()
    done = models.BooleanField()
    feeling = models.SlugField(max_length=40, blank=True)
    remark = models.CharField(max_length=1000, blank=True)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(
        child="on done feeling remark", housekeeping="routine caregiver occasion told_at told_by"
    )

    class Meta:
        constraints = [UniqueConstraint(fields=["routine", "caregiver", "on"], name="homeday_once_a_day")]

    @property
    def feeling_words(self) -> str:
        """How it felt, in the reader's language; empty where nobody said."""
        return item("feeling", self.feeling).in_words(get_language() or "en") if self.feeling else ""
