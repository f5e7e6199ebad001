"""The forecast of levels: on the scale, ordered, mirrored, the same in a batch, sharper with more points."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beadwork import stats
from beadwork.stats.forecast import MIN_POINTS, forecast_levels
from beadwork.stats.forecast_prior import default_prior, fit_prior

pytestmark = pytest.mark.once

RISING = [20, 28, 25, 36, 41, 44, 43, 52]
percent = st.lists(st.floats(0, 100), min_size=MIN_POINTS, max_size=14)
few = settings(max_examples=25, deadline=None)


def forecast(y, **options):
    return forecast_levels(y, **{"low": 0, "high": 100, **options})


@few
@given(percent)
def test_everything_stays_on_the_scale_and_in_order(y):
    told = forecast(y)
    rows = np.array([told.quantiles[q] for q in sorted(told.quantiles)])
    assert ((rows >= 0) & (rows <= 100)).all()
    assert (np.diff(rows, axis=0) >= 0).all()
    assert ((told.mean >= 0) & (told.mean <= 100)).all()
    low, high = told.interval(0.8)
    assert (low == rows[0]).all()
    assert (high == rows[-1]).all()


@few
@given(percent)
def test_the_chance_below_rises_from_0_to_1(y):
    told = forecast(y)
    chances = np.array([told.cdf(x) for x in (-1, 0, 20, 50, 80, 99, 100, 101)])
    assert (np.diff(chances, axis=0) >= 0).all()
    assert (chances[0] == 0).all()
    assert (chances[-2:] == 1).all()


@few
@given(percent)
def test_lower_is_better_is_the_mirror_image(y):
    told, mirrored = forecast(y), forecast([100 - value for value in y], better="lower")
    assert mirrored.mean == pytest.approx(100 - told.mean, abs=1e-6)
    assert mirrored.quantiles[0.1] == pytest.approx(100 - told.quantiles[0.9], abs=1e-3)
    assert mirrored.cdf(30) == pytest.approx(1 - told.cdf(70), abs=1e-6)
    assert mirrored.crps([40] * 3) == pytest.approx(told.crps([60] * 3), abs=1e-6)


@few
@given(percent, st.floats(-50, 50), st.floats(0.1, 10))
def test_another_unit_gives_the_same_answer_in_that_unit(y, shift, factor):
    told = forecast(y)
    other = forecast_levels(
        np.clip(np.array(y) * factor + shift, shift, 100 * factor + shift),
        low=shift,
        high=100 * factor + shift,
    )
    assert other.mean == pytest.approx(told.mean * factor + shift, abs=1e-6 * (1 + factor))
    assert other.crps(other.mean) == pytest.approx(told.crps(told.mean) * factor, rel=1e-6)


def test_a_batch_answers_as_a_loop_does():
    rows = [RISING, [50.0] * 6, [1, 2, 3], list(range(0, 100, 5)), RISING[::-1]]
    batch = forecast(stats.pad(rows))
    assert batch.mean.shape == (5, 3)
    for row, y in enumerate(rows):
        one = forecast(y)
        np.testing.assert_allclose(batch.mean[row], one.mean, rtol=1e-12)
        np.testing.assert_allclose(batch.quantiles[0.9][row], one.quantiles[0.9], rtol=1e-12)
        np.testing.assert_allclose(batch.cdf(60)[row], one.cdf(60), rtol=1e-12)
        assert batch.explain()[row] == one.explain()


def test_the_same_points_give_the_same_answer():
    assert (forecast(RISING).quantiles[0.1] == forecast(RISING).quantiles[0.1]).all()


@pytest.mark.parametrize("count", range(MIN_POINTS))
def test_below_the_least_number_of_points_there_is_no_forecast(count):
    told = forecast(RISING[:count])
    assert np.isnan(told.mean).all()
    assert np.isnan(told.quantiles[0.5]).all()
    assert np.isnan(told.cdf(50)).all()
    assert np.isnan(told.crps([50] * 3)).all()
    assert told.has("not_enough_data")
    assert told.explain() == f"Not enough data yet: {count} of {MIN_POINTS} points."


def test_more_points_of_a_steady_child_make_it_sharper():
    y = 60 + 4 * np.sin(np.arange(30) * 2.3)
    widths = [np.subtract(*forecast(y[:n]).interval(0.8)[::-1]) for n in (6, 12, 30)]
    assert (np.diff(widths, axis=0) < 0).all()


def test_a_wilder_child_has_a_wider_band_and_a_later_visit_too():
    steady, wild = (
        forecast(50 + 2 * np.sin(np.arange(12) * 2.3)),
        forecast(50 + 25 * np.sin(np.arange(12) * 2.3)),
    )
    width = [np.subtract(*told.interval(0.8)[::-1]) for told in (steady, wild)]
    assert (width[1] > 2 * width[0]).all()
    assert (np.diff(width[1]) > 0).all()


def test_a_child_at_the_top_has_an_atom_there():
    told = forecast([60, 80, 95, 100, 100, 100, 100, 100])
    assert (1 - told.cdf(99.9) > 0.3).all()
    assert (told.quantiles[0.9] == 100).all()


def test_a_rising_child_is_forecast_to_go_on_rising_but_slower_than_a_line():
    y = 20 + 4.0 * np.arange(9)
    told = forecast(y, horizons=(1, 5))
    assert y[-1] < told.mean[1] < y[-1] + 5 * 4


def test_few_tries_count_for_less():
    y = [40, 42, 41, 43, 42, 80]
    trusted = forecast(y, trials=[20] * 6, horizons=(1,))
    doubted = forecast(y, trials=[20] * 5 + [2], horizons=(1,))
    assert doubted.mean[0] < trusted.mean[0] - 3


def test_a_long_gap_makes_the_swings_before_it_matter_less():
    y = [50, 52, 49, 51, 50, 51, 50, 80, 79]
    even = forecast(y, days=7 * np.arange(9), horizons=(1,))
    assert even.mean == pytest.approx(forecast(y, horizons=(1,)).mean)
    gap = forecast(y, days=[0, 7, 14, 21, 28, 35, 42, 98, 105], horizons=(1,))
    assert gap.mean[0] != pytest.approx(even.mean[0], abs=0.05)


def test_dose_is_the_clock_of_learning():
    y = 20 + 60 * (1 - np.exp(-0.02 * np.array([0, 10, 20, 30, 60, 90, 120])))
    minutes = [0, 10, 10, 10, 30, 30, 30]
    assert forecast(y, dose=[5] * 7).mean == pytest.approx(forecast(y).mean)
    assert forecast(y, dose=minutes).mean[0] != pytest.approx(forecast(y).mean[0], abs=0.1)


def test_a_scale_with_steps_is_forecast_in_steps():
    told = forecast_levels([-2, -1, -1, 0, 0, 0], low=-2, high=2, grain=1)
    assert set(np.concatenate(list(told.quantiles.values()))) <= {-2, -1, 0, 1, 2}
    assert told.cdf(0) == pytest.approx(told.cdf(0.9))
    assert (told.cdf(1) > told.cdf(0.9)).all()
    chances = np.diff([np.zeros(3), *(told.cdf(step) for step in (-2, -1, 0, 1, 2))], axis=0)
    values = np.array([-2, -1, 0, 1, 2])[:, None]
    between = np.abs(values[:, None] - values[None]) * chances[:, None] * chances[None]
    expected = (np.abs(values - 1) * chances).sum(axis=0) - between.sum(axis=(0, 1)) / 2
    assert told.crps([1, 1, 1]) == pytest.approx(expected)


def test_it_says_what_it_is():
    told = forecast(RISING, horizons=(1, 5))
    assert told.n == 8
    assert {one.code for one in told.cautions} == {"few_points", "default_prior"}
    assert told.explain().startswith("In 5 visits the level will lie between ")
    assert told.explain().endswith("with a chance of 8 in 10.")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"low": None}, "needs a scale"),
        ({"low": 100}, "needs a scale"),
        ({"high": 40}, "above the scale's highest value"),
        ({"horizons": ()}, "whole visits ahead"),
        ({"horizons": (0,)}, "whole visits ahead"),
        ({"horizons": (1.5,)}, "whole visits ahead"),
        ({"better": "up"}, "better must be one of"),
        ({"quantiles": (1.0,)}, "quantiles must lie between 0 and 1"),
        ({"days": [1, 2, 3]}, "days must have one entry for every point"),
        ({"days": [1, 2, 3, 3, 5, 6, 7, 8]}, "days must rise"),
        ({"trials": [0] * 8}, "trials must be above zero"),
        ({"dose": [-1] * 8}, "dose is minutes done"),
    ],
)
def test_what_does_not_fit_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        forecast(RISING, **options)


def test_the_default_prior_is_a_whole():
    prior = default_prior()
    assert prior.weights.sum() == pytest.approx(1)
    assert (prior.weights > 0).all()
    for axis in ("rate", "swing", "noise", "reach"):
        assert sum(prior.share(axis).values()) == pytest.approx(1)


def test_a_practice_with_noisier_children_learns_it_and_the_order_of_its_children_does_not_matter():
    rng = np.random.default_rng(3)
    history = [np.clip(50 + rng.normal(0, 20, 12), 0, 100) for _ in range(40)]
    prior = fit_prior(history, low=0, high=100)
    assert prior.series == 40
    noisy = [
        sum(share for noise, share in p.share("noise").items() if noise > 0.1)
        for p in (default_prior(), prior)
    ]
    assert noisy[1] > noisy[0] + 0.3
    assert fit_prior(history[::-1], low=0, high=100).weights == pytest.approx(prior.weights, rel=1e-6)
    assert not forecast(RISING, prior=prior).has("default_prior")


def test_a_prior_needs_a_series_to_learn_from():
    with pytest.raises(ValueError, match="no series has 4 points or more"):
        fit_prior([[1, 2, 3]], low=0, high=10)
