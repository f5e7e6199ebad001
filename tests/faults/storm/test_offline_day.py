"""F6 at the server: eight hours without network, a clock three hours fast and drifting, then sent from all sides."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.faults.storm import judge
from tests.faults.storm.conftest import FULL
from tests.faults.storm.tablet import CLEAR

pytestmark = [pytest.mark.once, pytest.mark.long]
TRIES = 50 if FULL else 10
FAST, DRIFT = timedelta(hours=3), timedelta(minutes=5)


def record_a_day(tablet) -> None:
    """Every visit begun, recorded and finished, by a clock that gains five minutes over the day."""
    planned = [datetime.fromisoformat(moment) for moment in tablet.knows["planned"]]
    for number, (visit, began) in enumerate(zip(tablet.knows["visits"], planned, strict=True)):
        tablet.ahead = FAST - DRIFT + DRIFT * number / len(planned)
        tablet.capture("visit.start", visit, began)
        for minute in range(TRIES):
            support, at = (
                tablet.chance.choice(tablet.knows["supports"]),
                began + timedelta(seconds=30 * minute),
            )
            tablet.capture("attempt", visit, at, goal=tablet.knows["goal"], support=support, success=True)
        tablet.capture("visit.finish", visit, began + timedelta(minutes=29))
    tablet.ahead = FAST


def in_order(url: str) -> list[str]:
    """The tries as the record orders them: by when they were seen."""
    return judge.ids(url, "SELECT id FROM record_attempt ORDER BY at, id")


def test_two_tabs_and_a_hand_send_a_day_at_once(server, tablet):
    record_a_day(tablet)
    senders = [tablet, *(replace(tablet, entries=dict(tablet.entries), safe=set()) for _ in range(2))]
    with ThreadPoolExecutor(len(senders)) as all_at_once:
        list(all_at_once.map(lambda one: [one.send(CLEAR, 100, shuffled=True) for _ in range(30)], senders))
    assert [one.unsent for one in senders] == [[], [], []]
    assert [one.refused for one in senders] == [[], [], []]
    server.stop()
    assert judge.lost(server.url, tablet) == set()
    assert judge.doubled(server.url) == []
    tries = [id for id, entry in tablet.entries.items() if entry["kind"] == "attempt"]
    assert sorted(in_order(server.url)) == sorted(tries)
    _no_visit_on_the_wrong_day(server.url, tablet)


def test_sent_in_one_piece_the_order_is_that_of_the_numbers(server, tablet):
    record_a_day(tablet)
    assert tablet.send(shuffled=True)
    server.stop()
    assert in_order(server.url) == [id for id, one in tablet.entries.items() if one["kind"] == "attempt"]
    _no_visit_on_the_wrong_day(server.url, tablet)


def _no_visit_on_the_wrong_day(url: str, tablet) -> None:
    days = judge.rows(url, 'SELECT "on" FROM record_occasion')
    zone = ZoneInfo(tablet.knows["zone"])
    wanted = [datetime.fromisoformat(one).astimezone(zone).date() for one in tablet.knows["planned"]]
    assert sorted(str(day) for (day,) in days) == sorted(map(str, wanted)), json.dumps(
        tablet.knows["planned"]
    )
