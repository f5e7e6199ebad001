"""The log ratio of two medians with the standard error of Bonett & Price (2020)."""

from __future__ import annotations

from typing import Any

import numpy as np

from .series import Batch, Floats


def log_median_ratio(a: Batch, b: Batch) -> tuple[Floats, Floats, Any]:
    """Log of median(b) / median(a), its standard error, and where it is unknown because a median is zero."""
    median_a, error_a = _log_median(a)
    median_b, error_b = _log_median(b)
    return median_b - median_a, np.hypot(error_a, error_b), np.zeros(len(a.n), bool)


def _log_median(batch: Batch) -> tuple[Floats, Floats]:
    from scipy.special import bdtr, ndtri

    ordered = np.sort(batch.values, axis=1)
    row = np.arange(len(batch.n))
    rank = np.maximum(np.round(batch.n / 2 - np.sqrt(batch.n)), 1).astype(int)
    quantile = -ndtri(bdtr(rank - 1, batch.n, 0.5))
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = np.log(ordered[row, rank - 1]), np.log(ordered[row, batch.n - rank])
        middle = np.log(np.nanmedian(batch.values, axis=1))
        error = np.where(batch.n > 1, (high - low) / (2 * quantile), np.nan)
    known = np.isfinite(middle)
    return np.where(known, middle, np.nan), np.where(known & np.isfinite(error), error, np.nan)
