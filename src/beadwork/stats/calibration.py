"""Whether forecasts keep their word: coverage of intervals, reliability of chances, uniform PIT values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .results import Number, Result
from .series import Floats, check_option


def coverage(lower: Any, upper: Any, y: Any, *, nominal: float | None = None) -> Result:
    """Share (0-1) of outcomes inside their intervals, limits included; interval() is Clopper & Pearson's (1934).

    All arrays are flattened. With `nominal`, details tell `acceptable`: the counts (lowest, highest) that a perfect
    forecaster's central 95 % lies between, and `keeps`, whether the count is one of them.
    """
    lower, upper, y = np.broadcast_arrays(*(np.asarray(item, dtype=float) for item in (lower, upper, y)))
    if y.size == 0 or not np.isfinite([lower, upper, y]).all():
        raise ValueError("coverage needs at least one outcome and finite limits")
    hits = int(((lower <= y) & (y <= upper)).sum())
    details: dict[str, Any] = {"hits": hits, "width": float(np.mean(upper - lower))}
    if nominal is not None:
        fewest, most = acceptable_counts(y.size, nominal)
        details |= {"acceptable": (fewest, most), "keeps": fewest <= hits <= most}
    share = hits / y.size
    error = float(np.sqrt(share * (1 - share) / y.size))
    sentence = "{hits} of {n} outcomes ({value:.0%}) lie in their intervals."
    method = "Coverage (Clopper-Pearson)"
    return Result(share, method, y.size, sentence, se=error, details=details, bounds=_clopper_pearson)


def acceptable_counts(n: int, nominal: float, level: float = 0.95) -> tuple[int, int]:
    """The counts of n that a forecaster with true coverage `nominal` stays within with chance `level` or more."""
    from scipy.special import bdtr

    if not (0 < nominal < 1 and 0 < level < 1):
        raise ValueError("nominal and level must lie between 0 and 1")
    up_to = bdtr(np.arange(n + 1), n, nominal)
    tail = (1 - level) / 2
    return int(np.searchsorted(up_to, tail)), int(np.searchsorted(up_to, 1 - tail))


def _clopper_pearson(result: Result, level: float) -> tuple[Number, Number]:
    from scipy.special import betaincinv

    hits, n, tail = result.details["hits"], result.n, (1 - level) / 2
    low = float(betaincinv(hits, n - hits + 1, tail)) if hits else 0.0
    high = float(betaincinv(hits + 1, n - hits, 1 - tail)) if hits < n else 1.0
    return low, high


@dataclass(frozen=True, eq=False)
class Reliability:
    """Said chances beside what happened, bin by bin (empty bins left out).

    said, seen: mean forecast and observed share of each bin; low, high: where the share would lie in 95 % of cases if
    the forecast were right (so a point outside tells of miscalibration); counts; n. The Brier score of the binned
    forecast is reliability - resolution + uncertainty (Murphy 1973); `error` is the mean gap weighted by counts.
    """

    said: Floats
    seen: Floats
    low: Floats
    high: Floats
    counts: NDArray[np.int64]
    n: int
    reliability: float
    resolution: float
    uncertainty: float
    error: float


def reliability_curve(p: Any, happened: Any, *, bins: int = 10, by: str = "width") -> Reliability:
    """Observed share for each bin of said chances; by="width" cuts 0-1 evenly, by="count" fills bins evenly.

    ValueError for chances outside 0-1, outcomes other than 0 and 1, or no forecasts.
    """
    from .scoring import brier

    check_option("by", by, ("width", "count"))
    p, happened = (np.asarray(item, dtype=float).ravel() for item in (p, happened))
    if p.size == 0 or p.shape != happened.shape or bins < 1:
        raise ValueError("reliability_curve needs as many chances as outcomes, at least one, and a bin")
    brier(p, happened)  # its checks
    which = np.unique(_bin_of(p, bins, by), return_inverse=True)[1]
    counts = np.bincount(which)
    said, seen = (np.bincount(which, item) / counts for item in (p, happened))
    base, share = happened.mean(), counts / p.size
    borders = [acceptable_share(int(count), chance) for count, chance in zip(counts, said, strict=True)]
    low, high = np.array(borders).T
    return Reliability(
        said,
        seen,
        low,
        high,
        counts,
        p.size,
        reliability=float((share * (said - seen) ** 2).sum()),
        resolution=float((share * (seen - base) ** 2).sum()),
        uncertainty=float(base * (1 - base)),
        error=float((share * np.abs(said - seen)).sum()),
    )


def acceptable_share(n: int, chance: float) -> tuple[float, float]:
    """`acceptable_counts` as shares; a chance of 0 or 1 allows nothing else."""
    if chance <= 0 or chance >= 1:
        return float(chance), float(chance)
    fewest, most = acceptable_counts(n, chance)
    return fewest / n, most / n


def _bin_of(p: Floats, bins: int, by: str) -> NDArray[np.int64]:
    if by == "width":
        return np.minimum((p * bins).astype(np.int64), bins - 1)
    edges = np.quantile(p, np.linspace(0, 1, bins + 1)[1:-1])
    return np.searchsorted(edges, p, side="left")


@dataclass(frozen=True, eq=False)
class Pit:
    """Where outcomes fell in their forecasts. shares (bins,) sum to 1 and are 1/bins each if forecasts keep their word.

    A heap in the middle: forecasts too wide; at both ends: too narrow; at one end: biased. values: mid-points.
    mean is 1/2 and spread (the variance of a randomised PIT) 1/12 for a calibrated forecaster.
    """

    values: Floats
    shares: Floats
    n: int
    mean: float
    spread: float


def pit(at: Any, below: Any = None, *, bins: int = 10) -> Pit:
    """Probability integral transform from F(y) and, where the forecast has lumps, the chance below y, F(y-).

    at, below: the forecast's distribution function at the outcome and just below it; leave `below` out for a
    continuous forecast. A lump is spread evenly over its range, without random numbers (Czado, Gneiting & Held 2009).
    """
    at = np.asarray(at, dtype=float).ravel()
    below = at if below is None else np.asarray(below, dtype=float).ravel()
    if at.size == 0 or at.shape != below.shape or bins < 1:
        raise ValueError("pit needs at least one outcome, as many `below` as `at`, and a bin")
    if not ((below >= 0) & (below <= at) & (at <= 1)).all():
        raise ValueError("pit needs 0 <= below <= at <= 1")
    edges = np.linspace(0, 1, bins + 1)
    lump = at - below > 1e-12
    width = np.where(lump, at - below, 1.0)[:, None]
    reached = np.where(lump[:, None], np.clip((edges - below[:, None]) / width, 0, 1), edges >= at[:, None])
    reached[:, 0] = 0.0
    shares = np.diff(reached.mean(axis=0))
    values = (at + below) / 2
    spread = float(((values - values.mean()) ** 2 + (at - below) ** 2 / 12).mean())
    return Pit(values, shares, at.size, float(values.mean()), spread)
