"""When a goal is likely to be reached, if it is: chances by visit, a range where one exists, and honest words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np

from .cautions import Caution, caution
from .forecast_paths import chance_by_visit
from .forecast_posterior import MIN_POINTS, Observed, observed
from .forecast_prior import Prior, default_prior
from .series import Floats, check_better

EXPECTED = 0.9  # chance within the horizon from which a goal is called expected
NOT_FORECAST = 0.3  # and below which it is not forecast to be reached
STATUSES = ("reached", "expected", "uncertain", "not forecast to reach", "not enough data")


@dataclass(frozen=True, eq=False)
class GoalTime:
    """Chance of having reached the goal by each visit ahead, and what can be said about when.

    chance: (visits,) for one series, (k, visits) for a batch; NaN where data do not suffice. median, earliest, latest:
    visits ahead by which the chance passes one half, one tenth and nine tenths; NaN where it does not within the
    horizon, so a range exists only where both ends do. status: one of STATUSES.
    """

    chance: Floats
    median: Any
    earliest: Any
    latest: Any
    status: Any
    n: Any
    visits_per_week: float
    flags: Mapping[str, Any] = field(default_factory=dict)
    method: str = "First run of visits at the target on the forecast's grid, by stratified paths"

    @property
    def is_batch(self) -> bool:
        """Whether this is about many series."""
        return self.chance.ndim == 2

    @property
    def days(self) -> Floats:
        """Days ahead of each entry of `chance`."""
        return 7 * np.arange(1, self.chance.shape[-1] + 1) / self.visits_per_week

    def by_day(self, days: float) -> Any:
        """Chance of having reached the goal so many days from the last point; ValueError beyond the horizon."""
        if not 0 <= days <= self.days[-1]:
            raise ValueError(f"the forecast covers {self.days[-1]:g} days, not {days:g}")
        visits = int(np.floor(days * self.visits_per_week / 7 + 1e-9))
        none = np.zeros_like(self.chance[..., 0])
        return (
            self.chance[..., visits - 1] if visits else np.where(np.isnan(self.chance[..., 0]), np.nan, none)
        )

    def range_in_days(self) -> tuple[Any, Any]:
        """The 80 % range in days ahead; NaN where it does not exist."""
        pace = 7 / self.visits_per_week
        return pace * self.earliest, pace * self.latest

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """The cautions that hold here; for a batch, those that hold for any of its series."""
        return tuple(caution(code) for code, holds in self.flags.items() if np.any(holds))

    def has(self, code: str) -> bool:
        """Whether this caution holds (for a batch: for any series)."""
        return bool(np.any(self.flags.get(code, False)))

    def explain(self) -> Any:
        """One line in plain words; for a batch, a list with one line per series."""
        rows = zip(
            *(np.atleast_1d(item) for item in (self.status, self.n, self.earliest, self.latest)),
            np.atleast_2d(self.chance)[:, -1],
            strict=True,
        )
        lines = [_sentence(self.chance.shape[-1], *row) for row in rows]
        return lines if self.is_batch else lines[0]


def time_to_goal(
    y: Any,
    *,
    target: float,
    low: float,
    high: float,
    consecutive: int = 3,
    visits_per_week: float = 1.0,
    horizon_visits: int = 26,
    better: str = "higher",
    trials: Any = None,
    days: Any = None,
    dose: Any = None,
    grain: float | None = None,
    phase: Any = None,
    prior: Prior | None = None,
) -> GoalTime:
    """Forecast when `consecutive` visits running will lie at the target or beyond it.

    A run that has begun in y counts on. Other arguments are those of forecast_levels; with `phase` the answer holds
    as long as the newest conditions stay. The same points give the same answer every time: the paths are fixed ones.
    """
    _check(target, low, high, consecutive, visits_per_week, horizon_visits)
    seen = observed(y, low=low, high=high, better=better, trials=trials, days=days, dose=dose, phase=phase)
    share = (target - low) / (high - low)
    goal = share if check_better(better) == "higher" else 1 - share
    half_step = 0.0 if grain is None else grain / (high - low) / 2
    running, done = _runs(seen, goal, consecutive)
    doubt = (prior or default_prior()).doubting()
    line = goal - half_step if goal > 0 else -np.inf  # the worst level is always reached
    chance = chance_by_visit(seen, doubt, line, running, consecutive, horizon_visits)
    done = done & (seen.n >= MIN_POINTS)
    chance[done] = 1.0
    marks = {
        name: _passed(chance, level) for name, level in (("earliest", 0.1), ("median", 0.5), ("latest", 0.9))
    }
    status = _status(chance[:, -1], done, seen.n)
    told = {name: seen.answer(np.where(done, 0.0, mark)) for name, mark in marks.items()}
    return GoalTime(
        chance=seen.answer(chance),
        status=seen.answer(status),
        n=seen.answer(seen.n),
        visits_per_week=float(visits_per_week),
        flags=MappingProxyType(_flags(seen, done, prior)),
        **told,
    )


def _check(target: float, low: float, high: float, consecutive: int, pace: float, horizon: int) -> None:
    if not low <= target <= high:
        raise ValueError(f"the target {target!r} lies off the scale from {low!r} to {high!r}")
    if consecutive < 1 or horizon < 1 or not pace > 0:
        raise ValueError(
            "consecutive and horizon_visits are whole numbers from 1 on, visits_per_week above 0"
        )


def _runs(seen: Observed, goal: float, consecutive: int) -> tuple[Any, Any]:
    """How many of the last points are at the goal, and whether the rule was ever met."""
    running = np.zeros(len(seen.n), int)
    longest = running.copy()
    for t, column in enumerate(seen.points.level.T):
        here = t < seen.n
        running = np.where(here, np.where(column >= goal - 1e-9, running + 1, 0), running)
        longest = np.maximum(longest, running)
    return np.minimum(running, consecutive - 1), longest >= consecutive


def _passed(chance: Floats, level: float) -> Floats:
    """Visits ahead at which the chance passes a level, between visits in proportion; NaN where it does not."""
    full = np.column_stack([np.zeros(len(chance)), chance])
    enough = full >= level
    first = enough.argmax(axis=1)
    row, before = np.arange(len(full)), np.maximum(first - 1, 0)
    step = full[row, first] - full[row, before]
    within = (level - full[row, before]) / np.where(step > 0, step, 1.0)
    return np.where(enough.any(axis=1), before + within, np.nan)


def _status(chance: Floats, done: Any, n: Any) -> Any:
    return np.select(
        [n < MIN_POINTS, done, chance >= EXPECTED, chance < NOT_FORECAST],
        ["not enough data", "reached", "expected", "not forecast to reach"],
        "uncertain",
    )


def _flags(seen: Observed, done: Any, prior: Prior | None) -> dict[str, Any]:
    short = seen.n < MIN_POINTS
    return {
        "not_enough_data": seen.answer(short),
        "few_points": seen.answer(~short & (seen.n < 2 * MIN_POINTS)),
        "default_prior": seen.answer(np.full(len(short), prior is None)),
        "extrapolated": seen.answer(~short & ~done),
    }


def _sentence(horizon: int, status: str, n: int, earliest: float, latest: float, chance: float) -> str:
    if status == "not enough data":
        return f"Not enough data yet: {n} of {MIN_POINTS} points."
    if status == "reached":
        return "The goal has been reached."
    odds = f"a chance of {chance:.0%} within {horizon} visits"
    if status == "not forecast to reach":
        return f"Not forecast to be reached as things go now: {odds}."
    if np.isnan(latest):
        return f"It is uncertain when the goal will be reached: {odds}."
    return f"Likely to be reached in {np.ceil(earliest):.0f} to {np.ceil(latest):.0f} visits: {odds}."
