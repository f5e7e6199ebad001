"""Kiresuk & Sherman 1968: the T score of goal attainment, its change, and the ladder under it."""

import numpy as np
import pytest

from beadwork import stats

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("levels", "weights", "t"),
    [
        ([-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6], 55.0),
        ([0, 0, 0], None, 50.0),
        ([-2, -2, -2], None, 22.6139),
        ([-1, -1, -1], None, 36.3069),
        ([1, 1, 1], None, 63.6931),
        ([2, 2, 2], None, 77.3861),
        ([-1], None, 40.0),
        ([1, 0], None, 56.2017),
        ([0, 1, -1], None, 50.0),
        ([2, -1, 0, 1], [1, 2, 3, 1], 51.992),
        ([-1, 0, 1, 1, 2], [2, 2, 1, 3, 1], 56.5233),
    ],
)
def test_t_score(levels, weights, t):
    assert stats.gas_t(levels, weights).value == pytest.approx(t, abs=5e-5)


def test_the_root_covers_the_whole_denominator():
    """A printed formula of 2009 ended the root too early (it has an erratum): 14, not sqrt(.7 * 91) + .3 * 441."""
    levels, weights = [-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6]
    assert stats.gas_t(levels, weights).value == 50 + 10 * 7 / 14
    too_short = 50 + 10 * 7 / ((0.7 * 91) ** 0.5 + 0.3 * 441)
    assert stats.gas_t(levels, weights).value != pytest.approx(too_short, abs=1)


@pytest.mark.parametrize(
    ("n", "step"), [(1, 10.0), (2, 12.403), (3, 13.693), (4, 14.510), (5, 15.076), (6, 15.492)]
)
def test_points_of_t_for_one_step_of_all_goals(n, step):
    assert stats.gas_change([-1] * n, [0] * n).value == pytest.approx(step, abs=5e-4)
    assert stats.gas_change([-1] * n, [0] * n).details["points_per_step"] == pytest.approx(step, abs=5e-4)


@pytest.mark.parametrize(
    ("before", "after", "change"), [([-2, -2, -2], [0, 0, 0], 27.3861), ([-1, -1], [0, 1], 18.6052)]
)
def test_change(before, after, change):
    result = stats.gas_change(before, after)
    assert result.value == pytest.approx(change, abs=5e-5)
    assert result.value == result.details["t_after"] - result.details["t_before"]
    assert result.details["steps"] == sum(after) - sum(before)


def test_weights_count_by_their_ratio_only():
    assert stats.gas_t([1, -1, 0], [1, 2, 3]).value == pytest.approx(
        stats.gas_t([1, -1, 0], [10, 20, 30]).value
    )


def test_rho_is_a_choice():
    assert stats.gas_t([1, 1, 1], rho=0).value == pytest.approx(50 + 10 * 3**0.5)
    assert stats.gas_t([1], rho=0.9).value == 60


def test_cautions():
    result = stats.gas_change([-2, -1], [0, 0])
    assert result.has("own_scale")
    assert result.has("levels_unsure")
    assert result.has("baseline_at_floor")
    assert result.has("no_standard_error")
    assert not stats.gas_change([-1, -1], [0, 0]).has("baseline_at_floor")
    assert (
        stats.gas_t([1, 0, -1]).explain()
        == "Goal attainment T is 50.0; 2 of 3 goals are as expected or better."
    )


def test_many_children_at_once():
    batch = stats.gas_t(stats.pad([[-2, 0, 1], [1]]), stats.pad([[1, 2, 1], [4]]))
    assert batch.value.tolist() == [stats.gas_t([-2, 0, 1], [1, 2, 1]).value, stats.gas_t([1], [4]).value]
    assert batch.details["met"].tolist() == [2, 1]
    change = stats.gas_change(stats.pad([[-2, -2], [-1]]), stats.pad([[0, 0], [1]]))
    assert [one.has("baseline_at_floor") for one in change] == [True, False]
    assert change.value[1] == pytest.approx(20)


def test_a_sound_ladder():
    assert stats.check_ladder([2, 4, 6, 8, 10], start=3) == ()
    assert stats.check_ladder([10, 8, 6, 4, 2], better="lower", start=9) == ()
    assert stats.check_ladder([0.1, 0.2, 0.3, 0.4, 0.5]) == ()


@pytest.mark.parametrize(
    ("marks", "options", "trouble"),
    [
        ([2, 4, 6, 8], {}, "five levels"),
        ([2, 4, 4, 8, 10], {}, "beyond the one before"),
        ([2, 4, 6, 8, 10], {"better": "lower"}, "beyond the one before"),
        ([2, 4, 6, 8, 20], {}, "not equal"),
        ([2, 4, 6, 8, 10], {"start": 6}, "already reached"),
        ([10, 8, 6, 4, 2], {"better": "lower", "start": 6}, "already reached"),
    ],
)
def test_what_is_wrong_with_a_ladder(marks, options, trouble):
    (found,) = stats.check_ladder(marks, **options)
    assert trouble in found


def test_the_level_reached():
    marks = [2, 4, 6, 8, 10]
    assert [stats.level_reached(value, marks) for value in (0, 2, 3.9, 4, 6, 9, 10, 99)] == [
        -2,
        -2,
        -2,
        -1,
        0,
        1,
        2,
        2,
    ]
    assert stats.level_reached([30, 14, 10, 1], [20, 15, 10, 5, 0], better="lower").tolist() == [-2, -1, 0, 1]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.gas_t([]), "levels needs at least 1 point"),
        (lambda: stats.gas_t([3]), "above the scale's highest value 2"),
        (lambda: stats.gas_t([-3]), "below the scale's lowest value -2"),
        (lambda: stats.gas_t([0, 1], [1]), "one weight for every goal"),
        (lambda: stats.gas_t([0, 1], [1, 0]), "weights must be above zero"),
        (lambda: stats.gas_t([0, 1], rho=1), "rho must lie between 0 and 1"),
        (lambda: stats.gas_t([0, 1], rho=-0.1), "rho must lie between 0 and 1"),
        (lambda: stats.gas_change([0, 1], [0]), "the same goals"),
        (lambda: stats.level_reached(3, [1, 2, 3]), "five marks"),
        (lambda: stats.level_reached(3, [1, 2, 2, 3, 4]), "five marks"),
        (lambda: stats.level_reached(np.nan, [1, 2, 3, 4, 5]), "finite"),
        (lambda: stats.check_ladder([1, 2, 3, 4, 5], better="up"), "better must be"),
    ],
)
def test_impossible_goals_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_nothing_about_one_child_depends_on_another():
    alone = stats.gas_t([1, -1, 0]).value
    assert stats.gas_t([[1, -1, 0], [2, 2, 2]]).value[0] == alone
    assert np.isfinite(alone)
