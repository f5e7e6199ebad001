"""Starting, recording and finishing: each once, whatever is clicked twice or arrives late."""

from datetime import timedelta

import pytest

from beadwork.core.events import broken_links
from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.record.actions import NewRemark, NewResponse
from beadwork.record.models import Attempt, Occasion
from beadwork.visits import problems
from beadwork.visits.actions import cancel_visit, finish_visit, start_visit
from beadwork.visits.models import DoneActivity
from beadwork.visits.recording import note_activity, record_in_visit, undo_in_visit
from tests.record.build import attempt, goal_row
from tests.visits.build import begun_visit, planned_visit


@pytest.fixture
def goal(world):
    return goal_row(world, "count")


@pytest.fixture
def visit(world, goal):
    return begun_visit(world, goal=goal)


def refused(kind, act, *args, **how):
    with pytest.raises(Problem) as problem:
        act(*args, **how)
    assert problem.value.kind is kind
    assert "{" not in str(problem.value)


def test_starting_twice_opens_one_occasion(world):
    visit = planned_visit(world)
    first, second = (start_visit(visit, by=world.ana, at=world.now + timedelta(minutes=n)) for n in (0, 1))
    assert first.occasion_id == second.occasion_id
    assert second.started_at == world.now
    assert Occasion.objects.count() == Event.objects.filter(what="visit.started").count() == 1


def test_the_occasion_has_the_place_and_the_practices_day(world):
    night = world.now.replace(hour=3)
    visit = start_visit(planned_visit(world), by=world.ana, at=night)
    assert (visit.occasion.setting, visit.occasion.on) == ("clinic", world.today - timedelta(days=1))


def test_a_cancelled_visit_does_not_start(world):
    visit = planned_visit(world)
    cancel_visit(visit, "ill", by=world.ana, at=world.now)
    refused(problems.CANCELLED, start_visit, visit, by=world.ana, at=world.now)


@pytest.mark.parametrize("who", ["leo", "okafor", "eve", "dana", "ruth"])
def test_nobody_outside_the_treating_team_starts_records_or_finishes(world, visit, goal, who):
    by = {"by": getattr(world, who), "at": world.now}
    for act in (
        lambda: start_visit(visit, **by),
        lambda: record_in_visit(visit, [attempt(world, goal)], **by),
        lambda: finish_visit(visit, **by),
    ):
        with pytest.raises(Problem) as problem:
            act()
        assert problem.value.kind.status == 404


def test_everything_recorded_in_a_visit_arrives_together(world, visit, goal):
    mixed = [
        attempt(world, goal),
        NewResponse(new_id(), "joy", 2, world.now),
        NewRemark(new_id(), "Sang along.", world.now),
    ]
    assert len(record_in_visit(visit, mixed, by=world.ben, at=world.now).stored) == 3
    assert len(record_in_visit(visit, mixed, by=world.ben, at=world.now).known) == 3
    assert not list(broken_links(world.practice.pk))


def test_one_bad_entry_keeps_none_of_the_mixed_batch(world, visit, goal):
    bad = NewResponse(new_id(), "bravery", 2, world.now)
    with pytest.raises(Problem):
        record_in_visit(visit, [attempt(world, goal), bad], by=world.ana, at=world.now)
    assert not Attempt.objects.exists()


def test_an_activity_is_noted_once_and_can_be_undone(world, visit):
    id = new_id()
    for _ in range(2):
        note_activity(visit, "Sock puppets", 10, id, by=world.ana, at=world.now)
    assert list(DoneActivity.objects.standing().values_list("name", "minutes")) == [("Sock puppets", 10)]
    undo_in_visit(visit, DoneActivity.objects.get(), id=new_id(), by=world.ana, at=world.now)
    assert not DoneActivity.objects.standing().exists()


@pytest.mark.parametrize(
    ("name", "minutes", "kind"),
    [
        (" ", 10, problems.NO_ACTIVITY),
        ("x" * 121, 10, problems.NO_ACTIVITY),
        ("Beads", 0, problems.MINUTES_OFF),
        ("Beads", 241, problems.MINUTES_OFF),
    ],
)
def test_an_activity_has_a_name_and_minutes(world, visit, name, minutes, kind):
    refused(kind, note_activity, visit, name, minutes, new_id(), by=world.ana, at=world.now)


def test_nothing_is_recorded_before_the_start(world, goal):
    visit = planned_visit(world)
    refused(problems.NOT_STARTED, record_in_visit, visit, [attempt(world, goal)], by=world.ana, at=world.now)
    refused(problems.NOT_STARTED, finish_visit, visit, by=world.ana, at=world.now)


def test_finishing_twice_keeps_the_first_end(world, visit):
    for minutes in (40, 50):
        done = finish_visit(visit, by=world.ana, at=world.now + timedelta(minutes=minutes))
    assert done.minutes == 40
    assert Event.objects.filter(what="visit.finished").count() == 1


def test_a_visit_does_not_end_before_it_starts_or_in_the_future(world, visit):
    at = world.now + timedelta(hours=2)
    for ended_at, kind in [
        (world.now - timedelta(minutes=1), problems.ENDS_BEFORE_IT_STARTS),
        (at + timedelta(minutes=1), problems.ENDS_IN_THE_FUTURE),
    ]:
        refused(kind, finish_visit, visit, by=world.ana, at=at, ended_at=ended_at)
    assert finish_visit(visit, by=world.ana, at=at, ended_at=world.now + timedelta(minutes=45)).minutes == 45


def test_after_the_end_only_earlier_entries_and_corrections_are_taken(world, visit, goal):
    made = attempt(world, goal)
    record_in_visit(visit, [made], by=world.ana, at=world.now)
    finish_visit(visit, by=world.ana, at=world.now + timedelta(minutes=45))
    evening = {"by": world.ana, "at": world.now + timedelta(hours=8)}
    late = attempt(world, goal, at=world.now + timedelta(hours=1))
    refused(problems.OVER, record_in_visit, visit, [late], **evening)
    before_the_end = attempt(world, goal, at=world.now + timedelta(minutes=30))
    assert record_in_visit(visit, [before_the_end], **evening).stored
    correction = attempt(world, goal, value=9, at=evening["at"], supersedes_id=made.id)
    assert record_in_visit(visit, [correction], **evening).stored
    assert undo_in_visit(visit, Attempt.objects.get(pk=correction.id), id=new_id(), **evening).stored
