"""From the grid to a mixture of few normal curves: nothing of the nodes' mean and variance is lost."""

import numpy as np
import pytest

from beadwork.stats.forecast_even import believed
from beadwork.stats.forecast_posterior import LONGEST, node_chances, observed, posterior
from beadwork.stats.forecast_prior import default_prior

pytestmark = pytest.mark.once

Y = [20, 28, 25, 36, 41, 44, 43, 52]


def seen(**options):
    nothing = {"trials": None, "days": None, "dose": None}
    return observed(Y, **{"low": 0, "high": 100, "better": "higher", **nothing, **options})


@pytest.mark.parametrize("trials", [None, [4] * 8, [2, 3, 5, 10, 4, 4, 8, 20]])
def test_few_curves_have_the_mean_and_variance_of_all_nodes_and_of_the_tries_to_come(trials):
    told = seen(trials=trials)
    mixture, belief = posterior(told, default_prior(), (1, 5)), believed(told.points)
    chance = node_chances(belief, default_prior())[0]
    assert mixture.weight.sum(axis=-1) == pytest.approx(1)
    for place, ahead in enumerate((1, 5)):
        centre, variance = belief.ahead(ahead)
        mean = chance @ centre[0]
        spread = chance @ (variance[0] + told.points.extra.mean() + (centre[0] - mean) ** 2)
        weight, middle, sd = (part[0, place] for part in (mixture.weight, mixture.mean, mixture.sd))
        assert weight @ middle == pytest.approx(mean, rel=1e-9)
        assert weight @ (sd**2 + (middle - mean) ** 2) == pytest.approx(spread, rel=1e-9)


def test_a_node_is_as_likely_as_its_prior_weight_times_what_it_makes_of_the_points():
    belief, prior = believed(seen().points), default_prior()
    height = belief.log_likelihood[0]
    likely = prior.weights * np.exp(height - height.max())
    np.testing.assert_allclose(node_chances(belief, prior)[0], likely / likely.sum(), rtol=1e-9, atol=1e-300)


def test_a_point_with_tries_has_the_chance_variance_of_its_share_and_one_success_and_failure_more():
    share = (0.2 * 5 + 1) / 7
    assert seen(trials=[5] * 8).points.extra[0, 0] == pytest.approx(share * (1 - share) / 5)


def test_gaps_are_counted_in_usual_gaps_and_a_very_long_one_only_so_far():
    days = np.array([0, 7, 14, 21, 42, 49, 56, 2000])
    assert seen(days=days).points.rested[0, 1:].tolist() == [1, 1, 1, 3, 1, 1, LONGEST]
