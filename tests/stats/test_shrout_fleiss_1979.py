"""Shrout & Fleiss 1979: six intraclass correlations of four judges; intervals of McGraw & Wong 1996."""

import numpy as np
import pytest

from beadwork import stats

pytestmark = pytest.mark.once

JUDGES = [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]]


@pytest.mark.parametrize(
    ("form", "of", "value", "low", "high"),
    [
        ("one_way", "single", 0.17, -0.13, 0.72),
        ("agreement", "single", 0.29, 0.02, 0.76),
        ("consistency", "single", 0.71, 0.34, 0.95),
        ("one_way", "mean", 0.44, -0.88, 0.91),
        ("agreement", "mean", 0.62, 0.07, 0.93),
        ("consistency", "mean", 0.91, 0.68, 0.99),
    ],
)
def test_the_papers_table(form, of, value, low, high):
    result = stats.icc(*JUDGES, form=form, of=of)
    assert result.value == pytest.approx(value, abs=0.005)
    assert result.interval() == pytest.approx((low, high), abs=0.006)


def test_the_papers_mean_squares():
    details = stats.icc(*JUDGES).details
    found = [details[name] for name in ("ms_rows", "ms_within", "ms_raters", "ms_error")]
    assert found == pytest.approx([11.24, 6.26, 32.49, 1.02], abs=0.005)


def test_a_constant_offset_hurts_agreement_and_not_consistency():
    first = [4, 6, 5, 8, 9]
    second = [one + 2 for one in first]
    assert stats.icc(first, second, form="consistency").value == pytest.approx(1)
    assert stats.icc(first, second).value < 0.8


def test_two_raters_who_say_the_same_of_everything():
    assert stats.icc([4, 6, 5], [4, 6, 5]).value == 1
    assert np.isnan(stats.icc([4, 4, 4], [4, 4, 4]).value)
    assert stats.icc([4, 4, 4], [4, 4, 4]).has("undefined")


def test_many_at_once():
    shorter = [judge[:4] for judge in JUDGES]
    tables = [stats.pad([long, short]) for long, short in zip(JUDGES, shorter, strict=True)]
    for form in ("one_way", "agreement", "consistency"):
        batch = stats.icc(*tables, form=form)
        for row, raters in zip(batch, (JUDGES, shorter), strict=True):
            alone = stats.icc(*raters, form=form)
            assert row.value == pytest.approx(alone.value)
            assert row.interval(0.9) == pytest.approx(alone.interval(0.9))
            assert row.explain() == alone.explain()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.icc([1, 2, 3]), "at least two raters"),
        (lambda: stats.icc([1, 2, 3], [1, 2]), "the same moments"),
        (lambda: stats.icc([1], [2]), "rater 1 needs at least 2 point"),
        (lambda: stats.icc([1, 2], [2, 3], form="absolute"), "form must be one of"),
        (lambda: stats.icc([1, 2], [2, 3], of="best"), "of must be one of"),
    ],
)
def test_impossible_raters_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
