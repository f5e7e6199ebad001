"""How far two or more observers (or settings) agree about the same moments: percent, kappa, ICC, Bland-Altman."""

from __future__ import annotations

from typing import Any

import numpy as np

from .intraclass import icc
from .phases import FEW
from .results import Bounds, Number, Result, normal_quantile, wald
from .series import Batch, Floats, as_batch, by_blocks, check_option, mean_and_variance

__all__ = ["bland_altman", "icc", "percent_agreement", "weighted_kappa"]

RARE = 0.9  # share of ratings in one category beyond which kappa is unstable


def percent_agreement(first: Any, second: Any, *, tolerance: float = 0.0) -> Result:
    """Percent of moments in which two observers differ by at most `tolerance`; interval() is Wilson's (1927).

    first, second: one series each, or tables (k, width) padded with NaN. Chance alone can bring it far: see kappa.
    """
    if not tolerance >= 0:
        raise ValueError("tolerance must be 0 or more")
    a, b = _paired(first, second)
    agreed = (np.abs(a.values - b.values) <= tolerance * (1 + 1e-12)).sum(axis=1)
    share = agreed / a.n
    error = 100 * np.sqrt(share * (1 - share) / a.n)
    flags = {"rare_category": _commonest(a, b) > RARE}
    sentence = "The observers agree in {agreed} of {n} moments ({value:.0f}%)."
    return _result(a, 100 * share, error, "Percent agreement", sentence, flags, {"agreed": agreed}, _wilson)


def weighted_kappa(first: Any, second: Any, *, weights: str = "quadratic", categories: Any = None) -> Result:
    """Cohen's kappa: agreement beyond chance (1 is full, 0 is chance), near misses counting in part.

    weights: "none", "linear" or "quadratic" in the order of the categories. categories: all that were possible, in
    order; None takes those that occur (over the whole batch). NaN where both observers use one and the same category
    throughout. Source: Cohen 1968; standard error Fleiss, Cohen & Everitt 1969.
    """
    check_option("weights", weights, ("none", "linear", "quadratic"))
    a, b = _paired(first, second)
    known = _categories(a, b, categories)
    table = _cross_table(a, b, known)
    value, error = _kappa(table, _distance(len(known), weights))
    flags = {"rare_category": _commonest(a, b) > RARE, "undefined": np.isnan(value)}
    details = {"observed": np.trace(table, axis1=1, axis2=2)}
    sentence = "Agreement beyond chance is {value:.2f} (kappa, {n} moments)."
    return _result(a, value, error / np.sqrt(a.n), f"Kappa ({weights})", sentence, flags, details, wald)


def bland_altman(first: Any, second: Any, *, level: float = 0.95) -> Result:
    """Mean difference of two observers (first - second) and the limits that most differences lie between.

    details: sd, lower and upper limit of agreement (mean -+ z sd at `level`), limit_se (sqrt(3 / n) sd). interval() is
    Student's for the mean difference. Source: Bland & Altman 1986. ValueError below two pairs.
    """
    if not 0 < level < 1:
        raise ValueError(f"level must lie between 0 and 1, not {level!r}")
    a, b = _paired(first, second, least=2)
    apart = Batch(a.values - b.values, a.n, a.single)
    bias, variance = mean_and_variance(apart)
    sd = np.sqrt(variance)
    reach = normal_quantile(level) * sd
    details = {"sd": sd, "lower": bias - reach, "upper": bias + reach, "limit_se": np.sqrt(3 / a.n) * sd}
    flags = {"one_sided_disagreement": _one_sided(apart), "spread_grows": _spread_grows(a, b)}
    sentence = "The first observer reads {value:+.3g} on average; most differences lie in {lower:.3g} to {upper:.3g}."
    return _result(a, bias, sd / np.sqrt(a.n), "Bland-Altman", sentence, flags, details, _student)


def _paired(first: Any, second: Any, least: int = 1) -> tuple[Batch, Batch]:
    a, b = as_batch(first, "first", least=least), as_batch(second, "second", least=least)
    if a.single != b.single or a.values.shape != b.values.shape or (a.n != b.n).any():
        raise ValueError("both observers must rate the same moments")
    return a, b


def _commonest(a: Batch, b: Batch) -> Floats:
    """Share of the commonest value among all ratings of each row."""

    def work(whole: Floats) -> tuple[Floats]:
        same = (whole[:, :, None] == whole[:, None, :]).sum(axis=2)
        return (same.max(axis=1).astype(float),)

    whole = np.concatenate([a.values, b.values], axis=1)
    return np.asarray(by_blocks(work, whole.shape[1] ** 2, whole)[0] / (2 * a.n), dtype=float)


def _categories(a: Batch, b: Batch, categories: Any) -> Floats:
    seen: Floats = np.unique(np.concatenate([a.values[a.seen], b.values[b.seen]]))
    if categories is None:
        return seen
    known: Floats = as_batch(categories, "categories").values[0]
    if len(np.unique(known)) < len(known):
        raise ValueError("categories must differ from one another")
    if not np.isin(seen, known).all():
        raise ValueError(f"rating {seen[~np.isin(seen, known)][0]:g} is not among the categories")
    return known


def _cross_table(a: Batch, b: Batch, known: Floats) -> Floats:
    """(k, c, c) shares of moments by first and second observer's category."""
    order = np.argsort(known)
    row, column = (order[np.searchsorted(known[order], one.values[one.seen])] for one in (a, b))
    case = np.broadcast_to(np.arange(len(a.n))[:, None], a.values.shape)[a.seen]
    table = np.zeros((len(a.n), len(known), len(known)))
    np.add.at(table, (case, row, column), 1.0)
    return np.asarray(table / a.n[:, None, None])


def _distance(count: int, weights: str) -> Floats:
    """(c, c) how much a disagreement counts, 0 for agreement and 1 at the ends (or for any, unweighted)."""
    gap = np.abs(np.subtract.outer(np.arange(count), np.arange(count))) / max(count - 1, 1)
    return np.asarray({"none": (gap > 0) * 1.0, "linear": gap, "quadratic": gap**2}[weights])


def _kappa(table: Floats, distance: Floats) -> tuple[Floats, Floats]:
    """Kappa of each table of shares, and its standard error for one moment (to be divided by the root of n)."""
    credit = 1 - distance
    rows, columns = table.sum(axis=2), table.sum(axis=1)
    chance = rows[:, :, None] * columns[:, None, :]
    seen, expected = (table * credit).sum(axis=(1, 2)), (chance * credit).sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        rest = np.where(1 - expected > 1e-12, 1 - expected, np.nan)
        kappa = (seen - expected) / rest
        mean_row, mean_column = columns @ credit.T, rows @ credit
        both = mean_row[:, :, None] + mean_column[:, None, :]
        spread = (table * (credit - both * (1 - kappa)[:, None, None]) ** 2).sum(axis=(1, 2))
        return kappa, np.sqrt(np.maximum(spread - (kappa - expected * (1 - kappa)) ** 2, 0)) / rest


def _one_sided(apart: Batch) -> Any:
    """Sign test of the differences (two-sided p < .05), zeros left out."""
    from scipy.special import bdtr

    above, below = (apart.values > 0).sum(axis=1), (apart.values < 0).sum(axis=1)
    return 2 * bdtr(np.minimum(above, below), above + below, 0.5) < 0.05


def _spread_grows(a: Batch, b: Batch) -> Any:
    """Whether the size of the differences goes with the level (correlation beyond chance, p < .05)."""
    from scipy.special import stdtr

    size, level = np.abs(a.values - b.values), (a.values + b.values) / 2
    r = _correlation(Batch(size, a.n, a.single), Batch(level, a.n, a.single))
    free = np.maximum(a.n - 2.0, 1.0)
    t = r * np.sqrt(free / np.maximum(1 - r**2, 1e-12))
    return (a.n > 2) & (t > 0) & (2 * stdtr(free, -np.abs(t)) < 0.05)


def _correlation(x: Batch, y: Batch) -> Floats:
    (mean_x, var_x), (mean_y, var_y) = mean_and_variance(x), mean_and_variance(y)
    product = np.where(x.seen, (x.values - mean_x[:, None]) * (y.values - mean_y[:, None]), 0.0).sum(axis=1)
    scale = np.sqrt(var_x * var_y) * (x.n - 1)
    return np.where(scale > 0, product / np.where(scale > 0, scale, 1.0), 0.0)


def _wilson(result: Result, level: float) -> tuple[Number, Number]:
    z2, share, n = normal_quantile(level) ** 2, result.value / 100, result.n
    middle, reach = share + z2 / (2 * n), np.sqrt(z2 * (share * (1 - share) + z2 / (4 * n)) / n)
    low, high = (100 * (middle + step) / (1 + z2 / n) for step in (-reach, reach))
    return (low, high) if result.is_batch else (float(low), float(high))


def _student(result: Result, level: float) -> tuple[Number, Number]:
    from scipy.special import stdtrit

    reach = stdtrit(result.n - 1.0, 0.5 + level / 2) * result.se
    low, high = result.value - reach, result.value + reach
    return (low, high) if result.is_batch else (float(low), float(high))


def _result(
    a: Batch, value: Any, error: Any, method: str, sentence: str, flags: Any, details: Any, bounds: Bounds
) -> Result:
    flags = {"few_points": a.n < FEW, **flags, "independence_assumed": np.ones(len(a.n), bool)}
    return Result(
        a.answer(value),
        method,
        a.answer(a.n),
        sentence,
        se=a.answer(error),
        flags={code: a.answer(holds) for code, holds in flags.items()},
        details={name: a.answer(item) for name, item in details.items()},
        bounds=bounds,
    )
