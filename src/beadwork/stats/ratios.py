"""Change in proportion: log response ratio, log odds ratio and percent change, for counts, rates and shares."""

from __future__ import annotations

from typing import Any

import numpy as np

from .medians import log_median_ratio
from .phases import common_flags
from .results import Number, Result, normal_quantile
from .series import Batch, Floats, as_phases, check_better, check_option, mean_and_variance

_SCALES = ("count", "rate", "proportion", "percent")
_SHARES = _SCALES[2:]


def lrr(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    scale: str = "count",
    form: str = "increasing",
    centre: str = "mean",
    grain: float | None = None,
    corrected: bool = True,
) -> Result:
    """Log of the ratio of the phase means, positive when the child improved.

    scale: "count", "rate", "proportion" (0-1) or "percent" (0-100). For shares form "increasing" (LRRi) takes the
    ratio of the wanted part and "decreasing" (LRRd, here with its sign turned) of the unwanted part; for counts both
    agree. grain D: the number of intervals behind a share (100 unless told), the minutes behind a rate (1); means
    below 1/(2Dn) and variances below 1/(D^2 n^3) are raised to that (caution truncated_mean). centre "median" takes
    medians, with the standard error of Bonett & Price 2020. Source: Pustejovsky 2015, 2018.
    """
    check_option("form", form, ("increasing", "decreasing"))
    check_option("centre", centre, ("mean", "median"))
    a, b = _as_shares(before, after, better, scale)
    turned = (better == "higher") == (form == "decreasing")
    if turned and scale in _SHARES:
        a, b = _rest(a), _rest(b)
    sign = (
        (-1.0 if form == "decreasing" else 1.0) if scale in _SHARES else 1.0 if better == "higher" else -1.0
    )
    if centre == "median":
        value, error, raised = log_median_ratio(a, b)
    else:
        value, error, raised = _log_ratio(a, b, _grain(grain, scale), corrected)
    sentence = "The logarithm of the level changed by {value:+.2f} (plus is better)."
    return _result(a, b, better, sign * value, error, f"LRR ({form}, {centre})", sentence, raised)


def log_odds_ratio(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    scale: str = "proportion",
    grain: float | None = None,
    corrected: bool = True,
) -> Result:
    """Log of the ratio of the odds of the phase means, positive when the child improved; shares only.

    Options as in `lrr`. NaN where a mean is 1 (100 %). Source: Pustejovsky 2015.
    """
    check_option("scale", scale, _SHARES)
    a, b = _as_shares(before, after, better, scale)
    value_a, error_a, raised_a = _logit(a, _grain(grain, scale), corrected)
    value_b, error_b, raised_b = _logit(b, _grain(grain, scale), corrected)
    value = (value_b - value_a) * (1 if better == "higher" else -1)
    error = np.sqrt(error_a + error_b)
    sentence = "The log odds changed by {value:+.2f} (plus is better)."
    return _result(a, b, better, value, error, "Log odds ratio", sentence, raised_a | raised_b)


def percent_change(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    scale: str = "count",
    grain: float | None = None,
    corrected: bool = True,
) -> Result:
    """Change of the mean in percent of the earlier mean, positive when the child improved: 100 (e^LRR - 1).

    With better="lower" a fall by half is 50. Interval and standard error follow from those of `lrr`.
    Source: Pustejovsky 2018.
    """
    form = "increasing" if better == "higher" else "decreasing"
    ratio = lrr(before, after, better=better, scale=scale, form=form, grain=grain, corrected=corrected)
    sign = 1.0 if better == "higher" else -1.0
    change = np.exp(sign * ratio.value)
    value, error = 100 * sign * (change - 1), 100 * change * ratio.se
    if not ratio.is_batch:
        value, error = float(value), float(error)
    sentence = "The mean changed by {value:+.0f}% of what it was (plus is better)."
    details = {"lrr": ratio.value, "lrr_se": ratio.se}
    bounds = _rising_bounds if better == "higher" else _falling_bounds
    method = "Percent change"
    return Result(
        value, method, ratio.n, sentence, se=error, flags=ratio.flags, details=details, bounds=bounds
    )


def _rising_bounds(result: Result, level: float) -> tuple[Number, Number]:
    reach = normal_quantile(level) * result.details["lrr_se"]
    low, high = (100 * (np.exp(result.details["lrr"] + step) - 1) for step in (-reach, reach))
    return (low, high) if result.is_batch else (float(low), float(high))


def _falling_bounds(result: Result, level: float) -> tuple[Number, Number]:
    reach = normal_quantile(level) * result.details["lrr_se"]
    low, high = (100 * (1 - np.exp(-result.details["lrr"] - step)) for step in (-reach, reach))
    return (low, high) if result.is_batch else (float(low), float(high))


def _as_shares(before: Any, after: Any, better: str, scale: str) -> tuple[Batch, Batch]:
    check_better(better)
    top = {"count": None, "rate": None, "proportion": 1.0, "percent": 100.0}[
        check_option("scale", scale, _SCALES)
    ]
    a, b = as_phases(before, after, low=0.0, high=top)
    if scale != "percent":
        return a, b
    return Batch(a.values / 100, a.n, a.single), Batch(b.values / 100, b.n, b.single)


def _rest(batch: Batch) -> Batch:
    return Batch(1 - batch.values, batch.n, batch.single)


_USUAL_GRAIN = {"count": 1.0, "rate": 1.0, "proportion": 100.0, "percent": 100.0}


def _grain(grain: float | None, scale: str) -> float:
    if grain is None:
        return _USUAL_GRAIN[scale]
    if not (np.isfinite(grain) and grain > 0):
        raise ValueError("grain must be a number above zero: intervals behind a share, minutes behind a rate")
    return float(grain)


def _floored(batch: Batch, grain: float) -> tuple[Floats, Floats, Any]:
    mean, variance = mean_and_variance(batch)
    least = 1 / (2 * grain * batch.n)
    return np.maximum(mean, least), np.maximum(variance, 1 / (grain**2 * batch.n**3.0)), mean < least


def _log_ratio(a: Batch, b: Batch, grain: float, corrected: bool) -> tuple[Floats, Floats, Any]:
    mean_a, var_a, raised_a = _floored(a, grain)
    mean_b, var_b, raised_b = _floored(b, grain)
    part_a, part_b = var_a / (a.n * mean_a**2), var_b / (b.n * mean_b**2)
    value = np.log(mean_b / mean_a) + (corrected * (part_b - part_a) / 2)
    return value, np.sqrt(part_a + part_b), raised_a | raised_b


def _logit(batch: Batch, grain: float, corrected: bool) -> tuple[Floats, Floats, Any]:
    mean, variance, raised = _floored(batch, grain)
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = np.where(mean < 1, np.log(mean / (1 - mean)), np.nan)
        squared = variance / (batch.n * mean**2 * (1 - mean) ** 2)
        return odds - corrected * squared * (2 * mean - 1) / 2, squared, raised


def _result(
    a: Batch, b: Batch, better: str, value: Any, error: Any, method: str, sentence: str, raised: Any
) -> Result:
    flags = {
        **common_flags(a.flipped(better), b.flipped(better), better=better, low=None, high=None),
        "independence_assumed": a.answer(np.ones(len(a.n), bool)),
        "truncated_mean": a.answer(raised),
        "undefined": a.answer(np.isnan(value)),
    }
    return Result(a.answer(value), method, a.answer(a.n + b.n), sentence, se=a.answer(error), flags=flags)
