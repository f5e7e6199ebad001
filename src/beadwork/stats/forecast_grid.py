"""The forecast's grid of possible children: what each node makes of the points seen and of the visits to come.

Everything here lives on the unit scale, 0 the worst and 1 the best level. A node is one answer to four questions:
how fast the level closes in on where it is heading (`rate`, per visit), where that is (`reach`, the share of the
way from the start to the top of the scale), how much single points scatter (`noise`, a standard deviation), and how
much good and bad weeks last (`swing`, the variance of the lasting part's news as a multiple of noise squared).
Given a node, start, asymptote and the lasting part are Gaussian, so a Kalman filter integrates them exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from .series import Floats

AXES: dict[str, tuple[float, ...]] = {
    "rate": (0.015, 0.03, 0.05, 0.08, 0.12, 0.2, 0.4),
    "swing": (0.0, 0.1, 0.5, 2.0),
    "noise": (0.008, 0.016, 0.027, 0.04, 0.06, 0.09, 0.135, 0.2),
    "reach": (0.0, 1 / 3, 2 / 3, 1.0),
}
SHAPE = tuple(len(values) for values in AXES.values())
RATE, SWING, NOISE, REACH = (axis.ravel() for axis in np.meshgrid(*AXES.values(), indexing="ij"))
NODES = len(RATE)
LEFT = 1 - REACH
START, START_SD = 0.5, 0.35  # where a child may begin: nearly anywhere
REACH_SD = 0.1  # how far the asymptote may lie from what `reach` says
MEMORY = 0.8  # correlation of the lasting part from one visit to the next
CELLS = 40_000  # rows times nodes worked on at once, so that the tables stay in the processor's cache


class Points(NamedTuple):
    """Points of equal number on the unit scale, (k, n); clocks and extra variance are (k, n) or (1, n).

    learned, rested: time since the point before, in visits of practice and in usual gaps of the calendar (the first
    column is not used). extra: variance a point has beyond its node's noise.
    """

    level: Floats
    learned: Floats
    rested: Floats
    extra: Floats

    @property
    def even(self) -> bool:
        """Whether the points are one visit apart, with nothing known about the tries behind them."""
        clocks = np.concatenate([self.learned, self.rested])[:, 1:]
        return bool((clocks == 1).all() and not self.extra.any())


class Step(NamedTuple):
    """After one point: means and covariances as in Belief, the point's miss of what was foreseen, its variance."""

    mean: Any
    cov: Any
    miss: Floats
    spread: Floats


@dataclass(frozen=True, eq=False)
class Belief:
    """What each node believes after the points: log-likelihood (k, nodes), means and covariances of the three parts.

    mean: level, asymptote, lasting part, each (k, nodes). cov: the six distinct covariances in the order ll, la, lp,
    aa, ap, pp, each (k, nodes) or (1, nodes).
    """

    log_likelihood: Floats
    mean: tuple[Floats, Floats, Floats]
    cov: tuple[Floats, ...]

    def ahead(self, visits: float) -> tuple[Floats, Floats]:
        """Mean and variance, (k, nodes), of the point this many visits ahead, its noise included."""
        mean, cov = moved(self.mean, self.cov, np.array(visits, float), np.array(visits, float))
        return mean[0] + mean[2], cov[0] + 2 * cov[2] + cov[5] + NOISE**2


def filtered(points: Points) -> Belief:
    """Take in the points one by one."""
    total = np.zeros((len(points.level), NODES))
    for step in steps(points):
        total -= 0.5 * (np.log(2 * np.pi * step.spread) + step.miss**2 / step.spread)
    return Belief(total, step.mean, step.cov)


def steps(points: Points) -> Iterator[Step]:
    """What is believed after each point."""
    mean, cov = started(len(points.level))
    for t in range(points.level.shape[1]):
        if t:
            mean, cov = moved(mean, cov, points.learned[:, t, None], points.rested[:, t, None])
        mean, cov, miss, spread = taken_in(mean, cov, points.level[:, t, None], points.extra[:, t, None])
        yield Step(mean, cov, miss, spread)


def moved(mean: Any, cov: Any, learned: Floats, rested: Floats) -> tuple[Any, Any]:
    """Means and covariances after some practice and some time."""
    keep, stay = np.exp(-RATE * learned), MEMORY**rested
    gain = 1 - keep
    news = SWING * NOISE**2 * (1 - stay**2) / (1 - MEMORY**2)
    level, top, lasting = mean
    ll, la, lp, aa, ap, pp = cov
    return (keep * level + gain * top, top, stay * lasting), (
        keep * keep * ll + 2 * keep * gain * la + gain * gain * aa,
        keep * la + gain * aa,
        stay * (keep * lp + gain * ap),
        aa,
        stay * ap,
        stay * stay * pp + news,
    )


def started(rows: int) -> tuple[Any, Any]:
    """Means and covariances before the first point."""
    even = np.ones((rows, NODES))
    left, spread = LEFT[None], START_SD**2
    lasting = SWING[None] * NOISE**2 / (1 - MEMORY**2)
    none = np.zeros_like(left)
    mean = (START * even, (START + REACH * (1 - START)) * even, 0 * even)
    return mean, (none + spread, spread * left, none, spread * left**2 + REACH_SD**2, none, lasting)


def taken_in(mean: Any, cov: Any, level: Floats, extra: Floats) -> tuple[Any, Any, Floats, Floats]:
    """Means and covariances after a point, its miss of what was foreseen, and that miss's variance."""
    ll, la, lp, aa, ap, pp = cov
    to_level, to_top, to_lasting = ll + lp, la + ap, lp + pp
    spread = to_level + to_lasting + NOISE**2 + extra
    miss = level - mean[0] - mean[2]
    shares = to_level / spread, to_top / spread, to_lasting / spread
    learnt = tuple(part + share * miss for part, share in zip(mean, shares, strict=True))
    sharper = (
        ll - shares[0] * to_level,
        la - shares[0] * to_top,
        lp - shares[0] * to_lasting,
        aa - shares[1] * to_top,
        ap - shares[1] * to_lasting,
        pp - shares[2] * to_lasting,
    )
    return learnt, sharper, miss, spread


def pick(points: Points, rows: Any) -> Points:
    """Some rows of the points; shared clocks stay shared."""
    return Points(*(item[rows] if len(item) == len(points.level) else item for item in points))
