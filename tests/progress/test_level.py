"""One rule for each scale, with numbers worked out by hand."""

import pytest

from beadwork.progress.level import Tally, level_of, share_alone, usual_rank
from tests.progress.pure import hits, values


@pytest.mark.parametrize(
    ("scale", "seen", "level"),
    [
        ("steps", [2, 4, 6, 3], 3.75),
        ("count", [10, 20], 15),
        ("rate", [12, 15], 13.5),
        ("duration", [10, 12, 200], 12),
        ("latency", [8, 90, 10, 12], 11),
        ("attainment", [1, 2, -1], -1),
        ("support", [0, 2, 3, 3], 2),
        ("support", [1, 3, 3], 3),
    ],
)
def test_the_level_of_an_occasion_follows_its_scale(scale, seen, level):
    assert level_of(scale, values(2, *seen)) == level


def test_accuracy_is_counted_from_tries_whatever_help_they_had():
    assert level_of("accuracy", [*hits(0, 3, 1), *hits(3, 1)]) == 80


def test_equal_tries_counted_together_weigh_as_many_as_they_are():
    together = [Tally(2, 3, value=2.0), Tally(2, 1, value=6.0)]
    assert level_of("steps", together) == 3.0
    assert level_of("duration", together) == 2.0


def test_the_last_try_decides_attainment_even_if_an_equal_one_came_before():
    assert level_of("attainment", [Tally(2, 2, value=0.0, last_at=9), Tally(2, 1, value=1.0, last_at=5)]) == 0


def test_nothing_tried_has_no_level():
    assert level_of("steps", []) is None


def test_the_share_alone_counts_tries_not_successes():
    assert share_alone([*hits(3, 1, 2), *hits(1, 1)], frozenset({3})) == 0.75


def test_of_two_equally_usual_kinds_of_help_the_one_with_more_help_is_told():
    assert usual_rank([*hits(3, 2), *hits(1, 2), *hits(0, 1)]) == 1
