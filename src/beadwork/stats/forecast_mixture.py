"""Mixtures of normal curves held to a scale: what lies beyond an end is an atom at that end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .series import Floats

HALVINGS = 18  # of the unit scale, before the last linear step


@dataclass(frozen=True, eq=False)
class Mixture:
    """Weights, means and standard deviations, each (..., parts), on the unit scale 0 to 1."""

    weight: Floats
    mean: Floats
    sd: Floats

    def below(self, x: Any) -> Floats:
        """Chance of a level at or below x, shape (...) after broadcasting; 1 from the top on, 0 below the bottom."""
        from scipy.special import ndtr

        x = np.asarray(x, dtype=float)
        inside = (self.weight * ndtr((x[..., None] - self.mean) / self.sd)).sum(axis=-1)
        return np.where(x >= 1, 1.0, np.where(x < 0, 0.0, inside))

    def expected(self) -> Floats:
        """Mean level, atoms included."""
        from scipy.special import ndtr

        low, high = -self.mean / self.sd, (1 - self.mean) / self.sd
        inside = ndtr(high) - ndtr(low)
        part = self.mean * inside + self.sd * (_bell(low) - _bell(high)) + ndtr(-high)
        return np.asarray((self.weight * part).sum(axis=-1))

    def quantile(self, chance: float) -> Floats:
        """The level that is not passed with this chance; an end of the scale where its atom holds it."""
        low, high = np.zeros(self.mean.shape[:-1]), np.ones(self.mean.shape[:-1])
        at_low, at_high = self.below(low), self.below(np.nextafter(high, 0))
        found_low, found_high = at_low >= chance, at_high < chance
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            short = self.below(middle) < chance
            low, high = np.where(short, middle, low), np.where(short, high, middle)
        return np.where(found_low, 0.0, np.where(found_high, 1.0, (low + high) / 2))

    def crps(self, actual: Any) -> Floats:
        """Continuous ranked probability score of the level that came, by Gauss-Legendre on either side of it."""
        actual = np.asarray(actual, dtype=float)
        nodes, shares = np.polynomial.legendre.leggauss(64)
        nodes, shares = (nodes + 1) / 2, shares / 2
        score = np.zeros(np.broadcast_shapes(actual.shape, self.mean.shape[:-1]))
        for node, share in zip(nodes, shares, strict=True):
            under, over = actual * node, actual + (1 - actual) * node
            score += share * (actual * self.below(under) ** 2 + (1 - actual) * (1 - self.below(over)) ** 2)
        return score


def _bell(z: Floats) -> Floats:
    return np.asarray(np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi))
