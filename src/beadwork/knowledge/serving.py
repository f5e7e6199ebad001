"""Which activities serve which goal templates."""

from collections.abc import Iterable

from beadwork.knowledge.kinds.activity import Activity
from beadwork.knowledge.kinds.goal import GoalTemplate


def serves(activity: Activity, goal: GoalTemplate) -> bool:
    """Whether an activity serves a goal template: it says so, they share a step, or an area and a skill; and an age."""
    if not set(activity.ages) & set(goal.ages):
        return False
    if goal.slug in activity.goals or set(activity.steps) & set(goal.steps):
        return True
    return goal.area in activity.areas and bool(set(activity.skills) & set(goal.skills))


def serving(goal: GoalTemplate, activities: Iterable[Activity], age: str) -> list[Activity]:
    """The activities that serve a goal template at one age band."""
    return [one for one in activities if age in one.ages and serves(one, goal)]
