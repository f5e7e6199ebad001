"""Goal Attainment Scaling: the T score, its change, and helpers for the ladder of a goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .results import Result
from .series import Batch, Floats, as_batch, check_better

LOWEST, HIGHEST = -2.0, 2.0
_CAUTIONS = ("own_scale", "levels_unsure")


def gas_t(levels: Any, weights: Any = None, *, rho: float = 0.3) -> Result:
    """T score of one child's goals: 50 + 10 sum(w x) / sqrt((1 - rho) sum(w^2) + rho (sum w)^2), root over the whole.

    levels: one child's goals (-2 ... 2, 0 is as expected), or a table with one child a row padded with NaN. weights:
    the same shape, or None for equal ones. rho: assumed correlation of the goals. details: the raw levels' mean and
    met (how many goals reached 0 or more). No standard error is known. Source: Kiresuk & Sherman 1968.
    """
    batch, weight = _checked(levels, weights, rho)
    value, _ = _t_score(batch, weight, rho)
    reached = (batch.values >= 0).sum(axis=1)
    details = {"mean_level": np.nanmean(batch.values, axis=1), "met": reached}
    sentence = "Goal attainment T is {value:.1f}; {met} of {n} goals are as expected or better."
    return _result(batch, value, "GAS T (Kiresuk & Sherman 1968)", sentence, _flags(batch), details)


def gas_change(before: Any, after: Any, weights: Any = None, *, rho: float = 0.3) -> Result:
    """Change of the T score of the same goals with the same weights; details: t_before, t_after, and raw steps.

    Shapes as in `gas_t`. A goal that starts at -2 cannot become worse (caution baseline_at_floor), so part of the
    change is built into the start.
    """
    first, weight = _checked(before, weights, rho)
    second, _ = _checked(after, weights, rho)
    if first.values.shape != second.values.shape or (first.n != second.n).any():
        raise ValueError("before and after must hold the same goals")
    t_before, spread = _t_score(first, weight, rho)
    t_after, _ = _t_score(second, weight, rho)
    details = {"t_before": t_before, "t_after": t_after, "points_per_step": 10 * weight.sum(axis=1) / spread}
    details["steps"] = np.nansum(second.values - first.values, axis=1)
    flags = {**_flags(first), "baseline_at_floor": first.answer((first.values <= LOWEST).any(axis=1))}
    sentence = (
        "Goal attainment T went from {t_before:.1f} to {t_after:.1f}; each child's goals are its own scale."
    )
    return _result(first, t_after - t_before, "Change of GAS T", sentence, flags, details)


def check_ladder(
    marks: Sequence[float], *, better: str = "higher", start: float | None = None
) -> tuple[str, ...]:
    """What is wrong with the ladder of one goal, as sentences; nothing wrong gives ().

    marks: the five levels -2, -1, 0, 1, 2 in the unit of the goal, each the least that counts as reached. start: where
    the child is now. Rules: five levels, one direction, equal steps, and a start at -2 or -1 (King 1999;
    Krasny-Pacini 2016).
    """
    values = as_batch(marks, "marks").values[0]
    sign = 1 if check_better(better) == "higher" else -1
    found = []
    if len(values) != 5:
        found.append("A ladder has five levels, from -2 to 2.")
    steps = sign * np.diff(values)
    if (steps <= 0).any():
        found.append("Each level must lie beyond the one before it.")
    elif len(steps) and steps.max() > steps.min() * (1 + 1e-9):
        found.append("The steps between the levels are not equal.")
    if start is not None and len(values) == 5 and sign * start >= sign * values[2]:
        found.append("The child has already reached the expected level.")
    return tuple(found)


def level_reached(value: Any, marks: Sequence[float], *, better: str = "higher") -> Any:
    """The level (-2 ... 2) a measured value reaches on a ladder: the highest whose mark is met, -2 below them all.

    value: a number or an array. ValueError for a ladder without five rising marks.
    """
    sign = 1 if check_better(better) == "higher" else -1
    ladder = sign * as_batch(marks, "marks").values[0]
    if len(ladder) != 5 or (np.diff(ladder) <= 0).any():
        raise ValueError("a ladder has five marks, each beyond the one before it")
    given = np.asarray(value, dtype=float)
    if not np.isfinite(given).all():
        raise ValueError("value must be finite")
    level = np.maximum(np.searchsorted(ladder, sign * given, side="right") - 3, -2)
    return level if given.ndim else int(level)


def _checked(levels: Any, weights: Any, rho: float) -> tuple[Batch, Floats]:
    if not 0 <= rho < 1:
        raise ValueError(f"rho must lie between 0 and 1, not {rho!r}")
    batch = as_batch(levels, "levels", low=LOWEST, high=HIGHEST)
    if weights is None:
        return batch, batch.seen.astype(float)
    weight = as_batch(weights, "weights")
    if weight.values.shape != batch.values.shape or (weight.n != batch.n).any():
        raise ValueError("there must be one weight for every goal")
    if (weight.values <= 0).any():
        raise ValueError("weights must be above zero")
    return batch, np.where(batch.seen, weight.values, 0.0)


def _t_score(batch: Batch, weight: Floats, rho: float) -> tuple[Floats, Floats]:
    total = (weight * np.where(batch.seen, batch.values, 0.0)).sum(axis=1)
    spread = np.sqrt((1 - rho) * (weight**2).sum(axis=1) + rho * weight.sum(axis=1) ** 2)
    return 50 + 10 * total / spread, spread


def _flags(batch: Batch) -> dict[str, Any]:
    return {code: batch.answer(np.ones(len(batch.n), bool)) for code in (*_CAUTIONS, "no_standard_error")}


def _result(
    batch: Batch, value: Floats, method: str, sentence: str, flags: dict[str, Any], details: dict[str, Any]
) -> Result:
    told = {name: batch.answer(item) for name, item in details.items()}
    n = batch.answer(batch.n)
    return Result(batch.answer(value), method, n, sentence, flags=flags, details=told, bounds=None)
