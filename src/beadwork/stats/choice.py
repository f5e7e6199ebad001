"""Which few numbers to report for two phases, and why: a recommendation, not a menu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from .cautions import Caution, caution
from .dominance import nap, tau_bc
from .dual import trend_check
from .ratios import log_odds_ratio, percent_change
from .results import Result
from .series import Batch, as_batch, check_option
from .sizes import pogo, smd
from .trend import theil_sen

_SCALES = {
    None: (None, None),
    "count": (0.0, None),
    "rate": (0.0, None),
    "proportion": (0.0, 1.0),
    "percent": (0.0, 100.0),
}
_WHY = {
    "nap": "It asks only for the order of the points, so it suits any scale, and its interval stays honest.",
    "trend_check": "It tells whether the baseline was already moving before anything began.",
    "tau_bc": "The baseline was already moving; this takes its line off first.",
    "pogo": "The goal is known, so the change can be told as a part of the way to it.",
    "percent_change": "Counts and rates have a true zero, so a change in percent means something.",
    "log_odds_ratio": "Shares are bounded at both ends, and odds treat both ends alike.",
    "smd": "Neither goal nor true zero is known; the spread of the baseline is the yardstick left.",
    "theil_sen": "There is no baseline, so the direction of the points is what can be told.",
    "pogo_from_start": "There is no baseline; the first three points stand in for it.",
}
LEFT_OUT: Mapping[str, str] = {
    "pnd": "One lucky baseline point decides it, and it has no standard error.",
    "pem": "It ignores how far points lie beyond the median, and it has no standard error.",
    "pand": "Two published definitions give different numbers, and it has no standard error.",
    "ird": "It is PAND in another dress.",
    "tau": "It is NAP on a scale from -1 to 1.",
    "tau_u": "It can exceed 1, and the name stands for several formulas.",
    "cdc": "It answers yes or no and depends on the line that is chosen.",
}
FIRST_POINTS = 3


@dataclass(frozen=True, eq=False)
class Pick:
    """One number worth reporting, with the reason. chosen: True, or for a batch (k,) the rows it is meant for."""

    name: str
    result: Result
    reason: str
    chosen: Any = True


@dataclass(frozen=True, eq=False)
class Comparison:
    """The recommended few. For a batch index it by row: each row has its own picks."""

    picks: tuple[Pick, ...]

    @property
    def is_batch(self) -> bool:
        """Whether it is about many series."""
        return self.picks[0].result.is_batch

    def __len__(self) -> int:
        return len(self.picks[0].result)

    def __getitem__(self, row: int) -> Comparison:
        """The recommendation for one series of a batch."""
        if not self.is_batch:
            raise TypeError("this comparison is about one series and cannot be indexed")
        return Comparison(
            tuple(Pick(one.name, one.result[row], one.reason) for one in self.picks if one.chosen[row])
        )

    def result(self, name: str) -> Result:
        """The picked result of this name; KeyError if it was not picked."""
        return {one.name: one.result for one in self.picks}[name]

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """Every caution of a picked result, once, and that measures must be chosen beforehand."""
        found = {one.code: one for pick in self.picks for one in pick.result.cautions}
        return (*found.values(), caution("many_measures"))

    def explain(self) -> Any:
        """Plain sentences, each number with its reason; for a batch, a list with one text per series."""
        if self.is_batch:
            return [self[row].explain() for row in range(len(self))]
        return "\n".join(f"{one.result.explain()} ({one.reason})" for one in self.picks)


def compare(
    before: Any,
    after: Any,
    *,
    better: str = "higher",
    goal: Any = None,
    scale: str | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Comparison:
    """Recommend what to report: how surely better, how much, and whether the baseline was moving anyway.

    before: None when there is no baseline. goal: the level aimed at, if any. scale: "count", "rate", "proportion"
    (0-1), "percent" (0-100) or None. NAP comes first; then PoGO if there is a goal, else percent change for counts
    and rates, the log odds ratio for shares, or the SMD; then the trend check, and Tau-BC where it finds a moving
    baseline. `LEFT_OUT` says why the other measures are not recommended.
    """
    bottom, top = _SCALES[check_option("scale", scale, tuple(_SCALES))]  # type: ignore[arg-type]
    ends: dict[str, Any] = {"low": bottom if low is None else low, "high": top if high is None else high}
    if before is None:
        return _without_baseline(after, goal, better, ends)
    order = nap(before, after, better=better, **ends)
    trend = trend_check(before, after, better=better, **ends)
    size = _sizes(before, after, goal, scale, better, ends)
    corrected = tau_bc(before, after, better=better, **ends)
    moving = trend.flags["baseline_trend"]
    picks = [_pick("nap", order), *size, _pick("trend_check", trend), _pick("tau_bc", corrected, moving)]
    return _comparison(picks)


def _sizes(before: Any, after: Any, goal: Any, scale: str | None, better: str, ends: Any) -> list[Pick]:
    """The measure of how much, and the SMD for the rows where that measure cannot be computed."""
    spread = smd(before, after, better=better, **ends)
    known = np.isfinite(spread.value)
    if goal is not None:
        name, result = "pogo", pogo(before, after, goal=goal, better=better, **ends)
    elif scale in ("count", "rate"):
        name, result = "percent_change", percent_change(before, after, better=better, scale=scale)
    elif scale in ("proportion", "percent"):
        name, result = "log_odds_ratio", log_odds_ratio(before, after, better=better, scale=scale)
    else:
        return [_pick("smd", spread, known)]
    useful = np.isfinite(result.value)
    return [_pick(name, result, useful), _pick("smd", spread, known & ~useful)]


def _without_baseline(after: Any, goal: Any, better: str, ends: Any) -> Comparison:
    batch = as_batch(after, "after", least=2, **ends)
    picks = [_pick("theil_sen", _told(theil_sen(after, better=better), batch))]
    if goal is not None:
        first, rest = _split(batch)
        share = _told(pogo(first, rest, goal=goal, better=better, **ends), batch)
        long_enough = batch.answer(batch.n >= 2 * FIRST_POINTS)
        picks.append(replace(_pick("pogo", share, long_enough), reason=_WHY["pogo_from_start"]))
    return _comparison(picks)


def _split(batch: Batch) -> tuple[Any, Any]:
    """The first points (three, or half of a shorter series) and the rest, as two phases."""
    count = np.minimum(FIRST_POINTS, batch.n // 2)[:, None]
    where = np.arange(batch.values.shape[1])
    first = np.where(where < count, batch.values, np.nan)[:, :FIRST_POINTS]
    moved = np.minimum(where + count, batch.values.shape[1] - 1)
    rest = np.where(where + count < batch.n[:, None], np.take_along_axis(batch.values, moved, 1), np.nan)
    if not batch.single:
        return first, rest
    return first[0][~np.isnan(first[0])], rest[0][~np.isnan(rest[0])]


def _told(result: Result, batch: Batch) -> Result:
    return replace(result, flags={**result.flags, "no_baseline": batch.answer(np.ones(len(batch.n), bool))})


def _pick(name: str, result: Result, chosen: Any = True) -> Pick:
    rows = np.broadcast_to(chosen, np.shape(result.value))
    return Pick(name, result, _WHY[name], rows if result.is_batch else bool(rows))


def _comparison(picks: list[Pick]) -> Comparison:
    return Comparison(tuple(one for one in picks if np.any(one.chosen)))
