"""When something was seen, from clocks that are wrong."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from beadwork.devices.clock import ahead_of, made_out

pytestmark = pytest.mark.once
NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
HOUR, MINUTE, NONE = timedelta(hours=1), timedelta(minutes=1), timedelta()


@pytest.mark.parametrize(
    ("off", "counted"),
    [(NONE, NONE), (MINUTE, NONE), (-MINUTE, NONE), (3 * HOUR, 3 * HOUR), (-2 * HOUR, -2 * HOUR)],
)
def test_a_clock_is_ahead_or_behind_or_on_its_way(off, counted):
    assert ahead_of(NOON + off, NOON) == counted


def test_a_fast_clock_is_set_right_and_the_hours_between_stay():
    said = [NOON + 3 * HOUR + n * MINUTE for n in range(5)]
    assert made_out(said, 3 * HOUR, NOON + 8 * HOUR) == [NOON + n * MINUTE for n in range(5)]


def test_nothing_was_seen_after_it_arrived():
    assert made_out([NOON + HOUR, NOON + 2 * HOUR], NONE, NOON)[-1] == NOON


def test_a_clock_that_was_put_back_moves_what_was_before():
    times = made_out([NOON + 3 * HOUR, NOON + 3.1 * HOUR, NOON + MINUTE], NONE, NOON + 4 * HOUR)
    assert times == sorted(times)
    assert len(set(times)) == 3
    assert NOON + MINUTE - times[0] < timedelta(seconds=1)


def test_a_clock_that_lost_its_battery_moves_nothing():
    before = [NOON, NOON + MINUTE]
    assert made_out([*before, datetime(2001, 1, 1, tzinfo=UTC)], NONE, NOON + HOUR)[:2] == before


def test_the_night_and_the_change_of_the_clocks_change_nothing():
    """Offsets differ across the switch (1 November 2026, Chicago); the moments do not jump."""
    said = [datetime.fromisoformat(f"2026-11-01T01:{minute}:00-05:00") for minute in (30, 50)]
    said += [datetime.fromisoformat(f"2026-11-01T01:{minute}:00-06:00") for minute in (10, 30)]
    times = made_out(said, NONE, said[-1] + HOUR)
    assert [later - first for first, later in pairwise(times)] == [20 * MINUTE] * 3
