"""Parker & Vannest 2009: NAP with three standard errors; SciPy's rank test as the oracle."""

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once


@pytest.mark.parametrize("value", values("Parker & Vannest 2009"), ids=told)
def test_published_standard_error(value):
    assert computed(value) == pytest.approx(value["expected"], abs=value["tolerance"])


def test_nap_is_the_rank_test_in_other_words():
    rng = np.random.default_rng(5)
    for _ in range(30):
        a, b = rng.integers(0, 9, rng.integers(1, 12)), rng.integers(2, 11, rng.integers(1, 12))
        u = mannwhitneyu(b, a).statistic
        assert stats.nap(a, b).value == pytest.approx(u / (len(a) * len(b)))


@pytest.mark.parametrize(("m", "n"), [(59, 58), (59, 60), (200, 300)])
def test_long_series_are_counted_as_exactly(m, n):
    rng = np.random.default_rng(m)
    a, b = rng.integers(0, 40, m), rng.integers(20, 60, n)
    scores = (b > a[:, None]) + 0.5 * (b == a[:, None])
    by_a, by_b, share = scores.mean(axis=1), scores.mean(axis=0), scores.mean()
    parts = share * (1 - share) + n * by_a.var() + m * by_b.var() - 2 * scores.var()
    result = stats.nap(a, b)
    assert result.value == pytest.approx(share, abs=1e-12)
    assert result.se == pytest.approx(np.sqrt(parts / ((m - 1) * (n - 1))))


def test_the_unbiased_variance_is_unbiased():
    """Mean of the estimated variances over many children against the variance of their NAPs (4 % apart at the most)."""
    rng = np.random.default_rng(11)
    a, b = rng.normal(0, 1, (60_000, 6)), rng.normal(0.8, 1.5, (60_000, 8))
    result = stats.nap(a, b)
    assert (result.se**2).mean() == pytest.approx(result.value.var(), rel=0.04)


def test_one_point_has_no_unbiased_error_but_an_interval():
    result = stats.nap([3], [4, 5, 6])
    assert np.isnan(result.se)
    low, high = result.interval()
    assert 0 < low < 1
    assert high == pytest.approx(1)
