"""Pustejovsky 2015, 2018: log response ratio, log odds ratio and percent change."""

import numpy as np
import pytest

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once

A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
P1, P2 = [0.2, 0.3, 0.25, 0.2], [0.5, 0.7, 0.6, 0.65, 0.55]


@pytest.mark.parametrize("value", values("Pustejovsky 2018"), ids=told)
def test_published_value(value):
    found = computed(value)
    assert found.value == pytest.approx(value["expected"], abs=value["tolerance"])
    if "se" in value:
        assert found.se == pytest.approx(value["se"], abs=1e-6)


def test_for_counts_both_forms_agree_and_for_shares_they_do_not():
    assert stats.lrr(A, B).value == stats.lrr(A, B, form="decreasing").value
    wanted = stats.lrr(P1, P2, scale="proportion", corrected=False)
    unwanted = stats.lrr(P1, P2, scale="proportion", corrected=False, form="decreasing")
    assert wanted.value == pytest.approx(np.log(np.mean(P2) / np.mean(P1)))
    assert unwanted.value == pytest.approx(-np.log((1 - np.mean(P2)) / (1 - np.mean(P1))))


def test_a_share_that_should_fall_is_the_rest_that_should_rise():
    rest1, rest2 = [1 - p for p in P1], [1 - p for p in P2]
    for function in (stats.lrr, stats.log_odds_ratio):
        rising = function(P1, P2, scale="proportion")
        falling = function(rest1, rest2, scale="proportion", better="lower")
        assert falling.value == pytest.approx(rising.value)
        assert falling.se == pytest.approx(rising.se)


def test_percent_and_proportion_are_one():
    hundred = [100 * p for p in P1], [100 * p for p in P2]
    for function in (stats.lrr, stats.log_odds_ratio, stats.percent_change):
        assert function(*hundred, scale="percent").value == pytest.approx(
            function(P1, P2, scale="proportion").value
        )


def test_percent_change_of_a_rise_and_of_a_fall():
    rise = stats.percent_change(A, B)
    assert rise.value == pytest.approx(100 * (np.exp(stats.lrr(A, B).value) - 1))
    fall = stats.percent_change([8, 10, 12], [4, 5, 6], better="lower", corrected=False)
    assert fall.value == pytest.approx(50)
    for result, form in ((rise, stats.lrr(A, B)), (fall, stats.lrr([8, 10, 12], [4, 5, 6], better="lower"))):
        low, high = result.interval()
        assert low < result.value < high
        assert result.se > 0
        assert form.value > 0
    assert fall.interval()[1] < 100


def test_percent_change_has_the_limits_of_the_ratio():
    low, high = stats.lrr(A, B).interval(0.9)
    expected = 100 * (np.exp([low, high]) - 1)
    assert stats.percent_change(A, B).interval(0.9) == pytest.approx(expected)


def test_percent_change_of_a_share_that_should_fall_compares_the_share_itself():
    result = stats.percent_change([0.8, 0.8, 0.8], [0.4, 0.4, 0.4], scale="proportion", better="lower")
    assert result.value == pytest.approx(50, abs=0.1)


def test_a_phase_of_zeros_is_lifted_to_the_smallest_it_could_show_and_says_so():
    result = stats.lrr([0, 0, 0, 0], [3, 4, 5, 4], corrected=False)
    assert result.value == pytest.approx(np.log(4 / (1 / 8)))
    assert result.has("truncated_mean")
    by_grain = stats.lrr([0, 0], [0.4, 0.6], scale="proportion", grain=10, corrected=False)
    assert by_grain.value == pytest.approx(np.log(0.5 / (1 / 40)))
    assert not stats.lrr(A, B).has("truncated_mean")


def test_variances_have_a_floor_too():
    # both spreads are 0 and are raised to 1/n^3 (D = 1): 1/64 and 1/27
    expected = np.sqrt(1 / 64 / (4 * 25) + 1 / 27 / (3 * 81))
    assert stats.lrr([5, 5, 5, 5], [9, 9, 9]).se == pytest.approx(expected)


def test_the_odds_of_full_success_do_not_exist():
    result = stats.log_odds_ratio(P1, [1, 1, 1])
    assert np.isnan(result.value)
    assert result.has("undefined")
