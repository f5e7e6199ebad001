"""Points one visit apart: the table gives what the filter gives, and only where it may be used."""

import numpy as np
import pytest

from beadwork.stats.forecast import forecast_levels
from beadwork.stats.forecast_even import LONGEST_TABLE, believed, even_points
from beadwork.stats.forecast_grid import filtered

pytestmark = pytest.mark.once


@pytest.mark.parametrize("width", [1, 4, 5, 20, LONGEST_TABLE, LONGEST_TABLE + 1])
def test_the_table_believes_what_the_filter_believes(width):
    level = np.random.default_rng(width).random((6, width))
    level[0], level[1], level[2] = 0, 1, np.arange(width) % 2
    quick, slow = believed(even_points(level)), filtered(even_points(level))
    np.testing.assert_allclose(quick.log_likelihood, slow.log_likelihood, rtol=1e-9, atol=1e-9)
    for one, other in zip((*quick.mean, *quick.cov), (*slow.mean, *slow.cov), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-12)


@pytest.mark.parametrize("name", ["learned", "rested", "extra"])
def test_points_apart_or_with_tries_are_taken_in_one_by_one(name):
    points = even_points(np.random.default_rng(2).random((1, 8)))
    other = getattr(points, name).copy()
    other[0, 5] = 3.0
    points = points._replace(**{name: other})
    assert not points.even
    np.testing.assert_array_equal(believed(points).log_likelihood, filtered(points).log_likelihood)


def test_equal_days_and_doses_are_even_whatever_their_unit():
    y = [20, 28, 25, 36, 41, 44]
    even = forecast_levels(y, low=0, high=100)
    told = forecast_levels(y, low=0, high=100, days=[3, 6, 9, 12, 15, 18], dose=[90, 30, 30, 30, 30, 30])
    np.testing.assert_array_equal(told.mean, even.mean)
