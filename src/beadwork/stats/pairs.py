"""All pairs of an earlier and a later point: NAP, its standard errors and interval, and Kendall's tau-b."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from .results import normal_quantile
from .series import Batch, Floats, by_blocks


def nap_and_se(a: Batch, b: Batch, kind: str) -> tuple[Floats, Floats]:
    """NAP of each row and its standard error: "unbiased" (Sen), "hanley" or "null"; NaN where one point is alone."""
    cells = a.values.shape[1] * b.values.shape[1]
    share, q1, q2, x = by_blocks(_pair_sums, cells, a.values, b.values, a.n, b.n)
    m, n = a.n.astype(float), b.n.astype(float)
    clipped = np.clip(share, 1 / (2 * m * n), 1 - 1 / (2 * m * n))
    spread = clipped * (1 - clipped)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = {
            "unbiased": (spread + n * q1 + m * q2 - 2 * x) / ((m - 1) * (n - 1)),
            "hanley": (spread + (n - 1) * q1 + (m - 1) * q2) / (m * n),
            "null": (m + n + 1) / (12 * m * n),
        }[kind]
        known = (m > 1) & (n > 1) | (kind != "unbiased")
        return share, np.sqrt(np.where(known, np.maximum(variance, 0.0), np.nan))


def _pair_sums(a: Floats, b: Floats, m: Any, n: Any) -> tuple[Floats, Floats, Floats, Floats]:
    """NAP of each row and the three variances of its pair scores: by earlier point, by later point, of single pairs."""
    by_a, by_b, draws = _points(np.ascontiguousarray(a.T), np.ascontiguousarray(b.T))
    total = by_a.sum(axis=0)
    share = total / (m * n)
    q1 = (by_a**2).sum(axis=0) / (m * n**2) - share**2
    q2 = (by_b**2).sum(axis=0) / (n * m**2) - share**2
    return share, q1, q2, (total - 0.25 * draws) / (m * n) - share**2


def _points(a: Floats, b: Floats) -> tuple[Floats, Floats, Floats]:
    """Scores (win 1, draw 1/2) of each earlier and each later point, and the number of draws; columns are series."""
    kind = np.int8 if max(len(a), len(b)) < 60 else np.int32  # small numbers add up faster
    halves = np.zeros(b.shape, kind)
    by_a, draws = np.empty(a.shape, np.int32), np.zeros(a.shape[1], np.int32)
    for place, earlier in enumerate(a):
        above, not_below = (b > earlier).view(np.int8), (b >= earlier).view(np.int8)
        halves += above
        halves += not_below
        beaten, equalled = (np.add.reduce(one, axis=0, dtype=kind) for one in (above, not_below))
        np.add(beaten, equalled, out=by_a[place])
        draws += equalled - beaten
    return by_a / 2, halves / 2, draws.astype(float)


def newcombe_limits(share: Any, m: Any, n: Any, level: float) -> tuple[Any, Any]:
    """Newcombe's (2006) fifth interval for a chance of superiority, by bisection towards the non-trivial roots."""
    z2 = normal_quantile(level) ** 2
    share, m, n = (np.asarray(item, dtype=float) for item in (share, m, n))
    halves = np.rint(2 * share * m * n)  # phases of one length have few different NAPs: solve each once
    key = (m * (n.max() + 1) + n) * (2 * m.max() * n.max() + 1) + halves
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    rows = (np.atleast_1d(item)[first] for item in (share, m, n))
    low, high = by_blocks(partial(_newcombe_block, z2=z2), 100, *rows)
    return (low[which], high[which]) if np.ndim(share) else (low[0], high[0])


def _newcombe_block(share: Floats, m: Floats, n: Floats, z2: float) -> tuple[Floats, Floats]:
    pairs, h = m * n, (m + n) / 2 - 1
    wide, narrow = z2 * (2 + h), z2 * (1 + 2 * h)

    def outside(theta: Floats) -> Any:
        spread = theta * (1 - theta)
        return pairs * (share - theta) ** 2 * (2 + spread) > spread * (wide + narrow * spread)

    return _border(outside, share, np.zeros_like(share)), _border(outside, share, np.ones_like(share))


def _border(outside: Any, inner: Any, outer: Any) -> Any:
    for _ in range(50):
        middle = (inner + outer) / 2
        out = outside(middle)
        inner, outer = np.where(out, inner, middle), np.where(out, middle, outer)
    return (inner + outer) / 2


def tau_b(a: Batch, b: Batch, tau_value: Floats) -> tuple[Floats, Floats]:
    """Kendall's tau-b of phase and value from the Tau of all pairs, with Tarlow's (2017) standard error."""
    m, n = a.n.astype(float), b.n.astype(float)
    whole = np.concatenate([a.values, b.values], axis=1)
    (same,) = by_blocks(_tied_pairs, whole.shape[1] ** 2, whole)
    untied = (m + n) * (m + n - 1) / 2 - same
    value = np.where(untied > 0, tau_value * np.sqrt(m * n / np.where(untied > 0, untied, 1)), 0.0)
    return value, np.sqrt(np.maximum(2 * (1 - value**2) / (m + n), 0.0))


def _tied_pairs(values: Floats) -> tuple[Floats]:
    return ((np.triu(values[:, None, :] == values[:, :, None], 1)).sum(axis=(1, 2)).astype(float),)
