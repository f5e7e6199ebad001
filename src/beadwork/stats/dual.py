"""What the baseline was already doing, and whether the later points leave it: trend check and dual criterion."""

from __future__ import annotations

from typing import Any

import numpy as np

from .phases import both, common_flags, kendall, trend_z
from .results import Result
from .series import Batch, Floats, check_option, mean_and_variance
from .trend import theil_sen_lines

_LINES = ("ols", "bisplit", "trisplit", "theil_sen")
LEAST_FOR_SPLIT = 5


def cdc(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    line: str = "ols",
    shift: float = 0.25,
    alpha: float = 0.05,
) -> Result:
    """Conservative dual criterion: share (0-1) of later points beyond both the baseline's mean and its trend line.

    Both lines are first moved by `shift` baseline standard deviations towards better. details: hits, p (chance of as
    many if each point fell on either side alike), needed (hits for p < alpha; more than there are points if none will
    do), systematic, slope and intercept (session counts from 1). line: "ols", "bisplit" or "trisplit" (through the
    medians of the outer halves or thirds; five points a phase at least) or "theil_sen". Source: Fisher, Kelley & Lomas
    2003. ValueError below two points before.
    """
    from scipy.special import bdtrc

    check_option("line", line, _LINES)
    a, b = both(before, after, better, low, high)
    _enough(a, b, line, shift, alpha)
    slope, intercept = _LINE_OF[line](a)
    mean, variance = mean_and_variance(a)
    up = shift * np.sqrt(variance)
    when = a.n[:, None] + np.arange(1, b.values.shape[1] + 1)
    course = intercept[:, None] + slope[:, None] * when
    hits = (b.values > np.maximum(course, mean[:, None]) + up[:, None]).sum(axis=1)
    p = bdtrc(hits - 1.0, b.n, 0.5)
    sign = 1.0 if better == "higher" else -1.0
    details = {"hits": hits, "p": p, "needed": _needed(b.n, alpha), "systematic": p < alpha}
    details |= {"slope": sign * slope, "intercept": sign * intercept, "later": b.n}
    sentence = "{hits} of {later} later points lie beyond both lines of the baseline ({needed} are needed)."
    flags = {**common_flags(a, b, better=better, low=low, high=high), "no_standard_error": _always(a)}
    flags["extrapolated"] = a.answer(slope != 0)
    return _result(a, b, hits / b.n, f"CDC (Fisher 2003, {line})", sentence, flags, details)


def trend_check(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    alpha: float = 0.05,
    notable: float = 0.4,
) -> Result:
    """Whether the baseline was already moving: Kendall's tau-b of the earlier points over time (-1 to 1).

    details: verdict ("steady", "improving", "worsening", "perhaps improving", "perhaps worsening", "too few" below
    three points), p (Mann-Kendall), slope (Theil-Sen, a session), expected (the baseline's line at the middle of the
    later phase) and beyond (how far the later median lies on the better side of that). A trend with p < alpha is told;
    one with tau of `notable` or more is told with "perhaps", because few points hide a real trend.
    """
    if not (0 < alpha < 1 and 0 < notable <= 1):
        raise ValueError("alpha and notable must lie between 0 and 1")
    a, b = both(before, after, better, low, high)
    s, variance, value = kendall(a)
    p = _two_sided(trend_z(s, variance))
    slope, intercept = theil_sen_lines(a)
    expected = intercept + slope * (a.n + (b.n + 1) / 2)
    sign = 1.0 if better == "higher" else -1.0
    verdict = _verdict(a, value, p, alpha, notable)
    details = {"verdict": verdict, "p": p, "slope": sign * slope, "expected": sign * expected}
    details["beyond"] = np.nanmedian(b.values, axis=1) - expected
    flags = {**common_flags(a, b, better=better, low=low, high=high), "no_standard_error": _always(a)}
    flags["baseline_trend"] = a.answer((verdict != "steady") & (verdict != "too few"))
    sentence = "The baseline was {verdict} (tau {value:.2f}, p = {p:.2f})."
    return _result(a, b, value, "Trend check", sentence, flags, details)


def _enough(a: Batch, b: Batch, line: str, shift: float, alpha: float) -> None:
    if not (shift >= 0 and 0 < alpha < 1):
        raise ValueError("shift must be 0 or more, and alpha lie between 0 and 1")
    least = LEAST_FOR_SPLIT if line.endswith("split") else 2
    if a.n.min() < least or (least > 2 and b.n.min() < least):
        phases = "before and after need" if least > 2 else "before needs"
        raise ValueError(f"{phases} at least {least} points for line={line!r}")


def _verdict(a: Batch, tau: Floats, p: Floats, alpha: float, notable: float) -> Any:
    way = np.where(tau > 0, "improving", "worsening")
    perhaps = np.where(tau > 0, "perhaps improving", "perhaps worsening")
    told = np.where(p < alpha, way, np.where(np.abs(tau) >= notable, perhaps, "steady"))
    return np.where(a.n < 3, "too few", told)


def _two_sided(z: Floats) -> Floats:
    from scipy.special import ndtr

    return np.asarray(2 * ndtr(-np.abs(z)), dtype=float)


def _needed(n: Any, alpha: float) -> Any:
    """Smallest number of hits with P(at least as many of n | one half) < alpha; n + 1 if there is none."""
    from scipy.special import bdtrc

    sizes, which = np.unique(n, return_inverse=True)
    hits = np.arange(sizes[-1] + 2)
    chance = bdtrc(hits - 1.0, np.maximum(sizes[:, None], hits - 1), 0.5)
    enough = (chance < alpha) | (hits > sizes[:, None])
    return enough.argmax(axis=1)[which]


def _least_squares(a: Batch) -> tuple[Floats, Floats]:
    mean, _ = mean_and_variance(a)
    middle = (a.n + 1) / 2
    off = np.where(a.seen, np.arange(1, a.values.shape[1] + 1) - middle[:, None], 0.0)
    slope = (off * np.where(a.seen, a.values - mean[:, None], 0.0)).sum(axis=1) / (off**2).sum(axis=1)
    return slope, mean - slope * middle


def _halves(a: Batch) -> tuple[Floats, Floats]:
    return _through_ends(a, a.n // 2)


def _thirds(a: Batch) -> tuple[Floats, Floats]:
    return _through_ends(a, a.n // 3)


def _through_ends(a: Batch, size: Any) -> tuple[Floats, Floats]:
    """The line through the medians (time and level) of the first and last `size` points of each row."""
    where = np.arange(a.values.shape[1])
    first = np.nanmedian(np.where(where < size[:, None], a.values, np.nan), axis=1)
    last = np.nanmedian(np.where((where >= (a.n - size)[:, None]) & a.seen, a.values, np.nan), axis=1)
    early, late = (size + 1) / 2, a.n - (size - 1) / 2
    slope = (last - first) / (late - early)
    return slope, first - slope * early


_LINE_OF = {"ols": _least_squares, "bisplit": _halves, "trisplit": _thirds, "theil_sen": theil_sen_lines}


def _always(a: Batch) -> Any:
    return a.answer(np.ones(len(a.n), bool))


def _result(
    a: Batch, b: Batch, value: Any, method: str, sentence: str, flags: dict[str, Any], details: dict[str, Any]
) -> Result:
    told = {name: a.answer(item) for name, item in details.items()}
    n = a.answer(a.n + b.n)
    return Result(a.answer(value), method, n, sentence, flags=flags, details=told, bounds=None)
