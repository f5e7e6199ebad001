"""What is known of a child's steps: marks by hand, tasks of evaluations, goals reached, goals at work; who and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from beadwork.activities.known import noted
from beadwork.evaluation.models import SkillState
from beadwork.knowledge.paths import Seen
from beadwork.library.own import OwnLibrary
from beadwork.people.models import Child
from beadwork.plan.models import Goal
from beadwork.progress.steps import StepSeen, goals_of, steps_seen
from beadwork.web.knowledge.words import said


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


def known_of(child: Child, library: OwnLibrary, on: date) -> Known:
    """Gathered in three queries."""
    every = goals_of(child, on)
    seen = steps_seen(child, noted(child), every, library)
    facts = {
        step: [Fact(one.state, one.at, _how(one, library)) for one in found] for step, found in seen.items()
    }
    return Known(facts, _at_work(every, library, child))


def _how(one: StepSeen, library: OwnLibrary) -> str:
    if one.goal is not None:
        return _("goal reached, “{goal}”").format(goal=one.goal.name)
    if one.task:
        return _("evaluation, “{task}”").format(task=said(library.item("task", one.task).name))
    return one.noted.by if one.noted else ""


def _at_work(every: Iterable[Goal], library: OwnLibrary, child: Child) -> dict[str, list[Goal]]:
    steps = {one.slug: one.steps for one in library.items("goal")}
    goals: dict[str, list[Goal]] = {}
    for goal in every:
        if goal.is_open and goal.template:
            goal.child = child
            for step in steps.get(goal.template, ()):
                goals.setdefault(step, []).append(goal)
    return goals
