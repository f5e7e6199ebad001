"""The intraclass correlation of two or more raters, in all six forms."""

from __future__ import annotations

from typing import Any

import numpy as np

from .phases import FEW
from .results import Number, Result
from .series import Batch, Floats, as_batch, check_option

FORMS = ("one_way", "agreement", "consistency")


def icc(*raters: Any, form: str = "agreement", of: str = "single") -> Result:
    """Share of the differences between ratings that is due to what was rated (1 is full agreement).

    raters: two or more, each one series or a table (k, width) padded with NaN, rating the same moments in the same
    order. form: "one_way" (raters differ from moment to moment; ICC(1)), "agreement" (the same raters, and their
    levels matter; ICC(2) or A) or "consistency" (their levels do not; ICC(3) or C). of: "single" rating or the
    "mean" of all raters. Source: Shrout & Fleiss 1979; interval McGraw & Wong 1996. ValueError below two moments.
    """
    check_option("form", form, FORMS)
    check_option("of", of, ("single", "mean"))
    batches = _same_moments(raters)
    first, k = batches[0], len(batches)
    rows, columns, error, within = _mean_squares(batches)
    details = {"ms_rows": rows, "ms_raters": columns, "ms_error": error, "ms_within": within}
    value = _value(rows, columns, error, within, first.n, k, form)
    value = value if of == "single" else _of_mean(value, k)
    told = {name: first.answer(item) for name, item in details.items()} | {
        "raters": k,
        "form": form,
        "of": of,
    }
    flags = {
        "few_points": first.n < FEW,
        "independence_assumed": np.ones(len(first.n), bool),
        "undefined": np.isnan(value),
    }
    return Result(
        first.answer(value),
        f"ICC ({form}, {of})",
        first.answer(first.n),
        "{value:.0%} of the differences are due to what was rated, not to who rated it.",
        flags={code: first.answer(holds) for code, holds in flags.items()},
        details=told,
        bounds=_bounds,
    )


def _same_moments(raters: tuple[Any, ...]) -> list[Batch]:
    if len(raters) < 2:
        raise ValueError("icc needs at least two raters")
    batches = [as_batch(one, f"rater {place}", least=2) for place, one in enumerate(raters, 1)]
    first = batches[0]
    for one in batches[1:]:
        if one.single != first.single or one.values.shape != first.values.shape or (one.n != first.n).any():
            raise ValueError("all raters must rate the same moments")
    return batches


def _mean_squares(batches: list[Batch]) -> tuple[Floats, Floats, Floats, Floats]:
    """Between rows, between raters, residual, and within rows, for each row of the batch."""
    first, k = batches[0], len(batches)
    n = first.n.astype(float)
    ratings = np.stack([np.where(first.seen, one.values, 0.0) for one in batches], axis=2)
    grand = ratings.sum(axis=(1, 2)) / (n * k)
    of_row, of_rater = ratings.mean(axis=2), ratings.sum(axis=1) / n[:, None]
    seen = first.seen
    total = (np.where(seen[:, :, None], ratings - grand[:, None, None], 0.0) ** 2).sum(axis=(1, 2))
    rows = k * (np.where(seen, of_row - grand[:, None], 0.0) ** 2).sum(axis=1)
    raters = n * ((of_rater - grand[:, None]) ** 2).sum(axis=1)
    error = np.maximum(total - rows - raters, 0.0)
    return rows / (n - 1), raters / (k - 1), error / ((n - 1) * (k - 1)), (total - rows) / (n * (k - 1))


def _value(rows: Any, columns: Any, error: Any, within: Any, n: Any, k: int, form: str) -> Floats:
    top, bottom = {
        "one_way": (rows - within, rows + (k - 1) * within),
        "agreement": (rows - error, rows + (k - 1) * error + k * (columns - error) / n),
        "consistency": (rows - error, rows + (k - 1) * error),
    }[form]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom > 0, top / np.where(bottom > 0, bottom, 1.0), np.nan)


def _of_mean(single: Any, k: int) -> Any:
    """Spearman-Brown: the reliability of the mean of k ratings."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return k * single / (1 + (k - 1) * single)


def _bounds(result: Result, level: float) -> tuple[Number, Number]:
    told, n, k = result.details, np.asarray(result.n, dtype=float), result.details["raters"]
    limits = _agreement_limits if told["form"] == "agreement" else _ratio_limits
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = limits(told, n, k, 0.5 + level / 2)
    if told["of"] == "mean":
        low, high = _of_mean(low, k), _of_mean(high, k)
    return (low, high) if result.is_batch else (float(low), float(high))


def _ratio_limits(told: Any, n: Any, k: int, upper: float) -> tuple[Any, Any]:
    from scipy.special import fdtri

    one_way = told["form"] == "one_way"
    ratio = told["ms_rows"] / (told["ms_within"] if one_way else told["ms_error"])
    free = n * (k - 1) if one_way else (n - 1) * (k - 1)
    low, high = ratio / fdtri(n - 1, free, upper), ratio * fdtri(free, n - 1, upper)
    return (low - 1) / (low + k - 1), (high - 1) / (high + k - 1)


def _agreement_limits(told: Any, n: Any, k: int, upper: float) -> tuple[Any, Any]:
    from scipy.special import fdtri

    rows, columns, error = told["ms_rows"], told["ms_raters"], told["ms_error"]
    r = _value(rows, columns, error, 0.0, n, k, "agreement")
    a, b = k * r / (n * (1 - r)), 1 + k * r * (n - 1) / (n * (1 - r))
    free = (a * columns + b * error) ** 2 / (
        (a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1))
    )
    f_low, f_high = fdtri(n - 1, free, upper), fdtri(free, n - 1, upper)
    rest = k * columns + (k * n - k - n) * error
    low = n * (rows - f_low * error) / (f_low * rest + n * rows)
    high = n * (f_high * rows - error) / (rest + n * f_high * rows)
    return low, high
