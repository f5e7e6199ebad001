"""Tarlow 2017: Tau without the baseline's trend, in his own form and in the plain one."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from scipy.stats import kendalltau

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once

A = [33, 25, 17, 25, 19, 21, 19, 14, 19, 17]
B = [14, 15, 15, 9, 12, 7, 10, 6, 5, 2, 2, 3, 5, 4]
MISSES_TIES = 0.142961  # what two programs print for the corrected tau-b of A and B


def exact_rest(a, b):
    """The points less the baseline's Theil-Sen line, in exact fractions."""
    slopes = sorted(Fraction(a[j] - a[i], j - i) for i, j in combinations(range(len(a)), 2))
    slope = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    return [Fraction(y) - slope * t for t, y in enumerate([*a, *b])]


@pytest.mark.parametrize(
    "value", [one for one in values("Tarlow 2017") if one["expected"] != MISSES_TIES], ids=told
)
def test_published_value(value):
    found = computed(value)
    assert getattr(found, "value", found) == pytest.approx(value["expected"], abs=value["tolerance"])
    if "se" in value:
        assert found.se == pytest.approx(value["se"], abs=1e-6)


def test_residuals_that_tie_exactly_tie_here():
    """.142961 comes from counting two of the four ties only, because residuals were compared with rounding errors."""
    rest = exact_rest(A, B)
    better = sum((y > x) - (y < x) for x in rest[:10] for y in rest[10:])
    ties = sum(x == y for x, y in combinations(rest, 2))
    right = better / (140 * (276 - ties)) ** 0.5
    result = stats.tau_bc(A, B, kind="tau_b")
    assert (better, ties) == (28, 4)
    assert result.value == pytest.approx(right, abs=1e-12)
    assert better / (140 * (276 - 2)) ** 0.5 == pytest.approx(MISSES_TIES, abs=1e-6)
    assert result.se == pytest.approx((2 * (1 - right**2) / 24) ** 0.5)


def test_a_tie_lost_to_rounding_in_another_program_is_kept():
    """The same for the plain Tau of Bonett & Price's numbers: 20 of 144, not 22, for two pairs tie exactly."""
    a = [21, 14, 11, 27, 19, 32, 21, 23, 18, 26, 24, 23]
    b = [34, 19, 26, 31, 39, 42, 27, 14, 25, 29, 33, 36]
    rest = exact_rest(a, b)
    exact = sum((y > x) - (y < x) for x in rest[:12] for y in rest[12:])
    assert exact == 20
    assert stats.tau_bc(a, b).value == pytest.approx(exact / 144, abs=1e-12)


def test_five_effects_for_one_series():
    """Why we show NAP beside a check of the trend, and no menu."""
    told = {"better": "lower"}
    assert stats.tau(A, B, **told).value == pytest.approx(0.964286, abs=1e-6)
    assert stats.tau_u(A, B, **told).value == pytest.approx(0.792857, abs=1e-6)
    assert stats.tau_bc(A, B, **told).value == pytest.approx(-0.2, abs=1e-12)
    assert stats.tau(A, B, kind="tau_b", **told).value == pytest.approx(0.698255, abs=1e-6)
    assert stats.tau_bc(A, B, kind="tau_b", **told).value == pytest.approx(-0.143486, abs=1e-6)


def test_the_line_is_told_in_the_series_own_direction():
    result = stats.tau_bc(A, B, better="lower")
    assert (result.details["slope"], result.details["intercept"]) == pytest.approx((-1.2, 27.8))
    assert result.details["corrected"]
    assert result.has("extrapolated")


def test_tarlow_corrects_only_a_significant_trend():
    steady, later = [4, 6, 5, 7, 5, 6], [7, 9, 8, 8, 10]
    kept = stats.tau_bc(steady, later, correct="if_trend")
    assert not kept.details["corrected"]
    assert kept.value == pytest.approx(stats.tau(steady, later).value)
    assert stats.tau_bc(A, B, correct="if_trend").details["corrected"]


def test_tau_b_is_scipys():
    rng = np.random.default_rng(9)
    for _ in range(25):
        a, b = rng.integers(0, 6, rng.integers(2, 9)), rng.integers(1, 8, rng.integers(2, 9))
        if len({*a, *b}) == 1:
            continue
        oracle = kendalltau([0] * len(a) + [1] * len(b), [*a, *b]).statistic
        assert stats.tau(a, b, kind="tau_b").value == pytest.approx(oracle)


def test_tau_b_of_one_value_only_is_zero_and_its_interval_stays_in_range():
    assert stats.tau([3, 3], [3, 3], kind="tau_b").value == 0
    low, high = stats.tau([1, 2, 3], [7, 8, 9], kind="tau_b").interval()
    assert -1 <= low < high <= 1


def test_a_single_earlier_point_has_no_line():
    assert stats.tau_bc([4], [5, 6, 3]).value == pytest.approx(stats.tau([4], [5, 6, 3]).value)
