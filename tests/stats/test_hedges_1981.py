"""Standardised mean differences: Glass's and Hedges's, with the small-sample correction."""

import numpy as np
import pytest

from beadwork import stats
from tests.stats.published import computed, told, values

pytestmark = pytest.mark.once

A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]


@pytest.mark.parametrize("value", values("Hedges 1981"), ids=told)
def test_published_value(value):
    found = computed(value)
    assert getattr(found, "value", found) == pytest.approx(value["expected"], abs=value["tolerance"])
    if "se" in value:
        assert found.se == pytest.approx(value["se"], abs=1e-6)


def test_details_say_what_was_divided_by_what():
    pooled = stats.smd(A, B, kind="pooled", corrected=False)
    sd = np.sqrt((5 * np.var(A, ddof=1) + 6 * np.var(B, ddof=1)) / 11)
    assert pooled.details["sd"] == pytest.approx(sd)
    assert pooled.details["difference"] == pytest.approx(np.mean(B) - np.mean(A))
    assert pooled.value == pytest.approx(pooled.details["difference"] / sd)


def test_the_correction_takes_the_bias_off():
    """A true difference of one spread comes out as one (within 4 %) when corrected, and larger when not."""
    rng = np.random.default_rng(4)
    a, b = rng.normal(0, 1, (60_000, 6)), rng.normal(1, 1, (60_000, 6))
    assert stats.smd(a, b, kind="pooled").value.mean() == pytest.approx(1, abs=0.04)
    assert stats.smd(a, b, kind="pooled", corrected=False).value.mean() > 1.06


def test_a_baseline_without_spread_has_no_yardstick():
    result = stats.smd([0, 0, 0, 0, 0], [3, 5, 4, 6, 8])
    assert np.isnan(result.value)
    assert result.has("undefined")
    assert np.isfinite(stats.smd([0, 0, 0, 0, 0], [3, 5, 4, 6, 8], kind="pooled").value)


def test_a_baseline_of_hardly_any_spread_is_told():
    assert stats.smd([1, 1, 2, 1, 1], [3, 9, 4, 6, 8]).has("baseline_varies_little")
    assert not stats.smd([1, 1, 2, 1, 1], [3, 9, 4, 6, 8], kind="pooled").has("baseline_varies_little")


def test_one_point_in_a_phase():
    assert np.isnan(stats.smd([3], [4, 5, 6]).value)
    one_before = stats.smd([3], [4, 5, 6], kind="pooled", corrected=False)
    assert one_before.value == pytest.approx(2)
