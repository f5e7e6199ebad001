"""How far a second observer saw the same: the tries that both saw, beside one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from beadwork import stats
from beadwork.plan.models import Goal
from beadwork.record.models import Attempt, Second
from beadwork.visits.journal import Line

FEW = 5
"""Tries below which kappa is not told: chance weighs too much (the caution `few_points` of `stats`)."""


@dataclass(frozen=True)
class Agreement:
    """The tries of one goal that two observers saw, each with the second observer's row."""

    goal: Goal
    pairs: tuple[tuple[Line, Second], ...]

    @property
    def same(self) -> int:
        """Tries with the same result: the same success, the same steps, the same level."""
        return sum(_result(one) == _result(other) for one, other in self.pairs)

    @property
    def same_help(self) -> int:
        """Tries in which both saw the same help."""
        return sum(one.support_id == other.support_id for one, other in self.pairs)

    @cached_property
    def kappa(self) -> float | None:
        """Agreement on the level beyond chance (quadratic weights); None for few tries, or almost one level alone."""
        if len(self.pairs) < FEW:
            return None
        told = stats.weighted_kappa(
            [_level(one) for one, _ in self.pairs], [_level(two) for _, two in self.pairs]
        )
        return None if told.flags["undefined"] or told.flags["rare_category"] else float(told.value)

    @property
    def observers(self) -> list[str]:
        """Who looked on: a name where it was said, else who was signed in."""
        return list(dict.fromkeys(second.observer or str(second.by) for _, second in self.pairs))


def second_views(occasion_id: UUID | None) -> list[tuple[UUID, Second]]:
    """What a second observer saw on an occasion, each with the id of its try as it stands, corrected or not."""
    seconds = (
        Second.objects.standing()
        .filter(occasion=occasion_id, of__isnull=False)
        .select_related("by", "support")
    )
    seconds = list(seconds.order_by("at", "pk"))
    if not seconds:
        return []
    corrected = Attempt.objects.filter(occasion=occasion_id, supersedes__isnull=False, withdrawn=False)
    later = dict(corrected.values_list("supersedes", "pk"))
    return [(_standing(second.of, later), second) for second in seconds]


def _standing(id: UUID, later: dict[UUID, UUID]) -> UUID:
    while id in later:
        id = later[id]
    return id


def agreement(goal: Goal, lines: Iterable[Line], views: Iterable[tuple[UUID, Second]]) -> Agreement | None:
    """Of one goal's tries; None where nobody else looked. A second view of a try taken back pairs with nothing."""
    tries = {line.id: line for line in lines}
    pairs = tuple((tries[id], second) for id, second in views if id in tries and second.goal_id == goal.pk)
    return Agreement(goal, pairs) if pairs else None


def _result(one: Line | Second) -> object:
    return one.success if one.success is not None else (one.steps_done or one.value)


def _level(one: Line | Second) -> float:
    return float(one.success) if one.success is not None else float(one.value or 0.0)
