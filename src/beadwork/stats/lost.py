"""Whether a mastered skill is being lost, at once or slowly: its probes against its own visits before."""

from __future__ import annotations

from typing import Any

import numpy as np

from .budget import Budget
from .probes import Looks, Scale, answer, tries_of, watch
from .results import Result
from .series import Floats, as_batch, as_phases, check_better

CALM = Budget()
AT_ONCE = Looks(windows=(1, 2, 3), shares=(0.1, 0.3, 0.6), least=0.1, calm_tries=16, calm_levels=16)
SLOWLY = Looks(windows=(5, 10), shares=(0.5, 0.5), least=0.05, calm_tries=10, calm_levels=10)


def skill_lost(
    before_mastery: Any,
    probes: Any,
    *,
    tries: Any = None,
    tries_before: Any = None,
    low: float = 0.0,
    high: float = 100.0,
    better: str = "higher",
    shown: int = 3,
    chosen_at: float | None = None,
    least: float | None = None,
    budget: Budget = CALM,
) -> Result:
    """Whether probes after mastery lie lower than a stable skill would explain, within a budget of false alarms.

    before_mastery, probes: levels from low to high, oldest first; one series each, or tables padded with NaN. The last
    `shown` visits before mastery are those that showed it. They were chosen for being good, at `chosen_at` or better
    (the worst of them if it is not given), which is allowed for. tries: how many tries each probe had (a number or the
    shape of probes; tries_before likewise); without them levels are taken as measured, with normal noise.
    `least` is the smallest drop worth an alarm (a tenth of the scale).

    value: whether any of the probes raised an alarm. details: alarms and fired (masks of the probes: where an alarm was
    raised, the points behind the last one), at (its place, from 1; 0 for none), expected and seen (levels), drop.
    A skill that somebody reports as lost needs no statistics: it is always an alert. Source: docs/statistics/watch.md.
    """
    before, after = as_phases(before_mastery, probes, low=low, high=high)
    scale = Scale(low, high, check_better(better))
    a, b = scale.share(before.values), scale.share(after.values)
    many = tries_of(tries, b, after, "tries")
    many_before = tries_of(tries if tries_before is None else tries_before, a, before, "tries_before")
    if (many is None) != (many_before is None):
        raise ValueError("give the tries of both, before mastery and of the probes, or of neither")
    a, many_before = _last(shown, before.n, a, many_before)
    chosen = np.fmin.reduce(a, axis=1) if chosen_at is None else np.full(len(a), scale.share(chosen_at))
    smallest = AT_ONCE.least if least is None else least / (high - low)
    found = watch(a, many_before, b, many, chosen, AT_ONCE, budget, smallest)
    return answer(after, found, scale, budget, many)


def drifting(
    levels: Any,
    *,
    tries: Any = None,
    low: float = 0.0,
    high: float = 100.0,
    better: str = "higher",
    settled: int = 5,
    least: float | None = None,
    budget: Budget = CALM,
) -> Result:
    """Whether a stable level is slipping away slowly: the last five and ten points against those before.

    levels: a stable skill, oldest first; one series or a table padded with NaN. The first `settled` points only teach
    what to expect. `least` is the smallest loss worth an alarm (a twentieth of the scale). tries, value and details are
    those of `skill_lost`, with masks over all levels. Not for rising skills: there ask whether they have `stalled`.
    """
    batch = as_batch(levels, "levels", low=low, high=high)
    if settled < 3:
        raise ValueError("settled must be 3 or more: two points do not show what is usual")
    scale = Scale(low, high, check_better(better))
    shares = scale.share(batch.values)
    many = tries_of(tries, shares, batch, "tries")
    a, b = shares[:, :settled], shares[:, settled:]
    many_a, many_b = (None, None) if many is None else (many[:, :settled], many[:, settled:])
    smallest = SLOWLY.least if least is None else least / (high - low)
    open_to_all = np.full(len(a), -np.inf)
    found = watch(a, many_a, b, many_b, open_to_all, SLOWLY, budget, smallest)
    return answer(batch, found, scale, budget, many, before=a.shape[1])


def _last(count: int, n: Any, *tables: Floats | None) -> list[Any]:
    """The last `count` points of each row, NaN on the left where there are fewer; further tables alike."""
    if count < 1:
        raise ValueError("shown must be 1 or more")
    place = n[:, None] - count + np.arange(count)
    picked: list[Any] = [
        table if table is None else np.take_along_axis(table, np.maximum(place, 0), axis=1)
        for table in tables
    ]
    return [np.where(place >= 0, picked[0], np.nan), *picked[1:]]
