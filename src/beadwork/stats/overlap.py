"""How far two phases overlap: PND, PEM, PAND and IRD. They have no trustworthy standard error."""

from __future__ import annotations

from typing import Any

import numpy as np

from .phases import both, common_flags
from .results import Result
from .series import Batch, Floats, by_blocks, check_option

_SHARE = "{value:.0%} of the later points lie beyond the "


def pnd(
    before: Any, after: Any, *, better: str = "higher", low: float | None = None, high: float | None = None
) -> Result:
    """Percentage of non-overlapping data: share (0-1) of later points beyond the best earlier one.

    before, after: one series each, or tables (k, width) padded with NaN. One lucky baseline point decides it.
    Source: Scruggs, Mastropieri & Casto 1987.
    """
    a, b = both(before, after, better, low, high)
    best = np.fmax.reduce(a.values, axis=1)
    second = _best_but_one(a)
    share = (b.values > best[:, None]).sum(axis=1) / b.n
    other = (b.values > second[:, None]).sum(axis=1) / b.n
    flags = {**_flags(a, b, better, low, high), "outlier": a.answer((a.n > 2) & (other - share > 0.5))}
    return _result(a, b, share, "PND (Scruggs 1987)", _SHARE + "best earlier point.", flags)


def pem(
    before: Any, after: Any, *, better: str = "higher", low: float | None = None, high: float | None = None
) -> Result:
    """Percentage exceeding the median: share (0-1) of later points beyond the earlier median, ties count one half.

    Source: Ma 2006. Shapes as in `pnd`.
    """
    a, b = both(before, after, better, low, high)
    middle = np.nanmedian(a.values, axis=1)[:, None]
    share = ((b.values > middle).sum(axis=1) + 0.5 * (b.values == middle).sum(axis=1)) / b.n
    return _result(a, b, share, "PEM (Ma 2006)", _SHARE + "earlier median.", _flags(a, b, better, low, high))


def pand(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    low: float | None = None,
    high: float | None = None,
    method: str = "fewest_removed",
) -> Result:
    """Percentage of all non-overlapping data: largest share (0-1) of points that can stay with no overlap.

    method "fewest_removed" keeps the most points such that every kept later point lies beyond every kept
    earlier one (Parker, Hagan-Burke & Vannest 2007, minimum removal); "sort" counts the points whose place in
    the sorted whole belongs to their own phase (equal points share places). On the same data they can differ (.95
    and .90).
    """
    check_option("method", method, ("fewest_removed", "sort"))
    a, b = both(before, after, better, low, high)
    kept = _most_kept(a, b) if method == "fewest_removed" else _in_place(a, b)
    sentence = "{value:.0%} of all points can stay without the phases overlapping."
    return _result(
        a, b, kept / (a.n + b.n), f"PAND (Parker 2007, {method})", sentence, _flags(a, b, better, low, high)
    )


def ird(
    before: Any, after: Any, *, better: str = "higher", low: float | None = None, high: float | None = None
) -> Result:
    """Improvement rate difference from PAND: ((m+n)^2 PAND - m^2 - n^2) / (2mn), at most 1.

    Source: Parker, Vannest & Brown 2009, robust form. Shapes as in `pnd`.
    """
    a, b = both(before, after, better, low, high)
    m, n = a.n, b.n
    value = ((m + n) * _most_kept(a, b) - m**2 - n**2) / (2 * m * n)
    sentence = "The rate of improved points is {value:.2f} higher than before."
    return _result(a, b, value, "IRD (Parker 2009)", sentence, _flags(a, b, better, low, high))


def _best_but_one(a: Batch) -> Floats:
    ordered: Floats = np.sort(np.where(a.seen, a.values, -np.inf), axis=1)
    return ordered[:, -min(2, ordered.shape[1])]


def _most_kept(a: Batch, b: Batch) -> Floats:
    kept: Floats
    (kept,) = by_blocks(_kept_in_block, a.values.shape[1] * b.values.shape[1], a.values, b.values, b.n)
    return kept


def _kept_in_block(a: Floats, b: Floats, n: Any) -> tuple[Floats]:
    ordered = np.sort(a, axis=1)  # NaN last
    beyond = (b[:, None, :] > ordered[:, :, None]).sum(axis=2)
    kept = np.where(np.isnan(ordered), 0, np.arange(1, a.shape[1] + 1) + beyond)
    return (np.maximum(kept.max(axis=1), n).astype(float),)


def _in_place(a: Batch, b: Batch) -> Floats:
    whole = np.concatenate([a.values, b.values], axis=1)
    (stay,) = by_blocks(_share_in_place, a.values.shape[1] * whole.shape[1], a.values, whole, a.n)
    return np.asarray(a.n + b.n - 2 * (a.n - stay), dtype=float)


def _share_in_place(a: Floats, whole: Floats, m: Any) -> tuple[Floats]:
    """How many earlier points are among the m worst of all; equal ones share the places left for them."""
    below = (whole[:, None, :] < a[:, :, None]).sum(axis=2)
    equal = (whole[:, None, :] == a[:, :, None]).sum(axis=2)  # 0 for padding
    return (np.where(equal, np.clip((m[:, None] - below) / np.maximum(equal, 1), 0, 1), 0.0).sum(axis=1),)


def _flags(a: Batch, b: Batch, better: str, low: float | None, high: float | None) -> dict[str, Any]:
    always = {"no_standard_error": a.answer(np.ones(len(a.n), bool))}
    return {**common_flags(a, b, better=better, low=low, high=high), **always}


def _result(a: Batch, b: Batch, value: Any, method: str, sentence: str, flags: dict[str, Any]) -> Result:
    return Result(a.answer(value), method, a.answer(a.n + b.n), sentence, flags=flags, bounds=None)
