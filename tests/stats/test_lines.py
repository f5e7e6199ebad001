"""Lines through one series: Theil-Sen, Mann-Kendall, split middle, least squares, celeration, autocorrelation."""

import numpy as np
import pytest
from scipy.stats import kendalltau, theilslopes
from statsmodels.api import OLS, add_constant
from statsmodels.tsa.stattools import acf

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once

RNG = np.random.default_rng(12)
RANDOM = [RNG.integers(0, 12, n).astype(float) for n in (2, 3, 4, 5, 7, 8, 12, 20)]
REFERENCE = [
    ([3, 5, 4, 6, 8, 7, 9, 8], 0.8, 2.5, 21, 64.3333, 2.4935),
    ([33, 25, 17, 25, 19, 21, 19, 14, 19, 17], -1.2, 27.8, -24, 119.3333, -2.1055),
    ([20, 20, 26, 25, 22, 23], 0.6, 19.4, 4, 27.3333, 0.5738),
]


@pytest.mark.parametrize("value", values("Theil 1950"), ids=told)
def test_published_difference_of_slopes(value):
    assert computed(value) == pytest.approx(value["expected"], abs=value["tolerance"])


@pytest.mark.parametrize(("y", "slope", "intercept", "s", "variance", "z"), REFERENCE)
def test_reference_numbers(y, slope, intercept, s, variance, z):
    line, test = stats.theil_sen(y), stats.mann_kendall(y)
    assert (line.value, line.details["intercept"]) == pytest.approx((slope, intercept))
    assert (test.details["s"], test.details["variance"]) == pytest.approx((s, variance), abs=1e-4)
    assert test.value == pytest.approx(z, abs=1e-4)


@pytest.mark.parametrize("y", RANDOM, ids=len)
@pytest.mark.parametrize("level", [0.9, 0.95])
def test_theil_sen_and_sens_interval_are_scipys(y, level):
    when = np.arange(1.0, len(y) + 1)
    oracle = theilslopes(y, when, level, method="joint")
    result = stats.theil_sen(y)
    assert (result.value, result.details["intercept"]) == pytest.approx((oracle.slope, oracle.intercept))
    if len(y) > 3:  # below, no pair of slopes reaches the level, and SciPy's index leaves the list
        assert result.interval(level) == pytest.approx((oracle.low_slope, oracle.high_slope))


def test_uneven_visits():
    y, days = [2, 4, 3, 8], [1, 3, 4, 10]
    assert stats.theil_sen(y, times=days).value == pytest.approx(theilslopes(y, days).slope)
    fit = OLS(y, add_constant(days)).fit()
    assert stats.ols(y, times=days).value == pytest.approx(fit.params[1])
    assert stats.ols(y, times=days).details["intercept"] == pytest.approx(fit.params[0])


@pytest.mark.parametrize("y", [one for one in RANDOM if len(one) > 2 and np.ptp(one)], ids=len)
def test_least_squares_is_statsmodels(y):
    fit = OLS(y, add_constant(np.arange(1, len(y) + 1))).fit()
    result = stats.ols(y)
    assert (result.value, result.se) == pytest.approx((fit.params[1], fit.bse[1]))
    assert result.details["residual_sd"] == pytest.approx(np.sqrt(fit.mse_resid))
    assert result.interval(0.9) == pytest.approx(fit.conf_int(0.1)[1])


def test_two_points_make_a_line_without_an_error():
    result = stats.ols([3, 5])
    assert result.value == 2
    assert np.isnan(result.se)


@pytest.mark.parametrize("y", [one for one in RANDOM if np.ptp(one)], ids=len)
def test_mann_kendall_is_kendalls_tau_with_time(y):
    result = stats.mann_kendall(y)
    assert result.details["tau"] == pytest.approx(kendalltau(np.arange(len(y)), y, variant="b").statistic)


def test_mann_kendall_corrects_for_ties_and_continuity():
    y = [1, 1, 1, 2, 3, 3]  # groups of three and of two
    variance = (6 * 5 * 17 - 3 * 2 * 11 - 2 * 1 * 9) / 18
    result = stats.mann_kendall(y)
    assert result.details["variance"] == pytest.approx(variance)
    assert result.value == pytest.approx((11 - 1) / variance**0.5)
    assert stats.mann_kendall([2, 2, 2, 2]).value == 0
    assert stats.mann_kendall([1, 2]).value == 0


@pytest.mark.parametrize(
    ("y", "first", "second", "slope", "intercept"),
    [
        ([3, 5, 4, 6, 8, 7, 9, 8], (2.5, 4.5), (6.5, 8.0), 0.875, 2.3125),
        ([10, 12, 11, 13, 15, 14, 16], (2, 11), (6, 15), 1.0, 9.0),
        ([54, 53, 56, 58, 52], (1.5, 53.5), (4.5, 55.0), 0.5, 52.75),
    ],
)
def test_split_middle(y, first, second, slope, intercept):
    result = stats.split_middle(y)
    assert result.value == pytest.approx(slope)
    assert result.details["intercept"] == pytest.approx(intercept)
    assert tuple(result.details["first"]) == first
    assert tuple(result.details["second"]) == second


def test_celeration_is_the_factor_a_week():
    doubling = 3 * 2 ** (np.arange(1, 9) / 7)
    assert stats.celeration(doubling).value == pytest.approx(2.0)
    assert stats.celeration(doubling).details["log10_per_day"] == pytest.approx(0.0430043, abs=1e-7)
    assert stats.celeration([3, 6], days=[1, 8]).value == pytest.approx(2.0)
    low, high = stats.celeration([3, 4, 4, 6, 5, 8], days=[1, 2, 4, 6, 7, 9]).interval()
    fit = OLS(np.log10([3, 4, 4, 6, 5, 8]), add_constant([1, 2, 4, 6, 7, 9])).fit()
    assert (low, high) == pytest.approx(tuple(10 ** (7 * fit.conf_int()[1])))


def test_celeration_of_zero_does_not_exist():
    with pytest.raises(ValueError, match="values above zero"):
        stats.celeration([0, 1, 2])


@pytest.mark.parametrize("lag", [1, 2])
def test_autocorrelation_is_statsmodels(lag):
    y = [4, 6, 5, 8, 9, 7, 10]
    result = stats.autocorrelation(y, lag=lag)
    assert result.value == pytest.approx(acf(y, nlags=lag, fft=False)[lag])
    assert result.se == pytest.approx(7**-0.5)


def test_lines_carry_the_correlation_of_what_is_left_not_of_the_trend():
    steep = np.arange(20.0) + np.tile([0.5, -0.5], 10)
    assert stats.autocorrelation(steep).value > 0.3
    assert not stats.ols(steep).has("autocorrelated")
    assert stats.ols(np.repeat([1.0, 3.0, 1.0], 6)).has("autocorrelated")


@pytest.mark.parametrize("name", ["theil_sen", "split_middle", "ols"])
def test_better_lower_turns_the_slope_and_keeps_the_intercept(name):
    y = [9, 8, 8, 5, 4, 4, 1]
    up, down = (getattr(stats, name)(y, better=better) for better in ("higher", "lower"))
    assert down.value == pytest.approx(-up.value)
    assert down.details["intercept"] == pytest.approx(up.details["intercept"])
    if name != "split_middle":
        assert down.interval() == pytest.approx(tuple(-limit for limit in reversed(up.interval())))


@pytest.mark.parametrize(
    "name", ["theil_sen", "split_middle", "ols", "mann_kendall", "autocorrelation", "celeration"]
)
def test_all_at_once_as_one_by_one(name):
    rows = [one + 1 for one in RANDOM if len(one) > 2]
    batch = getattr(stats, name)(stats.pad(rows))
    for row, y in zip(batch, rows, strict=True):
        alone = getattr(stats, name)(y)
        assert row.value == pytest.approx(alone.value)
        assert row.explain() == alone.explain()
        assert row.cautions == alone.cautions
        if alone.has_interval:
            assert row.interval() == pytest.approx(alone.interval(), nan_ok=True)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.theil_sen([1]), "y needs at least 2 point"),
        (lambda: stats.ols([1, 2, 3], times=[1, 2]), "one entry for every point"),
        (lambda: stats.ols([1, 2, 3], times=[1, 3, 2]), "times must rise"),
        (lambda: stats.ols([1, 2, 3], times=[1, 1, 2]), "times must rise"),
        (lambda: stats.autocorrelation([1, 2, 3], lag=0), "lag must be 1 or more"),
        (lambda: stats.autocorrelation([1, 2]), "at least 3 point"),
        (lambda: stats.split_middle([1, 2], better="up"), "better must be one of"),
        (lambda: stats.celeration([1, 2], better="up"), "better must be one of"),
        (lambda: stats.split_middle([1, 2]).interval(), "has no interval"),
    ],
)
def test_impossible_requests_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
