"""Goal templates: numbers on their scale, a target that is not the baseline, points as the scale needs them."""

from collections.abc import Iterator

from beadwork.knowledge.checks.finding import Finding, error
from beadwork.knowledge.kinds.goal import GoalTemplate
from beadwork.knowledge.library import Library

ATTAINMENT_LEVELS = 5


def check(library: Library) -> Iterator[Finding]:
    """Everything a template must have to become a measurable goal."""
    for goal in library.items("goal"):
        yield from (error(goal, fault) for fault in _faults(goal))


def _faults(goal: GoalTemplate) -> Iterator[str]:
    low, high = goal.baseline
    if not all(goal.low <= number <= goal.high for number in (low, high, goal.target)):
        yield "baseline and target lie on the scale, from low to high"
    reached = low if goal.better == "lower" else high
    is_gain = goal.target < reached if goal.better == "lower" else goal.target > reached
    if goal.scale != "support" and not is_gain:
        yield "the target is better than every usual baseline"
    if any("{child}" not in said for said in goal.family_words):
        yield "family_words: name the child as {child}, in both languages"
    yield from _points(goal)


def _points(goal: GoalTemplate) -> Iterator[str]:
    if goal.scale == "steps" and len(goal.points) != goal.high:
        yield f"points: a scale of steps up to {goal.high:g} has as many points, in order"
    if goal.scale == "attainment" and len(goal.points) != ATTAINMENT_LEVELS:
        yield "points: a scale of attainment has five, from −2 to +2"
    if goal.scale in {"accuracy", "count", "duration", "latency", "rate"} and goal.points:
        yield "points: only scales of steps, attainment and support have points"
