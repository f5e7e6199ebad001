"""Probes of a stable skill against what its own visits let expect, look by look, for many skills at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .budget import MOST, Budget
from .expected import Levels, Tries
from .results import Result
from .series import Batch, Floats, by_blocks


@dataclass(frozen=True)
class Looks:
    """Which of the newest probes are looked at together, and how the allowed chance is shared among these windows.

    lag: how many probes are kept out of what is expected; least: the smallest drop worth an alarm, as a share of the
    scale. calm_tries, calm_levels: alarms come in clumps and one ends a clump, so a look may spend more than its even
    part of the budget; how much more was measured by tools/simulate_alarms.py.
    """

    windows: tuple[int, ...]
    shares: tuple[float, ...]
    least: float
    calm_tries: float
    calm_levels: float

    @property
    def lag(self) -> int:
        """Probes not yet learned from, so that a loss does not become the expectation."""
        return max(self.windows)

    def limits(self, budget: Budget, by_tries: bool) -> Floats:
        """The chance allowed to each window."""
        calm = 1 + (self.calm_tries if by_tries else self.calm_levels) * min(budget.chance, MOST / 2)
        return calm * budget.chance * np.array(self.shares)


@dataclass(frozen=True, eq=False)
class Scale:
    """The scale from low to high, turned so that 1 is best and 0 is worst."""

    low: float
    high: float
    better: str

    def share(self, levels: Any) -> Any:
        """Levels as shares of the scale."""
        up = (np.asarray(levels, dtype=float) - self.low) / (self.high - self.low)
        return up if self.better == "higher" else 1 - up

    def level(self, share: Any) -> Any:
        """Shares of the scale as levels."""
        up = share if self.better == "higher" else 1 - share
        return self.low + up * (self.high - self.low)


def watch(
    shown: Floats, shown_tries: Floats | None, probes: Floats, tries: Floats | None, chosen: Any, looks: Looks,
    budget: Budget, least: float,
) -> tuple[Any, ...]:  # fmt: skip
    """(alarms, fired, expected, seen) of every row: where alarms were raised, the points and levels of the last one.

    All tables hold shares of the scale, NaN where there is no visit; chosen: the share each shown visit had to reach.
    """
    by_tries = tries is not None
    limits = looks.limits(budget, by_tries)

    def work(*tables: Any) -> tuple[Any, ...]:
        return _watch(*tables, looks=looks, limits=limits, least=least, by_tries=by_tries)

    return by_blocks(work, 500, shown, _known(shown_tries, shown), probes, _known(tries, probes), chosen)


def _watch(
    shown: Floats, shown_tries: Floats, probes: Floats, tries: Floats, chosen: Any,
    *, looks: Looks, limits: Floats, least: float, by_tries: bool,
) -> tuple[Any, ...]:  # fmt: skip
    rows, width = probes.shape
    model = Tries(rows) if by_tries else Levels(rows)
    for column in range(shown.shape[1]):
        _learn(model, shown, shown_tries, column, chosen)
    alarms, fired = np.zeros((2, rows, width), bool)
    free, levels = np.zeros(rows, int), np.full((2, rows), np.nan)
    for now in range(width):
        if now >= looks.lag:
            _learn(model, probes, tries, now - looks.lag)
        for size, limit in zip(looks.windows, limits, strict=True):
            window = slice(now - size + 1, now + 1)
            here = np.flatnonzero(~np.isnan(probes[:, now]) & (free <= window.start) & (window.start >= 0))
            if len(here) == 0:
                continue
            chance, expected = model.chance(here, probes[here, window], tries[here, window])
            seen = probes[here, window].mean(axis=1)
            hit = (chance <= limit) & (expected - seen >= least - 1e-9)
            _mark(alarms, fired, levels, here[hit], window, expected[hit], seen[hit])
        free[alarms[:, now]] = now + 1
    return alarms, fired, levels[0], levels[1]


def _learn(model: Any, shares: Floats, tries: Floats, column: int, chosen: Any = None) -> None:
    here = np.flatnonzero(~np.isnan(shares[:, column]))
    limit = None if chosen is None else chosen[here]
    model.learn(here, shares[here, column], tries[here, column], limit)


def _mark(alarms: Any, fired: Any, levels: Any, here: Any, window: slice, expected: Any, seen: Any) -> None:
    """Raise the alarm of these rows; the longest window that fires tells the points."""
    alarms[here, window.stop - 1] = True
    fired[here] = False
    fired[here, window] = True
    levels[0, here], levels[1, here] = expected, seen


def tries_of(tries: Any, shares: Floats, batch: Batch, name: str) -> Floats | None:
    """Tries as a table like the levels; ValueError where a level is no share of its tries."""
    if tries is None:
        return None
    table = np.broadcast_to(np.atleast_2d(np.asarray(tries, dtype=float)), shares.shape)
    table = np.where(batch.seen, table, 1.0)
    if not ((table >= 1) & (table == np.rint(table))).all():
        raise ValueError(f"{name} must be whole numbers of 1 or more, one for all or one a point")
    hits = np.where(batch.seen, shares, 0.0) * table
    if (np.abs(hits - np.rint(hits)) > 0.2).any():
        raise ValueError(f"a level is no share of its {name}: successes must be whole numbers")
    return table


def _known(tries: Floats | None, like: Floats) -> Floats:
    return np.ones_like(like) if tries is None else tries


def answer(
    batch: Batch, found: Any, scale: Scale, budget: Budget, tries: Floats | None, before: int = 0
) -> Result:
    """What was found as a Result; `before` points of the series came before the first probe."""
    alarms, fired, expected, seen = found
    if before:
        alarms, fired = (np.pad(mask, ((0, 0), (before, 0))) for mask in (alarms, fired))
    place = np.arange(1, alarms.shape[1] + 1)
    at = (alarms * place).max(axis=1, initial=0)
    first = np.where(fired, place, alarms.shape[1] + 1).min(axis=1, initial=alarms.shape[1] + 1)
    details = {
        "alarms": alarms, "fired": fired, "at": at, "expected": scale.level(expected), "seen": scale.level(seen),
        "drop": (expected - seen) * (scale.high - scale.low),
    }  # fmt: skip
    rows = zip(at, first, details["expected"], details["seen"], strict=True)
    details["told"] = np.array([_words(*row) for row in rows])
    flags = {
        "weak_watch": batch.answer(_weak(tries, budget, len(at))),
        "few_points": batch.answer(batch.n < 5),
    }
    answers = {name: batch.answer(item) for name, item in details.items()}
    method = (
        f"Predictive probes, {'levels' if tries is None else 'tries'} (budget {budget.chance:.3g} a look)"
    )
    return Result(
        batch.answer(at > 0),
        method,
        batch.answer(batch.n),
        "{told}",
        flags=flags,
        details=answers,
        bounds=None,
    )


def _weak(tries: Floats | None, budget: Budget, rows: int) -> Any:
    if tries is None:
        return np.full(rows, budget.chance < 0.02)
    return tries.mean(axis=1) < (20 if budget.chance < 0.04 else 10)


def _words(at: int, first: int, expected: float, seen: float) -> str:
    if not at:
        return "Nothing lies lower than this skill's own visits let expect."
    which = f"Point {at} lies" if at == first else f"Points {first} to {at} lie"
    return f"{which} at {seen:.0f} on average where {expected:.0f} was expected: look at this skill again."
