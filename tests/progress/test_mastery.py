"""A goal is reached by the rule of its version, and by nothing else."""

from datetime import timedelta

import pytest

from beadwork.progress.mastery import Rule, State, mastery, meets
from tests.progress.pure import ACCURACY, FIRST, SECONDS, STEPS, hits, point, series, values

WORDS = 2
FIVE_WITH_WORDS = Rule(target=5, rank=WORDS, running=3, settings=2)


def test_three_in_a_row_in_two_places_reach_it_on_the_day_of_the_third():
    seen = series(STEPS, values(WORDS, 4), values(WORDS, 5), (values(3, 6), "home"), values(WORDS, 5))
    reached = mastery(seen, FIVE_WITH_WORDS)
    assert reached.state is State.REACHED
    assert reached.reached_on == FIRST + timedelta(weeks=3)
    assert (reached.running, reached.settings) == (3, ("clinic", "home"))


def test_three_in_a_row_in_one_place_do_not():
    assert mastery(series(STEPS, *[values(3, 6)] * 5), FIVE_WITH_WORDS).state is State.NOT_YET


def test_one_that_falls_short_begins_the_count_again():
    seen = series(STEPS, values(3, 6), (values(3, 6), "home"), values(3, 4), values(3, 6))
    again = mastery(seen, FIVE_WITH_WORDS)
    assert (again.state, again.running) == (State.NOT_YET, 1)


def test_a_level_with_more_help_than_allowed_does_not_count():
    assert not meets(point(STEPS, 0, values(1, 6)), FIVE_WITH_WORDS, STEPS)


def test_half_the_tries_with_the_allowed_help_are_enough_and_less_than_half_are_not():
    assert meets(point(STEPS, 0, [*values(WORDS, 5), *values(0, 1)]), FIVE_WITH_WORDS, STEPS)
    assert not meets(point(STEPS, 0, [*values(WORDS, 5), *values(0, 1, 1)]), FIVE_WITH_WORDS, STEPS)


@pytest.mark.parametrize(("alone", "helped", "is_met"), [(9, 0, True), (8, 1, False), (8, 0, False)])
def test_accuracy_counts_successes_with_the_allowed_help_among_all_tries(alone, helped, is_met):
    seen = point(ACCURACY, 0, [*hits(3, alone, 10 - alone - helped), *hits(0, helped)])
    assert meets(seen, Rule(90, 3), ACCURACY) is is_met


def test_where_less_is_better_less_reaches_it():
    rule = Rule(30, 0)
    assert meets(point(SECONDS, 0, values(2, 28)), rule, SECONDS)
    assert not meets(point(SECONDS, 0, values(2, 31)), rule, SECONDS)


def test_it_is_kept_when_it_shows_four_weeks_later_and_at_the_last():
    three = [values(3, 6), (values(3, 6), "home"), values(3, 6)]
    assert mastery(series(STEPS, *three, *[values(3, 6)] * 3), FIVE_WITH_WORDS).state is State.REACHED
    assert mastery(series(STEPS, *three, *[values(3, 6)] * 4), FIVE_WITH_WORDS).state is State.KEPT
    assert (
        mastery(series(STEPS, *three, *[values(3, 6)] * 4, values(3, 2)), FIVE_WITH_WORDS).state
        is State.REACHED
    )
