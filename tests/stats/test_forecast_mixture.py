"""Mixtures held to a scale: closed forms of their scores, atoms at the ends, quantiles that invert."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beadwork.stats import crps_normal
from beadwork.stats.forecast_mixture import Mixture

pytestmark = pytest.mark.once


def normal(mean, sd):
    return Mixture(np.ones(1), np.array([mean]), np.array([sd]))


@pytest.mark.parametrize(("mean", "sd", "y"), [(0, 1, 0), (0, 1, 1), (10, 2, 13), (16, 3, 12)])
def test_crps_of_one_normal_curve_well_inside_the_scale_is_the_closed_form(mean, sd, y):
    low, high = -20, 40  # so wide that nothing is cut off
    width = high - low
    score = width * normal((mean - low) / width, sd / width).crps((y - low) / width)
    assert score == pytest.approx(crps_normal(mean, sd, y), abs=1e-5)


def test_crps_of_a_curve_far_beyond_an_end_is_the_distance_to_that_end():
    assert normal(3.0, 0.1).crps(0.4) == pytest.approx(0.6, abs=1e-9)
    assert normal(-3.0, 0.1).crps(0.4) == pytest.approx(0.4, abs=1e-9)


def test_crps_of_a_mixture_is_that_of_its_many_members():
    mixture = Mixture(np.array([0.3, 0.7]), np.array([0.2, 0.95]), np.array([0.05, 0.2]))
    rng = np.random.default_rng(1)
    part = rng.random(20_000) < 0.3
    members = np.clip(rng.normal(np.where(part, 0.2, 0.95), np.where(part, 0.05, 0.2)), 0, 1)
    ordered, n = np.sort(members), len(members)
    spread = ((2 * np.arange(1, n + 1) - n - 1) * ordered).sum() / n**2
    assert mixture.crps(0.6) == pytest.approx(np.abs(members - 0.6).mean() - spread, abs=3e-3)
    assert mixture.expected() == pytest.approx(members.mean(), abs=5e-3)


def test_what_lies_beyond_an_end_is_an_atom_at_that_end():
    mixture = normal(1.0, 0.2)
    assert mixture.below(0.999999) == pytest.approx(0.5, abs=1e-4)
    assert mixture.below(1.0) == 1.0
    assert mixture.below(-0.001) == 0.0
    assert mixture.quantile(0.6) == 1.0
    assert normal(0.0, 0.2).quantile(0.4) == 0.0


@given(st.floats(0.05, 0.95), st.floats(0.01, 0.4), st.floats(0.02, 0.98))
def test_a_quantile_inverts_the_chance_below(mean, sd, chance):
    mixture = normal(mean, sd)
    at = mixture.quantile(chance)
    if 0 < at < 1:
        assert mixture.below(at) == pytest.approx(chance, abs=1e-3)
