"""What a plan or a goal still lacks before it can be signed, and goals that say the same."""

import re

from django.utils.translation import gettext as _

from beadwork.plan.models import Goal, GoalVersion, Plan

SAME = 0.6  # of the words two goals have together: above it they are noticed
SMALL = 3  # letters: shorter words do not tell goals apart


def missing(goal: Goal) -> list[str]:
    """What one goal lacks, in words a person can act on; empty if it can be signed."""
    version = goal.newest_version
    wanted = {
        _("what the child does"): version.does,
        _("a baseline: the level at the start and the help it took"): _is_given(version, "baseline"),
        _("a number to reach"): version.target is not None,
        _("the help that is fine when it is reached"): version.target_support,
        _("a setting: when and where it is done"): version.condition,
        _("a date to look at it together"): version.review_on,
        _("the goal in the family's words"): version.family_words_en or version.family_words_es,
    }
    return [what for what, there in wanted.items() if not there]


def _is_given(version: GoalVersion, name: str) -> bool:
    return getattr(version, name) is not None and getattr(version, f"{name}_support") is not None


def lacking(plan: Plan) -> list[str]:
    """What a draft lacks, goal by goal."""
    goals = list(plan.goals.open().with_versions())
    goes_on = Goal.objects.open().filter(
        child=plan.child_id, plan__signed_at__isnull=False, plan__ended_at=None
    )
    lacks = [] if goals or goes_on.exists() else [_("It has no goal yet.")]
    return lacks + [
        _("“{goal}” lacks {what}.").format(goal=goal.name, what="; ".join(wanting))
        for goal in goals
        if (wanting := missing(goal))
    ]


def similar_goals(plan: Plan) -> list[tuple[Goal, Goal]]:
    """Pairs of open goals of the child that say nearly the same: worth a second look, not an error."""
    goals = list(Goal.objects.open().filter(child=plan.child_id, plan__ended_at=None).with_versions())
    words = {goal.pk: _words(goal) for goal in goals}
    pairs = [(one, other) for index, one in enumerate(goals) for other in goals[index + 1 :]]
    return [(one, other) for one, other in pairs if _overlap(words[one.pk], words[other.pk]) >= SAME]


def _words(goal: Goal) -> frozenset[str]:
    text = f"{goal.name} {goal.newest_version.does}".lower()
    return frozenset(word for word in re.findall(r"\w+", text) if len(word) >= SMALL)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set's words that both have."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
