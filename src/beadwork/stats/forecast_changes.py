"""Changes of conditions that are known, such as baseline and treatment: what each node believes in a new phase.

When conditions change, level and asymptote start anew around the old level; where the same conditions come back, they
start around what was last believed under them. How far a change carries is not known, so six kinds of change stand
side by side as rows; points and prior weigh them. What earlier phases say about a child's rate, swing, noise and reach
goes on counting, but by half with every change.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from .forecast_grid import LEFT, NODES, NOISE, REACH, REACH_SD, Belief, Points, moved, started, taken_in
from .series import Floats

KEPT = 0.5  # share that what was seen before a change counts after it
KINDS = (  # share of the way to the top that the level goes at once, spread of that, spread of the asymptote
    (0.0, 0.03, REACH_SD),
    (0.1, 0.1, REACH_SD),
    (0.3, 0.25, REACH_SD),
    (0.7, 0.2, REACH_SD),
    (0.1, 0.1, 0.5),
    (0.4, 0.25, 0.4),
)
RISE, SPREAD, TOP_SPREAD = (np.array(column)[:, None] for column in zip(*KINDS, strict=True))
Parts = tuple[Any, Any]  # means and covariances as in Belief, each (kinds, nodes)


class Standing(NamedTuple):
    """What is believed under the conditions of now, and what was last believed under those left."""

    label: Hashable
    mean: Any
    cov: Any
    left: Mapping[Hashable, Parts]

    def moved(self, label: Hashable, learned: Any = 1.0, rested: Any = 1.0) -> Standing:
        """After some practice and some time, under these conditions."""
        mean, cov = moved(self.mean, self.cov, np.asarray(learned), np.asarray(rested))
        if label == self.label:
            return self._replace(mean=mean, cov=cov)
        left = {**self.left, self.label: (self.mean, self.cov)}
        mean, cov = _back(left[label], mean, cov) if label in left else _anew(mean, cov)
        return Standing(label, mean, cov, left)

    def point(self) -> Parts:
        """Mean and variance, (kinds, nodes), of a point now, its noise included."""
        ll, _, lp, _, _, pp = self.cov
        return self.mean[0] + self.mean[2], ll + 2 * lp + pp + NOISE**2


def stood(points: Points, labels: Sequence[Hashable]) -> tuple[Floats, Standing]:
    """Log-likelihood (kinds, nodes) of the points of one series, and what is believed after them."""
    total = np.zeros((len(KINDS), NODES))
    now = Standing(labels[0], *started(len(KINDS)), {})
    for t, label in enumerate(labels):
        if t:
            total *= 1.0 if label == now.label else KEPT
            now = now.moved(label, points.learned[:, t, None], points.rested[:, t, None])
        mean, cov, miss, spread = taken_in(
            now.mean, now.cov, points.level[:, t, None], points.extra[:, t, None]
        )
        total -= 0.5 * (np.log(2 * np.pi * spread) + miss**2 / spread)
        now = now._replace(mean=mean, cov=cov)
    return total, now


def believed_by_phase(points: Points, labels: Sequence[Hashable]) -> Belief:
    """What is believed of one series under its newest conditions, kinds of change times nodes in one row."""
    total, now = stood(points, labels)
    level, top, lasting = (_flat(part) for part in now.mean)
    return Belief(_flat(total), (level, top, lasting), tuple(_flat(part) for part in now.cov))


def _flat(part: Any) -> Floats:
    return np.broadcast_to(part, (len(KINDS), NODES)).reshape(1, -1)


def _anew(mean: Any, cov: Any) -> Parts:
    """New conditions: a level around the one before, an asymptote that follows it."""
    level, _, lasting = mean
    ll, _, lp, _, _, pp = cov
    level, stay = level + RISE * (1 - level), 1 - RISE
    ll, lp = stay**2 * ll + SPREAD**2, stay * lp
    top = level * LEFT + REACH
    return (level, top, lasting), (ll, LEFT * ll, lp, LEFT**2 * ll + TOP_SPREAD**2, LEFT * lp, pp)


def _back(before: Parts, mean: Any, cov: Any) -> Parts:
    """Conditions that were there before: the level and asymptote left then, with some doubt."""
    (level, top, _), (ll, la, _, aa, _, _) = before
    doubt, none = SPREAD**2, np.zeros_like(mean[0])
    return (level, top, mean[2]), (ll + doubt, la + doubt, none, aa + doubt, none, cov[5])
