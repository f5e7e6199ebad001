"""What is known of a child's steps on the skill paths: marked by hand, seen in an evaluation, reached as a goal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from beadwork.activities.known import MARKED, OBSERVED, Noted
from beadwork.knowledge.paths import Seen
from beadwork.library.own import OwnLibrary
from beadwork.people.models import Child
from beadwork.plan.models import Goal, GoalVersion
from beadwork.progress.mastery import mastery, rule_from
from beadwork.progress.series import Series, bare_series


@dataclass(frozen=True, slots=True)
class StepSeen:
    """One thing seen of a step, when, and how it is known: a mark (`noted`), a task of an evaluation, or a goal."""

    state: Seen
    at: datetime
    noted: Noted | None = None
    task: str = ""
    goal: Goal | None = None


Steps = Mapping[str, list[StepSeen]]
RULE = {
    "target": "target", "rank": "target_support__rank", "running": "visits_running", "settings": "settings_needed",
}  # fmt: skip
"""The parts of a goal's mastery rule, and where its version has them."""


def goals_of(child: Child, on: date) -> list[Goal]:
    """Every goal of a child with the rule that holds on a day and its plan, in one query, as they were written."""
    return list(
        with_rule(Goal.objects.filter(child=child), on).select_related("plan").order_by("written_at", "pk")
    )


def with_rule(goals: QuerySet[Goal], on: date) -> QuerySet[Goal]:
    """Goals with the parts of the rule that holds on a day, in the same question."""
    now = GoalVersion.objects.filter(goal=OuterRef("pk"), effective_on__lte=on).order_by("-number")
    parts = {f"rule_{name}": Subquery(now.values(field)[:1]) for name, field in RULE.items()}
    return goals.annotate(**parts)


def steps_seen(child: Child, noted: Iterable[Noted], goals: Iterable[Goal], library: OwnLibrary) -> Steps:
    """By "path/step", what was seen of it, the newest first. One query, where a goal is of a template with steps."""
    found: dict[str, list[StepSeen]] = {}
    seen = [*_noted(noted, library), *_reached(child, goals, library)]
    for step, one in sorted(seen, key=lambda each: each[1].at):  # of one moment the later noted is the newer
        found.setdefault(step, []).insert(0, one)
    return found


def last_seen(steps: Steps) -> dict[str, Seen]:
    """What was seen last of each step."""
    return {step: found[0].state for step, found in steps.items()}


def _noted(noted: Iterable[Noted], library: OwnLibrary) -> Iterator[tuple[str, StepSeen]]:
    tasks = {one.slug: one.steps for one in library.items("task")}
    alone = {one.slug for one in library.items("support") if one.is_alone}
    for one in noted:
        if one.kind == MARKED:
            yield one.word, StepSeen(Seen(one.text), one.at, noted=one)
        if one.kind == OBSERVED:
            state = Seen.DOES if one.text in alone else Seen.WITH_HELP
            yield from ((step, StepSeen(state, one.at, task=one.word)) for step in tasks.get(one.word, ()))


def _reached(child: Child, goals: Iterable[Goal], library: OwnLibrary) -> Iterator[tuple[str, StepSeen]]:
    """A goal that was reached by its own rule says that the steps of its template are done."""
    steps = {one.slug: one.steps for one in library.items("goal")}
    worked_on = [goal for goal in goals if steps.get(goal.template)]
    for goal, series in _with_series(worked_on):
        on = reached_on(goal, series)
        if on is not None:
            at = datetime.combine(on, time(), child.practice.zone)
            yield from ((step, StepSeen(Seen.DOES, at, goal=goal)) for step in steps[goal.template])


def _with_series(goals: list[Goal]) -> Iterator[tuple[Goal, Series]]:
    series = bare_series(goals) if goals else {}
    return ((goal, series[goal.pk]) for goal in goals)


def reached_on(goal: Any, series: Series) -> date | None:
    """The day on which a goal (`with_rule`) was reached by its rule; None where it is not, or names no target."""
    parts = (goal.rule_target, goal.rule_rank, goal.rule_running or 1, goal.rule_settings or 1)
    rule = rule_from(*parts, series.measure)
    return mastery(series, rule).reached_on if rule else None
