"""Everything the chooser knows of one child and one shelf, worked out once: what is excluded, and every reason."""

from functools import cached_property

import numpy as np

from beadwork.activities.choosing.history import Numbers, Past, past
from beadwork.activities.choosing.reasons import Reason, energy, facts, serving, strengths, together
from beadwork.activities.choosing.rules import excluded
from beadwork.activities.choosing.shelf import Mask, Shelf
from beadwork.activities.choosing.situation import Situation
from beadwork.activities.choosing.weights import NAMES, USUAL, Weights

PARTS = ("warm-up", "work", "calm-down")
AT_HOME = "home"
TOWARD_GOALS = {"warm-up": 0.3, "work": 1.0, "calm-down": 0.3, AT_HOME: 1.0}
"""How far goals and steps decide in each part; its beginning and its end are there for the child's state first."""

SHOWN = 0.05


class Ranking:
    """The points of every activity in every part, for one situation and one set of weights."""

    def __init__(self, shelf: Shelf, situation: Situation, weights: Weights = USUAL) -> None:
        self.shelf, self.situation, self.weights = shelf, situation, weights
        self.past: Past = past(shelf, situation.history)
        self.strengths = strengths(shelf, situation, self.past)
        self.serves = serving(shelf, situation)
        self.wanted = np.array([min(1.0, aim.weight) for aim in situation.aims])
        self._energy = {part: energy(shelf, situation, part) for part in (*PARTS, AT_HOME)}

    @cached_property
    def allowed(self) -> Mask:
        """Which activities no hard rule excludes."""
        return np.asarray(~excluded(self.shelf, self.situation))

    def in_part(self, part: str) -> Mask:
        """Which allowed activities are meant for a part of the visit; at home, those that serve a goal there."""
        if part == AT_HOME:
            return np.asarray(self.allowed & self.shelf.told_at_home & (self.serves > 0).any(axis=1))
        return self.allowed & self.shelf.has("occasions", part)

    def terms(self, part: str, wanted: Numbers) -> dict[str, Numbers]:
        """The points each reason gives each activity in a part, while the goals are wanted so much."""
        toward = TOWARD_GOALS[part]
        said = self.strengths | {
            "goal": toward * together(self.serves, wanted),
            "step": toward * self.strengths["step"],
            "energy": self._energy[part],
        }
        return {name: getattr(self.weights, name) * said[name] for name in NAMES}

    def reasons(self, place: int, part: str, wanted: Numbers) -> tuple[Reason, ...]:
        """What speaks for and against one activity, the weightiest first."""
        points = {name: float(values[place]) for name, values in self.terms(part, wanted).items()}
        said = [
            self._reason(name, round(value, 2), place) for name, value in points.items() if abs(value) > SHOWN
        ]
        return tuple(sorted(said, key=lambda one: (-abs(one.points), one.name)))

    def _reason(self, name: str, points: float, place: int) -> Reason:
        if name == "goal":
            served = [
                aim.key
                for aim, strength in zip(self.situation.aims, self.serves[place], strict=True)
                if strength
            ]
            return Reason(name, points, tuple(served))
        words, numbers = facts(name, place, self.shelf, self.situation, self.past)
        return Reason(name, points, words, numbers)  # type: ignore[arg-type]
