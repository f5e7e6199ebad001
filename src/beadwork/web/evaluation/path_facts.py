"""What is known of a child's steps: marks by hand, tasks of evaluations, goals at work. Each with who and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from beadwork.evaluation.models import Observation, SkillMark, SkillState
from beadwork.knowledge import items
from beadwork.knowledge.paths import Seen
from beadwork.people.models import Child
from beadwork.plan.models import Goal
from beadwork.web.knowledge.words import said

ALONE = {one.slug for one in items("support") if one.is_alone}


@dataclass(frozen=True)
class Fact:
    """One thing that was seen of a step: what, when, and how we know it."""

    state: Seen
    at: datetime
    how: str

    @property
    def words(self) -> str:
        """The state as people say it."""
        return str(SkillState(self.state).label)


@dataclass(frozen=True)
class Known:
    """Everything known about a child's steps, by "path/step": facts with the newest first, and the goals at work."""

    facts: dict[str, list[Fact]]
    goals: dict[str, list[Goal]]

    @property
    def seen(self) -> dict[str, Seen]:
        """What was seen last of each step."""
        return {step: facts[0].state for step, facts in self.facts.items()}


def known_of(child: Child) -> Known:
    """Gathered in three queries."""
    facts: dict[str, list[Fact]] = {}
    for step, fact in sorted([*_marked(child), *_observed(child)], key=lambda one: one[1].at, reverse=True):
        facts.setdefault(step, []).append(fact)
    goals: dict[str, list[Goal]] = {}
    steps = {one.slug: one.steps for one in items("goal")}
    for goal in child.goals.open().exclude(template="").select_related("child"):
        for step in steps.get(goal.template, ()):
            goals.setdefault(step, []).append(goal)
    return Known(facts, goals)


def _marked(child: Child) -> Iterator[tuple[str, Fact]]:
    for mark in SkillMark.objects.filter(child=child).select_related("noted_by"):
        yield mark.step, Fact(Seen(mark.state), mark.noted_at, str(mark.noted_by))


def _observed(child: Child) -> Iterator[tuple[str, Fact]]:
    """A task that was tried in an evaluation with a word about the help says something of its steps."""
    tasks = {one.slug: one for one in items("task")}
    tried = (
        Observation.objects.filter(evaluation__child=child).exclude(support="").select_related("evaluation")
    )
    for one in tried:
        if task := tasks.get(one.task):
            state = Seen.DOES if one.support in ALONE else Seen.WITH_HELP
            how = _("evaluation, “{task}”").format(task=said(task.name))
            yield from ((step, Fact(state, one.evaluation.started_at, how)) for step in task.steps)
