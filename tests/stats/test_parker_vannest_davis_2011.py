"""Parker, Vannest & Davis 2011: PND, PEM, PAND, IRD, NAP, Tau and Tau-U on their examples, and what the names mean."""

import numpy as np
import pytest

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once

A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
ANJA = [55, 58, 53, 50, 52], [55, 68, 68, 81, 67, 78, 73, 72, 78, 81, 78, 71, 85, 80, 76]


@pytest.mark.parametrize("value", values("Parker, Vannest & Davis 2011"), ids=told)
def test_published_value(value):
    assert computed(value).value == pytest.approx(value["expected"], abs=value["tolerance"])


def test_pand_has_two_definitions_and_both_are_here():
    assert stats.pand(*ANJA).value == pytest.approx(0.95)
    assert stats.pand(*ANJA, method="sort").value == pytest.approx(0.90)


def test_equal_points_do_not_count_as_sorted():
    """Sorting with the earlier points first among equals would call full overlap full non-overlap."""
    assert stats.pand([4, 4], [4, 4], method="sort").value == 0.5
    assert stats.pand([1, 4], [4, 7], method="sort").value == pytest.approx(0.75)


def test_pand_keeps_the_most_points_found_by_trying_all():
    rng = np.random.default_rng(3)
    for _ in range(40):
        a, b = rng.integers(0, 6, rng.integers(1, 6)), rng.integers(0, 6, rng.integers(1, 6))
        most = max((a <= cut).sum() + (b > cut).sum() for cut in [-1, *a, *b])
        assert stats.pand(a, b).value * (len(a) + len(b)) == pytest.approx(most)


def test_ird_is_the_difference_of_two_rates_after_an_even_removal():
    # PAND .846 of 13 points: two removed, one from each phase: (7 - 1) / 7 - 1 / 6
    assert stats.ird(A, B).value == pytest.approx(6 / 7 - 1 / 6)


def test_ties_count_one_half_in_nap_and_pem_and_nothing_in_pnd():
    assert stats.nap([5, 5], [5, 5, 5]).value == 0.5
    assert stats.pem([5, 5], [5, 5, 5]).value == 0.5
    assert stats.pnd([5, 5], [5, 5, 5]).value == 0.0


def test_pem_takes_the_median_also_where_less_is_better():
    # with the least instead of the median, as one vignette prints, only one point of four would count
    assert stats.pem([9, 8, 2], [7, 7, 7, 1], better="lower").value == 1.0


def test_tau_u_can_exceed_one_and_says_so():
    result = stats.tau_u([13.62, 12.57, 15.76], [5.97, 4.63, 5.82, 3.72, 8.07, 2.95, 11.86], better="lower")
    assert result.value == pytest.approx(1.047619, abs=1e-6)
    assert result.has("outside_range")
    assert not stats.tau_u(A, B).has("outside_range")


def test_the_variants_of_tau_u_count_other_pairs():
    between, trend_a, trend_b, m, n = 35, 4, 8, 6, 7
    assert stats.tau(A, B).value * m * n == pytest.approx(between)
    plus_b = stats.tau_u(A, B, variant="a_vs_b_plus_trend_b")
    assert plus_b.value == pytest.approx((between + trend_b) / (m * n + 21))
    full = stats.tau_u(A, B, variant="a_vs_b_plus_trend_b_minus_trend_a")
    assert full.value == pytest.approx((between + trend_b - trend_a) / 78)


def test_one_point_that_decides_pnd_is_told():
    assert stats.pnd([1, 1, 1, 1, 9], [5, 5, 5, 5, 5]).has("outlier")
    assert not stats.pnd([1, 1, 1, 1, 2], [5, 5, 5, 5, 5]).has("outlier")
    most, half = [5, 5, 5, 12, 12], [5, 5, 0, 12]
    assert stats.pnd([1, 1, 1, 1, 9], most).has("outlier")  # without the 9, .6 more
    assert not stats.pnd([1, 1, 1, 1, 9], half).has("outlier")  # without it, .5 more
    assert not stats.pnd([1, 9], most).has("outlier")  # of two points neither is the odd one
