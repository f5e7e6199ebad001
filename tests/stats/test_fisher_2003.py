"""Fisher, Kelley & Lomas 2003: the conservative dual criterion, and the check of the baseline's trend beside it."""

import numpy as np
import pytest
from scipy.stats import binomtest

from beadwork import stats

pytestmark = pytest.mark.once

A = [3, 5, 4, 6, 4]
B = [6, 8, 5, 9, 9, 10, 8, 11]


def by_hand(a, b, slope, intercept, shift=0.25):
    up = shift * np.std(a, ddof=1)
    when = np.arange(len(a) + 1, len(a) + len(b) + 1)
    return int(((b > intercept + slope * when + up) & (b > np.mean(a) + up)).sum())


@pytest.mark.parametrize(
    ("n", "needed"), [(3, 4), (4, 5), (5, 5), (6, 6), (7, 7), (8, 7), (9, 8), (10, 9), (15, 12), (20, 15)]
)
def test_the_table_of_the_paper(n, needed):
    """How many points must lie beyond both lines; with three or four points no number is enough."""
    assert stats.cdc(A, [7] * n).details["needed"] == needed


def test_least_squares_line():
    slope, intercept = np.polyfit(range(1, 6), A, 1)
    result = stats.cdc(A, B)
    assert (result.details["slope"], result.details["intercept"]) == pytest.approx((slope, intercept))
    assert result.details["hits"] == by_hand(A, np.array(B), slope, intercept)
    assert result.value == result.details["hits"] / 8


def test_both_lines_count_and_both_are_moved():
    falling = [9, 8, 7, 6, 5]  # its line falls away, so the mean (7) decides, moved by a quarter of 1.58
    assert stats.cdc(falling, [7.3, 7.5, 7.2, 8.0, 6.0]).details["hits"] == 2
    assert stats.cdc(falling, [7.3, 7.5, 7.2, 8.0, 6.0], shift=0).details["hits"] == 4
    rising = [1, 2, 3, 4, 5]  # its line decides: 6, 7, 8, 9, 10, moved up by .395
    assert stats.cdc(rising, [6.3, 7.5, 8.5, 9.5, 10.3]).details["hits"] == 3


def test_lines_through_medians():
    a = [2, 9, 4, 6, 8, 1]
    halves = stats.cdc(a, B, line="bisplit").details
    assert halves["slope"] == pytest.approx(
        (6 - 4) / 3
    )  # medians of 2 9 4 at session 2 and of 6 8 1 at session 5
    assert halves["intercept"] == pytest.approx(4 - 2 * 2 / 3)
    thirds = stats.cdc(a, B, line="trisplit").details
    assert thirds["slope"] == pytest.approx(
        (4.5 - 5.5) / 4
    )  # of 2 9 at session 1.5 and of 8 1 at session 5.5
    assert thirds["intercept"] == pytest.approx(5.5 + 1.5 / 4)
    robust = stats.cdc(a, B, line="theil_sen").details
    told = stats.theil_sen(a)
    assert (robust["slope"], robust["intercept"]) == pytest.approx((told.value, told.details["intercept"]))


def test_the_chance_is_the_binomial_one():
    details = stats.cdc(A, B).details
    assert details["p"] == pytest.approx(binomtest(details["hits"], 8, 0.5, "greater").pvalue)
    assert details["systematic"] == (details["p"] < 0.05)
    assert stats.cdc([5, 5, 5, 5, 5], [9, 9, 9, 9, 1]).details["systematic"] is False
    assert stats.cdc([5, 5, 5, 5, 5], [9, 9, 9, 9, 9]).details["systematic"] is True


def test_it_says_how_many_were_needed():
    assert stats.cdc([5, 5, 5, 5, 5], [9, 9, 9, 9, 1]).explain() == (
        "4 of 5 later points lie beyond both lines of the baseline (5 are needed)."
    )


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        ([5, 6], "too few"),
        ([5, 6, 5, 6, 5, 6], "steady"),
        ([1, 2, 3, 4, 5], "improving"),
        ([5, 4, 3, 2, 1], "worsening"),
        ([1, 2, 3], "perhaps improving"),
        ([4, 3, 3], "perhaps worsening"),
        ([3, 3, 3, 3], "steady"),
    ],
)
def test_the_baselines_own_movement(before, verdict):
    result = stats.trend_check(before, [6, 7, 8])
    assert result.details["verdict"] == verdict
    assert result.has("baseline_trend") == (verdict not in ("too few", "steady"))


def test_the_trend_check_says_where_the_baseline_was_heading():
    details = stats.trend_check([1, 2, 3, 4, 5], [9, 7, 12]).details
    assert (details["slope"], details["expected"], details["beyond"]) == pytest.approx((1, 7, 2))
    down = stats.trend_check([9, 8, 7, 6, 5], [1, 3, 2], better="lower").details
    assert (down["slope"], down["expected"], down["beyond"]) == pytest.approx((-1, 3, 1))


def test_the_threshold_of_notable_and_alpha_are_the_callers():
    weak = [1, 3, 2, 4, 3]
    assert stats.trend_check(weak, [5]).details["verdict"] == "perhaps improving"
    assert stats.trend_check(weak, [5], notable=0.9).details["verdict"] == "steady"
    assert stats.trend_check(weak, [5], alpha=0.4).details["verdict"] == "improving"
