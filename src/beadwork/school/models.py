"""What a teacher sees of a child's work, and what she is asked."""

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint

from beadwork.core.constraints import pair
from beadwork.core.privacy import classify
from beadwork.people.models import ChildRow
from beadwork.plan.models import Goal
from beadwork.record.models import Occasion


class ClassHelp(ChildRow):
    """One thing that helps in class, in the teacher's words; shared until ended."""

    words = models.CharField(max_length=300)
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(child="words", housekeeping="shared_at shared_by ended_at ended_by")

    class Meta:
        constraints = [pair("classhelp_ended_pair", "ended_at", "ended_by")]


class ClassQuestion(ChildRow):
    """The one question of a week (`week_of` is its Monday), about one goal on that goal's own scale."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="class_questions")
    words = models.CharField(max_length=300)
    week_of = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="words week_of", housekeeping="goal asked_at asked_by")

    class Meta:
        constraints = [UniqueConstraint(fields=["child", "week_of"], name="classquestion_one_a_week")]


class ClassAnswer(ChildRow):
    """The teacher's answer; the level and support are an attempt of the same occasion."""

    question = models.OneToOneField(ClassQuestion, models.PROTECT, related_name="answer")
    occasion = models.OneToOneField(Occasion, models.PROTECT, related_name="class_answer")
    remark = models.CharField(max_length=1000, blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="remark", housekeeping="question occasion answered_at answered_by")
