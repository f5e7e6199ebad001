"""F1 for tablets: the server is killed again and again while a tablet sends, answers are lost, doubled and late.

Every acknowledged entry is there exactly once with its own words; every other one is still in the tablet's ledger.
Two arms must lose, or nothing was killed: a server that acknowledges first, and a tablet that forgets what it sent.
"""

import subprocess
import sys
import threading

import pytest

from beadwork.cli.ground import HOUSE
from tests.faults.storm import judge
from tests.faults.storm.conftest import ARM, FULL, SIZE, Size
from tests.faults.storm.server import Server
from tests.faults.storm.tablet import STORM, Tablet

pytestmark = [pytest.mark.once, pytest.mark.long]
SENDS_A_LIFE, RELOAD_EVERY = 3, 100


def play(tablet: Tablet, many: int) -> None:
    """So many taps: visits begin, tries, some undone or corrected, feelings, remarks, activities."""
    for _ in range(many):
        begun = {entry["visit"] for entry in tablet.entries.values() if entry["kind"] == "visit.start"}
        visit = tablet.chance.choice(tablet.knows["visits"])
        if visit not in begun:
            tablet.capture("visit.start", visit)
        else:
            _tap(tablet, visit)


def _tap(tablet: Tablet, visit: str) -> None:
    chance = tablet.chance
    kind = chance.choices(["attempt", "take_back", "response", "remark", "activity"], [70, 5, 10, 8, 7])[0]
    if kind == "take_back" and (last := _last_try(tablet, visit)):
        tablet.capture("take_back", visit, entry=last)
    elif kind == "response":
        tablet.capture("response", visit, response="joy", strength=chance.randint(1, 3))
    elif kind == "remark":
        tablet.capture("remark", visit, text=f"¡Otra vez! {chance.random()}")
    elif kind == "activity":
        tablet.capture("activity", visit, name="Beads", minutes=chance.randint(1, 20))
    else:
        support = chance.choice(tablet.knows["supports"])
        tablet.capture(
            "attempt", visit, goal=tablet.knows["goal"], support=support, success=chance.random() < 0.6
        )


def _last_try(tablet: Tablet, visit: str) -> str | None:
    gone = {entry.get("entry") for entry in tablet.entries.values()}
    mine = [one for one in tablet.entries.values() if one["visit"] == visit and one["kind"] == "attempt"]
    return next((one["id"] for one in reversed(mine) if one["id"] not in gone), None)


def storm(server: Server, tablet: Tablet, size: Size) -> Tablet:
    """Capture and send through so many lives of the server; the tablet as it is in the end."""
    a_send = max(size.events // (size.kills * SENDS_A_LIFE), 1)
    while server.kills < size.kills or len(tablet.entries) < size.events:
        for number in range(SENDS_A_LIFE):
            before = len(tablet.entries)
            play(tablet, a_send)
            if before // RELOAD_EVERY != len(tablet.entries) // RELOAD_EVERY:
                tablet = tablet.reloaded()
            if number == SENDS_A_LIFE - 1:
                killer = threading.Timer(tablet.chance.uniform(0, 0.06), server.kill)
                killer.start()
            tablet.send(STORM, most=200)
        killer.join()
        server.start()
    return tablet.reloaded()


def drain(tablet: Tablet) -> None:
    """The storm is over: everything is sent, in a few tries."""
    for _ in range(20):
        if not tablet.unsent:
            return
        tablet.send()
    raise AssertionError(f"{len(tablet.unsent)} still unsent: {tablet.refused[:3]}")


def test_acknowledged_is_stored_once_and_the_rest_is_still_on_the_tablet(server, tablet):
    tablet = storm(server, tablet, SIZE)
    server.kill()
    assert judge.lost(server.url, tablet) == set()
    assert judge.doubled(server.url) == []
    assert len(tablet.safe) + len(tablet.unsent) == len(tablet.entries) >= SIZE.events
    server.start()
    drain(tablet)
    server.stop()
    assert judge.lost(server.url, tablet) == set()
    assert judge.doubled(server.url) == []
    assert judge.number_of(server.url, "devices_arrival") == len(tablet.entries)
    assert judge.number_of(server.url, "devices_setaside") == 0
    assert judge.counted_in_events(server.url) == judge.number_of(server.url, "record_attempt")
    verify = [sys.executable, "-m", "beadwork.cli", "verify-events"]
    assert subprocess.run(verify, env=server.environment, cwd=HOUSE, check=False).returncode == 0


def test_a_server_that_acknowledges_before_it_commits_is_found_out(server, tablet):
    server.kill()
    server.answer_early()
    server.start()
    tablet = storm(server, tablet, ARM)
    server.kill()
    assert judge.lost(server.url, tablet) != set()


@pytest.mark.skipif(not FULL, reason="in `beadwork test faults` only")
def test_a_tablet_that_forgets_what_it_has_sent_is_found_out(server, tablet):
    tablet.forgets = True
    tablet = storm(server, tablet, ARM)
    server.kill()
    assert judge.lost(server.url, tablet) != set()
