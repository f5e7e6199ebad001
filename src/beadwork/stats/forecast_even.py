"""What the grid believes of points one visit apart, by one product with a table instead of point by point.

For such points the filter's gains are the same for every child and its answers are linear in the levels. It is run
once on a series of zeros and on series with a single one; any other series is a weighted sum of these.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from .forecast_grid import NODES, Belief, Points, filtered, steps
from .series import Floats

LONGEST_TABLE = 32  # points; a table grows with their square and is no faster beyond


class Table(NamedTuple):
    """What a constant 1 and the levels weigh in what is believed after `width` points.

    misses: in the miss of each point, (points so far + 1, nodes), so counted that the squares of the misses add up to
    what likelihood they cost. mean: in the last means, each (width + 1, nodes). certain: log-likelihood without misses.
    """

    misses: tuple[Floats, ...]
    mean: tuple[Floats, Floats, Floats]
    cov: tuple[Floats, ...]
    certain: Floats


def believed(points: Points) -> Belief:
    """What each node believes after the points: the answer of `filtered`, sooner where points are even and few."""
    if not points.even or points.level.shape[1] > LONGEST_TABLE:
        return filtered(points)
    table = _table(points.level.shape[1])
    known = np.column_stack([np.ones(len(points.level)), points.level])
    total = np.tile(table.certain, (len(known), 1))
    for weights in table.misses:
        miss = known[:, : len(weights)] @ weights
        total -= miss * miss
    level, top, lasting = table.mean
    return Belief(total, (known @ level, known @ top, known @ lasting), table.cov)


def even_points(level: Floats) -> Points:
    """Points one visit apart, with nothing known about the tries behind them."""
    even = np.ones((1, level.shape[1]))
    return Points(level, even, even, 0 * even)


@cache
def _table(width: int) -> Table:
    alone = np.vstack([np.zeros(width), np.eye(width)])
    misses: list[Floats] = []
    certain = np.zeros(NODES)
    for step in steps(even_points(alone)):
        misses.append(_weights(step.miss / np.sqrt(2 * step.spread))[: len(misses) + 2])
        certain -= 0.5 * np.log(2 * np.pi * step.spread[0])
    level, top, lasting = (_weights(part) for part in step.mean)
    return Table(tuple(misses), (level, top, lasting), step.cov, certain)


def _weights(answer: Floats) -> Floats:
    """What the constant and each level weigh, from the answers to nothing and to each level alone."""
    return np.vstack([answer[:1], answer[1:] - answer[:1]])
