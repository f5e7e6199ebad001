"""The promise of the watch, by tools/simulate_alarms.py in small; and the textbook charts it is compared with."""

import numpy as np
import pytest

from beadwork.stats.watch import Budget, drifting, setting_gap, stalled
from tools.simulate_alarms import Noise, alike, measure
from tools.textbook_charts import beyond_three_sigma, cusum, ewma, four_below, western_electric, xmr

pytestmark = pytest.mark.once

FEW = 400


@pytest.mark.parametrize(
    ("noise", "found"),
    [
        (Noise(tries=10, alike=0.0), 0.8),
        (Noise(tries=20, alike=0.4), 0.85),
        (Noise(sd=0.08, alike=0.0), 0.9),
        (Noise(sd=0.1, alike=0.4), 0.75),
    ],
    ids=str,
)
def test_a_stable_skill_keeps_the_budget_and_a_real_loss_is_found(noise, found):
    ours = measure(noise, 0.9, Budget(looks=20), FEW)
    assert ours.false["ours"] <= 1
    assert ours.found["ours"] >= found
    assert ours.false["Western Electric"] > 2.5
    assert ours.false["XmR from five"] > 2


@pytest.mark.parametrize("budget", [Budget(looks=5), Budget(looks=52), Budget(looks=20, skills=5)], ids=str)
def test_the_budget_holds_however_often_one_looks_and_however_many_skills(budget):
    assert measure(Noise(tries=10, alike=0.4), 0.9, budget, FEW).false["ours"] <= 1


def test_the_simulation_repeats_itself():
    noise = Noise(tries=10, alike=0.2)
    first, again, other = (measure(noise, 0.95, Budget(looks=10), 100, seed=seed) for seed in (1, 1, 2))
    assert first == again != other


@pytest.mark.parametrize("noise", [Noise(tries=10, alike=0.4), Noise(sd=0.1, alike=0.3)], ids=str)
def test_the_simulated_children_have_the_autocorrelation_asked_for(noise):
    seen = noise.see(np.full((4000, 30), 0.8), np.random.default_rng(5))
    off = seen - 0.8
    off -= off.mean()
    assert (off[:, 1:] * off[:, :-1]).mean() / (off**2).mean() == pytest.approx(noise.alike, abs=0.03)


@pytest.mark.parametrize("lag", [0.0, 0.4])
def test_drift_stall_and_gap_keep_their_budgets(lag):
    drawn = np.random.default_rng(11)
    noise = 0.1 * alike((FEW, 40), lag, drawn)
    budget = Budget(looks=20)
    steady, other = (100 * np.clip(0.9 + rows, 0, 1) for rows in (noise[:, :20], noise[:, 20:]))
    rising = 100 * np.clip(0.2 + 0.02 * np.arange(20) + noise[:, :20], 0, 1)
    gaps = [setting_gap({"a": steady[:, :n], "b": other[:, :n]}, budget=budget).value for n in range(3, 21)]
    fresh = np.diff(np.array([np.zeros(FEW), *gaps]), axis=0) > 0
    assert drifting(steady, budget=budget).details["alarms"].sum(axis=1).mean() <= 1
    assert stalled(rising, growth=2, budget=budget).details["alarms"].sum(axis=1).mean() <= 1
    assert fresh.sum(axis=0).mean() <= 1


def numbers(text):
    return [float(word) for word in text.split()]


def test_ewma_of_the_nist_handbook():
    data = numbers(
        "52 47 53 49.3 50.1 47 51 50.1 51.2 50.5 49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1"
    )
    told, low, high = ewma(data, 50, 2.0539)
    expected = numbers(
        "50.6 49.52 50.56 50.18 50.16 49.21 49.75 49.85 50.26 50.33 "
        "50.11 49.36 49.52 50.05 49.38 49.92 50.73 51.23 51.94 51.99"
    )
    assert told == pytest.approx(expected, abs=0.011)
    assert (low, high) == pytest.approx((47.4116, 52.5884), abs=2e-4)
    assert ((told > low) & (told < high)).all()


def test_cusum_of_montgomery_and_runger():
    data = numbers(
        "102 94.8 98.3 98.4 102 98.5 99 97.7 100 98.1 101.3 98.7 101.1 98.4 97 96.7 100.3 101.4 97.2 101"
    )
    upper, lower = cusum(data, 99, 1)
    assert upper == pytest.approx([2, 0, 0, 0, 2, 0.5, 0, 0, 0, 0, 1.3, 0, 1.1, 0, 0, 0, 0.3, 1.7, 0, 1])
    assert lower == pytest.approx([0, 3.2, 2.9, 2.5, 0, 0, 0, 0.3, 0, 0, 0, 0, 0, 0, 1, 2.3, 0, 0, 0.8, 0])


def test_xmr_from_the_mean_moving_range():
    centre, sigma = xmr([12, 14, 11, 15, 13, 12, 16, 14, 13, 15])
    assert (centre[0], sigma[0]) == pytest.approx((13.5, 2.0686), abs=1e-4)
    assert (centre - 3 * sigma)[0] == pytest.approx(7.2933, abs=2e-3)


@pytest.mark.parametrize(
    ("z", "at"),
    [
        ([0.2, -0.1, 3.1], 3),
        ([2.1, 0.3, 2.2], 3),
        ([1.1, 1.2, 0.4, 1.3, 1.4], 5),
        ([0.1] * 8, 8),
        ([2.1, -2.2, 0.1], None),
    ],
)
def test_the_western_electric_rules(z, at):
    """The reference vectors, mirrored: ours watches downwards only."""
    signals = western_electric([-value for value in z])[0]
    assert (int(signals.argmax()) + 1 if signals.any() else None) == at
    assert not western_electric(z)[0].any() or at is None


def test_textbook_rules_cry_wolf_as_often_as_is_known():
    """Known centre and sigma: four points below the line in a row, 29.9 % within 12; XmR from five points, one side."""
    z = np.random.default_rng(2).normal(size=(20_000, 17))
    assert four_below(z[:, :12]).any(axis=1).mean() == pytest.approx(0.2988, abs=0.012)
    centre, sigma = xmr(z[:, :5])
    limits = (z[:, 5:] - centre[:, None]) / sigma[:, None]
    either = beyond_three_sigma(limits).any(axis=1) | beyond_three_sigma(-limits).any(axis=1)
    assert either.mean() == pytest.approx(0.281, abs=0.012)
