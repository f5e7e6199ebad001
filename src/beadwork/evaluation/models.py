"""An evaluation and what it found. Questions, tasks, areas and support words come from `knowledge` by their slugs."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beadwork.core.constraints import in_order, one_of, pair
from beadwork.core.models import Row
from beadwork.core.privacy import classify
from beadwork.knowledge.paths import Seen
from beadwork.people.models import Caregiver, ChildRow


class Evaluation(ChildRow):
    """One evaluation: begun, ended (the family goes home), finished (the findings stand and change no more)."""

    started_at = models.DateTimeField()
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    caregivers = models.ManyToManyField(Caregiver, related_name="+")
    others_present = models.CharField(max_length=200, blank=True)
    siblings_present = models.BooleanField(default=False)
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    privacy = classify(
        child="others_present siblings_present",
        housekeeping="started_at started_by ended_at finished_at finished_by",
    )

    class Meta:
        constraints = [
            in_order("evaluation_started_ended", "started_at", "ended_at"),
            pair("evaluation_finished_pair", "finished_at", "finished_by"),
            models.UniqueConstraint(
                fields=["child"], condition=models.Q(finished_at=None), name="evaluation_one_open_a_child"
            ),
        ]

    @property
    def is_finished(self) -> bool:
        """Whether the findings stand."""
        return self.finished_at is not None


class Answer(Row):
    """What the family said to one question of the interview."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="answers")
    question = models.SlugField(max_length=40)
    text = models.TextField(max_length=4000)

    privacy = classify(child="text", housekeeping="evaluation question")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "question"], name="answer_once_a_question")
        ]


class Observation(Row):
    """What the child did at one task, the help it took, and how she was while doing it."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="observations")
    task = models.SlugField(max_length=40)
    did = models.TextField(max_length=4000)
    support = models.SlugField(max_length=40, blank=True)
    behaviour = models.TextField(max_length=4000, blank=True)

    privacy = classify(child="did support behaviour", housekeeping="evaluation task")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "task"], name="observation_once_a_task")]


class Finding(Row):
    """One area of the profile: strengths first, then what is hard."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="findings")
    area = models.SlugField(max_length=40)
    strengths = models.TextField(max_length=4000, blank=True)
    needs = models.TextField(max_length=4000, blank=True)

    privacy = classify(child="strengths needs", housekeeping="evaluation area")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evaluation", "area"], name="finding_once_an_area")]


class SkillState(models.TextChoices):
    """What somebody saw of one step of a skill path (the words of `knowledge.paths.Seen`)."""

    DOES = Seen.DOES, _("Does it")
    WITH_HELP = Seen.WITH_HELP, _("With help")
    NOT_YET = Seen.NOT_YET, _("Not yet")


class SkillMark(ChildRow):
    """What a clinician saw of one step ("socks/toes-in") on a day. Never edited: the newest one holds."""

    step = models.CharField(max_length=80)
    state = models.CharField(max_length=20, choices=SkillState)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = classify(child="state", housekeeping="step noted_at noted_by")

    class Meta:
        indexes = [models.Index(fields=["child", "noted_at"], name="skillmark_child_noted")]
        constraints = [one_of("skillmark_state_known", "state", SkillState)]
