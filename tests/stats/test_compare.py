"""The recommendation: the few numbers worth reporting for two phases, each with its reason, and no menu."""

import numpy as np
import pytest

from beadwork import stats
from beadwork.stats.choice import LEFT_OUT

pytestmark = pytest.mark.once

A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]
RISING = [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]
SHARES = [0.2, 0.3, 0.25, 0.2, 0.3], [0.5, 0.7, 0.6, 0.65, 0.55]


def names(comparison):
    return [one.name for one in comparison.picks]


@pytest.mark.parametrize(
    ("phases", "options", "picked"),
    [
        ((A, B), {}, ["nap", "smd", "trend_check"]),
        ((A, B), {"goal": 40}, ["nap", "pogo", "trend_check"]),
        ((A, B), {"scale": "count"}, ["nap", "percent_change", "trend_check"]),
        ((A, B), {"scale": "rate"}, ["nap", "percent_change", "trend_check"]),
        (SHARES, {"scale": "proportion"}, ["nap", "log_odds_ratio", "trend_check"]),
        ((A, B), {"scale": "percent"}, ["nap", "log_odds_ratio", "trend_check"]),
        ((A, B), {"scale": "percent", "goal": 80}, ["nap", "pogo", "trend_check"]),
        (RISING, {"goal": 12}, ["nap", "pogo", "trend_check", "tau_bc"]),
    ],
)
def test_what_is_recommended(phases, options, picked):
    comparison = stats.compare(*phases, **options)
    assert names(comparison) == picked
    assert all(one.reason for one in comparison.picks)


def test_the_numbers_are_those_of_the_functions():
    comparison = stats.compare(B, A, goal=10, better="lower", low=0)
    assert comparison.result("nap").value == stats.nap(B, A, better="lower").value
    assert comparison.result("pogo").value == stats.pogo(B, A, goal=10, better="lower").value
    with pytest.raises(KeyError):
        comparison.result("pnd")


def test_a_size_that_cannot_be_computed_gives_way():
    reached = stats.compare(SHARES[0], [1, 1, 1, 1, 1], scale="proportion")
    assert names(reached) == ["nap", "smd", "trend_check"]
    assert names(stats.compare([5, 5, 5, 5, 5], [5, 5, 5, 5, 5])) == ["nap", "trend_check"]


def test_the_scale_is_held_to():
    with pytest.raises(ValueError, match="above the scale's highest value 1"):
        stats.compare(A, B, scale="proportion")
    with pytest.raises(ValueError, match="below the scale's lowest value 0"):
        stats.compare([-1, 2], B, scale="count")
    with pytest.raises(ValueError, match="off the scale"):
        stats.compare(A, B, goal=120, scale="percent")


def test_without_a_baseline_the_direction_is_told_and_that_there_was_none():
    comparison = stats.compare(None, [1, 2, 3, 4, 4, 5, 6], goal=8)
    assert names(comparison) == ["theil_sen", "pogo"]
    assert all(one.result.has("no_baseline") for one in comparison.picks)
    assert comparison.result("pogo").value == pytest.approx(stats.pogo([1, 2, 3], [4, 4, 5, 6], goal=8).value)
    assert "no baseline" in comparison.explain()
    assert names(stats.compare(None, [1, 2, 3, 4, 4], goal=8)) == ["theil_sen"]
    assert names(stats.compare(None, [1, 2, 3, 4, 4, 5])) == ["theil_sen"]


def test_cautions_are_gathered_once_and_warn_of_choosing_by_size():
    codes = [one.code for one in stats.compare(*RISING, goal=12).cautions]
    assert codes[-1] == "many_measures"
    assert len(codes) == len(set(codes))
    assert {"baseline_trend", "extrapolated", "independence_assumed"} <= set(codes)


def test_it_reads_as_sentences_with_reasons():
    first = stats.compare(A, B).explain().splitlines()[0]
    assert first.startswith("A later point is better than an earlier one in 92% of all pairs. (It asks only")


def test_what_is_left_out_has_its_reason_too():
    recommended = {"nap", "tau_bc", "smd", "lrr", "log_odds_ratio", "pogo", "percent_change", "trend_check"}
    everything = {
        "pnd",
        "pem",
        "pand",
        "ird",
        "nap",
        "tau",
        "tau_u",
        "tau_bc",
        "smd",
        "lrr",
        "log_odds_ratio",
    }
    everything |= {"pogo", "percent_change", "cdc", "trend_check"}
    assert set(LEFT_OUT) == everything - recommended


def test_every_series_of_a_batch_has_its_own_recommendation():
    phases = [(A, B), RISING, ([5, 5, 5], [6, 7, 8])]
    before, after = (stats.pad([one[phase] for one in phases]) for phase in (0, 1))
    batch = stats.compare(before, after, goal=40)
    assert len(batch) == 3
    for row, (a, b) in enumerate(phases):
        alone = stats.compare(a, b, goal=40)
        assert names(batch[row]) == names(alone)
        assert batch[row].explain() == alone.explain() == batch.explain()[row]
        assert batch[row].cautions == alone.cautions
    with pytest.raises(TypeError, match="cannot be indexed"):
        stats.compare(A, B)[0]


def test_a_batch_without_baselines():
    rows = [[1, 2, 3, 4, 4, 5, 6], [3, 4], [2, 2, 3, 5, 4, 6]]
    batch = stats.compare(None, stats.pad(rows), goal=8)
    for row, y in enumerate(rows):
        assert batch[row].explain() == stats.compare(None, y, goal=8).explain()
    assert np.isfinite(batch.picks[0].result.value).all()
