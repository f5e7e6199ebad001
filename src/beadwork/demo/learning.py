"""How a made-up child learns: the chance to succeed and the help it takes, week by week. Shapes, not a theory.

Everything is drawn from the `Random` that is given, so the same seed makes the same practice.
"""

from dataclasses import dataclass
from math import exp
from random import Random


@dataclass(frozen=True)
class Course:
    """A shape of learning over weeks; `away` are the weeks without visits."""

    pace: float
    middle: float
    away: tuple[int, int] | None = None
    loss: float = 0.0
    ceiling: float = 1.0
    at_home: float = 0.0
    at_clinic: float = 0.0


COURSES = {
    "steady": Course(pace=0.16, middle=18),
    "slow": Course(pace=0.09, middle=34),
    "spurt": Course(pace=0.45, middle=20),
    "plateau": Course(pace=0.25, middle=12, ceiling=0.55),
    "reached": Course(pace=0.25, middle=12),
    "backwards": Course(pace=0.2, middle=14, away=(36, 43), loss=0.45),
    "illness": Course(pace=0.25, middle=12, away=(10, 13), loss=0.15),
    "home-first": Course(pace=0.18, middle=16, at_clinic=-0.4),
    "clinic-first": Course(pace=0.18, middle=16, at_home=-0.4),
}
USUAL = ("steady", "steady", "slow", "spurt", "plateau", "reached", "illness")


def readiness(course: Course, week: int, setting: str) -> float:
    """How far the child is from baseline (0) to doing it as planned (1), in one week, in one setting."""
    grown = course.ceiling / (1 + exp(-course.pace * (week - course.middle)))
    if course.away and week > course.away[1]:
        grown *= 1 - course.loss * exp(-0.15 * (week - course.away[1]))
    shift = {"home": course.at_home, "clinic": course.at_clinic}.get(
        setting, min(course.at_home, course.at_clinic)
    )
    return min(max(grown + shift * min(1.0, 2 * grown), 0.0), 1.0)


def is_away(course: Course, week: int) -> bool:
    """Whether the child does not come in a week (a long break, an illness)."""
    return course.away is not None and course.away[0] <= week <= course.away[1]


def on_the_day(ready: float, random: Random) -> float:
    """Good days and bad days around what the child is ready for."""
    return min(max(ready + random.gauss(0, 0.07), 0.0), 1.0)


def rung(ready: float, start: int, target: int, alone: int, random: Random) -> int:
    """The rank of the help needed now: from `start` to `target` as readiness grows, sometimes one rung off."""
    exact = start + (target - start) * min(1.0, ready * 1.1)
    return min(max(round(exact + random.choice((-0.6, -0.3, 0, 0, 0.3, 0.6))), 0), alone)
