"""What is known about children before the first point: weights of the grid's nodes, learned from many series."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from .forecast_changes import KINDS, stood
from .forecast_even import believed, even_points
from .forecast_grid import AXES, CELLS, NODES, SHAPE
from .series import Floats, as_batch, check_better, pad

EVEN = 20.0  # imagined children who spread evenly over each axis (or as the earlier prior has it)
TOGETHER = 20.0  # imagined children for whom the four answers have nothing to do with one another
ROUNDS = 60
TURNS = 3  # between the nodes' weights and those of the kinds of change
DOUBT = 0.1  # share of open mind about how fast and how far, when a time to a goal is asked for
LEAST = 4  # shorter series say next to nothing


@dataclass(frozen=True, eq=False)
class Prior:
    """Weights (nodes,) that add up to 1, the number of series they were learned from, and where those came from.

    within: weights where phases are told, so that a change of conditions need not pass for a swing (the same where
    none were learned). changes: weights of the kinds of change (even where none were learned).
    """

    weights: Floats
    series: int
    source: str
    within: Floats | None = None
    changes: Floats | None = None

    @property
    def by_change(self) -> Floats:
        """Weights (kinds of change, nodes) where phases are told."""
        changes = np.full(len(KINDS), 1 / len(KINDS)) if self.changes is None else self.changes
        return np.multiply.outer(changes, self.weights if self.within is None else self.within)

    def share(self, axis: str) -> dict[float, float]:
        """How the weights spread over one axis of the grid: rate, swing, noise or reach."""
        place = list(AXES).index(axis)
        others = tuple(i for i in range(len(SHAPE)) if i != place)
        return dict(zip(AXES[axis], self.weights.reshape(SHAPE).sum(axis=others).tolist(), strict=True))

    def doubting(self) -> Prior:
        """The same, with a tenth of the weight spread evenly over rate and reach.

        Published series are short and mostly tell of successes, so how often learning slows or stops short of a
        goal cannot be learned from them. For times to a goal, that doubt matters more than anything else.
        """
        within = None if self.within is None else _doubting(self.within)
        return replace(self, weights=_doubting(self.weights), within=within)


@cache
def default_prior() -> Prior:
    """The prior that comes with the library, learned from published single-case series (docs/statistics/forecast)."""
    kept = json.loads(
        resources.files(__package__).joinpath("forecast_prior.json").read_text(encoding="utf-8")
    )
    weights, within, changes = (_share(np.array(kept[name])) for name in ("weights", "within", "changes"))
    return Prior(weights, kept["series"], kept["source"], within, changes)


def fit_prior(
    series: Iterable[Sequence[float]],
    *,
    low: Any,
    high: Any,
    better: Any = "higher",
    phases: Iterable[Sequence[Hashable]] | None = None,
    base: Prior | None = None,
    source: str = "own history",
) -> Prior:
    """Learn a prior from many series, e.g. a practice's finished goals; a few series move `base` only a little.

    low, high, better: one for all, or one for each series. phases: the labels of each series' points; without them
    what is believed of series with phases stays as in `base`. base: what to start from (the default prior).
    ValueError where no series has at least four points.
    """
    rows = [np.asarray(row, dtype=float) for row in series]
    levels = [
        unit_scale(row, low=a, high=b, better=c)
        for row, a, b, c in zip(rows, _each(low, rows), _each(high, rows), _each(better, rows), strict=True)
        if len(row) >= LEAST
    ]
    if not levels:
        raise ValueError(f"no series has {LEAST} points or more")
    start = base or default_prior()
    told = replace(start, series=len(levels), source=source)
    told = replace(told, weights=learned(likelihoods(levels), start.weights))
    if phases is None:
        return told
    labels = [row for row, seen in zip(phases, rows, strict=True) if len(seen) >= LEAST]
    within, changes = learned_by_phase(likelihoods_by_phase(levels, labels), start.by_change)
    return replace(told, within=within, changes=changes)


def unit_scale(row: Any, *, low: float, high: float, better: str) -> Floats:
    """The levels of one series as shares of the scale, 1 the best."""
    batch = as_batch(row, "series", low=low, high=high)
    share = (batch.values[0] - low) / (high - low)
    return np.asarray(share if check_better(better) == "higher" else 1 - share)


def likelihoods(levels: Sequence[Floats]) -> Floats:
    """Log-likelihood (series, nodes) of whole series on the unit scale, evenly spaced visits."""
    table, n = pad([list(row) for row in levels]), np.array([len(row) for row in levels])
    answer = np.empty((len(levels), NODES))
    step = CELLS // NODES
    for width in np.unique(n):
        same = np.flatnonzero(n == width)
        for part in (same[i : i + step] for i in range(0, len(same), step)):
            answer[part] = believed(even_points(table[part, :width])).log_likelihood
    return answer


def learned(log_likelihood: Floats, base: Floats) -> Floats:
    """Node weights by expectation-maximisation: first as a product of four spreads, then free around that product."""
    fit = np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))
    spreads = _spreads(base.reshape(SHAPE))
    first = spreads
    for _ in range(ROUNDS):
        claimed = _spreads(_claimed(fit, _product(spreads)).reshape(SHAPE))
        spreads = [_share(got + EVEN * was) for got, was in zip(claimed, first, strict=True)]
    centre = weights = _product(spreads)
    for _ in range(ROUNDS):
        weights = _share(_claimed(fit, weights) + TOGETHER * centre)
    return weights


def likelihoods_by_phase(levels: Sequence[Floats], labels: Sequence[Sequence[Hashable]]) -> Floats:
    """Log-likelihood (series, kinds of change, nodes) of whole series whose phases are told."""
    pairs = zip(levels, labels, strict=True)
    return np.stack([stood(even_points(level[None]), list(label))[0] for level, label in pairs])


def learned_by_phase(log_likelihood: Floats, base: Floats) -> tuple[Floats, Floats]:
    """Weights of the nodes and of the kinds of change, in turns; base: (kinds, nodes)."""
    from scipy.special import logsumexp

    first, changes = base.sum(axis=0), base.sum(axis=1)
    for _ in range(TURNS):
        told = log_likelihood + np.log(changes)[:, None]
        within = learned(logsumexp(told, axis=1), first)
        kinds = logsumexp(log_likelihood, axis=2, b=within)
        fit = np.exp(kinds - kinds.max(axis=1, keepdims=True))
        changes = _share(_claimed(fit, changes) + EVEN * base.sum(axis=1))
    return within, changes


def _doubting(weights: Floats) -> Floats:
    cube = weights.reshape(SHAPE)
    open_minded = np.broadcast_to(cube.sum(axis=(0, 3), keepdims=True), SHAPE)
    doubt = open_minded.ravel() / (SHAPE[0] * SHAPE[3])
    return np.asarray((1 - DOUBT) * weights + DOUBT * doubt)


def _claimed(fit: Floats, weights: Floats) -> Floats:
    """How many series each node stands for."""
    return weights * ((1 / (fit @ weights)) @ fit)


def _spreads(cube: Floats) -> list[Floats]:
    places = range(cube.ndim)
    return [cube.sum(axis=tuple(other for other in places if other != place)) for place in places]


def _product(spreads: list[Floats]) -> Floats:
    whole = spreads[0]
    for spread in spreads[1:]:
        whole = np.multiply.outer(whole, spread)
    return whole.ravel()


def _share(counts: Floats) -> Floats:
    return np.asarray(counts / counts.sum())


def _each(item: Any, rows: Sequence[Any]) -> Sequence[Any]:
    return [item] * len(rows) if np.ndim(item) == 0 else list(item)
