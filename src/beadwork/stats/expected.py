"""What the next probes of a stable skill should look like, from the visits before them.

Both models learn visit by visit and answer, for the last few probes together, how likely so low a result or a lower one
is while nothing has changed. Levels are shares of the scale, 0 to 1, more is better. Each keeps a weight for every
plausible skill on a small grid, so the answer is exact, the same every time, and computed for many skills at once.
Grids, weights and persistence were set by tools/simulate_alarms.py so that alarm budgets are kept.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from .series import Floats


def mean_variance(count: Any, persistence: float) -> Any:
    """Variance of the mean of `count` neighbouring values of unit variance and this lag-1 autocorrelation."""
    n, r = np.asarray(count, dtype=float), persistence
    return (1 + r) / (n * (1 - r)) - 2 * r * (1 - r**n) / (n**2 * (1 - r) ** 2)


class _Skills:
    """Rows of skills, each with a log likelihood on the grid means x spreads (the second axis)."""

    means: Floats
    spreads: Floats
    prior: Floats

    def __init__(self, rows: int) -> None:
        self.likelihood = np.zeros((rows, len(self.means), len(self.spreads)))
        self.visits, self.tries = np.zeros(rows), np.zeros(rows)
        self._weights: Floats | None = None

    def learn(self, rows: Any, share: Floats, tries: Floats, chosen_at: Any = None) -> None:
        """Take in one visit of these rows; `chosen_at` is the share without which the visit would not be among them."""
        self.likelihood[rows] += self._told(share, tries, chosen_at).reshape(-1, *self.likelihood.shape[1:])
        self.visits[rows] += 1
        self.tries[rows] += tries
        self._weights = None

    def posterior(self, rows: Any) -> Any:
        """Weights (rows, grid), kept until something new is learned."""
        if self._weights is None:
            self._weights = self._weigh()
        return self._weights[rows]

    def _weigh(self) -> Any:
        """What visits say of the mean counts as fewer visits, as far as they hang together."""
        best = self.likelihood.max(axis=1, keepdims=True)
        logs = self._worth()[:, None, :] * (self.likelihood - best) + best + self.prior
        weight = np.exp(logs - logs.max(axis=(1, 2), keepdims=True)).reshape(len(logs), self.prior.size)
        return weight / weight.sum(axis=1, keepdims=True)

    def _told(self, share: Floats, tries: Floats, chosen_at: Any) -> Floats:
        raise NotImplementedError

    def _worth(self) -> Any:
        raise NotImplementedError


class Tries(_Skills):
    """Successes of known numbers of tries: beta-binomial; spreads are correlations of tries within a visit."""

    means = 1 / (1 + np.exp(-np.linspace(0.0, 6.0, 13)))
    spreads = np.array([0.001, 0.02, 0.06, 0.15])
    prior = (9 * np.log(means) + np.log1p(-means))[:, None] + np.log([0.6, 0.25, 0.1, 0.05])
    persistence = 0.8  # of what moves between visits, from one visit to the next

    def chance(self, rows: Any, shares: Floats, tries: Floats) -> tuple[Floats, Floats]:
        """For these rows' probes (rows, probes): chance of so few hits or fewer in all, and the share expected."""
        weight = self.posterior(rows)
        hits, whole = np.rint(shares * tries).sum(axis=1).astype(np.int64), tries.sum(axis=1)
        chance = np.zeros(len(rows))
        for many in np.unique(whole):
            here = whole == many
            table = np.cumsum(np.exp(log_chances(int(many), shares.shape[1])), axis=1)
            chance[here] = (weight[here] * table[:, hits[here]].T).sum(axis=1)
        return chance, weight @ np.repeat(self.means, len(self.spreads))

    def _told(self, share: Floats, tries: Floats, chosen_at: Any) -> Floats:
        hits, told = np.rint(share * tries).astype(np.int64), np.zeros((len(share), self.prior.size))
        for many in np.unique(tries):
            here = tries == many
            told[here] = log_chances(int(many))[:, hits[here]].T
            if chosen_at is not None:
                least = np.maximum(np.ceil(chosen_at[here] * many - 1e-6), 0).astype(np.int64)
                told[here] -= log_at_least(int(many))[:, least].T
        return told

    def _worth(self) -> Any:
        visits = np.maximum(self.visits, 1)[:, None]
        tries = self.tries[:, None] / visits
        moving = self.spreads * tries / (1 + (tries - 1) * self.spreads)
        return 1 / (1 - moving + moving * visits * mean_variance(visits, self.persistence))


class Levels(_Skills):
    """Levels without tries: normal noise about a mean, cut off at the ends of the scale; spreads are its sds."""

    means = np.linspace(0.5, 1.15, 27)
    spreads = np.array([0.03, 0.05, 0.08, 0.12, 0.17])
    prior = -(((means - 0.93) / 0.1) ** 2)[:, None] / 2 + np.log([0.1, 0.2, 0.3, 0.25, 0.15])
    persistence = 0.4  # lag-1 autocorrelation of the levels

    def chance(self, rows: Any, shares: Floats, _tries: Any = None) -> tuple[Floats, Floats]:
        """For these rows' probes (rows, probes): chance of so low a mean or a lower one, and the level expected."""
        from scipy.special import ndtr

        weight, shown = self.posterior(rows), self._shown()
        reach = self._spread() * np.sqrt(mean_variance(shares.shape[1], self.persistence))
        below = ndtr((shares.mean(axis=1)[:, None] - shown) / reach)
        return (weight * below).sum(axis=1), weight @ shown

    def _told(self, share: Floats, _tries: Any, chosen_at: Any) -> Any:
        from scipy.special import log_ndtr

        mean, spread = np.repeat(self.means, len(self.spreads)), self._spread()
        off = (share[:, None] - mean) / spread
        told = np.where(share[:, None] >= 1 - 1e-9, log_ndtr(-off), -(off**2) / 2 - np.log(spread / 0.01))
        if chosen_at is not None:
            told = told - log_ndtr((mean - chosen_at[:, None]) / spread)
        return told

    def _worth(self) -> Any:
        visits = np.maximum(self.visits, 1)[:, None]
        return 1 / (visits * mean_variance(visits, self.persistence))

    @staticmethod
    @lru_cache(maxsize=1)
    def _spread() -> Any:
        return np.tile(Levels.spreads, len(Levels.means))

    @staticmethod
    @lru_cache(maxsize=1)
    def _shown() -> Any:
        """What is seen on average: the means, once what lies beyond the top of the scale is cut off."""
        from scipy.special import ndtr

        mean, spread = np.repeat(Levels.means, len(Levels.spreads)), Levels._spread()
        top = (1 - mean) / spread
        return mean * ndtr(top) + 1 - ndtr(top) - spread * np.exp(-(top**2) / 2) / np.sqrt(2 * np.pi)


@lru_cache(maxsize=512)
def log_chances(tries: int, visits: int = 1) -> Any:
    """(grid, tries + 1) log chances of 0, 1 ... hits, where the tries fall in this many neighbouring visits."""
    from scipy.special import betaln, gammaln

    mean = np.repeat(Tries.means, len(Tries.spreads))[:, None]
    move = np.tile(Tries.spreads, len(Tries.means))[:, None] * mean_variance(visits, Tries.persistence)
    a, b = mean * (1 / move - 1), (1 - mean) * (1 / move - 1)
    hits = np.arange(tries + 1)
    ways = gammaln(tries + 1) - gammaln(hits + 1) - gammaln(tries - hits + 1)
    return ways + betaln(hits + a, tries - hits + b) - betaln(a, b)


@lru_cache(maxsize=512)
def log_at_least(tries: int) -> Any:
    """(grid, tries + 1) log chances of 0, 1 ... hits or more in one visit."""
    return np.log(np.cumsum(np.exp(log_chances(tries))[:, ::-1], axis=1)[:, ::-1])
