"""F2: answers lost, connections cut, everything late; the tablet tries again. Each try is stored exactly once."""

import pytest

from tests.faults.storm import judge
from tests.faults.storm.conftest import FULL
from tests.faults.storm.tablet import Weather

pytestmark = [pytest.mark.once, pytest.mark.long]
BAD = Weather(lost=0.3, cut=0.05, doubled=0.1, late=0.2 if FULL else 0.02)
ATTEMPTS, AT_ONCE = (1000, 20) if FULL else (100, 10)


def test_each_of_a_thousand_is_stored_once_and_told_safe(server, tablet):
    visit = tablet.knows["visits"][0]
    tablet.capture("visit.start", visit)
    answers, sends = 0, 0
    while len(tablet.entries) <= ATTEMPTS or tablet.unsent:
        for _ in range(min(AT_ONCE, ATTEMPTS + 1 - len(tablet.entries))):
            support = tablet.chance.choice(tablet.knows["supports"])
            tablet.capture("attempt", visit, goal=tablet.knows["goal"], support=support, success=True)
        answers, sends = answers + tablet.send(BAD), sends + 1
    server.stop()
    assert answers < sends, "the weather was fine"
    assert tablet.refused == []
    assert judge.lost(server.url, tablet) == set()
    assert judge.doubled(server.url) == []
    assert judge.number_of(server.url, "record_attempt") == ATTEMPTS
    assert judge.counted_in_events(server.url) == ATTEMPTS
