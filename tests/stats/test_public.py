"""The library as others meet it: names, lazy loading, the frozen answer and its errors."""

import dataclasses
import subprocess
import sys

import numpy as np
import pytest

from beadwork import stats

pytestmark = pytest.mark.once

A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_loads_neither_django_nor_numpy():
    code = "import sys, beadwork.stats; print([m for m in ('django', 'numpy', 'scipy') if m in sys.modules])"
    assert run(code).strip() == "[]"


def test_importing_is_quick():
    code = "import time; t = time.perf_counter(); import beadwork.stats; print(time.perf_counter() - t)"
    assert min(float(run(code)) for _ in range(2)) < 0.4


def test_using_it_loads_no_django_and_nothing_of_scipy_but_special():
    code = (
        "import sys; from beadwork import stats\n"
        "stats.nap([1, 2, 3], [3, 4, 5]).interval(); stats.theil_sen([1, 2, 4]).interval()\n"
        "print('django' in sys.modules, [m for m in ('scipy.stats', 'scipy.optimize') if m in sys.modules])"
    )
    assert run(code).strip() == "False []"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'p_value'"):
        _ = stats.p_value


def test_a_result_is_frozen():
    result = stats.nap(A, B)
    with pytest.raises(dataclasses.FrozenInstanceError):
        result.value = 1.0
    with pytest.raises(TypeError):
        result.flags["ceiling"] = True


def test_a_result_says_what_it_is():
    result = stats.nap(A, B)
    assert result.n == 13
    assert result.method == "NAP (Parker & Vannest 2009)"
    assert result.explain() == "A later point is better than an earlier one in 92% of all pairs."
    assert [one.code for one in result.cautions] == ["autocorrelated", "independence_assumed"]
    assert all(one.text for one in result.cautions)


@pytest.mark.parametrize("level", [0, 1, -0.5, 95])
def test_an_interval_has_a_level_between_0_and_1(level):
    with pytest.raises(ValueError, match="level must lie between 0 and 1"):
        stats.nap(A, B).interval(level)


def test_a_measure_without_a_standard_error_refuses_an_interval():
    result = stats.pnd(A, B)
    assert result.se is None
    assert not result.has_interval
    assert result.has("no_standard_error")
    with pytest.raises(ValueError, match=r"PND .* has no interval"):
        result.interval()


def test_a_batch_answers_row_by_row():
    batch = stats.nap(stats.pad([A, A[:4]]), stats.pad([B, B[:3]]))
    assert len(batch) == 2
    assert [one.value for one in batch] == [stats.nap(A, B).value, stats.nap(A[:4], B[:3]).value]
    assert batch[1].n == 7
    assert batch[1].has("few_points")
    assert not batch[0].has("few_points")
    assert batch.has("few_points")
    assert batch.explain()[0] == stats.nap(A, B).explain()


def test_one_series_is_no_batch():
    with pytest.raises(TypeError, match="no length"):
        len(stats.nap(A, B))
    with pytest.raises(TypeError, match="cannot be indexed"):
        stats.nap(A, B)[0]


def test_what_cannot_be_computed_is_said_not_hidden():
    result = stats.smd([5, 5, 5], [6, 7, 8])
    assert np.isnan(result.value)
    assert result.has("undefined")
    assert result.explain() == "This cannot be computed from these points."


PHASES = [
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
    "percent_change",
    "cdc",
    "trend_check",
    "compare",
]


@pytest.mark.parametrize("name", PHASES)
@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ([], B, "before needs at least 1 point"),
        (A, [], "after needs at least 1 point"),
        ([1, np.nan, 2], B, "before holds NaN; leave missed sessions out"),
        (A, [1, np.inf], "after holds an infinite number"),
        (A, ["many"], "after must hold numbers"),
        (A, [B, B], "both be one series"),
        ([[1, np.nan, 2], [1, 2, 3]], [B, B], r"NaN between points \(row 0\)"),
        ([[[1, 2]]], B, "one series or a table"),
        (np.empty((0, 3)), np.empty((0, 3)), "before holds no series"),
    ],
)
def test_impossible_phases_are_refused(name, before, after, message):
    with pytest.raises(ValueError, match=message):
        getattr(stats, name)(before, after)


@pytest.mark.parametrize("name", PHASES)
def test_better_is_higher_or_lower(name):
    with pytest.raises(ValueError, match="better must be one of 'higher', 'lower', not 'up'"):
        getattr(stats, name)(A, B, better="up")


@pytest.mark.parametrize("name", [name for name in PHASES if name not in ("lrr", "percent_change")])
def test_values_off_the_scale_are_refused(name):
    with pytest.raises(ValueError, match="after holds 30, above the scale's highest value 25"):
        getattr(stats, name)(A[:1] * 6, B, high=25)
    with pytest.raises(ValueError, match="before holds 20, below the scale's lowest value 21"):
        getattr(stats, name)(A, B, low=21)
    with pytest.raises(ValueError, match="scale must rise"):
        getattr(stats, name)(A, B, low=3, high=3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.pand(A, B, method="quick"), "method must be one of"),
        (lambda: stats.nap(A, B, se="best"), "se must be one of"),
        (lambda: stats.tau_u(A, B, variant="u"), "variant must be one of"),
        (lambda: stats.tau_bc(A, B, correct="u"), "correct must be one of"),
        (lambda: stats.smd(A, B, kind="glass"), "kind must be one of"),
        (lambda: stats.lrr(A, B, scale="percents"), "scale must be one of"),
        (lambda: stats.lrr(A, B, form="up"), "form must be one of"),
        (lambda: stats.lrr(A, B, centre="mode"), "centre must be one of"),
        (lambda: stats.lrr(A, B, grain=0), "grain must be a number above zero"),
        (lambda: stats.lrr([-1, 2], B), "below the scale's lowest value 0"),
        (lambda: stats.lrr(A, B, scale="proportion"), "above the scale's highest value 1"),
        (lambda: stats.log_odds_ratio([0.5], [0.7], scale="count"), "scale must be one of"),
        (lambda: stats.pogo(A, B, goal=np.nan), "goal must be a finite number"),
        (lambda: stats.pogo(A, B, goal=50, high=40), "goal lies off the scale"),
        (lambda: stats.pogo(A, B, goal=-1, low=0), "goal lies off the scale"),
        (lambda: stats.pogo([A, A], [B, B], goal=[1, 2, 3]), "2 series but 3 goals"),
        (lambda: stats.cdc(A, B, line="curve"), "line must be one of"),
        (lambda: stats.cdc(A, B, shift=-1), "shift must be 0 or more"),
        (lambda: stats.cdc(A[:1], B), "before needs at least 2 points"),
        (lambda: stats.cdc(A, B[:4], line="trisplit"), "before and after need at least 5 points"),
        (lambda: stats.trend_check(A, B, notable=2), "between 0 and 1"),
        (lambda: stats.compare(A, B, scale="levels"), "scale must be one of"),
    ],
)
def test_impossible_options_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
