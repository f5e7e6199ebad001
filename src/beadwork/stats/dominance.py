"""How often a later point beats an earlier one: NAP, Tau, Tau-U and baseline-corrected Tau."""

from __future__ import annotations

from typing import Any

import numpy as np

from .phases import both, common_flags, has_trend, kendall
from .results import Bounds, Number, Result, normal_quantile
from .series import Batch, Floats, by_blocks, check_option
from .trend import theil_sen_lines

_TAU_U = ("a_vs_b_minus_trend_a", "a_vs_b_plus_trend_b", "a_vs_b_plus_trend_b_minus_trend_a")


def nap(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    se: str = "unbiased",
) -> Result:
    """Non-overlap of all pairs: chance (0-1) that a later point beats an earlier one, ties count one half.

    before, after: one series each, or tables (k, width) padded with NaN. se: "unbiased" (Sen 1967), "hanley"
    (Hanley & McNeil 1982) or "null". interval() is Newcombe's (2006) fifth method, taking the non-trivial root,
    so that it never shrinks to a point. Source: Parker & Vannest 2009.
    """
    a, b = both(before, after, better, low, high)
    value, error = _nap_and_se(a, b, check_option("se", se, ("unbiased", "hanley", "null")))
    sentence = "A later point is better than an earlier one in {value:.0%} of all pairs."
    flags = _flags(a, b, better, low, high)
    return _result(a, b, value, error, "NAP (Parker & Vannest 2009)", sentence, flags, _share_bounds)


def tau(
    before: Any, after: Any, *, better: str = "higher", low: float | None = None, high: float | None = None
) -> Result:
    """Tau of non-overlap, 2 NAP - 1 (-1 to 1); standard error and interval follow from those of `nap`.

    Source: Parker, Vannest, Davis & Sauber 2011.
    """
    a, b = both(before, after, better, low, high)
    value, error = _nap_and_se(a, b, "unbiased")
    sentence = "Better pairs less worse ones come to {value:.0%} of all pairs."
    flags = _flags(a, b, better, low, high)
    return _result(a, b, 2 * value - 1, 2 * error, "Tau (Parker 2011)", sentence, flags, _tau_bounds)


def tau_u(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    variant: str = _TAU_U[0],
) -> Result:
    """Tau-U: (S_AB - S_AA) / (mn), Kendall sums of pairs between phases and within the baseline.

    The default can exceed 1 in size. The other variants add the trend of the later phase and divide by all
    pairs used. Source: Parker, Vannest, Davis & Sauber 2011.
    """
    check_option("variant", variant, _TAU_U)
    a, b = both(before, after, better, low, high)
    m, n = a.n.astype(float), b.n.astype(float)
    between = (2 * _nap_and_se(a, b, "null")[0] - 1) * m * n
    s_a, s_b = kendall(a)[0], kendall(b)[0]
    value = {
        _TAU_U[0]: (between - s_a) / (m * n),
        _TAU_U[1]: (between + s_b) / (m * n + n * (n - 1) / 2),
        _TAU_U[2]: (between + s_b - s_a) / ((m + n) * (m + n - 1) / 2),
    }[variant]
    flags = {
        **common_flags(a, b, better=better, low=low, high=high),
        "no_standard_error": a.answer(np.ones(len(m), bool)),
        "outside_range": a.answer(np.abs(value) > 1),
    }
    sentence = "Better pairs, less the trend already there, come to {value:.2f} of all pairs."
    method = f"Tau-U (Parker 2011, {variant})"
    return Result(a.answer(value), method, a.answer(a.n + b.n), sentence, flags=flags, bounds=None)


def tau_bc(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    variant: str = "always",
) -> Result:
    """Baseline-corrected Tau: remove the baseline's Theil-Sen line from both phases, then Tau.

    variant "always" corrects every series and uses `tau`; "tarlow" is Tarlow's (2017) own: Kendall's tau-b with
    SE sqrt(2(1 - tau^2)/(m+n)), correcting only where the baseline trend is significant (p < .05).
    details: slope and intercept of the line (sessions counted from 1), corrected.
    """
    check_option("variant", variant, ("always", "tarlow"))
    a, b = both(before, after, better, low, high)
    slope, intercept = theil_sen_lines(a)
    wanted = np.ones(len(a.n), bool) if variant == "always" else has_trend(a)
    wanted &= a.n > 1
    rest_a, rest_b = _without_line(a, b, np.where(wanted, slope, 0.0), np.where(wanted, intercept, 0.0))
    value, error = _nap_and_se(rest_a, rest_b, "unbiased")
    value, error, bounds = 2 * value - 1, 2 * error, _tau_bounds
    if variant == "tarlow":
        value, error = _tau_b(rest_a, rest_b, value)
        bounds = _clipped_wald
    sentence = (
        "Beyond the line of the baseline, better pairs less worse ones come to {value:.0%} of all pairs."
    )
    flags = {**_flags(a, b, better, low, high), "extrapolated": a.answer(wanted & (slope != 0))}
    sign = 1.0 if better == "higher" else -1.0
    line = {"slope": sign * slope, "intercept": sign * intercept, "corrected": wanted}
    details = {name: a.answer(item) for name, item in line.items()}
    method = f"Tau-BC (Tarlow 2017, {variant})"
    return _result(a, b, value, error, method, sentence, flags, bounds, details)


def _nap_and_se(a: Batch, b: Batch, kind: str) -> tuple[Floats, Floats]:
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
    wins = b[:, None, :] > a[:, :, None]
    draws = b[:, None, :] == a[:, :, None]
    by_a = wins.sum(axis=2) + 0.5 * draws.sum(axis=2)
    by_b = wins.sum(axis=1) + 0.5 * draws.sum(axis=1)
    total = by_a.sum(axis=1)
    share = total / (m * n)
    squares = total - 0.25 * draws.sum(axis=(1, 2))
    q1 = (by_a**2).sum(axis=1) / (m * n**2) - share**2
    q2 = (by_b**2).sum(axis=1) / (n * m**2) - share**2
    return share, q1, q2, squares / (m * n) - share**2


def newcombe_limits(share: Any, m: Any, n: Any, level: float) -> tuple[Any, Any]:
    """Newcombe's (2006) fifth interval for a chance of superiority, by bisection towards the non-trivial roots."""
    share, m, n = (np.asarray(item, dtype=float) for item in (share, m, n))
    z2, h = normal_quantile(level) ** 2, (m + n) / 2 - 1

    def outside(theta: Any) -> Any:
        spread = theta * (1 - theta)
        return m * n * (share - theta) ** 2 * (2 - theta) * (1 + theta) > z2 * spread * (
            2 + h + (1 + 2 * h) * spread
        )

    return _border(outside, share, np.zeros_like(share)), _border(outside, share, np.ones_like(share))


def _border(outside: Any, inner: Any, outer: Any) -> Any:
    for _ in range(50):
        middle = (inner + outer) / 2
        out = outside(middle)
        inner, outer = np.where(out, inner, middle), np.where(out, middle, outer)
    return (inner + outer) / 2


def _share_bounds(result: Result, level: float) -> tuple[Number, Number]:
    low, high = newcombe_limits(result.value, result.details["m"], result.details["later"], level)
    return (low, high) if result.is_batch else (float(low), float(high))


def _tau_bounds(result: Result, level: float) -> tuple[Number, Number]:
    low, high = newcombe_limits((result.value + 1) / 2, result.details["m"], result.details["later"], level)
    return (2 * low - 1, 2 * high - 1) if result.is_batch else (float(2 * low - 1), float(2 * high - 1))


def _clipped_wald(result: Result, level: float) -> tuple[Number, Number]:
    reach = normal_quantile(level) * np.asarray(result.se)
    low, high = np.maximum(result.value - reach, -1), np.minimum(result.value + reach, 1)
    return (low, high) if result.is_batch else (float(low), float(high))


def _without_line(a: Batch, b: Batch, slope: Floats, intercept: Floats) -> tuple[Batch, Batch]:
    times_a = np.arange(1, a.values.shape[1] + 1)
    times_b = a.n[:, None] + np.arange(1, b.values.shape[1] + 1)
    rest_a = a.values - intercept[:, None] - slope[:, None] * times_a
    rest_b = b.values - intercept[:, None] - slope[:, None] * times_b
    scale = np.maximum(np.fmax.reduce(np.abs(a.values), axis=1), np.fmax.reduce(np.abs(b.values), axis=1))
    # equal residuals must tie in spite of rounding; an odd grain keeps round numbers off its edges
    grain = np.where(scale > 0, scale, 1.0)[:, None] * 0.7390561e-11
    return Batch(np.round(rest_a / grain), a.n, a.single), Batch(np.round(rest_b / grain), b.n, b.single)


def _tau_b(a: Batch, b: Batch, tau_value: Floats) -> tuple[Floats, Floats]:
    m, n = a.n.astype(float), b.n.astype(float)
    whole = np.concatenate([a.values, b.values], axis=1)
    same = by_blocks(
        lambda v: ((v[:, None, :] == v[:, :, None]).sum(axis=(1, 2)),), whole.shape[1] ** 2, whole
    )[0]
    untied = (m + n) * (m + n - 1) / 2 - (same - m - n) / 2
    value = np.where(untied > 0, tau_value * m * n / np.sqrt(m * n * np.where(untied > 0, untied, 1)), 0.0)
    return value, np.sqrt(np.maximum(2 * (1 - value**2) / (m + n), 0.0))


def _flags(a: Batch, b: Batch, better: str, low: float | None, high: float | None) -> dict[str, Any]:
    always = {"independence_assumed": a.answer(np.ones(len(a.n), bool))}
    return {**common_flags(a, b, better=better, low=low, high=high), **always}


def _result(
    a: Batch,
    b: Batch,
    value: Any,
    error: Any,
    method: str,
    sentence: str,
    flags: dict[str, Any],
    bounds: Bounds,
    details: dict[str, Any] | None = None,
) -> Result:
    counts = {"m": a.answer(a.n), "later": a.answer(b.n)}
    return Result(
        a.answer(value),
        method,
        a.answer(a.n + b.n),
        sentence,
        se=a.answer(error),
        flags=flags,
        details={**counts, **(details or {})},
        bounds=bounds,
    )
