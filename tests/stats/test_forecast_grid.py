"""The grid's filter against the same children written down whole: one normal curve over all points, seen and coming."""

import numpy as np
import pytest

from beadwork.stats import forecast_grid as grid
from beadwork.stats.forecast_grid import NODES, Points, filtered

pytestmark = pytest.mark.once

LEVEL = np.array([[0.3, 0.35, 0.2, 0.5, 0.55, 0.6]])
LEARNED = np.array([[0.0, 1, 2, 0.5, 1, 3]])
RESTED = np.array([[0.0, 1, 1, 4, 2, 1]])
EXTRA = np.array([[0.01, 0, 0.02, 0, 0, 0.005]])
SEEN = LEVEL.shape[1]


def whole(node, ahead):
    """Mean and covariance of the points and of the one `ahead` visits later, from the curve's closed form."""
    practised = np.append(np.cumsum(LEARNED), LEARNED.sum() + ahead)
    passed = np.append(np.cumsum(RESTED), RESTED.sum() + ahead)
    kept = np.exp(-grid.RATE[node] * practised)
    from_start = kept + (1 - kept) * (1 - grid.REACH[node])
    mean = from_start * grid.START + (1 - kept) * grid.REACH[node]
    lasting = grid.SWING[node] * grid.NOISE[node] ** 2 / (1 - grid.MEMORY**2)
    cov = (
        grid.START_SD**2 * np.outer(from_start, from_start)
        + grid.REACH_SD**2 * np.outer(1 - kept, 1 - kept)
        + lasting * grid.MEMORY ** np.abs(passed[:, None] - passed[None])
        + np.diag(grid.NOISE[node] ** 2 + np.append(EXTRA, 0))
    )
    return mean, cov


@pytest.mark.parametrize("node", range(7, NODES, 111))
@pytest.mark.parametrize("ahead", [1, 5])
def test_point_by_point_comes_to_the_same_as_all_at_once(node, ahead):
    belief = filtered(Points(LEVEL, LEARNED, RESTED, EXTRA))
    mean, cov = whole(node, ahead)
    seen, here, there = cov[:SEEN, :SEEN], mean[:SEEN], cov[SEEN, :SEEN]
    miss = LEVEL[0] - here
    weighed = np.linalg.solve(seen, miss)
    likely = -0.5 * (SEEN * np.log(2 * np.pi) + np.linalg.slogdet(seen)[1] + miss @ weighed)
    assert belief.log_likelihood[0, node] == pytest.approx(likely, rel=1e-8)
    centre, variance = belief.ahead(ahead)
    assert centre[0, node] == pytest.approx(mean[SEEN] + there @ weighed, rel=1e-8)
    left = cov[SEEN, SEEN] - there @ np.linalg.solve(seen, there)
    assert variance[0, node] == pytest.approx(left, rel=1e-8)
