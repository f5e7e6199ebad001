"""Lines through one series over time. Times default to sessions 1, 2, 3 ...; slopes are per unit of time."""

from __future__ import annotations

from typing import Any

import numpy as np

from .phases import FEW, LIKE_ITS_NEIGHBOUR, correlation_at, kendall, lag_one, trend_z
from .results import Number, Result, normal_quantile, wald
from .series import Batch, Floats, as_batch, by_blocks, check_better


def theil_sen(y: Any, *, times: Any = None, better: str = "higher") -> Result:
    """Median of all pairwise slopes; details: intercept (level at time 0), s, p. interval() is Sen's (1968).

    y, times: one series, or tables (k, width) padded with NaN. value is positive when the child improves.
    Source: Theil 1950, Sen 1968. ValueError below two points.
    """
    batch, when = _timed(y, times, better)
    slope, intercept = by_blocks(_block_line, batch.values.shape[1] ** 2, batch.values, when, batch.n)
    s, variance, _ = kendall(batch)
    details = {"s": s, "p": _two_sided(trend_z(s, variance)), "variance": variance}
    details |= {"intercept": _sign(better) * intercept, "points": batch.values, "times": _told(batch, when)}
    return _line(batch, when, slope, None, "Theil-Sen", details, _sen_bounds)


def theil_sen_lines(batch: Batch) -> tuple[Floats, Floats]:
    """Slope and intercept of each row over sessions 1, 2, 3 ...; a single point gives a level line."""
    if batch.values.shape[1] < 2:
        return np.zeros(len(batch.n)), batch.values[:, 0]
    return by_blocks(_block_line, batch.values.shape[1] ** 2, batch.values, _sessions(batch), batch.n)


def split_middle(y: Any, *, better: str = "higher") -> Result:
    """Line through the medians of the two halves (the middle point of an odd series is left out).

    value is the slope per session; details: intercept, first and second mid-points (time, level).
    Source: White 1974; Kazdin 1982. ValueError below two points.
    """
    batch = as_batch(y, "y", least=2).flipped(better)
    half = batch.n // 2
    where = np.arange(batch.values.shape[1])
    early = np.where(where < half[:, None], batch.values, np.nan)
    late = np.where((where >= (batch.n - half)[:, None]) & batch.seen, batch.values, np.nan)
    level_1, level_2 = np.nanmedian(early, axis=1), np.nanmedian(late, axis=1)
    time_1, time_2 = (half + 1) / 2, batch.n - (half - 1) / 2
    slope = (level_2 - level_1) / (time_2 - time_1)
    sign = _sign(better)
    points = {
        "intercept": sign * (level_1 - slope * time_1),
        "first": np.column_stack([time_1, sign * level_1]),
        "second": np.column_stack([time_2, sign * level_2]),
    }
    return _line(batch, _sessions(batch), slope, None, "Split-middle (White 1974)", points, None)


def mann_kendall(y: Any, *, better: str = "higher") -> Result:
    """Mann-Kendall test of a steady rise; value is z with continuity and tie correction.

    details: s, variance, p (two-sided), tau (tau-b). A rise is positive where higher is better.
    Source: Mann 1945, Kendall 1975.
    """
    batch = as_batch(y, "y", least=2).flipped(better)
    s, variance, tau = kendall(batch)
    z = trend_z(s, variance)
    details = {"s": s, "variance": variance, "p": _two_sided(z), "tau": tau}
    flags = {**_flags(batch), "independence_assumed": _always(batch)}
    sentence = "The steady-rise test gives z = {value:.2f} (p = {p:.3f})."
    return _result(batch, z, None, "Mann-Kendall", details, None, sentence, flags)


def ols(y: Any, *, times: Any = None, better: str = "higher") -> Result:
    """Least-squares slope with its standard error; details: intercept, residual_sd. interval() uses Student's t.

    ValueError below two points; with two points there is no standard error.
    """
    batch, when = _timed(y, times, better)
    n = batch.n.astype(float)
    t = np.where(batch.seen, when, 0.0)
    v = np.where(batch.seen, batch.values, 0.0)
    mean_t, mean_v = t.sum(axis=1) / n, v.sum(axis=1) / n
    off = np.where(batch.seen, when - mean_t[:, None], 0.0)
    spread = (off**2).sum(axis=1)
    slope = (off * (v - mean_v[:, None])).sum(axis=1) / spread
    left = np.where(batch.seen, v - mean_v[:, None] - slope[:, None] * off, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        sd = np.sqrt((left**2).sum(axis=1) / np.where(n > 2, n - 2, np.nan))
    details = {"intercept": _sign(better) * (mean_v - slope * mean_t), "residual_sd": sd}
    return _line(batch, when, slope, sd / np.sqrt(spread), "Least squares", details, _t_bounds)


def celeration(y: Any, *, days: Any = None, better: str = "higher") -> Result:
    """Multiplier per week on the standard celeration chart: 10 ** (7 * slope of log10(y) per day).

    y must be above zero; days default to 1, 2, 3 ... Source: Pennypacker, Gutierrez & Lindsley 2003. With
    better="lower" the value is still the multiplier of y (below 1 means fewer), because a chart reader expects that.
    """
    batch, when = _timed(y, days, "higher")
    if (batch.values <= 0).any():
        raise ValueError("celeration needs values above zero: a ratio per week does not exist otherwise")
    check_better(better)
    logged = ols(_like(batch, np.log10(batch.values)), times=_like(batch, when))
    value = np.atleast_1d(10.0 ** (7 * np.asarray(logged.value)))
    details = {"log10_per_day": np.atleast_1d(logged.value), "log10_se": np.atleast_1d(np.asarray(logged.se))}
    sentence = "The rate is multiplied by {value:.2f} every week."
    flags = {**_flags(batch), "independence_assumed": _always(batch)}
    return _result(batch, value, None, "Celeration per week", details, _celeration_bounds, sentence, flags)


def autocorrelation(y: Any, *, lag: int = 1) -> Result:
    """Autocorrelation at a lag about the mean of the series (biased towards zero in short series).

    SE is 1/sqrt(n) (Bartlett 1946). ValueError when the series is not longer than the lag + 1.
    """
    if lag < 1:
        raise ValueError("lag must be 1 or more")
    batch = as_batch(y, "y", least=lag + 2)
    value = correlation_at(batch, lag)
    flags = _flags(batch)
    sentence = f"Points {lag} apart correlate by {{value:.2f}}."
    return _result(
        batch, value, 1 / np.sqrt(batch.n), f"Autocorrelation, lag {lag}", {}, wald, sentence, flags
    )


def _timed(y: Any, times: Any, better: str) -> tuple[Batch, Floats]:
    batch = as_batch(y, "y", least=2).flipped(better)
    if times is None:
        return batch, _sessions(batch)
    when = as_batch(times, "times", least=2)
    if when.values.shape != batch.values.shape or (when.n != batch.n).any():
        raise ValueError("times must have one entry for every point of y")
    if (np.diff(when.values, axis=1) <= 0).any():
        raise ValueError("times must rise from point to point")
    return batch, when.values


def _sessions(batch: Batch) -> Floats:
    return np.broadcast_to(np.arange(1.0, batch.values.shape[1] + 1), batch.values.shape)


def _sign(better: str) -> float:
    return 1.0 if better == "higher" else -1.0


def _told(batch: Batch, when: Floats) -> Floats:
    return np.where(batch.seen, when, np.nan)


def _like(batch: Batch, table: Floats) -> Floats:
    return table[0] if batch.single else _told(batch, table)


def _block_line(values: Floats, when: Floats, n: Any) -> tuple[Floats, Floats]:
    return _median_line(Batch(values, n, False), when, all_slopes(values, when))


def all_slopes(values: Floats, when: Floats) -> Floats:
    """Slopes between all pairs of points of each row, sorted, NaN (padding) last."""
    first, second = np.triu_indices(values.shape[1], 1)
    rise = values[:, second] - values[:, first]
    return np.sort(rise / (when[:, second] - when[:, first]), axis=1)


def _median_line(batch: Batch, when: Floats, slopes: Floats) -> tuple[Floats, Floats]:
    pairs = batch.n * (batch.n - 1) // 2
    row = np.arange(len(slopes))
    lower, upper = np.maximum((pairs - 1) // 2, 0), pairs // 2
    slope = np.where(
        pairs > 0, (slopes[row, lower] + slopes[row, np.minimum(upper, slopes.shape[1] - 1)]) / 2, 0.0
    )
    return slope, np.nanmedian(batch.values - slope[:, None] * when, axis=1)


def _two_sided(z: Any) -> Any:
    from scipy.special import ndtr

    return 2 * ndtr(-np.abs(z))


def _sen_bounds(result: Result, level: float) -> tuple[Number, Number]:
    slopes = all_slopes(np.atleast_2d(result.details["points"]), np.atleast_2d(result.details["times"]))
    pairs = (~np.isnan(slopes)).sum(axis=1)
    reach = normal_quantile(level) * np.sqrt(np.atleast_1d(result.details["variance"]))
    row = np.arange(len(slopes))
    low = np.clip(np.round((pairs - reach) / 2).astype(int) - 1, 0, pairs - 1)
    high = np.clip(np.round((pairs + reach) / 2).astype(int), 0, pairs - 1)
    limits = slopes[row, low], slopes[row, high]
    return limits if result.is_batch else (float(limits[0][0]), float(limits[1][0]))


def _t_bounds(result: Result, level: float) -> tuple[Number, Number]:
    from scipy.special import stdtrit

    reach = stdtrit(np.asarray(result.n) - 2.0, 0.5 + level / 2) * result.se
    return result.value - reach, result.value + reach


def _celeration_bounds(result: Result, level: float) -> tuple[Number, Number]:
    from scipy.special import stdtrit

    reach = stdtrit(np.asarray(result.n) - 2.0, 0.5 + level / 2) * result.details["log10_se"]
    centre = result.details["log10_per_day"]
    return 10.0 ** (7 * (centre - reach)), 10.0 ** (7 * (centre + reach))


def _always(batch: Batch) -> Any:
    return batch.answer(np.ones(len(batch.n), bool))


def _flags(batch: Batch) -> dict[str, Any]:
    return {"few_points": batch.answer(batch.n < FEW)}


def _line(
    batch: Batch, when: Floats, slope: Floats, se: Any, method: str, details: dict[str, Any], bounds: Any
) -> Result:
    rest = Batch(batch.values - slope[:, None] * when, batch.n, batch.single)
    flags = {**_flags(batch), "autocorrelated": batch.answer(lag_one(rest) > LIKE_ITS_NEIGHBOUR)}
    code = "no_standard_error" if bounds is None else "independence_assumed"
    flags[code] = _always(batch)
    sentence = "The level changes by {value:+.3g} per step of time (plus is better)."
    return _result(batch, slope, se, method, details, bounds, sentence, flags)


def _result(
    batch: Batch,
    value: Any,
    se: Any,
    method: str,
    details: dict[str, Any],
    bounds: Any,
    sentence: str,
    flags: Any,
) -> Result:
    told = {name: batch.answer(item) for name, item in details.items()}
    error = None if se is None else batch.answer(se)
    n = batch.answer(batch.n)
    return Result(
        batch.answer(value), method, n, sentence, se=error, flags=flags, details=told, bounds=bounds
    )
