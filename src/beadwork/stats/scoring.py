"""How good a forecast was, once the outcome is known: proper scores, lower is better, 0 is perfect.

A score is proper when nobody can do better, on average, than by saying what they truly believe (Gneiting & Raftery
2007). All functions take numbers or arrays that broadcast together and answer in that shape; there is no averaging,
so that scores can be compared series by series.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .calibration import Pit, Reliability, coverage, pit, reliability_curve

__all__ = [
    "Pit",
    "Reliability",
    "brier",
    "coverage",
    "crps_ensemble",
    "crps_normal",
    "interval_score",
    "pinball",
    "pit",
    "reliability_curve",
]


def crps_normal(mean: Any, sd: Any, y: Any) -> Any:
    """Continuous ranked probability score of a normal forecast, in the units of y; with sd 0 it is |y - mean|.

    Source: Gneiting, Raftery, Westveld & Goldman 2005, eq. 5. ValueError for a negative sd.
    """
    from scipy.special import ndtr

    mean, sd, y = _finite(mean=mean, sd=sd, y=y)
    if (sd < 0).any():
        raise ValueError("sd must not be negative")
    safe = np.where(sd > 0, sd, 1.0)
    z = (y - mean) / safe
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    spread = safe * (z * (2 * ndtr(z) - 1) + 2 * density - 1 / np.sqrt(np.pi))
    return _as_given(np.where(sd > 0, spread, np.abs(y - mean)))


def crps_ensemble(members: Any, y: Any, *, weights: Any = None, fair: bool = False) -> Any:
    """CRPS of a forecast given as members (..., m), equally likely or weighted (weights (..., m), any positive sum).

    CRPS = E|X - y| - E|X - X'|/2 of the members' own distribution; `fair` divides the second term by 1 - sum(w^2), so
    that a small sample of a distribution is not punished for being small (Ferro 2014; it needs two members or more).
    """
    members, y = np.asarray(members, dtype=float), np.asarray(y, dtype=float)
    if members.ndim == 0 or members.shape[-1] == 0:
        raise ValueError("members must hold at least one member along the last axis")
    members, y, weights = _finite(
        members=members, y=y[..., None], weights=1.0 if weights is None else weights
    )
    order = np.argsort(members, axis=-1)
    off = np.take_along_axis(members - y, order, axis=-1)
    share = np.take_along_axis(_shares(weights), order, axis=-1)
    below = np.cumsum(share, axis=-1)
    apart = (share * off * (2 * below - share - 1)).sum(axis=-1)
    if fair:
        apart = apart / _room(1 - (share**2).sum(axis=-1))
    return _as_given((share * np.abs(off)).sum(axis=-1) - apart)


def pinball(quantile: Any, level: Any, y: Any) -> Any:
    """Loss of a forecast quantile at a level between 0 and 1: level (y - q) above it, (1 - level)(q - y) below.

    Source: Koenker & Bassett 1978. Twice its mean over evenly spaced levels tends to the CRPS.
    """
    quantile, level, y = _finite(quantile=quantile, level=level, y=y)
    _inside("level", level)
    return _as_given(np.where(y >= quantile, level * (y - quantile), (1 - level) * (quantile - y)))


def interval_score(lower: Any, upper: Any, y: Any, *, alpha: Any) -> Any:
    """Width of a central 1 - alpha interval, plus 2/alpha times the distance by which y lies outside it.

    Source: Gneiting & Raftery 2007, eq. 43. ValueError where the limits are the wrong way round.
    """
    lower, upper, y, alpha = _finite(lower=lower, upper=upper, y=y, alpha=alpha)
    _inside("alpha", alpha)
    if (lower > upper).any():
        raise ValueError("lower lies above upper")
    outside = np.maximum(lower - y, 0) + np.maximum(y - upper, 0)
    return _as_given(upper - lower + 2 / alpha * outside)


def brier(p: Any, happened: Any) -> Any:
    """Squared distance of a probability from what happened (0 or 1, False or True). Source: Brier 1950."""
    p, happened = _finite(p=p, happened=happened)
    if ((p < 0) | (p > 1)).any():
        raise ValueError("p must lie between 0 and 1")
    if not np.isin(happened, (0.0, 1.0)).all():
        raise ValueError("happened must hold 0 and 1, or False and True")
    return _as_given((p - happened) ** 2)


def _finite(**given: Any) -> list[Any]:
    """The arrays under their names, broadcast together; ValueError names the one that holds NaN or infinity."""
    arrays = {name: np.asarray(item, dtype=float) for name, item in given.items()}
    for name, array in arrays.items():
        if not np.isfinite(array).all():
            raise ValueError(f"{name} must hold finite numbers")
    return list(np.broadcast_arrays(*arrays.values()))


def _inside(name: str, share: Any) -> None:
    if ((share <= 0) | (share >= 1)).any():
        raise ValueError(f"{name} must lie between 0 and 1, both left out")


def _shares(weights: Any) -> Any:
    if (weights < 0).any() or (weights.sum(axis=-1) <= 0).any():
        raise ValueError("weights must not be negative, and not all zero")
    return weights / weights.sum(axis=-1, keepdims=True)


def _room(room: Any) -> Any:
    if (room <= 1e-12).any():
        raise ValueError("a fair score needs at least two members with weight")
    return room


def _as_given(answer: Any) -> Any:
    return answer.item() if np.ndim(answer) == 0 else answer
