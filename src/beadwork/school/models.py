"""What a teacher sees of a child's work, and what she is asked."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint

from beadwork.core.constraints import pair
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow
from beadwork.plan.models import Goal
from beadwork.plan.models.ladder import in_language
from beadwork.record.models import Occasion

DAYS_TO_ANSWER = 14


class ClassHelp(ChildRow):
    """One thing that helps in class, in a teacher's words; shared until ended."""

    words_en = models.CharField(max_length=300, blank=True)
    words_es = models.CharField(max_length=300, blank=True)
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(child="words_en words_es", housekeeping="shared_at shared_by ended_at ended_by")

    class Meta:
        ordering = ["shared_at"]
        constraints = [pair("classhelp_ended_pair", "ended_at", "ended_by")]

    def __str__(self) -> str:
        return in_language(self.words_en, self.words_es)


class ClassQuestion(ChildRow):
    """The one question of a week (`week_of` is its Monday), about one goal on that goal's own scale."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="class_questions")
    words_en = models.CharField(max_length=300, blank=True)
    words_es = models.CharField(max_length=300, blank=True)
    week_of = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="words_en words_es week_of", housekeeping="goal asked_at asked_by")

    class Meta:
        ordering = ["week_of"]
        constraints = [UniqueConstraint(fields=["child", "week_of"], name="classquestion_one_a_week")]

    def __str__(self) -> str:
        return in_language(self.words_en, self.words_es)

    def takes_answers(self, on: date) -> bool:
        """Whether an answer could be recorded on a day: recent enough, the goal and its plan open."""
        recent = self.week_of <= on < self.week_of + timedelta(days=DAYS_TO_ANSWER)
        return recent and self.goal.closed_at is None and self.goal.plan.is_open

    def is_open(self, on: date) -> bool:
        """Whether it waits for an answer."""
        return self.takes_answers(on) and not hasattr(self, "answer")


class ClassAnswer(ChildRow):
    """The teacher's answer; level and support are attempts of its occasion, none where she could not see it."""

    question = models.OneToOneField(ClassQuestion, models.PROTECT, related_name="answer")
    occasion = models.OneToOneField(Occasion, models.PROTECT, related_name="class_answer")
    remark = models.CharField(max_length=1000, blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="remark", housekeeping="question occasion answered_at answered_by")
