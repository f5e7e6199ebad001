"""The fixed paths against twenty thousand random ones, and what is made of the chances."""

import numpy as np
import pytest

from beadwork.stats import forecast_grid as grid
from beadwork.stats.forecast_even import believed
from beadwork.stats.forecast_paths import chance_by_visit
from beadwork.stats.forecast_posterior import observed
from beadwork.stats.forecast_prior import Prior
from beadwork.stats.goal_time import time_to_goal

pytestmark = pytest.mark.once

Y = [20, 28, 25, 36, 41, 44, 43, 52]
HORIZON = 12


def walked(told, node, goal, consecutive):
    """Chance by visit from random paths of one node, each point with its noise and the chance of its tries."""
    rng, belief, count = np.random.default_rng(5), believed(told.points), 20_000
    ll, la, lp, aa, ap, pp = (item[0, node] for item in belief.cov)
    centre = [part[0, node] for part in belief.mean]
    parts = rng.multivariate_normal(centre, [[ll, la, lp], [la, aa, ap], [lp, ap, pp]], count)
    level, top, lasting = parts.T
    keep, noise = np.exp(-grid.RATE[node]), grid.NOISE[node]
    sd = np.sqrt(noise**2 + told.points.extra.mean())
    run, done, chance = np.zeros(count, int), np.zeros(count, bool), []
    for _ in range(HORIZON):
        level = keep * level + (1 - keep) * top
        lasting = grid.MEMORY * lasting + np.sqrt(grid.SWING[node]) * noise * rng.normal(size=count)
        run = np.where(level + lasting + sd * rng.normal(size=count) >= goal, run + 1, 0)
        done |= run >= consecutive
        chance.append(done.mean())
    return chance


@pytest.mark.parametrize("trials", [None, [3] * 8])
@pytest.mark.parametrize("consecutive", [1, 3])
@pytest.mark.parametrize("at", [(3, 3, 4, 2), (5, 2, 5, 1), (2, 0, 3, 3)])
def test_fixed_paths_reach_a_goal_as_often_as_random_ones(at, consecutive, trials):
    told = observed(Y, low=0, high=100, better="higher", trials=trials, days=None, dose=None)
    node = np.ravel_multi_index(at, grid.SHAPE)
    prior = Prior(np.eye(grid.NODES)[node], 1, "one node")
    chance = chance_by_visit(told, prior, 0.6, np.zeros(1, int), consecutive, HORIZON)[0]
    assert chance == pytest.approx(walked(told, node, 0.6, consecutive), abs=0.03)


def test_the_status_follows_from_the_chance_by_the_end():
    rng = np.random.default_rng(8)
    y = np.clip(rng.uniform(10, 60, (80, 1)) + rng.uniform(-1, 5, (80, 1)) * np.arange(8), 0, 79)
    told = time_to_goal(y + rng.uniform(-8, 0, y.shape).clip(-y), target=80, low=0, high=100)
    last = told.chance[:, -1]
    expected = np.select([last >= 0.9, last < 0.3], ["expected", "not forecast to reach"], "uncertain")
    assert told.status.tolist() == expected.tolist()
    assert set(expected) == {"expected", "uncertain", "not forecast to reach"}
    assert ((last > 0.5) & (last < 0.9)).any()
    assert ((last > 0.05) & (last < 0.3)).any()


def test_on_a_scale_with_steps_what_rounds_to_the_goal_is_at_the_goal():
    y = [-2, -1, -1, 0, 0, 0]
    stepped = time_to_goal(y, target=1, low=-2, high=2, grain=1, consecutive=1)
    half_below = time_to_goal(y, target=0.5, low=-2, high=2, consecutive=1)
    np.testing.assert_allclose(stepped.chance, half_below.chance, rtol=1e-9)
