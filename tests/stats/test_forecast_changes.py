"""A change of conditions in the grid's filter against the same child written down whole, and a return to old ones."""

import numpy as np
import pytest

from beadwork.stats import forecast_grid as grid
from beadwork.stats.forecast_changes import KEPT, KINDS, believed_by_phase, stood
from beadwork.stats.forecast_even import even_points
from beadwork.stats.forecast_grid import NODES, filtered

pytestmark = pytest.mark.once

LEVEL = np.array([[0.3, 0.35, 0.2, 0.5, 0.55, 0.6]])
LABELS = ["baseline"] * 3 + ["treatment"] * 3
BEFORE, SEEN = 3, 6


def child(node, kind, chances, visits):
    """Points of a child of this node whose conditions change by this kind, from standard normal chances."""
    rise, spread, top_spread = KINDS[kind]
    chances = iter(chances)
    noise, swing, left = grid.NOISE[node], grid.SWING[node], 1 - grid.REACH[node]
    level = grid.START + grid.START_SD * next(chances)
    top = level * left + grid.REACH[node] + grid.REACH_SD * next(chances)
    lasting = noise * np.sqrt(swing / (1 - grid.MEMORY**2)) * next(chances)
    points = []
    for t in range(visits):
        if t:
            keep = np.exp(-grid.RATE[node])
            level = keep * level + (1 - keep) * top
            lasting = grid.MEMORY * lasting + noise * np.sqrt(swing) * next(chances)
        if t == BEFORE:
            level += rise * (1 - level) + spread * next(chances)
            top = level * left + grid.REACH[node] + top_spread * next(chances)
        points.append(level + lasting + noise * next(chances))
    return np.array(points)


def whole(node, kind, visits):
    """Mean and covariance of the points."""
    count = 3 + 2 * visits - 1 + 2
    mean = child(node, kind, np.zeros(count), visits)
    weights = np.array([child(node, kind, unit, visits) - mean for unit in np.eye(count)])
    return mean, weights.T @ weights


def likely(y, mean, cov):
    miss = y - mean
    return -0.5 * (len(y) * np.log(2 * np.pi) + np.linalg.slogdet(cov)[1] + miss @ np.linalg.solve(cov, miss))


@pytest.mark.parametrize("node", range(5, NODES, 171))
@pytest.mark.parametrize("kind", range(len(KINDS)))
def test_a_change_comes_to_the_same_as_all_points_at_once(node, kind):
    total, now = stood(even_points(LEVEL), LABELS)
    mean, cov = whole(node, kind, SEEN + 2)
    y, first = LEVEL[0], slice(0, BEFORE)
    before = likely(y[first], mean[first], cov[first, first])
    both = likely(y, mean[:SEEN], cov[:SEEN, :SEEN])
    assert total[kind, node] == pytest.approx(KEPT * before + both - before, rel=1e-8)
    centre, variance = now.moved("treatment").moved("treatment").point()
    there = cov[SEEN + 1, :SEEN]
    weighed = np.linalg.solve(cov[:SEEN, :SEEN], y - mean[:SEEN])
    assert centre[kind, node] == pytest.approx(mean[SEEN + 1] + there @ weighed, rel=1e-8)
    left = cov[SEEN + 1, SEEN + 1] - there @ np.linalg.solve(cov[:SEEN, :SEEN], there)
    assert variance[kind, node] == pytest.approx(left, rel=1e-8)


def test_without_a_change_every_kind_believes_what_the_filter_believes():
    total, now = stood(even_points(LEVEL), ["same"] * SEEN)
    plain = filtered(even_points(LEVEL))
    for kind in range(len(KINDS)):
        np.testing.assert_allclose(total[kind], plain.log_likelihood[0])
        np.testing.assert_allclose(now.mean[0][kind], plain.mean[0][0])


def test_back_under_old_conditions_level_and_asymptote_are_those_left_then():
    _, left = stood(even_points(LEVEL[:, :BEFORE]), LABELS[:BEFORE])
    _, now = stood(even_points(LEVEL), LABELS)
    back = now.moved("baseline")
    for part in (0, 1):
        np.testing.assert_allclose(back.mean[part], left.mean[part])
    assert (back.cov[0] > left.cov[0]).all()
    assert (back.moved("treatment").mean[0] == now.moved("baseline").left["treatment"][0][0]).all()


def test_one_row_holds_all_kinds_of_change():
    belief = believed_by_phase(even_points(LEVEL), LABELS)
    total, now = stood(even_points(LEVEL), LABELS)
    np.testing.assert_array_equal(belief.log_likelihood.reshape(total.shape), total)
    np.testing.assert_array_equal(belief.cov[3].reshape(total.shape), now.cov[3])
