"""The series is what stands in the record, however many tries there are."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from beadwork.progress.mastery import rule_of
from beadwork.progress.series import goal_series, many_series
from beadwork.progress.string import string_of
from tests.progress.build import correct, goal_row, remark, saw, socks, thousand

DAY = date(2026, 9, 1)


def test_an_occasion_is_a_point_with_level_help_and_place(world):
    goal = goal_row(world, "accuracy")
    tries = [("alone", True), ("alone", False), ("words", True), ("full-hand-help", True)]
    saw(world, goal, DAY, tries, "school")
    (point,) = goal_series(goal)
    assert (point.on, point.setting, point.level, point.tries) == (DAY, "school", 75, 4)
    assert (point.alone, point.usual.name, point.most.name) == (0.5, "Alone", "Full hand-over-hand")


def test_what_was_corrected_or_taken_back_does_not_count(world):
    goal = goal_row(world, "steps")
    wrong, slip, right = saw(world, goal, DAY, [("words", 1.0), ("words", 0.0), ("words", 5.0)])
    correct(world, wrong, value=3.0)
    correct(world, slip, withdrawn=True)
    (point,) = goal_series(goal)
    assert (point.level, point.tries) == (4, 2)
    assert right.value == 5


def test_an_occasion_whose_tries_were_all_taken_back_has_no_point(world):
    goal = goal_row(world, "steps")
    (slip,) = saw(world, goal, DAY, [("words", 1.0)])
    correct(world, slip, withdrawn=True)
    assert len(goal_series(goal)) == 0


def test_points_are_in_the_order_of_their_days(world):
    goal = goal_row(world, "steps")
    for days in (9, 0, 4):
        saw(world, goal, DAY + timedelta(days), [("words", float(days % 5))])
    assert [point.on.day for point in goal_series(goal)] == [1, 5, 10]


def test_a_part_can_be_asked_for_by_place_and_time(world):
    goal = goal_row(world, "steps")
    saw(world, goal, DAY, [("words", 1.0)], "home")
    saw(world, goal, DAY + timedelta(7), [("words", 2.0)], "clinic")
    saw(world, goal, DAY + timedelta(14), [("words", 3.0)], "home")
    assert [point.level for point in goal_series(goal, setting="home")] == [1, 3]
    assert [point.level for point in goal_series(goal, since=DAY + timedelta(7))] == [2, 3]
    assert [point.level for point in goal_series(goal, until=DAY + timedelta(7))] == [1, 2]


def test_remarks_lie_on_their_beads_and_the_family_sees_only_its_own(world):
    goal = goal_row(world, "steps")
    occasion = saw(world, goal, DAY, [("words", 1.0)])[0].occasion
    remark(world, goal, occasion, "Pulls at the seam.")
    remark(world, goal, occasion, "Sang while pulling.", for_family=True)
    assert goal_series(goal).points[0].remarks == ("Pulls at the seam.", "Sang while pulling.")
    assert goal_series(goal, for_family=True).points[0].remarks == ("Sang while pulling.",)


def test_a_thousand_tries_take_three_queries(world, django_assert_num_queries):
    goal = thousand(world)
    with django_assert_num_queries(3):
        series = goal_series(goal)
    assert (len(series), series.tries) == (100, 1000)
    assert series.points[50].level == 20  # of ten tries, the ninth and the tenth


def test_many_goals_take_no_more_queries_than_one(world, django_assert_num_queries):
    goals = [goal_row(world, scale) for scale in ("accuracy", "steps", "steps", "latency")]
    for goal in goals[1:]:
        saw(world, goal, DAY, [("words", 2.0)])
    with django_assert_num_queries(3):
        series = many_series(goals)
    assert [len(series[goal.pk]) for goal in goals] == [0, 1, 1, 1]


def test_described_levels_are_told_in_their_words(world):
    goal = goal_row(world, "attainment")
    saw(world, goal, DAY, [("words", 1.0)])
    beads = string_of(goal, goal_series(goal)).beads
    assert beads[0].words == "+1: joins for two"


def test_help_is_named_in_the_language_of_the_page(world):
    goal = socks(world)
    with translation.override("es"):
        assert goal_series(goal).points[-1].usual.name == "Sin ayuda"


def test_the_string_marks_start_target_changes_and_the_day_it_was_reached(world):
    goal = socks(world, 12)
    string = string_of(goal, goal_series(goal), list(goal.versions.all()))
    assert len(string.beads) == 12
    assert string.mark("baseline").words == "start: 1 of 6 steps"
    assert string.mark("target").words == "goal: 6 of 6 steps, alone"
    assert string.mark("version") is None
    assert [string.beads[0].alone, string.beads[-1].alone] == [0, 1]


@pytest.mark.parametrize("target", [None, 80.0])
def test_accuracy_without_a_target_asks_for_nine_of_ten(world, target):
    goal = goal_row(world, "accuracy")
    goal.versions.update(target=target)
    rule = rule_of(goal.versions.get(), goal_series(goal).measure)
    assert rule.target == (target or 90)
