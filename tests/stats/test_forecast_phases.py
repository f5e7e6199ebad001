"""Forecasts that know the phase: the newest conditions lead, old ones are leaned on, and labels are only names."""

import numpy as np
import pytest

from beadwork.stats import pad
from beadwork.stats.forecast import default_prior, fit_prior, forecast_levels, time_to_goal
from beadwork.stats.forecast_changes import KINDS
from beadwork.stats.forecast_prior import Prior

pytestmark = pytest.mark.once

JUMP = [20, 22, 18, 21, 20, 55, 58, 54, 57]
PHASES = ["baseline"] * 5 + ["treatment"] * 4


def forecast(y=JUMP, **options):
    return forecast_levels(y, **{"low": 0, "high": 100, **options})


def width(told):
    low, high = told.interval(0.8)
    return high - low


def test_without_labels_nothing_that_was_learned_from_labels_matters():
    base = default_prior()
    told, other = forecast(prior=base), forecast(prior=Prior(base.weights, base.series, base.source))
    for chance in told.quantiles:
        np.testing.assert_array_equal(told.quantiles[chance], other.quantiles[chance])


def test_a_jump_that_is_explained_makes_the_band_narrower():
    told, blind = forecast(phase=PHASES), forecast()
    assert (width(told) < 0.8 * width(blind)).all()
    assert told.mean[0] == pytest.approx(57, abs=4)


def test_a_few_points_of_a_new_phase_still_lean_on_the_one_before():
    one = forecast([*JUMP[:5], 60], phase=[*PHASES[:5], "treatment"], horizons=(1,))
    assert (width(one) > width(forecast(phase=PHASES, horizons=(1,)))).all()
    assert 45 < one.mean[0] < 64


def test_labels_are_only_names():
    told, numbered = forecast(phase=PHASES), forecast(phase=[1] * 5 + [7] * 4)
    np.testing.assert_array_equal(told.mean, numbered.mean)


def test_conditions_stay_unless_others_are_told():
    stays = forecast(phase=PHASES)
    np.testing.assert_array_equal(stays.mean, forecast(phase=PHASES, coming=["treatment"]).mean)
    later = forecast(phase=PHASES, coming=["treatment", "treatment", "treatment", "baseline"])
    assert later.mean[:2] == pytest.approx(stays.mean[:2])
    assert later.mean[2] < stays.mean[2] - 15


def test_back_to_the_baseline_the_level_goes_back_and_a_third_condition_is_wide_open():
    stays = forecast(phase=PHASES)
    back, third = (forecast(phase=PHASES, coming=[label]) for label in ("baseline", "other"))
    assert (back.mean < 35).all()
    assert (width(third) > 2 * width(stays)).all()


def test_lower_is_better_is_the_mirror_image():
    told = forecast(phase=PHASES, coming=["baseline"])
    mirrored = forecast([100 - y for y in JUMP], better="lower", phase=PHASES, coming=["baseline"])
    assert mirrored.mean == pytest.approx(100 - told.mean, abs=1e-6)


def test_a_batch_answers_as_a_loop_does_and_short_rows_have_no_forecast():
    rows, phases = [JUMP, [40.0] * 6, [1, 2]], [PHASES, ["a"] * 3 + ["b"] * 3, ["a", "b"]]
    coming = [["baseline"], [], ["a"]]
    batch = forecast(pad(rows), phase=phases, coming=coming)
    goals = time_to_goal(pad(rows), target=60, low=0, high=100, phase=phases)
    for row in (0, 1):
        one = forecast(rows[row], phase=phases[row], coming=coming[row])
        np.testing.assert_allclose(batch.mean[row], one.mean, rtol=1e-12)
        goal = time_to_goal(rows[row], target=60, low=0, high=100, phase=phases[row])
        np.testing.assert_allclose(goals.chance[row], goal.chance, rtol=1e-12)
    assert np.isnan(batch.mean[2]).all()
    assert goals.status[2] == "not enough data"


def test_even_days_and_doses_change_nothing_and_few_tries_widen():
    plain = forecast(phase=PHASES)
    even = forecast(phase=PHASES, days=7 * np.arange(9), dose=[30] * 9)
    np.testing.assert_allclose(even.mean, plain.mean)
    assert (width(forecast(phase=PHASES, trials=[3] * 9)) > width(plain)).all()


def test_the_chance_of_the_goal_at_the_next_visit_is_that_of_the_level():
    doubt = default_prior().doubting()
    goal = time_to_goal(JUMP, target=60, low=0, high=100, consecutive=1, phase=PHASES)
    level = forecast(phase=PHASES, horizons=(1,), prior=doubt)
    assert goal.chance[0] == pytest.approx(1 - level.cdf(60)[0], abs=0.02)


def test_known_phases_of_simulated_children_give_sharper_bands_that_hold():
    rng = np.random.default_rng(5)
    start, gain = rng.uniform(0.1, 0.5, 150), rng.uniform(0.0, 0.4, 150)
    curve = start[:, None] + gain[:, None] * (np.arange(14) >= 7)
    level = np.clip(curve + rng.normal(0, 0.05, curve.shape), 0, 1)
    phases = [["a"] * 7 + ["b"] * 4] * len(level)
    unit = {"low": 0, "high": 1, "horizons": (1, 3)}
    told, blind = forecast_levels(level[:, :11], phase=phases, **unit), forecast_levels(level[:, :11], **unit)
    actual = level[:, [11, 13]]
    low, high = told.interval(0.8)
    assert ((low <= actual) & (actual <= high)).mean() == pytest.approx(0.8, abs=0.1)
    assert told.crps(actual).mean() < 0.95 * blind.crps(actual).mean()
    assert width(told).mean() < 0.9 * width(blind).mean()


def test_a_practice_whose_children_leap_learns_it_only_from_labels():
    rng = np.random.default_rng(2)
    history = [np.r_[rng.normal(20, 4, 6), rng.normal(80, 4, 6)] for _ in range(30)]
    base = default_prior()
    silent = fit_prior(history, low=0, high=100)
    np.testing.assert_array_equal(silent.within, base.within)
    taught = fit_prior(history, low=0, high=100, phases=[["a"] * 6 + ["b"] * 6] * 30)
    leaps = [rise == 0.7 for rise, *_ in KINDS]
    assert taught.changes[leaps].sum() > base.changes[leaps].sum() + 0.3
    np.testing.assert_array_equal(taught.weights, silent.weights)


def test_for_a_goal_the_open_mind_covers_labelled_series_too():
    base = default_prior()
    assert base.doubting().within == pytest.approx(Prior(base.within, 0, "").doubting().weights)
    np.testing.assert_array_equal(base.doubting().changes, base.changes)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"phase": PHASES[1:]}, "one label for every point"),
        ({"phase": [*PHASES, "treatment"]}, "one label for every point"),
        ({"phase": "baseline"}, "one label for every point"),
        ({"coming": ["treatment"]}, "need the phase of every point"),
    ],
)
def test_what_does_not_fit_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        forecast(**options)


def test_a_table_needs_coming_labels_for_every_row():
    with pytest.raises(ValueError, match="one row of labels for every series"):
        forecast(pad([JUMP, JUMP]), phase=[PHASES, PHASES], coming=[["baseline"]])
