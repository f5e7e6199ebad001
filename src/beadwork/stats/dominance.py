"""How often a later point beats an earlier one: NAP, Tau, Tau-U and baseline-corrected Tau."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from .pairs import nap_and_se, newcombe_limits, tau_b
from .phases import both, common_flags, has_trend, kendall
from .results import Bounds, Later, Number, Result, normal_quantile
from .series import Batch, Floats, check_option
from .trend import theil_sen_lines

_KINDS = ("tau", "tau_b")
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
    value, error = nap_and_se(a, b, check_option("se", se, ("unbiased", "hanley", "null")))
    sentence = "A later point is better than an earlier one in {value:.0%} of all pairs."
    flags = _flags(a, b, better, low, high)
    return _result(a, b, value, error, "NAP (Parker & Vannest 2009)", sentence, flags, _share_bounds)


def tau(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    kind: str = "tau",
) -> Result:
    """Tau of non-overlap, 2 NAP - 1 (-1 to 1); standard error and interval follow from those of `nap`.

    kind "tau_b" is Kendall's tau-b of phase and value, as Tarlow (2017) uses it, with SE sqrt(2(1 - tau^2)/(m+n)).
    Source: Parker, Vannest, Davis & Sauber 2011.
    """
    check_option("kind", kind, _KINDS)
    a, b = both(before, after, better, low, high)
    value, error, bounds = _tau_of(a, b, kind)
    sentence = "Better pairs less worse ones come to {value:.0%} of all pairs."
    return _result(a, b, value, error, f"Tau ({kind})", sentence, _flags(a, b, better, low, high), bounds)


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
    between = (2 * nap_and_se(a, b, "null")[0] - 1) * m * n
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
    correct: str = "always",
    kind: str = "tau",
) -> Result:
    """Baseline-corrected Tau: remove the baseline's Theil-Sen line from both phases, then `tau`.

    correct "always" does so for every series, "if_trend" only where the baseline's trend is significant (p < .05).
    Tarlow's (2017) own is correct="if_trend", kind="tau_b". details: slope and intercept of the line (sessions count
    from 1), corrected.
    """
    check_option("correct", correct, ("always", "if_trend"))
    check_option("kind", kind, _KINDS)
    a, b = both(before, after, better, low, high)
    slope, intercept = theil_sen_lines(a)
    wanted = (a.n > 1) & (has_trend(a) if correct == "if_trend" else True)
    rest_a, rest_b = _without_line(a, b, np.where(wanted, slope, 0.0), np.where(wanted, intercept, 0.0))
    value, error, bounds = _tau_of(rest_a, rest_b, kind)
    sentence = (
        "Beyond the line of the baseline, better pairs less worse ones come to {value:.0%} of all pairs."
    )
    flags = {**_flags(a, b, better, low, high), "extrapolated": a.answer(wanted & (slope != 0))}
    sign = 1.0 if better == "higher" else -1.0
    line = {"slope": sign * slope, "intercept": sign * intercept, "corrected": wanted}
    details = {name: a.answer(item) for name, item in line.items()}
    method = f"Tau-BC (Tarlow 2017, {correct}, {kind})"
    return _result(a, b, value, error, method, sentence, flags, bounds, details)


def _tau_of(a: Batch, b: Batch, kind: str) -> tuple[Floats, Floats, Bounds]:
    share, error = nap_and_se(a, b, "unbiased")
    if kind == "tau":
        return 2 * share - 1, 2 * error, _tau_bounds
    value, error = tau_b(a, b, 2 * share - 1)
    return value, error, _clipped_wald


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


def _flags(a: Batch, b: Batch, better: str, low: float | None, high: float | None) -> Later:
    def work() -> dict[str, Any]:
        always = {"independence_assumed": a.answer(np.ones(len(a.n), bool))}
        return {**common_flags(a, b, better=better, low=low, high=high), **always}

    return Later(work)


def _result(
    a: Batch,
    b: Batch,
    value: Any,
    error: Any,
    method: str,
    sentence: str,
    flags: Mapping[str, Any],
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
