"""What is asked of the statistics about a goal, and what comes back."""

import pytest

from beadwork.progress.forecast import answers, counted_level, question_of
from beadwork.progress.mastery import Rule
from tests.progress.pure import ACCURACY, SECONDS, STEPS, hits, point, series, values

pytestmark = pytest.mark.once
ALONE = 3
FIVE_ALONE = Rule(target=5, rank=ALONE, running=3)


def rising(upto=10):
    return series(STEPS, *[values(ALONE, min(6, 1 + week // 2)) for week in range(upto)])


def asked(seen=None, rule=FIVE_ALONE):
    return question_of(seen or rising(), rule)


def test_a_level_with_too_much_help_counts_as_none_of_the_way():
    assert counted_level(point(STEPS, 0, values(ALONE, 5)), FIVE_ALONE, STEPS) == 5
    assert counted_level(point(STEPS, 0, values(0, 5)), FIVE_ALONE, STEPS) == STEPS.low
    assert counted_level(point(SECONDS, 0, values(0, 5)), Rule(30, ALONE), SECONDS) == SECONDS.high


def test_accuracy_counts_successes_with_the_allowed_help_among_all_tries():
    seen = point(ACCURACY, 0, [*hits(ALONE, 6, 1), *hits(0, 3)])
    assert counted_level(seen, Rule(90, ALONE), ACCURACY) == 60


def test_nothing_is_asked_without_a_target_or_without_anything_seen():
    assert question_of(rising(), None) is None
    assert question_of(series(STEPS), FIVE_ALONE) is None


def test_the_same_record_asks_the_same_and_one_more_try_asks_anew():
    assert asked().fingerprint() == asked().fingerprint()
    assert asked(rising(11)).fingerprint() != asked().fingerprint()
    assert asked(rule=Rule(6, ALONE)).fingerprint() != asked().fingerprint()


def test_the_second_occasion_of_a_day_comes_after_the_first():
    twice = series(STEPS, values(ALONE, 2), values(ALONE, 3))
    same_day = type(twice)(STEPS, (twice.points[0], twice.points[0]))
    assert asked(same_day).days == (0.0, 0.1)


def test_less_is_better_is_turned_round():
    seen = series(SECONDS, *[values(ALONE, 120 - 12 * week) for week in range(8)])
    assert list(asked(seen, Rule(30, 0)).shown) == sorted(asked(seen, Rule(30, 0)).shown)


def test_fewer_than_five_occasions_are_not_enough():
    assert answers([asked(rising(4))])[0].status == "not enough data"


def test_asked_together_or_alone_the_answer_is_the_same():
    many = [asked(rising(upto)) for upto in (6, 9, 10)]
    assert answers(many) == [answers([one])[0] for one in many]


def test_a_child_who_stays_far_below_the_goal_is_not_told_to_expect_it():
    flat = series(STEPS, *[values(ALONE, 1 + week % 2) for week in range(14)])
    assert answers([asked(flat)])[0].status == "not forecast to reach"


def test_the_chance_grows_with_time_and_the_band_is_in_order():
    told = answers([asked()])[0]
    assert list(told.chance) == sorted(told.chance)
    assert all(0 <= low <= mid <= high <= 1 for low, mid, high in told.band)


def test_early_and_late_are_compared_pair_by_pair():
    told = answers([asked()])[0]
    assert (told.later_better, told.pairs) == (
        24,
        25,
    )  # 1, 1, 2, 2, 3 against 3, 4, 4, 5, 5: one pair is equal
