"""What two phases of one skill have in common: the checks and cautions every comparison carries."""

from __future__ import annotations

from typing import Any

import numpy as np

from .series import Batch, Floats, as_phases, by_blocks, mean_and_variance

FEW = 5  # points in a phase below which every answer carries few_points
LIKE_ITS_NEIGHBOUR = 0.3  # lag-1 autocorrelation above which it carries autocorrelated


def both(before: Any, after: Any, better: str, low: float | None, high: float | None) -> tuple[Batch, Batch]:
    """Check the phases and turn them so that more is always better."""
    a, b = as_phases(before, after, low=low, high=high)
    return a.flipped(better), b.flipped(better)


def common_flags(a: Batch, b: Batch, *, better: str, low: float | None, high: float | None) -> dict[str, Any]:
    """Cautions about the data themselves, whatever is computed from them."""
    top = {"higher": high, "lower": None if low is None else -low}[better]
    flags = {
        "few_points": (a.n < FEW) | (b.n < FEW),
        "baseline_trend": has_trend(a),
        "autocorrelated": (lag_one(a) > LIKE_ITS_NEIGHBOUR) | (lag_one(b) > LIKE_ITS_NEIGHBOUR),
        "constant": is_constant(a) & is_constant(b),
    }
    if top is not None:
        flags["ceiling"] = (a.values >= top).sum(axis=1) * 2 > a.n
    return {code: a.answer(holds) for code, holds in flags.items()}


def is_constant(batch: Batch) -> Any:
    """(k,) whether all points of a row are the same."""
    return np.fmax.reduce(batch.values, axis=1) == np.fmin.reduce(batch.values, axis=1)


def kendall(batch: Batch) -> tuple[Floats, Floats, Floats]:
    """Kendall's S over time of each row, its variance under no trend (corrected for ties), and tau-b."""
    width = batch.values.shape[1]
    s, tied, same = by_blocks(_sum_and_ties, width * width, batch.values)
    n = batch.n.astype(float)
    pairs = n * (n - 1) / 2
    untied = np.sqrt(pairs * (pairs - same))
    return (
        s,
        (n * (n - 1) * (2 * n + 5) - tied) / 18,
        np.where(untied > 0, s / np.where(untied > 0, untied, 1), 0.0),
    )


def _sum_and_ties(values: Floats) -> tuple[Floats, Floats, Floats]:
    columns = np.ascontiguousarray(values.T)
    s, tied, same = (np.zeros(len(values), np.int64) for _ in range(3))
    for place, point in enumerate(columns):
        later = columns[place + 1 :]
        s += np.add.reduce(
            (later > point).view(np.int8) - (later < point).view(np.int8), axis=0, dtype=np.int32
        )
        group = np.add.reduce(
            columns == point, axis=0, dtype=np.int64
        )  # points that share this value, 0 for padding
        tied += (group - 1) * (2 * group + 5) * (group > 0)
        same += (group - 1) * (group > 0)
    return s.astype(float), tied.astype(float), same / 2


def trend_z(s: Floats, variance: Floats) -> Floats:
    """Mann-Kendall z with continuity correction; 0 where nothing varies."""
    safe = np.sqrt(np.where(variance > 0, variance, 1.0))
    return np.where(variance > 0, np.sign(s) * np.maximum(np.abs(s) - 1, 0) / safe, 0.0)


def has_trend(batch: Batch) -> Any:
    """(k,) whether the row rises or falls beyond chance (two-sided Mann-Kendall p < .05)."""
    s, variance, _ = kendall(batch)
    return np.abs(trend_z(s, variance)) > 1.959963984540054


def lag_one(batch: Batch) -> Floats:
    """Lag-1 autocorrelation of each row about its mean; 0 where it cannot be computed."""
    return correlation_at(batch, 1)


def correlation_at(batch: Batch, lag: int) -> Floats:
    """Autocorrelation of each row about its mean at this lag; 0 where nothing varies."""
    mean, _ = mean_and_variance(batch)
    off = np.where(batch.seen, batch.values - mean[:, None], 0.0)
    total = (off**2).sum(axis=1)
    return np.where(
        total > 0, (off[:, lag:] * off[:, :-lag]).sum(axis=1) / np.where(total > 0, total, 1), 0.0
    )
