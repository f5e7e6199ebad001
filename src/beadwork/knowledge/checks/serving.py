"""Cover: every activity serves some goal template; every template has activities for each age it claims."""

from collections.abc import Iterator

from beadwork.knowledge.checks.finding import Finding, error
from beadwork.knowledge.library import Library
from beadwork.knowledge.serving import serves, serving

ENOUGH = 3


def check(library: Library) -> Iterator[Finding]:
    """An activity nothing leads to, and a template with too little to do, are not offered to anybody."""
    goals, activities = library.items("goal"), library.items("activity")
    for activity in activities:
        if not any(serves(activity, goal) for goal in goals):
            yield error(activity, "no goal template leads to it")
    for goal in goals:
        for age in goal.ages:
            if (count := len(serving(goal, activities, age))) < ENOUGH:
                yield error(goal, f"{count} activities serve it at age band {age}; {ENOUGH} are wanted")
