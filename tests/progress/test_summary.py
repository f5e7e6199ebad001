"""What the series says in words, and when it says that it cannot say yet."""

from django.utils import translation

from beadwork.plan.models import GoalVersion, SupportLevel
from beadwork.progress.level import Tally
from beadwork.progress.summary import summary
from tests.progress.pure import ACCURACY, SECONDS, STEPS, hits, series, values

WORDS, ALONE = 2, 3


def test_now_is_the_middle_of_the_last_three_and_the_start_is_the_written_baseline():
    seen = series(STEPS, values(0, 1), values(WORDS, 4), values(WORDS, 5), values(WORDS, 6))
    first = GoalVersion(baseline=2, baseline_support=SupportLevel(rank=0))
    said = summary(seen, first)
    assert said.answer == ("5 of 6 steps, with words; at the start it was 2 of 6 steps, full hand-over-hand.")
    assert said.is_enough


def test_without_a_baseline_the_first_three_occasions_are_the_start():
    seen = series(STEPS, values(0, 1), values(0, 2), values(0, 2), *[values(ALONE, 6)] * 3)
    assert summary(seen).answer == (
        "6 of 6 steps, alone; at the start it was 2 of 6 steps, full hand-over-hand."
    )


def test_less_than_three_occasions_are_not_enough_to_tell():
    said = summary(series(STEPS, values(WORDS, 3), values(WORDS, 4)))
    assert said.answer == "Not enough seen yet to tell how it goes. Last time: 4 of 6 steps, with words."
    assert not said.is_enough
    assert said.settings == ""


def test_nothing_seen_says_so():
    assert summary(series(STEPS)).answer == "Not seen yet."


def test_accuracy_is_told_in_tries_not_in_percent():
    said = summary(series(ACCURACY, hits(0, 1, 9), hits(ALONE, 8, 2), hits(ALONE, 9, 1), hits(ALONE, 7, 3)))
    assert said.answer == "24 of 30 tries, alone."
    assert "%" not in "".join([said.answer, said.support, said.dose, said.settings])


def test_help_is_a_series_of_its_own():
    seen = series(STEPS, *[values(0, 3, 3)] * 3, *[[*values(ALONE, 3), *values(WORDS, 3)]] * 3)
    assert summary(seen).support == "Alone in 3 of 6 tries lately; at first in 0 of 6 tries."


def test_where_nothing_was_done_alone_yet_nothing_is_said_of_it():
    assert summary(series(STEPS, *[values(WORDS, 3)] * 6)).support == ""


def test_places_are_compared_only_when_each_was_seen_often_enough():
    clinic, home = values(WORDS, 3), (values(WORDS, 5), "home")
    assert summary(series(STEPS, clinic, clinic, clinic, home, home)).settings == ""
    assert summary(series(STEPS, clinic, clinic, clinic, home, home, home)).settings == (
        "Further at home (5 of 6 steps) than at the clinic (3 of 6 steps)."
    )


def test_places_are_compared_over_the_same_weeks_not_across_a_year():
    long_ago, then, lately = values(WORDS, 1), (values(WORDS, 5), "home"), values(WORDS, 5)
    seen = series(STEPS, *[long_ago] * 3, *[lately] * 12, *[then] * 3)
    assert summary(seen).settings == "About the same at the clinic and at home."
    seen = series(STEPS, *[then] * 3, *[long_ago] * 16)
    assert summary(seen).settings == ""


def test_half_a_step_is_no_difference_between_places():
    clinic, home = values(WORDS, 3), (values(WORDS, 3, 4), "home")
    said = summary(series(STEPS, *[clinic] * 3, *[home] * 3)).settings
    assert said == "About the same at home and at the clinic."


def test_where_less_is_better_the_faster_place_is_further():
    slow, fast = values(WORDS, 60), (values(WORDS, 20), "school")
    said = summary(series(SECONDS, *[slow] * 3, *[fast] * 3)).settings
    assert said == "Further at school (20 seconds) than at the clinic (60 seconds)."


def test_the_dose_says_how_often_where_and_since_when():
    seen = series(STEPS, values(0, 1, 1), values(0, 1), (values(0, 1), "home"))
    assert summary(seen).dose == "Seen 3 times since March 2, 2026 (2 at the clinic, 1 at home), 4 tries."


def test_the_family_reads_its_own_words_for_help():
    said = summary(series(STEPS, *[values(WORDS, 4)] * 3), family=True)
    assert said.answer == "4 of 6 steps, with words to remind."


def test_it_speaks_spanish():
    with translation.override("es"):
        said = summary(series(STEPS, *[[Tally(ALONE, 2, value=5.0)]] * 3))
    assert said.answer.startswith("5 de 6 pasos")
    assert "3 veces desde el 2 de marzo de 2026" in said.dose
