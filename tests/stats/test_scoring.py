"""Scores of forecasts: reference numbers, agreement with each other, and that honesty pays."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beadwork.stats import scoring
from beadwork.stats.calibration import acceptable_counts

pytestmark = pytest.mark.once

number = st.floats(-100, 100)
chance = st.floats(0.01, 0.99)


def test_crps_of_a_normal_forecast_is_properscorings_number():
    assert scoring.crps_normal(0, 1, 0) == pytest.approx(0.23369497725510913, abs=1e-15)


@pytest.mark.parametrize(
    ("mean", "sd", "y", "crps"),
    [(0, 1, 1, 0.602441), (10, 2, 13, 1.988848), (16, 3, 12, 2.561802), (5, 0, 7, 2.0)],
)
def test_crps_of_a_normal_forecast(mean, sd, y, crps):
    assert scoring.crps_normal(mean, sd, y) == pytest.approx(crps, abs=1e-6)


def test_crps_of_a_normal_forecast_is_the_integral_that_defines_it():
    from scipy.special import ndtr

    x = np.linspace(-40, 60, 400_001)
    defined = np.trapezoid((ndtr((x - 10) / 2) - (x >= 13)) ** 2, x)
    assert scoring.crps_normal(10, 2, 13) == pytest.approx(defined, abs=2e-4)


@pytest.mark.parametrize(
    ("members", "y", "crps"),
    [([1, 2, 3, 4], 2.5, 0.375), ([5, 5, 5], 7, 2.0), ([0, 10], 5, 2.5), ([3], 1, 2.0)],
)
def test_crps_of_an_ensemble(members, y, crps):
    assert scoring.crps_ensemble(members, y) == pytest.approx(crps, abs=1e-12)


@given(st.lists(st.tuples(number, st.floats(0.1, 5)), min_size=1, max_size=9), number)
def test_crps_of_an_ensemble_is_its_pairwise_definition(weighted, y):
    x, w = map(np.array, zip(*weighted, strict=True))
    w = w / w.sum()
    pairs = (w[:, None] * w * np.abs(x[:, None] - x)).sum()
    expected = (w * np.abs(x - y)).sum() - pairs / 2
    assert scoring.crps_ensemble(x, y, weights=w * 3) == pytest.approx(expected, abs=1e-9)


def test_equal_weights_are_no_weights_and_order_is_nothing():
    x = [4.0, 1.0, 9.0, 2.5]
    plain = scoring.crps_ensemble(x, 3.0)
    assert scoring.crps_ensemble(x, 3.0, weights=[2, 2, 2, 2]) == pytest.approx(plain, abs=1e-12)
    assert scoring.crps_ensemble(sorted(x), 3.0) == pytest.approx(plain, abs=1e-12)


def test_a_fair_score_does_not_punish_a_small_ensemble():
    """The mean over samples of a standard normal equals the score of the normal itself only when fair."""
    drawn = np.random.default_rng(20).normal(size=(200_000, 3))
    truth = scoring.crps_normal(0, 1, 0.5)
    assert scoring.crps_ensemble(drawn, np.full(200_000, 0.5), fair=True).mean() == pytest.approx(
        truth, abs=0.005
    )
    assert scoring.crps_ensemble(drawn, np.full(200_000, 0.5)).mean() > truth + 0.1


@pytest.mark.parametrize(
    ("quantile", "level", "y", "loss"),
    [
        (10, 0.5, 12, 1.0),
        (10, 0.9, 12, 1.8),
        (10, 0.9, 8, 0.2),
        (10, 0.1, 12, 0.2),
        (10, 0.1, 8, 1.8),
        (3, 0.7, 3, 0),
    ],
)
def test_pinball(quantile, level, y, loss):
    assert scoring.pinball(quantile, level, y) == pytest.approx(loss, abs=1e-9)


def test_twice_the_mean_pinball_loss_over_the_levels_is_the_crps():
    from scipy.special import ndtri

    levels = (np.arange(20_000) + 0.5) / 20_000
    losses = scoring.pinball(10 + 2 * ndtri(levels), levels, 13)
    assert 2 * losses.mean() == pytest.approx(scoring.crps_normal(10, 2, 13), abs=1e-5)


@pytest.mark.parametrize(
    ("lower", "upper", "y", "alpha", "score"),
    [(8, 14, 10, 0.2, 6), (8, 14, 15, 0.2, 16), (8, 14, 5, 0.1, 66)],
)
def test_interval_score(lower, upper, y, alpha, score):
    assert scoring.interval_score(lower, upper, y, alpha=alpha) == pytest.approx(score, abs=1e-9)


@given(number, st.floats(0, 50), number, chance)
def test_the_interval_score_is_made_of_the_pinball_losses_of_its_limits(lower, width, y, alpha):
    limits = scoring.pinball([lower, lower + width], [alpha / 2, 1 - alpha / 2], y).sum()
    score = scoring.interval_score(lower, lower + width, y, alpha=alpha)
    assert score == pytest.approx(2 / alpha * limits, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("p", "happened", "score"), [(0.7, 1, 0.09), (0.7, 0, 0.49), (1, True, 0), (1, False, 1)]
)
def test_brier(p, happened, score):
    assert scoring.brier(p, happened) == pytest.approx(score, abs=1e-12)


@given(chance, chance)
def test_brier_is_proper(truth, said):
    def mean(p: float) -> float:
        return truth * scoring.brier(p, 1) + (1 - truth) * scoring.brier(p, 0)

    assert mean(truth) <= mean(said) + 1e-12


@given(st.integers(0, 30), number)
def test_the_pinball_loss_of_the_right_quantile_is_least(shift, at):
    y = np.arange(1, 101.0)
    level = 0.3
    assert scoring.pinball(30.5, level, y).mean() <= scoring.pinball(30.5 + shift, level, y).mean()
    assert scoring.pinball(30.5, level, y).mean() <= scoring.pinball(at, level, y).mean() + 1e-9


def test_crps_is_proper():
    """The expected score over outcomes of a normal is least where the forecast is that normal."""
    from scipy.special import ndtri

    y = 10 + 2 * ndtri((np.arange(4000) + 0.5) / 4000)
    honest = scoring.crps_normal(10, 2, y).mean()
    others = [(10.3, 2), (9.7, 2), (10, 1.7), (10, 2.3)]
    assert all(scoring.crps_normal(mean, sd, y).mean() > honest + 1e-4 for mean, sd in others)


def test_arrays_broadcast_and_answer_in_their_shape():
    assert scoring.crps_normal([[0], [1]], [1, 2, 3], 0).shape == (2, 3)
    assert scoring.crps_ensemble(np.zeros((4, 5, 7)), np.ones((4, 5))) == pytest.approx(np.ones((4, 5)))
    assert isinstance(scoring.brier(0.5, 1), float)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: scoring.crps_normal(0, -1, 0), "sd must not be negative"),
        (lambda: scoring.crps_normal(0, 1, float("nan")), "y must hold finite"),
        (lambda: scoring.crps_ensemble([], 1), "at least one member"),
        (lambda: scoring.crps_ensemble([1, 2], 1, weights=[1, -1]), "weights"),
        (lambda: scoring.crps_ensemble([1], 1, fair=True), "two members"),
        (lambda: scoring.pinball(1, 1.0, 2), "level must lie between"),
        (lambda: scoring.interval_score(2, 1, 0, alpha=0.2), "lower lies above"),
        (lambda: scoring.interval_score(1, 2, 0, alpha=0), "alpha must lie"),
        (lambda: scoring.brier(1.2, 1), "p must lie"),
        (lambda: scoring.brier(0.2, 2), "happened must hold"),
        (lambda: scoring.coverage([], [], []), "at least one outcome"),
        (lambda: scoring.coverage([1], [2], [1], nominal=1), "nominal"),
        (lambda: scoring.pit([0.2], [0.3]), "0 <= below <= at"),
        (lambda: scoring.pit([]), "at least one outcome"),
        (lambda: scoring.reliability_curve([0.5], [1, 0]), "as many chances"),
        (lambda: scoring.reliability_curve([0.5], [1], by="luck"), "by must be one of"),
    ],
)
def test_nonsense_is_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()


@pytest.mark.parametrize(
    ("nominal", "ranges"),
    [
        (0.5, {20: (6, 14), 50: (18, 32), 100: (40, 60), 200: (86, 114)}),
        (0.8, {20: (12, 19), 50: (34, 45), 100: (72, 88), 200: (149, 171)}),
        (0.9, {20: (15, 20), 50: (41, 49), 100: (84, 95), 200: (171, 188)}),
    ],
)
def test_the_counts_a_calibrated_forecaster_stays_within(nominal, ranges):
    assert {n: acceptable_counts(n, nominal) for n in ranges} == ranges


def test_coverage_counts_the_limits_in_and_gives_clopper_and_pearsons_interval():
    covered = scoring.coverage(
        np.zeros(10), np.ones(10), [0, 1, 0.5, 0.2, 0.3, 0.4, 0.6, 0.7, 1.1, -0.1], nominal=0.8
    )
    assert (covered.value, covered.n, covered.details["hits"], covered.details["width"]) == (0.8, 10, 8, 1.0)
    assert covered.interval() == pytest.approx((0.4439045, 0.9747893), abs=1e-6)  # scipy.stats.binomtest
    assert covered.details["keeps"] is True
    assert covered.explain() == "8 of 10 outcomes (80%) lie in their intervals."


@pytest.mark.parametrize(("hits", "low", "high"), [(0, 0.0, 0.308497), (10, 0.691503, 1.0)])
def test_coverage_of_none_or_all_still_has_an_interval(hits, low, high):
    y = np.where(np.arange(10) < hits, 0.5, 2)
    covered = scoring.coverage(np.zeros(10), np.ones(10), y, nominal=0.8)
    assert covered.interval() == pytest.approx((low, high), abs=1e-6)
    assert covered.details["keeps"] is (hits == 10)  # ten of ten is luck that a true 80 % has once in nine


def test_the_reliability_curve_lines_up_what_was_said_and_what_happened():
    curve = scoring.reliability_curve([0.1, 0.1, 0.1, 0.1, 0.8, 0.8, 1.0], [0, 0, 0, 1, 1, 1, 1])
    assert curve.said == pytest.approx([0.1, 0.8, 1.0])
    assert curve.seen == pytest.approx([0.25, 1, 1])
    assert curve.counts.tolist() == [4, 2, 1]
    assert curve.error == pytest.approx((4 * 0.15 + 2 * 0.2) / 7)


@given(st.lists(st.tuples(st.sampled_from([0.05, 0.15, 0.45, 0.75, 0.95]), st.booleans()), min_size=1))
def test_reliability_less_resolution_plus_uncertainty_is_the_brier_score(pairs):
    p, happened = zip(*pairs, strict=True)
    curve = scoring.reliability_curve(p, happened)
    parts = curve.reliability - curve.resolution + curve.uncertainty
    assert parts == pytest.approx(np.mean(scoring.brier(p, happened)), abs=1e-12)
    assert (curve.counts > 0).all()
    assert curve.counts.sum() == curve.n


def test_bins_by_count_hold_equally_many():
    p = np.linspace(0, 0.2, 100)
    curve = scoring.reliability_curve(p, np.zeros(100), bins=4, by="count")
    assert curve.counts.tolist() == [25, 25, 25, 25]


def test_a_calibrated_forecaster_stays_in_the_bars_and_a_boaster_does_not():
    drawn = np.random.default_rng(7)
    p = drawn.uniform(size=4000)
    happened = drawn.uniform(size=4000) < p
    fair = scoring.reliability_curve(p, happened)
    boast = scoring.reliability_curve(np.clip(1.6 * p - 0.3, 0, 1), happened)
    assert ((fair.low <= fair.seen) & (fair.seen <= fair.high)).mean() >= 0.9
    assert ((boast.low <= boast.seen) & (boast.seen <= boast.high)).mean() <= 0.4
    assert fair.reliability < 0.002 < boast.reliability


def test_pit_is_flat_for_a_calibrated_forecast_and_shows_what_is_wrong_with_others():
    from scipy.special import ndtr, ndtri

    y = ndtri((np.arange(10_000) + 0.5) / 10_000)
    calm, narrow, high = (scoring.pit(ndtr(z)) for z in (y, 2 * y, y - 1))
    assert calm.shares == pytest.approx(np.full(10, 0.1), abs=1e-3)
    assert (calm.mean, calm.spread) == pytest.approx((0.5, 1 / 12), abs=1e-4)
    assert narrow.shares[0] > 0.2 < narrow.shares[-1]
    assert narrow.spread > 1 / 12 + 0.02
    assert high.mean < 0.4


def test_pit_spreads_a_lump_over_its_range_without_chance():
    """A fair die forecast as a fair die: flat, though every F(y) is a multiple of one sixth."""
    faces = np.arange(1, 7)
    told = scoring.pit(faces / 6, (faces - 1) / 6, bins=4)
    assert told.shares == pytest.approx(np.full(4, 0.25), abs=1e-12)
    assert told.spread == pytest.approx(1 / 12, abs=1e-12)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=20), st.integers(1, 12))
def test_pit_shares_always_sum_to_one(pairs, bins):
    below, at = np.sort(np.array(pairs), axis=1).T
    told = scoring.pit(at, below, bins=bins)
    assert told.shares.sum() == pytest.approx(1)
    assert (told.shares >= -1e-12).all()
