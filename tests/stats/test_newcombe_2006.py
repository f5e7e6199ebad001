"""Newcombe 2006, fifth method: the interval of NAP solves its equation and never shrinks to a point."""

import numpy as np
import pytest
from scipy.stats import norm

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once


def gap(theta, share, m, n, level):
    """Left side less right side of Newcombe's equation."""
    z, h, spread = norm.ppf(0.5 + level / 2), (m + n) / 2 - 1, theta * (1 - theta)
    return m * n * (share - theta) ** 2 * (2 - theta) * (1 + theta) - z**2 * spread * (
        2 + h + (1 + 2 * h) * spread
    )


@pytest.mark.parametrize("value", values("Newcombe 2006"), ids=told)
def test_published_limits(value):
    """To 3e-5 only: the program that printed them stops its search early; the next test holds ours to the equation."""
    assert computed(value) == pytest.approx(value["expected"], abs=3e-5)


@pytest.mark.parametrize("level", [0.5, 0.8, 0.95, 0.99])
def test_both_limits_solve_the_equation(level):
    a, b = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
    result = stats.nap(a, b)
    low, high = result.interval(level)
    assert low < result.value < high
    assert gap(low, result.value, 6, 7, level) == pytest.approx(0, abs=1e-9)
    assert gap(high, result.value, 6, 7, level) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("m", "n", "low"), [(5, 5, 0.6427), (3, 7, 0.6001), (3, 5, 0.5662), (8, 8, 0.7556), (9, 13, 0.8117)]
)
def test_full_non_overlap_is_not_certainty(m, n, low):
    """Other programs return 1 to 1 here, because 1 is the trivial root of the equation."""
    result = stats.nap(range(m), range(100, 100 + n))
    assert result.value == 1
    assert result.interval() == (pytest.approx(low, abs=5e-5), pytest.approx(1))
    upside_down = stats.nap(range(100, 100 + m), range(n))
    assert upside_down.interval() == (pytest.approx(0), pytest.approx(1 - low, abs=5e-5))


def test_tau_has_the_same_interval_on_its_scale():
    a, b = [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]
    low, _ = stats.nap(a, b).interval(0.9)
    assert stats.tau(a, b).interval(0.9)[0] == pytest.approx(2 * low - 1)


def test_the_interval_keeps_its_word():
    """Of 4,000 children with a true NAP of .802, 92 to 98 % have it inside their 95 % interval."""
    rng = np.random.default_rng(2)
    low, high = stats.nap(rng.normal(0, 1, (4000, 6)), rng.normal(1.2, 1, (4000, 8))).interval()
    inside = (low <= norm.cdf(1.2 / 2**0.5)) & (norm.cdf(1.2 / 2**0.5) <= high)
    assert 0.92 < inside.mean() < 0.98
