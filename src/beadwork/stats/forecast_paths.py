"""Chance of a first run of visits at a goal.

Latent paths come from a fixed, stratified table; the noise of single points is integrated exactly along each path.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from .forecast_changes import believed_by_phase
from .forecast_even import believed
from .forecast_grid import MEMORY, NODES, NOISE, RATE, SWING, Belief, Points
from .forecast_posterior import Observed, node_chances
from .forecast_prior import Prior
from .series import Floats

PATHS = 256
SEED = 20240607


def chance_by_visit(
    seen: Observed, prior: Prior, goal: float, running: Any, consecutive: int, horizon: int
) -> Floats:
    """(k, horizon) chance of having had `consecutive` points running at the goal; NaN for rows with too few points.

    running: how many of the last points (fewer than consecutive) were at the goal already.
    """
    answer = np.full((len(seen.n), horizon), np.nan)
    for rows, belief, points in _beliefs(seen):
        place = _picked(node_chances(belief, prior))
        parts, node = (
            _drawn(belief, place),
            place % NODES,
        )  # where phases are told, kinds of change times nodes
        sd = np.sqrt(NOISE[node] ** 2 + points.extra.mean(axis=1)[:, None])
        answer[rows] = _first_runs(parts, node, (goal, sd), running[rows], consecutive, horizon)
    return answer


def _beliefs(seen: Observed) -> Iterator[tuple[Any, Belief, Points]]:
    if seen.phases is None:
        for rows, points in seen.blocks():
            yield rows, believed(points), points
    else:
        for row, points in seen.rows():
            yield [row], believed_by_phase(points, seen.phases.seen[row]), points


@cache
def _table(columns: int) -> Floats:
    """(PATHS, columns) normal numbers, each column spread evenly over the normal curve in its own fixed order."""
    from scipy.special import ndtri

    even = ndtri((np.arange(PATHS) + 0.5) / PATHS)
    rng = np.random.default_rng(SEED)
    return np.column_stack([rng.permutation(even) for _ in range(columns)])


def _picked(chance: Floats) -> Any:
    """(k, PATHS) nodes, each as often as its chance says."""
    marks = (np.arange(PATHS) + 0.5) / PATHS
    up = np.cumsum(chance, axis=1)
    return np.stack([np.searchsorted(row, marks * row[-1]) for row in up])


def _drawn(belief: Belief, node: Any) -> tuple[Floats, Floats, Floats]:
    """Level, asymptote and lasting part of each path, by the Cholesky factor of its node's covariance."""
    rows = np.arange(len(node))[:, None]
    ll, la, lp, aa, ap, pp = (item[rows if len(item) > 1 else 0, node] for item in belief.cov)
    z = _table(3).T
    level = np.sqrt(ll)
    down, side = la / level, lp / level
    top = np.sqrt(np.maximum(aa - down**2, 0))
    across = np.where(top > 1e-9, (ap - down * side) / np.maximum(top, 1e-9), 0)
    lasting = np.sqrt(np.maximum(pp - side**2 - across**2, 0))
    mean = [item[rows, node] for item in belief.mean]
    return (
        mean[0] + level * z[0],
        mean[1] + down * z[0] + top * z[1],
        mean[2] + side * z[0] + across * z[1] + lasting * z[2],
    )


def _first_runs(
    parts: Any, node: Any, goal: tuple[float, Floats], running: Any, consecutive: int, horizon: int
) -> Floats:
    from scipy.special import ndtr

    level, top, lasting = parts
    keep, news = np.exp(-RATE[node]), np.sqrt(SWING[node]) * NOISE[node]
    line, sd = goal
    z = _table(3 + horizon).T[3:]
    run = (
        np.arange(consecutive)[:, None, None] == running[None, :, None]
    )  # chance of each run so far, not yet there
    run = np.broadcast_to(run, (consecutive, *node.shape)).astype(float)
    missing = np.empty((len(node), horizon))
    for visit in range(horizon):
        level = keep * level + (1 - keep) * top
        lasting = MEMORY * lasting + news * z[visit]
        hit = ndtr((level + lasting - line) / sd)
        run = np.concatenate([run.sum(axis=0, keepdims=True) * (1 - hit), run[:-1] * hit])
        missing[:, visit] = run.sum(axis=0).mean(axis=1)
    return 1 - missing
