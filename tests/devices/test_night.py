"""F6: a night without network, a clock three hours fast and gaining; midnight and the end of summer time inside."""

from datetime import UTC, date, datetime, timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.devices.actions import register_device
from beadwork.record.models import Attempt
from beadwork.visits.journal import journal
from tests.devices.build import said, sent, states, tried
from tests.record.build import goal_row
from tests.visits.build import planned_visit

FAST, MINUTE = timedelta(hours=3), timedelta(minutes=1)
BEGAN = [  # in Chicago: 10:30 in the evening, half past midnight, 1:30 in summer time, 1:30 again
    datetime(2026, 11, 1, 3, 30, tzinfo=UTC),
    datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
    datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
    datetime(2026, 11, 1, 7, 30, tzinfo=UTC),
]
SENT = datetime(2026, 11, 1, 13, 0, tzinfo=UTC)


@pytest.fixture
def night(world):
    """The visits, and what the tablet recorded in them: 150 tries each."""
    world.now = BEGAN[0] - timedelta(hours=2)
    goal, visits, entries = goal_row(world, "accuracy"), [], []
    for number, began in enumerate(BEGAN):
        visit = planned_visit(world, planned_at=began)
        fast = FAST - 5 * MINUTE + number * MINUTE  # it gains another minute in each visit
        entries.append(said("visit.start", visit, began + fast))
        entries += [tried(goal, visit, began + fast + n * MINUTE / 4) for n in range(150)]
        entries.append(said("visit.finish", visit, began + fast + 40 * MINUTE))
        visits.append(visit)
    return visits, entries


@pytest.fixture
def tablet(world, night):
    """Ana's tablet."""
    return register_device(new_id(), "Tablet", by=world.ana, at=world.now)


def test_sent_in_the_morning_every_visit_is_on_its_day_and_in_its_order(tablet, night):
    visits, entries = night
    outcomes = sent(tablet, *entries[::-1], at=SENT, sent_at=SENT + FAST)
    assert set(states(outcomes)) == {"stored"}
    for visit in visits:
        visit.refresh_from_db()
    days = [visit.occasion.on for visit in visits]
    assert days == [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 1), date(2026, 11, 1)]
    assert [visit.minutes for visit in visits] == [40] * 4
    for visit in visits:
        mine = [one["id"] for one in entries if one["visit"] == str(visit.pk) and one["kind"] == "attempt"]
        assert [str(line.id) for line in journal(visit.occasion_id)] == mine
        assert all(
            abs(line.at - visit.started_at) < timedelta(hours=1) for line in journal(visit.occasion_id)
        )


def test_sent_in_many_parts_and_again_by_another_tab_each_is_there_once(tablet, night):
    _visits, entries = night
    parts = [entries[start : start + 97] for start in range(0, len(entries), 97)]
    for part in [*parts, *parts[::-1], entries]:
        outcomes = sent(tablet, *part, at=SENT, sent_at=SENT + FAST)
        assert set(states(outcomes)) == {"stored"}
    assert Attempt.objects.count() == 4 * 150


def test_the_last_part_first_waits_for_the_first(tablet, night):
    """The tab with the end of the night is faster: what begins nothing waits, and nothing is lost."""
    _visits, entries = night
    late, early = entries[100:], entries[:100]
    first = states(sent(tablet, *late, at=SENT, sent_at=SENT + FAST))
    assert (set(first[:51]), set(first[52:])) == ({"waits"}, {"stored"})
    assert set(states(sent(tablet, *early, at=SENT, sent_at=SENT + FAST))) == {"stored"}
    assert set(states(sent(tablet, *late, at=SENT, sent_at=SENT + FAST))) == {"stored"}
    assert Attempt.objects.count() == 4 * 150
