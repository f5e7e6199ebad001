"""Which milestone list a child is asked about, and what stands on it. Never a score."""

from typing import Any, Protocol

from beadwork.knowledge.age import Correction
from beadwork.knowledge.kinds.development import Milestone, MilestoneSet


class Content(Protocol):
    """A library: what came, or a practice's own."""

    def items(self, kind: str) -> tuple[Any, ...]:
        """Every item of a kind."""


def list_ages(library: Content, of: str) -> list[int]:
    """The ages (months) a set has lists for, youngest first."""
    return sorted({one.months for one in library.items("milestone") if one.set == of})


def list_for(library: Content, of: str, months: float) -> int | None:
    """The list to show at an age (the one that counts, in months): the oldest not above it. None before the first."""
    return max((age for age in list_ages(library, of) if age <= months), default=None)


def on_list(library: Content, of: str, age: int) -> list[Milestone]:
    """What stands on one list, in its order."""
    return [one for one in library.items("milestone") if one.set == of and one.months == age]


def correction(milestone_set: MilestoneSet) -> Correction:
    """How a set counts the age of a child born early."""
    return Correction(milestone_set.correct_born_before_days, milestone_set.correct_until_days)
