"""Thirty-four published series against an independent program, to 1e-6; where it is wrong, the right number and why."""

import numpy as np
import pytest

from beadwork import stats
from tests.stats.published import series

pytestmark = pytest.mark.once

SERIES = series()
OVERLAP = ["nap", "tau", "tau_u", "tau_bc", "pnd", "pem", "pand", "ird"]
RATIOS = ["lrr", "lrr_decreasing", "log_odds_ratio"]
ROUNDING_BREAKS_A_TIE = "Bonett & Price 2020"  # see test_tarlow_2017.py


def ours(one, index):
    options = {"better": one["better"]}
    if index == "pogo":
        options["goal"] = one["goal"]
    if index in RATIOS:
        options["scale"] = one["scale"]
    if index in ("smd_pooled", "lrr_decreasing"):
        index, options = {
            "smd_pooled": ("smd", {**options, "kind": "pooled"}),
            "lrr_decreasing": ("lrr", {**options, "form": "decreasing"}),
        }[index]
    return getattr(stats, index)(one["before"], one["after"], **options)


def theirs(one, index):
    """Estimate, error and limits with more better, as ours: they turn the sign of the decreasing ratio."""
    estimate, *rest = one["expected"][index]
    if index != "lrr_decreasing":
        return estimate, *rest
    error, low, high = rest
    return -estimate, error, -high, -low


INDICES = sorted({index for one in SERIES for index in one["expected"]})


def cases(index):
    """The series that have a value of this index, with what a failure calls them."""
    return [(one, f"{one['paper']}, {one['case']}") for one in SERIES if index in one["expected"]]


def with_error(index):
    """Those whose standard error and interval must be the same."""
    kept = [
        (one, name)
        for one, name in cases(index)
        if theirs(one, index)[1:] and theirs(one, index)[1] is not None
    ]
    return [(one, name) for one, name in kept if not breaks_a_tie(one, index)]


def breaks_a_tie(one, index):
    return index == "tau_bc" and one["paper"] == ROUNDING_BREAKS_A_TIE


def test_there_are_thirty_four():
    assert len(SERIES) == 34
    assert sum(len(one["expected"]) for one in SERIES) > 400


@pytest.mark.parametrize("index", INDICES)
def test_value(index):
    for one, name in cases(index):
        estimate, result = theirs(one, index)[0], ours(one, index)
        if (
            estimate is None
        ):  # a spread of 0 to divide by: they say infinity, we say that there is no such number
            assert np.isnan(result.value), name
            assert result.has("undefined"), name
        elif not breaks_a_tie(one, index):
            assert result.value == pytest.approx(estimate, rel=1e-6, abs=1e-6), name


@pytest.mark.parametrize("index", [index for index in INDICES if index != "pogo" and with_error(index)])
def test_standard_error(index):
    for one, name in with_error(index):
        assert ours(one, index).se == pytest.approx(theirs(one, index)[1], rel=1e-6, abs=1e-6), name


@pytest.mark.parametrize("index", [index for index in INDICES if index != "pogo" and with_error(index)])
def test_interval(index):
    for one, name in with_error(index):
        *_, low, high = theirs(one, index)
        limits = ours(one, index).interval()
        if index not in ("nap", "tau", "tau_bc"):
            assert limits == pytest.approx((low, high), rel=1e-6, abs=1e-6), name
        elif low == high:  # they take the trivial root at full non-overlap: test_newcombe_2006.py
            assert limits[1] - limits[0] > 0.1, name
            assert low in (pytest.approx(limits[0]), pytest.approx(limits[1])), name
        else:  # their search for the root stops early
            assert limits == pytest.approx((low, high), abs=2e-4), name


def test_the_standard_error_of_pogo_is_smaller_than_theirs():
    """Theirs takes numerator and denominator for independent, though both hold the baseline's mean."""
    for one, name in cases("pogo"):
        a, b = one["before"], one["after"]
        share, way = ours(one, "pogo").value / 100, abs(one["goal"] - np.mean(a))
        of_a, of_b = np.var(a, ddof=1) / len(a), np.var(b, ddof=1) / len(b)
        independent = np.sqrt(of_b + (1 + share**2) * of_a) / way
        assert theirs(one, "pogo")[1] == pytest.approx(100 * independent, rel=1e-6), name
        right = np.sqrt(of_b + (1 - share) ** 2 * of_a) / way
        assert ours(one, "pogo").se == pytest.approx(100 * right, rel=1e-9), name


@pytest.mark.parametrize("index", [*OVERLAP, "smd", "pogo"])
def test_all_at_once_as_one_by_one(index):
    for better in ("higher", "lower"):
        some = [one for one in SERIES if one["better"] == better and index in one["expected"]]
        goal = {"goal": [one["goal"] for one in some]} if index == "pogo" else {}
        before, after = (stats.pad([one[phase] for one in some]) for phase in ("before", "after"))
        batch = getattr(stats, index)(before, after, better=better, **goal)
        alone = [ours(one, index) for one in some]
        assert batch.value == pytest.approx([one.value for one in alone], nan_ok=True, rel=1e-12)
        assert [one.explain() for one in alone] == batch.explain()
        assert [one.cautions for one in alone] == [one.cautions for one in batch]
        if batch.has_interval:
            low, high = batch.interval(0.9)
            assert list(zip(low, high, strict=True)) == [
                pytest.approx(one.interval(0.9), nan_ok=True, abs=1e-9) for one in alone
            ]
