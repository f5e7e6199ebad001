"""What a tablet sends is in the record once, in the order it was made, however often and in whatever order it comes."""

from datetime import timedelta

import pytest

from beadwork.core.events import broken_links
from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.devices.models import Arrival, SetAside
from beadwork.record.models import Attempt, CheckIn, Remark, Response, Second
from beadwork.visits.journal import journal
from beadwork.visits.models import DoneActivity, NoteDraft
from tests.devices.build import said, sent, states, tried
from tests.record.build import goal_row, rung
from tests.visits.build import planned_visit

HOUR = timedelta(hours=1)


def test_a_whole_visit_made_without_network(world, device, goal, planned):
    """Begun, recorded and finished on the tablet three hours ago, and sent at once."""
    began = world.now + timedelta(minutes=5)
    steps = [said("visit.start", planned, began)]
    steps += [tried(goal, planned, began + timedelta(minutes=n)) for n in range(1, 6)]
    steps += [said("visit.finish", planned, began + timedelta(minutes=40))]
    assert states(sent(device, *steps, at=world.now + 3 * HOUR)) == ["stored"] * 7
    planned.refresh_from_db()
    assert (planned.started_at, planned.minutes) == (began, 40)
    assert planned.occasion.on == world.today
    assert Attempt.objects.standing().filter(occasion=planned.occasion).count() == 5


def test_every_kind_becomes_its_row(world, device, goal, visit):
    at, words, steps = world.now, rung(goal, "words"), goal_row(world, "steps")
    sent_now = sent(
        device,
        tried(goal, visit, at),
        said("attempt", visit, at, goal=steps.pk, support=words.pk, steps=[4, 1, 2]),
        said("response", visit, at, response="joy", strength=3, during="Blocks", helped="A pause"),
        said("remark", visit, at, text="Proud of it.", goal=goal.pk, for_family=True),
        said(
            "activity",
            visit,
            at,
            name="Blocks",
            slug="tower-of-blocks",
            **{"from": at - HOUR, "to": at - HOUR + timedelta(minutes=9)},
        ),
        said("check_in", visit, at, asked="felt", answer="fun", about="Blocks"),
        said("second", visit, at, goal=goal.pk, support=words.pk, success=False, of=new_id(), observer="Ben"),
        said("note.draft", visit, at, part="plan", text="Next: both socks.", base=new_id()),
        at=at,
    )
    assert states(sent_now) == ["stored"] * 8
    assert Attempt.objects.get(goal=steps).steps_done == "1,2,4"
    assert Response.objects.get().helped == "A pause"
    assert Remark.objects.get().for_family
    blocks = DoneActivity.objects.get()
    assert (blocks.minutes, blocks.slug) == (9, "tower-of-blocks")
    assert CheckIn.objects.get().answer == "fun"
    assert Second.objects.get().observer == "Ben"
    assert NoteDraft.objects.get().text == "Next: both socks."
    assert Attempt.objects.filter(goal=goal).count() == 1


def test_sent_again_is_answered_the_same_and_stored_once(world, device, goal, visit):
    entries = [tried(goal, visit, world.now) for _ in range(4)]
    first = sent(device, *entries, at=world.now)
    later = sent(device, *reversed(entries), at=world.now + HOUR, sent_at=world.now)
    assert states(first) == states(later) == ["stored"] * 4
    assert Attempt.objects.count() == Arrival.objects.count() == 4
    assert Event.objects.filter(what="attempts.recorded").count() == 1


def test_the_same_words_in_another_order_are_the_same_entry(world, device, goal, visit):
    entry = tried(goal, visit, world.now)
    again = dict(reversed(entry.items()))
    assert states(sent(device, entry, at=world.now) + sent(device, again, at=world.now)) == ["stored"] * 2
    assert Attempt.objects.count() == 1


def test_one_that_does_not_fit_blocks_no_other(world, device, goal, visit):
    entries = [tried(goal, visit, world.now) for _ in range(21)]
    entries[7] = tried(goal, visit, world.now, value=3)
    outcomes = sent(device, *entries, at=world.now)
    assert states(outcomes) == ["stored"] * 7 + ["aside"] + ["stored"] * 13
    assert outcomes[7].problem.code == "BW-410"
    assert Attempt.objects.count() == 20


def test_the_order_is_that_of_the_numbers(world, device, goal, visit):
    """The clock was put back by two hours in between; what was counted later was later."""
    times = [2, 2.1, 2.2, 0.1, 0.2]
    entries = [tried(goal, visit, world.now + HOUR * n) for n in times]
    sent(device, *reversed(entries), at=world.now + 3 * HOUR)
    assert [str(line.id) for line in journal(visit.occasion_id)] == [one["id"] for one in entries]


def test_what_the_device_said_is_kept_as_it_said_it(world, device, goal, visit):
    entry = tried(goal, visit, world.now) | {"at": "2026-09-14T13:00:00.250-05:00"}
    sent(device, entry, at=world.now, sent_at=world.now + 3 * HOUR)
    device.refresh_from_db()
    arrival = Arrival.objects.get()
    assert (arrival.said_at, arrival.received_at, device.ahead) == (entry["at"], world.now, 3 * 60 * 60)
    assert Attempt.objects.get().at == world.now


def test_taking_back_and_correcting_in_one_envelope(world, device, goal, visit):
    first, second = (tried(goal, visit, world.now) for _ in range(2))
    better = tried(goal, visit, world.now, success=False, supersedes=first["id"])
    back = said("take_back", visit, world.now, entry=second["id"])
    twice = said("take_back", visit, world.now, entry=second["id"])
    assert states(sent(device, first, second, better, back, twice, at=world.now)) == ["stored"] * 5
    assert [row.success for row in Attempt.objects.standing()] == [False]


@pytest.mark.parametrize("kind", ["check_in", "second"])
def test_every_kind_can_be_taken_back(world, device, goal, visit, kind):
    words = {"asked": "felt", "answer": "fun"} if kind == "check_in" else {"success": True}
    of = {} if kind == "check_in" else {"goal": goal.pk, "support": rung(goal).pk}
    entry = said(kind, visit, world.now, **words, **of)
    sent(device, entry, at=world.now)
    assert states(sent(device, said("take_back", visit, world.now, entry=entry["id"]), at=world.now)) == [
        "stored"
    ]
    model = CheckIn if kind == "check_in" else Second
    assert not model.objects.standing().exists()


def test_before_the_start_has_come_they_wait_and_then_fit(world, device, goal, planned):
    """Two senders at once: the second one is faster."""
    start, attempt = said("visit.start", planned, world.now), tried(goal, planned, world.now)
    assert states(sent(device, attempt, at=world.now)) == ["waits"]
    assert not Arrival.objects.exists()
    assert states(sent(device, start, at=world.now)) == ["stored"]
    assert states(sent(device, attempt, at=world.now)) == ["stored"]


def test_a_correction_before_its_entry_waits(world, device, goal, visit):
    first = tried(goal, visit, world.now)
    back = said("take_back", visit, world.now, entry=first["id"])
    better = tried(goal, visit, world.now, supersedes=new_id())
    assert states(sent(device, back, better, at=world.now)) == ["waits", "waits"]
    assert states(sent(device, first, back, at=world.now)) == ["stored", "stored"]


def test_two_thousand_of_twelve_visits_at_once(world, device, goal):
    visits = [planned_visit(world, planned_at=world.now + n * HOUR / 2) for n in range(12)]
    entries = []
    for visit in visits:
        entries += [said("visit.start", visit, visit.planned_at)]
        entries += [tried(goal, visit, visit.planned_at + timedelta(seconds=n)) for n in range(165)]
        entries += [said("visit.finish", visit, visit.planned_at + timedelta(minutes=29))]
    assert set(states(sent(device, *entries, at=world.now + 8 * HOUR))) == {"stored"}
    assert Attempt.objects.count() == 12 * 165
    assert not list(broken_links(world.practice.pk))
    assert not SetAside.objects.exists()
