"""How large the change is: in spreads of the child's own points, or as a share of the way to the goal."""

from __future__ import annotations

from typing import Any

import numpy as np

from .phases import both, common_flags
from .results import Result
from .series import Batch, Floats, check_option, mean_and_variance


def smd(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    kind: str = "baseline",
    corrected: bool = True,
) -> Result:
    """Difference of the phase means in standard deviations, positive when the child improved.

    kind "baseline" divides by the spread of the earlier phase (Glass), "pooled" by that of both (Cohen, Hedges);
    corrected=True takes off the small-sample bias with J = 1 - 3/(4 df - 1). NaN where the spread is 0 or unknown.
    details: difference (of the means, plus is better) and sd.
    Source: Gingerich 1984; Busk & Serlin 1992; standard errors Pustejovsky 2018.
    """
    check_option("kind", kind, ("baseline", "pooled"))
    a, b = both(before, after, better, low, high)
    (mean_a, var_a), (mean_b, var_b) = mean_and_variance(a), mean_and_variance(b)
    df = (a.n - 1 if kind == "baseline" else a.n + b.n - 2).astype(float)
    var = var_a if kind == "baseline" else _pooled(a, var_a, b, var_b)
    j = 1 - 3 / (4 * df - 1) if corrected else np.ones(len(df))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(var > 0, j * (mean_b - mean_a) / np.sqrt(var), np.nan)
        ratio = var_b / var_a if kind == "baseline" else 1.0
        error = j * np.sqrt(1 / a.n + ratio / b.n + value**2 / (2 * df))
    flags = {
        **common_flags(a, b, better=better, low=low, high=high),
        "baseline_varies_little": a.answer((kind == "baseline") & (9 * var_a < var_b)),
    }
    sentence = "The level changed by {value:+.2f} standard deviations (plus is better)."
    details = {"difference": mean_b - mean_a, "sd": np.sqrt(var)}
    return _result(a, b, value, error, f"SMD ({kind})", sentence, flags, details)


def pogo(
    before: Any,
    after: Any,
    *,
    goal: Any,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
) -> Result:
    """Percent of goal obtained: 100 (mean after - mean before) / (goal - mean before).

    goal: one number, or one per row. The standard error is the delta method's, which knows that the earlier mean
    stands above and below the line. NaN where the goal equals the baseline. Source: Ferron, Goldstein, Olszewski &
    Rohrer 2020.
    """
    a, b = both(before, after, better, low, high)
    aim = _goals(goal, a, low, high) * (1 if better == "higher" else -1)
    (mean_a, var_a), (mean_b, var_b) = mean_and_variance(a), mean_and_variance(b)
    way = aim - mean_a
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(way != 0, (mean_b - mean_a) / way, np.nan)
        error = np.sqrt(var_b / b.n + (1 - share) ** 2 * var_a / a.n) / np.abs(way)
        near = np.abs(way) < 2 * np.sqrt(var_a / a.n)
    flags = {
        **common_flags(a, b, better=better, low=low, high=high),
        "goal_near_baseline": a.answer(near),
        "goal_behind_baseline": a.answer(way <= 0),
    }
    sentence = "The mean covers {value:.0f}% of the way from the baseline to the goal."
    return _result(a, b, 100 * share, 100 * error, "PoGO", sentence, flags, {"way": way})


def _pooled(a: Batch, var_a: Floats, b: Batch, var_b: Floats) -> Floats:
    weight_a, weight_b = a.n - 1.0, b.n - 1.0
    total = np.where(weight_a > 0, weight_a * var_a, 0.0) + np.where(weight_b > 0, weight_b * var_b, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return total / (weight_a + weight_b)


def _goals(goal: Any, a: Batch, low: float | None, high: float | None) -> Floats:
    goals = np.asarray(goal, dtype=float)
    if not np.isfinite(goals).all() or goals.ndim > 1:
        raise ValueError("goal must be a finite number, or one for each series")
    if (low is not None and (goals < low).any()) or (high is not None and (goals > high).any()):
        raise ValueError("the goal lies off the scale")
    if goals.ndim and goals.shape != a.n.shape:
        raise ValueError(f"there are {len(a.n)} series but {len(goals)} goals")
    return np.broadcast_to(goals, a.n.shape)


def _result(
    a: Batch,
    b: Batch,
    value: Floats,
    error: Floats,
    method: str,
    sentence: str,
    flags: dict[str, Any],
    details: dict[str, Any],
) -> Result:
    always = np.ones(len(a.n), bool)
    flags |= {"independence_assumed": a.answer(always), "undefined": a.answer(np.isnan(value))}
    told = {name: a.answer(item) for name, item in details.items()}
    n = a.answer(a.n + b.n)
    return Result(a.answer(value), method, n, sentence, se=a.answer(error), flags=flags, details=told)
