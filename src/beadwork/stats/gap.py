"""Whether a skill shows in one setting and not in another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np

from .budget import Budget
from .expected import Levels, mean_variance
from .probes import Scale
from .results import Result
from .series import Batch, Floats, as_batch, check_better

CALM = Budget()
LATEST, FEWEST = 8, 3  # visits of a setting that are compared, at most and at least
LEAST = 0.15  # of the scale: a smaller gap is nobody's alarm
PRIOR_SD, PRIOR_WEIGHT = (
    0.1,
    4.0,
)  # spread within a setting as a share of the scale, and how many visits that is worth


def setting_gap(
    series_by_setting: Mapping[str, Any],
    *,
    low: float = 0.0,
    high: float = 100.0,
    better: str = "higher",
    least: float | None = None,
    budget: Budget = CALM,
) -> Result:
    """Whether two settings differ, within a budget of false alarms over all pairs of settings.

    series_by_setting: a name to the levels seen there, oldest first (one series each, or tables with the same rows, NaN
    on the right). The last eight of each setting are compared; a setting with fewer than three is left out. `least` is
    the smallest gap worth an alarm (15 of 100). budget.looks: how often a year the question is asked.

    value: whether there is a gap. details: `higher` and `lower` (the settings furthest apart, as far as noise allows to
    tell), gap (in levels; how much better `higher` is), se, chance (of so large a gap without a difference), and fired:
    a name to the mask of the points compared, all False where there is no alarm.
    """
    if len(series_by_setting) < 2:
        raise ValueError("setting_gap needs two settings or more")
    batches = {name: as_batch(levels, name, low=low, high=high) for name, levels in series_by_setting.items()}
    first = next(iter(batches.values()))
    if any(len(batch.n) != len(first.n) or batch.single != first.single for batch in batches.values()):
        raise ValueError("every setting must hold one series, or tables with the same number of rows")
    scale = Scale(low, high, check_better(better))
    parts = {name: _summary(scale.share(batch.values), batch) for name, batch in batches.items()}
    names, gap, error, chance = _widest(parts)
    smallest = LEAST if least is None else least / (high - low)
    pairs = len(batches) * (len(batches) - 1) / 2
    value = (chance <= budget.chance / pairs) & (gap >= smallest - 1e-9)
    size = gap * (high - low)
    words = [_words(*row) for row in zip(value, names[:, 0], names[:, 1], size, strict=True)]
    details = {
        "higher": names[:, 0], "lower": names[:, 1], "gap": size, "se": error * (high - low), "chance": chance,
        "told": np.array(words),
    }  # fmt: skip
    answers: dict[str, Any] = {name: first.answer(item) for name, item in details.items()}
    answers["fired"] = {
        name: batch.answer(_latest(batch) & (value & (names == name).any(axis=1))[:, None])
        for name, batch in batches.items()
    }
    n = first.answer(np.sum([batch.n for batch in batches.values()], axis=0))
    flags = {"not_enough_data": first.answer(np.isnan(gap))}
    method = f"Difference of settings (budget {budget.chance:.3g} a look)"
    return Result(first.answer(value), method, n, "{told}", flags=flags, details=answers, bounds=None)


def _widest(parts: Mapping[str, tuple[Any, Any, Any]]) -> tuple[Any, Any, Any, Any]:
    """Of all pairs of settings, row by row, the surest difference: ((better, worse), gap, error, chance)."""
    pairs = list(combinations(parts, 2))
    compared = [_compare(parts[a], parts[b]) for a, b in pairs]
    gap, error, chance = (np.array(item) for item in zip(*compared, strict=True))
    best = np.argmin(np.where(np.isnan(chance), np.inf, chance), axis=0)
    gap, error, chance = (table[best, np.arange(len(best))] for table in (gap, error, chance))
    names = np.array(
        [pairs[pair][::-1] if up < 0 else pairs[pair] for pair, up in zip(best, gap, strict=True)]
    )
    return names, np.abs(gap), error, chance


def _latest(batch: Batch) -> Any:
    place = np.arange(batch.values.shape[1])
    return batch.seen & (place >= (batch.n - LATEST)[:, None])


def _summary(shares: Floats, batch: Batch) -> tuple[Any, Any, Any]:
    """(visits compared, their mean, their squares about it)."""
    taken = _latest(batch)
    n = taken.sum(axis=1)
    mean = np.where(taken, shares, 0.0).sum(axis=1) / n
    return n, mean, (np.where(taken, shares - mean[:, None], 0.0) ** 2).sum(axis=1)


def _compare(a: tuple[Any, ...], b: tuple[Any, ...]) -> tuple[Any, Any, Any]:
    """(gap, its standard error, two-sided chance) of two settings; NaN where one has too few visits."""
    from scipy.special import stdtr

    (n_a, mean_a, squares_a), (n_b, mean_b, squares_b) = a, b
    own_a, own_b = (mean_variance(n, Levels.persistence) for n in (n_a, n_b))
    freedom = PRIOR_WEIGHT + n_a + n_b - 2
    free = PRIOR_WEIGHT + n_a * (1 - own_a) + n_b * (1 - own_b)
    spread = np.sqrt((PRIOR_WEIGHT * PRIOR_SD**2 + squares_a + squares_b) / free)
    error = spread * np.sqrt(own_a + own_b)
    gap = np.where(np.minimum(n_a, n_b) >= FEWEST, mean_a - mean_b, np.nan)
    return gap, error, 2 * stdtr(freedom, -np.abs(gap) / error)


def _words(alarm: bool, higher: str, lower: str, size: float) -> str:
    if np.isnan(size):
        return "There are too few visits in two settings to compare them."
    if not alarm:
        return "The settings do not differ by more than visits do."
    return f"It shows {size:.0f} better at {higher} than at {lower}: find out what differs."
