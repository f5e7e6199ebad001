"""From a series as it was seen to what is believed about its coming levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .forecast_changes import KINDS, stood
from .forecast_even import believed
from .forecast_grid import CELLS, NODES, NOISE, SHAPE, Belief, Points
from .forecast_mixture import Mixture
from .forecast_phases import Phases, phases_of
from .forecast_prior import Prior
from .series import Floats, as_batch, check_better

MIN_POINTS = 5
PARTS = SHAPE[2]  # nodes with the same noise are told as one normal curve with their mean and variance
PART = np.indices(SHAPE)[2].ravel()  # which of these a node belongs to
ALIKE = np.eye(PARTS)[PART]
LONGEST = 12.0  # a gap counts at most as so many usual gaps


@dataclass(frozen=True, eq=False)
class Observed:
    """Checked series on the unit scale, 1 the best: points (k, width) and how many of them each row has.

    phases: labels of the points of each row and of the visits to come; None where none are told.
    """

    points: Points
    n: Any
    single: bool
    phases: Phases | None = None

    def answer(self, rows: Any) -> Any:
        """Per-row answers as the caller expects them: plain for one series, the array for a batch."""
        rows = np.asarray(rows)
        return rows[0].item() if self.single and rows.ndim == 1 else rows[0] if self.single else rows

    def blocks(self) -> Iterator[tuple[Any, Points]]:
        """Rows with the same, sufficient number of points, in blocks that fit the processor's cache."""
        step = max(1, CELLS // NODES)
        for width in np.unique(self.n[self.n >= MIN_POINTS]):
            same = np.flatnonzero(self.n == width)
            for part in (same[i : i + step] for i in range(0, len(same), step)):
                level, *rest = self.points
                yield part, Points(level[part, :width], *(_rows(item, part)[:, :width] for item in rest))

    def rows(self) -> Iterator[tuple[int, Points]]:
        """Rows with sufficient points, one at a time."""
        level, *rest = self.points
        for row in np.flatnonzero(self.n >= MIN_POINTS):
            kept = slice(0, self.n[row])
            yield int(row), Points(level[[row], kept], *(_rows(item, [row])[:, kept] for item in rest))


def observed(
    y: Any,
    *,
    low: float,
    high: float,
    better: str,
    trials: Any,
    days: Any,
    dose: Any,
    phase: Any = None,
    coming: Any = None,
) -> Observed:
    """Check everything that was seen and put it on the unit scale; ValueError says what does not fit."""
    if low is None or high is None or not low < high:
        raise ValueError(
            f"a forecast needs a scale that rises from low to high, not low={low!r}, high={high!r}"
        )
    batch = as_batch(y, "y", low=low, high=high, least=0)
    share = (batch.values - low) / (high - low)
    level = share if check_better(better) == "higher" else 1 - share
    even = np.ones((1, level.shape[1]))
    learned = even if dose is None else _exposure(_beside(dose, "dose", batch), batch.n)
    rested = even if days is None else _gaps(_beside(days, "days", batch))
    extra = 0 * even if trials is None else _chance_variance(level, _beside(trials, "trials", batch))
    phases = phases_of(phase, coming, batch.n, single=batch.single)
    return Observed(Points(level, learned, rested, extra), batch.n, batch.single, phases)


def posterior(seen: Observed, prior: Prior, horizons: Sequence[int]) -> Mixture:
    """Mixtures (k, horizons, parts) of the coming points; NaN for rows with too few points."""
    if seen.phases is not None:
        return _posterior_by_phase(seen, seen.phases, prior, horizons)
    shape = (len(seen.n), len(horizons), PARTS)
    weight, mean, sd = (np.full(shape, np.nan) for _ in range(3))
    for rows, points in seen.blocks():
        belief = believed(points)
        chance = node_chances(belief, prior)
        typical = points.extra.mean(axis=1)[:, None]
        for place, visits in enumerate(horizons):
            centre, variance = belief.ahead(visits)
            weight[rows, place], mean[rows, place], sd[rows, place] = _merged(
                chance, centre, variance + typical
            )
    return Mixture(weight, mean, sd)


def node_chances(belief: Belief, prior: Prior) -> Floats:
    """How likely each node is after the points, (k, nodes); where phases are told, kinds of change times nodes."""
    told = belief.log_likelihood
    weights = prior.weights if told.shape[1] == NODES else prior.by_change.ravel()
    with np.errstate(divide="ignore"):
        height = told + np.log(weights)
    return _softmax(height)


def _softmax(height: Floats) -> Floats:
    chance = np.exp(height - height.max(axis=1, keepdims=True))
    return np.asarray(chance / chance.sum(axis=1, keepdims=True))


def _posterior_by_phase(seen: Observed, phases: Phases, prior: Prior, horizons: Sequence[int]) -> Mixture:
    """As posterior, (k, horizons, kinds of change times parts), one series at a time."""
    shape = (len(seen.n), len(horizons), len(KINDS) * PARTS)
    weight, mean, sd = (np.full(shape, np.nan) for _ in range(3))
    for row, points in seen.rows():
        total, now = stood(points, phases.seen[row])
        with np.errstate(divide="ignore"):
            height = total + np.log(prior.by_change)
        chance = _softmax(height.reshape(1, -1)).reshape(height.shape)
        for visit, label in enumerate(phases.ahead(row, max(horizons)), start=1):
            now = now.moved(label)
            centre, variance = now.point()
            told = _merged(chance, centre, variance + points.extra.mean())
            for place in (i for i, h in enumerate(horizons) if h == visit):
                weight[row, place], mean[row, place], sd[row, place] = (part.ravel() for part in told)
    return Mixture(weight, mean, sd)


def _merged(chance: Floats, centre: Floats, variance: Floats) -> tuple[Floats, Floats, Floats]:
    """Nodes alike in noise as one normal curve with their mean and variance."""
    weight = chance @ ALIKE
    safe = np.maximum(weight, 1e-300)
    mean = (chance * centre) @ ALIKE / safe
    second = (chance * (variance + (centre - mean[:, PART]) ** 2)) @ ALIKE / safe
    return weight, mean, np.sqrt(np.maximum(second, min(NOISE) ** 2))


def _rows(item: Floats, rows: Any) -> Floats:
    return item if len(item) == 1 else item[rows]


def _beside(item: Any, name: str, batch: Any) -> Floats:
    other = as_batch(item, name, least=0)
    if other.values.shape != batch.values.shape or (other.n != batch.n).any():
        raise ValueError(f"{name} must have one entry for every point of y")
    return other.values


def _exposure(dose: Floats, n: Any) -> Floats:
    if (dose < 0).any():
        raise ValueError("dose is minutes done and cannot be below zero")
    later = np.where(np.arange(dose.shape[1]) >= 1, dose, np.nan)
    usual = np.nansum(later, axis=1) / np.maximum(n - 1, 1)
    return np.minimum(dose / np.where(usual > 0, usual, 1.0)[:, None], LONGEST)


def _gaps(days: Floats) -> Floats:
    gap = np.diff(days, axis=1, prepend=np.nan)
    if (gap <= 0).any():
        raise ValueError("days must rise from point to point")
    usual = np.ones(len(gap))
    several = (~np.isnan(gap)).any(axis=1)
    usual[several] = np.nanmedian(gap[several], axis=1)
    return np.minimum(gap / usual[:, None], LONGEST)


def _chance_variance(level: Floats, trials: Floats) -> Floats:
    if (trials <= 0).any():
        raise ValueError("trials must be above zero")
    share = (level * trials + 1) / (trials + 2)
    return share * (1 - share) / trials
