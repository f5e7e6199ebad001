"""Whether a rising skill has stopped rising: the growth that would matter, against the growth that is there."""

from __future__ import annotations

from typing import Any

import numpy as np

from .budget import Budget
from .expected import Levels
from .probes import Scale
from .results import Result
from .series import Batch, Floats, as_batch, check_better

CALM = Budget()
WINDOWS = (8, 14)  # the last points looked at, each with half the chance
PRIOR_SD, PRIOR_WEIGHT = (
    0.1,
    6.0,
)  # spread about the line as a share of the scale, and how many points that is worth


def stalled(
    levels: Any,
    *,
    growth: float,
    target: float | None = None,
    low: float = 0.0,
    high: float = 100.0,
    better: str = "higher",
    budget: Budget = CALM,
) -> Result:
    """Whether the last eight or fourteen visits make it improbable that the skill still improves by `growth` a visit.

    levels: oldest first, one a visit; one series or a table padded with NaN. growth: the improvement a visit, in
    levels, that the plan counts on. A child who does improve by that much is called stalled within the budget. With a
    target, a mean of the last three at the target or beyond is no stall. Below eight visits the answer is no, with the
    caution `not_enough_data`.

    value: whether it has stalled now or had before. details: alarms, fired, at (as in `skill_lost`), slope (per visit,
    over the last points looked at; positive when the child improves).
    """
    if not growth > 0:
        raise ValueError("growth must be above zero: how much a visit the plan counts on")
    batch = as_batch(levels, "levels", low=low, high=high)
    scale = Scale(low, high, check_better(better))
    shares, least = scale.share(batch.values), growth / (high - low)
    goal = np.inf if target is None else float(scale.share(target))
    alarms, fired, slope = _look(shares, batch, least, goal, budget)
    at = (alarms * np.arange(1, shares.shape[1] + 1)).max(axis=1)
    words = np.array([_words(*row) for row in zip(at, slope * (high - low), batch.n, strict=True)])
    details = {"alarms": alarms, "fired": fired, "at": at, "slope": slope * (high - low), "told": words}
    flags = {"not_enough_data": batch.answer(batch.n < min(WINDOWS))}
    answers = {name: batch.answer(item) for name, item in details.items()} | {"growth": growth}
    method = f"Growth against plan (budget {budget.chance:.3g} a look)"
    n = batch.answer(batch.n)
    return Result(batch.answer(at > 0), method, n, "{told}", flags=flags, details=answers, bounds=None)


def _look(shares: Floats, batch: Batch, least: float, goal: float, budget: Budget) -> tuple[Any, Any, Any]:
    alarms, fired = np.zeros((2, *shares.shape), bool)
    free, slope = np.zeros(len(shares), int), np.full(len(shares), np.nan)
    for now in range(min(WINDOWS) - 1, shares.shape[1]):
        for size in WINDOWS:
            window = slice(now - size + 1, now + 1)
            here = np.flatnonzero((batch.n > now) & (free <= window.start) & (window.start >= 0))
            if len(here) == 0:
                continue
            chance, slope[here] = chance_of_growth(shares[here, window], least)
            there = shares[here, now - 2 : now + 1].mean(axis=1) >= goal - 1e-9
            hit = here[(chance <= budget.chance / len(WINDOWS)) & ~there]
            alarms[hit, now] = True
            fired[hit] = False
            fired[hit, window] = True
        free[alarms[:, now]] = now + 1
    return alarms, fired, slope


def chance_of_growth(window: Floats, least: float) -> tuple[Any, Any]:
    """(chance that so flat a line or a flatter one is seen while the child grows by `least` a visit, the slope)."""
    from scipy.special import stdtr

    size = window.shape[1]
    time = np.arange(size) - (size - 1) / 2
    slope = window @ time / (time @ time)
    rest = window - window.mean(axis=1, keepdims=True) - slope[:, None] * time
    freedom = PRIOR_WEIGHT + size - 2
    spread = np.sqrt((PRIOR_WEIGHT * PRIOR_SD**2 + (rest**2).sum(axis=1)) / freedom)
    return stdtr(freedom, (slope - least) / (spread * np.sqrt(_slope_variance(time)))), slope


def _slope_variance(time: Floats) -> float:
    """Variance of a least-squares slope of neighbours that hang together as levels do, for unit variance."""
    apart = np.abs(time[:, None] - time)
    weight = time / (time @ time)
    return float(weight @ Levels.persistence**apart @ weight)


def _words(at: int, slope: float, n: int) -> str:
    if n < min(WINDOWS):
        return "There are too few visits to tell whether this still rises."
    if not at:
        return f"This may well still rise as planned; the last visits change by {slope:.1f} a visit."
    return f"At visit {at} the rise had fallen behind what the plan counts on: talk about what to change."
