"""How many false alarms a year a family and a therapist are asked to bear, and what that leaves for one look."""

from __future__ import annotations

from dataclasses import dataclass

MOST = 0.1  # even where looks are rare, no single one may cry wolf more often than this


@dataclass(frozen=True)
class Budget:
    """False alarms a child-year, spread over `skills` watched skills, each looked at `looks` times a year.

    ValueError for numbers that are not above zero. More skills or more looks mean a stricter single look: a watch over
    many skills is weaker on each of them.
    """

    false_alarms: float = 1.0
    looks: float = 20.0
    skills: float = 1.0

    def __post_init__(self) -> None:
        for name in ("false_alarms", "looks", "skills"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be above zero")

    @property
    def chance(self) -> float:
        """The chance of a false alarm that one look at one skill may carry."""
        return min(MOST, self.false_alarms / (self.looks * self.skills))
