"""Bland & Altman 1986: two peak flow meters; and what their limits of agreement should warn of."""

import numpy as np
import pytest

from beadwork import stats

pytestmark = pytest.mark.once

LARGE = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
MINI = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]


def test_the_papers_numbers():
    """Mean difference -2.1 l/min, sd 38.8, limits -79.7 and 75.5 with the 2 of the paper; its se 9.4 and 16.3."""
    result = stats.bland_altman(LARGE, MINI)
    assert result.value == pytest.approx(-2.1, abs=0.05)
    assert result.details["sd"] == pytest.approx(38.8, abs=0.05)
    assert result.se == pytest.approx(9.4, abs=0.05)
    assert result.details["limit_se"] == pytest.approx(16.3, abs=0.05)
    two_sd = stats.bland_altman(LARGE, MINI, level=0.9544997)
    assert (two_sd.details["lower"], two_sd.details["upper"]) == pytest.approx((-79.7, 75.5), abs=0.15)
    assert result.interval() == pytest.approx((-22.0, 17.8), abs=0.1)


def test_a_one_sided_observer_is_told():
    first = [5, 6, 7, 5, 8, 6, 7]
    assert stats.bland_altman(first, [one - 1 for one in first]).has("one_sided_disagreement")
    assert not stats.bland_altman(LARGE, MINI).has("one_sided_disagreement")
    assert not stats.bland_altman(first, first).has("one_sided_disagreement")


def test_differences_that_grow_with_the_level_are_told():
    first = np.arange(1.0, 13)
    second = first * np.where(np.arange(12) % 2, 1.3, 0.7)
    assert stats.bland_altman(first, second).has("spread_grows")
    assert not stats.bland_altman(first[::-1], first[::-1] + np.tile([1, -1], 6)).has("spread_grows")
    falling = first + np.arange(12)[::-1] * np.tile([1, -1], 6) * 0.1
    assert not stats.bland_altman(first, falling).has("spread_grows")


def test_many_at_once():
    batch = stats.bland_altman(stats.pad([LARGE, LARGE[:5]]), stats.pad([MINI, MINI[:5]]))
    assert batch[1].details["upper"] == pytest.approx(
        stats.bland_altman(LARGE[:5], MINI[:5]).details["upper"]
    )
    assert batch[0].interval() == pytest.approx(stats.bland_altman(LARGE, MINI).interval())
    assert batch.explain()[0] == stats.bland_altman(LARGE, MINI).explain()


def test_impossible_pairs_are_refused():
    with pytest.raises(ValueError, match="the same moments"):
        stats.bland_altman(LARGE, MINI[:5])
    with pytest.raises(ValueError, match="first needs at least 2"):
        stats.bland_altman([1], [2])
    with pytest.raises(ValueError, match="level must lie"):
        stats.bland_altman(LARGE, MINI, level=95)
