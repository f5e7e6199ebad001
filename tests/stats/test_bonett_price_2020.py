"""Bonett & Price 2020: the ratio of medians, with its standard error from order statistics."""

import numpy as np
import pytest

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once


@pytest.mark.parametrize("value", values("Bonett & Price 2020"), ids=told)
def test_published_value(value):
    found = computed(value)
    assert found.value == pytest.approx(value["expected"], abs=1e-6)
    assert found.se == pytest.approx(value["se"], abs=1e-6)


def test_their_interval_for_the_ratio():
    a = [21, 14, 11, 27, 19, 32, 21, 23, 18, 26, 24, 23]
    b = [34, 19, 26, 31, 39, 42, 27, 14, 25, 29, 33, 36]
    result = stats.lrr(a, b, centre="median")
    assert np.exp(result.value) == pytest.approx(30 / 22)
    assert np.exp(result.interval()) == pytest.approx(
        np.exp([result.value - 1.959964 * result.se, result.value + 1.959964 * result.se]), rel=1e-6
    )


def test_a_median_of_zero_has_no_ratio():
    result = stats.lrr([0, 0, 3], [3, 4, 5], centre="median")
    assert np.isnan(result.value)
    assert result.has("undefined")
