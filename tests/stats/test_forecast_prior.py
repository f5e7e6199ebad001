"""Learning the prior: one child among twenty imagined ones, and an open mind where a goal is asked about."""

import numpy as np
import pytest

from beadwork.stats.forecast_grid import AXES, NODES, SHAPE
from beadwork.stats.forecast_prior import Prior, default_prior, learned

pytestmark = pytest.mark.once

EVEN = np.full(NODES, 1 / NODES)


def test_one_child_counts_as_one_among_twenty_imagined_ones_first_by_axis_and_then_together():
    sure = np.full((1, NODES), -700.0)
    sure[0, 100] = 0
    prior = Prior(learned(sure, EVEN), 1, "one child")
    place = dict(zip(AXES, np.unravel_index(100, SHAPE), strict=True))
    for axis, values in AXES.items():
        first = (1 + 20 / len(values)) / 21
        assert prior.share(axis)[values[place[axis]]] == pytest.approx((1 + 20 * first) / 21)


def test_a_child_that_fits_everything_teaches_nothing():
    base = default_prior()
    prior = Prior(learned(np.zeros((3, NODES)), base.weights), 3, "three silent children")
    for axis in AXES:
        assert prior.share(axis) == pytest.approx(base.share(axis))


def test_for_a_goal_a_tenth_of_the_weight_is_spread_evenly_over_how_fast_and_how_far():
    base = default_prior()
    doubt = base.doubting()
    for axis, even in (("rate", 1 / 7), ("reach", 1 / 4)):
        expected = {value: 0.9 * share + 0.1 * even for value, share in base.share(axis).items()}
        assert doubt.share(axis) == pytest.approx(expected)
    for axis in ("noise", "swing"):
        assert doubt.share(axis) == pytest.approx(base.share(axis))
