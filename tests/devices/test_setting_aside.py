"""F7: login, team, goal, visit, device change while a tablet is offline: nothing is dropped, nothing lands unseen."""

from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.devices.actions import revoke_device
from beadwork.devices.models import Arrival, SetAside
from beadwork.people.actions import end_job, leave_care_team
from beadwork.plan.models import Goal
from beadwork.record.models import Attempt, Remark
from beadwork.visits.actions import cancel_visit, finish_visit, plan_visit
from tests.devices.build import device_of, said, sent, states, tried
from tests.visits.build import planned_visit

HOUR = timedelta(hours=1)


def closed_goal(world, visit, goal):
    Goal.objects.filter(pk=goal.pk).update(closed_at=world.now - HOUR, closed_by=world.ana)


def finished_visit(world, visit, goal):
    finish_visit(visit, by=world.ana, at=world.now)


def moved_child(world, visit, goal):
    leave_care_team(world.mia.care_team.get(staff=world.ana_staff), by=world.ruth, at=world.now)


def ended_job(world, visit, goal):
    end_job(world.ana_staff, by=world.ruth, at=world.now)


MEANWHILE = {
    closed_goal: "BW-404",
    finished_visit: "BW-507",
    moved_child: "BW-552",
    ended_job: "BW-552",
}


@pytest.mark.parametrize("what", MEANWHILE)
def test_what_changed_meanwhile_sets_aside_with_every_word(world, device, goal, visit, what):
    entry = tried(goal, visit, world.now + HOUR / 2)
    what(world, visit, goal)
    (outcome,) = sent(device, entry, at=world.now + HOUR)
    assert (outcome.state, outcome.final, outcome.problem.code) == ("aside", True, MEANWHILE[what])
    row = SetAside.objects.waiting().get()
    assert entry["id"] in row.said
    assert (row.by, row.child, row.seq, row.reason.code) == (
        world.ana,
        world.mia,
        entry["seq"],
        outcome.problem.code,
    )
    assert not Attempt.objects.exists()
    assert Event.objects.get(what="entries.set-aside").data["count"] == 1


def test_a_cancelled_visit_that_took_place_is_kept_whole(world, device, goal, planned):
    cancel_visit(planned, "Ill", by=world.ana, at=world.now)
    entries = [said("visit.start", planned, world.now), *(tried(goal, planned, world.now) for _ in range(9))]
    assert states(sent(device, *entries, at=world.now)) == ["aside"] * 10
    assert SetAside.objects.waiting().count() == 10


def test_what_was_set_aside_is_answered_the_same_again(world, device, goal, visit):
    entry = tried(goal, visit, world.now, value=2)
    assert sent(device, entry, at=world.now)[0].problem.code == "BW-410"
    again = sent(device, entry, at=world.now + HOUR, sent_at=world.now)
    assert (again[0].state, again[0].problem.code) == ("aside", "BW-410")
    assert SetAside.objects.count() == Arrival.objects.count() == 1


def test_another_content_under_a_known_id_is_a_conflict_and_both_are_kept(world, device, goal, visit):
    first = tried(goal, visit, world.now)
    other, third = first | {"success": False}, first | {"seq": first["seq"] + 1000}
    assert states(sent(device, first, other, at=world.now)) == ["stored", "conflict"]
    assert states(sent(device, other, third, first, at=world.now)) == ["conflict", "conflict", "stored"]
    assert [row.success for row in Attempt.objects.all()] == [True]
    assert SetAside.objects.waiting().count() == 2


def test_a_conflict_in_one_visit_sets_nothing_else_aside(world, device, goal, visit):
    first = tried(goal, visit, world.now)
    more = [tried(goal, visit, world.now) for _ in range(3)]
    sent(device, first, at=world.now)
    assert (
        states(sent(device, first | {"success": False}, *more, at=world.now)) == ["conflict"] + ["stored"] * 3
    )


def test_what_builds_on_something_set_aside_is_set_aside_with_it(world, device, goal, visit):
    bad = tried(goal, visit, world.now, value=2)
    back = said("take_back", visit, world.now, entry=bad["id"])
    assert [one.problem.code for one in sent(device, bad, back, at=world.now)] == ["BW-410", "BW-556"]
    later = said("take_back", visit, world.now, entry=bad["id"])
    assert sent(device, later, at=world.now)[0].problem.code == "BW-556"


def test_after_a_start_that_was_set_aside_nothing_waits_for_it(world, device, goal):
    """The tablet's clock stood in another year: its start is looked at, and what was recorded with it."""
    visit = planned_visit(world, planned_at=world.now)
    start = said("visit.start", visit, world.now - timedelta(days=400))
    outcomes = sent(device, start, tried(goal, visit, world.now), at=world.now)
    assert [(one.state, one.problem.code) for one in outcomes] == [("aside", "BW-514"), ("aside", "BW-506")]
    assert states(sent(device, tried(goal, visit, world.now), at=world.now)) == ["aside"]


def test_from_a_revoked_device_nothing_lands_by_itself(world, device, goal, visit):
    known = tried(goal, visit, world.now)
    sent(device, known, at=world.now)
    revoke_device(device, by=world.ana, at=world.now)
    assert states(sent(device, known, tried(goal, visit, world.now), at=world.now)) == ["stored", "aside"]


def test_only_who_had_to_do_with_the_child_is_answered(world, goal, visit):
    theos = plan_visit(
        world.theo,
        world.ana_staff,
        planned_at=world.now,
        minutes=45,
        place="clinic",
        by=world.ana,
        at=world.now,
    )
    ben = device_of(world, world.ben)
    entry = said("remark", theos, world.now, text="Hello")
    other = entry | {"id": str(new_id()), "visit": str(new_id())}
    assert states(sent(ben, entry, other, at=world.now)) == ["refused", "refused"]
    assert states(sent(ben, tried(goal, visit, world.now), at=world.now)) == ["stored"]


def test_an_entry_corrected_by_somebody_else_meanwhile_is_not_corrected_again(world, device, goal, visit):
    first = tried(goal, visit, world.now)
    sent(device, first, at=world.now)
    ben = device_of(world, world.ben)
    assert states(
        sent(ben, tried(goal, visit, world.now, success=False, supersedes=first["id"]), at=world.now)
    ) == ["stored"]
    mine = sent(device, tried(goal, visit, world.now, supersedes=first["id"]), at=world.now)
    assert (mine[0].state, mine[0].problem.code) == ("aside", "BW-413")
    assert Attempt.objects.standing().get().success is False


def test_two_people_record_one_visit_and_each_is_in_it(world, device, goal, visit):
    ben = device_of(world, world.ben)
    mine = [tried(goal, visit, world.now), said("remark", visit, world.now, text="Ana's")]
    his = [tried(goal, visit, world.now), said("remark", visit, world.now, text="Ben's")]
    assert states(sent(ben, *his, at=world.now) + sent(device, *mine, at=world.now)) == ["stored"] * 4
    assert {(one.by.name, one.text) for one in Remark.objects.all()} == {
        ("Ana Duarte", "Ana's"),
        ("Ben Fields", "Ben's"),
    }
