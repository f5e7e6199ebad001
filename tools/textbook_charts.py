"""Textbook control charts, as rivals of our alarms in tools/simulate_alarms.py. They are not part of the library.

Limits are taken from a baseline as the textbooks say, and so share its chance errors; that is the point of comparing.
"""

from typing import Any

import numpy as np


def ewma(
    data: Any, start: float, sigma: float, weight: float = 0.3, k: float = 3.0
) -> tuple[Any, float, float]:
    """(the averages, lower limit, upper limit), limits at their final width. NIST e-Handbook 6.3.2.4."""
    averages, last = [], start
    for value in data:
        last = weight * value + (1 - weight) * last
        averages.append(last)
    reach = k * sigma * np.sqrt(weight / (2 - weight))
    return np.array(averages), start - reach, start + reach


def cusum(data: Any, target: float, slack: float) -> tuple[Any, Any]:
    """(upper sums, lower sums) of a tabular CUSUM; Montgomery 2009, chapter 9."""
    up, down, sums = 0.0, 0.0, []
    for value in data:
        up = max(0.0, value - target - slack + up)
        down = max(0.0, target - slack - value + down)
        sums.append((up, down))
    upper, lower = np.array(sums).T
    return upper, lower


def xmr(baseline: Any) -> tuple[Any, Any]:
    """(centre, sigma) of each row from the mean moving range: limits are centre -+ 3 sigma = 2.66 mean ranges."""
    table = np.atleast_2d(np.asarray(baseline, dtype=float))
    return table.mean(axis=1), np.abs(np.diff(table, axis=1)).mean(axis=1) / 1.128


def western_electric(z: Any) -> Any:
    """Where the four zone rules signal below the centre, on z (rows, looks); counting starts anew after a signal.

    1 beyond 3 sigma, 2 of 3 beyond 2, 4 of 5 beyond 1, 8 in a row on one side (Western Electric 1956).
    """
    return _runs(-np.atleast_2d(z), [(1, 1, 3.0), (2, 3, 2.0), (4, 5, 1.0), (8, 8, 0.0)])


def beyond_three_sigma(z: Any) -> Any:
    """Where a point lies more than 3 sigma below the centre: the XmR chart's only rule."""
    return _runs(-np.atleast_2d(z), [(1, 1, 3.0)])


def four_below(z: Any) -> Any:
    """Where four points in a row lie below the line: the four-point rule of curriculum-based measurement."""
    return _runs(-np.atleast_2d(z), [(4, 4, 0.0)])


def _runs(z: Any, rules: list[tuple[int, int, float]]) -> Any:
    signals, free = np.zeros(z.shape, bool), np.zeros(len(z), int)
    for now in range(z.shape[1]):
        for need, of, beyond in rules:
            start = np.maximum(free, now - of + 1)
            inside = (np.arange(z.shape[1]) >= start[:, None]) & (np.arange(z.shape[1]) <= now)
            signals[:, now] |= (z[:, now] > beyond) & (((z > beyond) & inside).sum(axis=1) >= need)
        free[signals[:, now]] = now + 1
    return signals
