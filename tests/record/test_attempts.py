"""Recording attempts: what fits is kept, what does not is refused with a number, and a retry is harmless."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from beadwork.core.events import broken_links
from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.plan.models import SupportLevel
from beadwork.record import problems
from beadwork.record.actions import record_attempts
from beadwork.record.models import Attempt
from tests.record.build import SCALES, attempt, goal_row, ladder_of, occasion


@pytest.fixture
def record(world):
    """Records as Ana in a visit, now, unless told otherwise."""

    def now(where, attempts, **how):
        return record_attempts(
            where, attempts, **{"can": Can.RECORD_VISIT, "by": world.ana, "at": world.now} | how
        )

    return now


def refused(kind, act, *args, **how):
    """The act is refused with this kind of problem, and nothing is stored."""
    before = Attempt.objects.count(), Event.objects.count()
    with pytest.raises(Problem) as problem:
        act(*args, **how)
    assert problem.value.kind is kind
    assert "{" not in str(problem.value)
    assert (Attempt.objects.count(), Event.objects.count()) == before
    return problem.value


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale_keeps_its_own_kind_of_answer(world, record, scale):
    goal = goal_row(world, scale)
    new = attempt(world, goal)
    receipt = record(occasion(world), [new])
    assert receipt.stored == (new.id,)
    kept = Attempt.objects.get(pk=new.id)
    assert (kept.success, kept.value, kept.steps_done) == (new.success, new.value, new.steps_done)
    assert (kept.child, kept.by, kept.at, kept.received_at) == (world.mia, world.ana, world.now, world.now)


def test_a_batch_is_one_event_with_counts_and_no_clinical_content(world, record):
    goal, where = goal_row(world), occasion(world)
    record(where, [attempt(world, goal) for _ in range(3)])
    event = Event.objects.get(what="attempts.recorded")
    assert (event.about_id, event.child_id, event.data["count"]) == (where.pk, world.mia.pk, 3)
    assert not list(broken_links(world.practice.pk))


def test_sent_again_it_gives_the_same_ids_and_stores_nothing_twice(world, record):
    where, new = occasion(world), attempt(world, goal_row(world))
    assert record(where, [new]).stored == (new.id,)
    assert record(where, [new], at=world.now + timedelta(hours=3)).known == (new.id,)
    assert Attempt.objects.count() == 1
    assert Event.objects.filter(what="attempts.recorded").count() == 1


def test_a_batch_half_known_stores_the_other_half(world, record):
    goal, where = goal_row(world), occasion(world)
    old, new = attempt(world, goal), attempt(world, goal)
    record(where, [old])
    receipt = record(where, [old, new])
    assert (receipt.known, receipt.stored) == ((old.id,), (new.id,))


def test_a_retry_is_acknowledged_even_after_the_goal_was_closed(world, record):
    goal, where = goal_row(world), occasion(world)
    new = attempt(world, goal)
    record(where, [new])
    goal.closed_at, goal.closed_by = world.now - timedelta(hours=1), world.ana
    goal.save()
    assert record(where, [new]).known == (new.id,)


def test_the_same_id_with_other_content_is_a_conflict_and_the_batch_is_not_kept(world, record):
    goal, where = goal_row(world, "count"), occasion(world)
    old = attempt(world, goal, value=4)
    record(where, [old])
    conflict = refused(
        problems.SAME_ID_OTHER_WORDS, record, where, [attempt(world, goal), replace(old, value=5)]
    )
    assert conflict.kind.status == 409
    assert str(old.id) in conflict.what


def test_the_same_id_twice_in_one_batch_must_say_the_same(world, record):
    goal, where = goal_row(world, "count"), occasion(world)
    new = attempt(world, goal, value=4)
    refused(problems.SAME_ID_OTHER_WORDS, record, where, [new, replace(new, value=5)])
    assert record(where, [new, new]).stored == (new.id,)


def test_four_and_four_point_zero_are_the_same_content(world, record):
    where, new = occasion(world), attempt(world, goal_row(world, "count"), value=4)
    record(where, [new])
    assert record(where, [replace(new, value=4.0)]).known == (new.id,)


@pytest.mark.parametrize("child", ["theo", "mia"])
def test_a_goal_of_another_child_is_refused(world, record, child):
    goal = goal_row(world, child=world.theo)
    where = occasion(world, child=getattr(world, child))
    if child == "theo":
        assert record(where, [attempt(world, goal)]).stored
    else:
        refused(problems.GOAL_OF_ANOTHER_CHILD, record, where, [attempt(world, goal)])


def test_an_unsigned_plan_takes_no_attempts(world, record):
    goal = goal_row(world)
    goal.plan.signed_at = goal.plan.signed_by = None
    goal.plan.save()
    refused(problems.PLAN_NOT_OPEN, record, occasion(world), [attempt(world, goal)])


def test_an_ended_plan_takes_no_attempts_made_after_its_end(world, record):
    goal, where = goal_row(world), occasion(world)
    goal.plan.ended_at, goal.plan.ended_by = world.now - timedelta(hours=1), world.ana
    goal.plan.save()
    refused(problems.PLAN_NOT_OPEN, record, where, [attempt(world, goal)])
    assert record(where, [attempt(world, goal, at=world.now - timedelta(hours=2))]).stored


def test_a_closed_goal_takes_no_attempts_but_lets_old_ones_be_corrected(world, record):
    goal, where = goal_row(world, "count"), occasion(world)
    old = attempt(world, goal, value=4)
    record(where, [old])
    goal.closed_at, goal.closed_by = world.now, world.ana
    goal.save()
    problem = refused(problems.GOAL_CLOSED, record, where, [attempt(world, goal)])
    assert goal.name in problem.what
    assert record(where, [attempt(world, goal, value=5, supersedes_id=old.id)]).stored


@pytest.mark.parametrize(
    ("scale", "said", "kind"),
    [
        ("count", {"value": 51}, problems.LEVEL_OFF_SCALE),
        ("duration", {"value": -0.1}, problems.LEVEL_OFF_SCALE),
        ("rate", {"value": float("nan")}, problems.LEVEL_OFF_SCALE),
        ("attainment", {"value": 3}, problems.LEVEL_OFF_SCALE),
        ("attainment", {"value": 0.5}, problems.LEVEL_NOT_WHOLE),
        ("count", {"value": 2.5}, problems.LEVEL_NOT_WHOLE),
        ("steps", {"value": 2, "steps_done": "1,9"}, problems.UNKNOWN_STEPS),
        ("steps", {"value": 2, "steps_done": "1,1"}, problems.UNKNOWN_STEPS),
        ("steps", {"value": 2, "steps_done": "one,²"}, problems.UNKNOWN_STEPS),
        ("steps", {"value": 3, "steps_done": "1,2"}, problems.STEPS_MISCOUNTED),
        ("support", {"value": 4}, problems.SUPPORT_IS_THE_LEVEL),
        ("accuracy", {"value": 60}, problems.OTHER_SCALE),
        ("accuracy", {"success": None}, problems.OTHER_SCALE),
        ("count", {"success": True}, problems.OTHER_SCALE),
        ("count", {"value": 2, "success": True}, problems.OTHER_SCALE),
        ("count", {"value": 2, "steps_done": "1,2"}, problems.OTHER_SCALE),
    ],
)
def test_what_does_not_fit_the_scale_is_refused(world, record, scale, said, kind):
    refused(kind, record, occasion(world), [attempt(world, goal_row(world, scale), **said)])


def test_no_step_done_is_an_attempt_too(world, record):
    new = attempt(world, goal_row(world), value=0, steps_done="")
    assert record(occasion(world), [new]).stored == (new.id,)


def test_help_from_another_ladder_is_refused(world, record):
    foreign = SupportLevel.objects.get(ladder=ladder_of(world.elsewhere), slug="words")
    new = replace(attempt(world, goal_row(world)), support_id=foreign.pk)
    refused(problems.SUPPORT_OFF_LADDER, record, occasion(world), [new])
    refused(problems.SUPPORT_OFF_LADDER, record, occasion(world), [replace(new, support_id=new_id())])


def test_a_clock_a_little_fast_is_forgiven_and_more_is_not(world, record):
    goal, where = goal_row(world), occasion(world)
    assert record(where, [attempt(world, goal, at=world.now + timedelta(minutes=4))]).stored
    refused(
        problems.IN_THE_FUTURE, record, where, [attempt(world, goal, at=world.now + timedelta(minutes=6))]
    )


def test_one_bad_entry_refuses_the_whole_batch(world, record):
    goal = goal_row(world, "count")
    refused(
        problems.LEVEL_OFF_SCALE,
        record,
        occasion(world),
        [attempt(world, goal), attempt(world, goal, value=99)],
    )


def test_five_hundred_fit_and_one_more_does_not(world, record):
    goal, where = goal_row(world), occasion(world)
    new = attempt(world, goal)
    many = [replace(new, id=new_id()) for _ in range(501)]
    refused(problems.TOO_MANY, record, where, many)
    assert len(record(where, many[:500]).stored) == 500


@pytest.mark.parametrize(
    ("who", "can"),
    [
        ("leo", Can.RECORD_VISIT),
        ("okafor", Can.RECORD_VISIT),
        ("eve", Can.RECORD_VISIT),
        ("dana", Can.RECORD_VISIT),
    ],
)
def test_nobody_records_without_the_capability_for_this_child(world, record, who, can):
    where, goal = occasion(world), goal_row(world)
    with pytest.raises(Problem) as problem:
        record(where, [attempt(world, goal)], by=getattr(world, who), can=can)
    assert problem.value.kind.status == 404
    assert not Attempt.objects.exists()


def test_the_family_records_with_its_own_capability(world, record):
    assert record(occasion(world), [attempt(world, goal_row(world))], by=world.leo, can=Can.PRACTISE).stored


def test_thirty_attempts_cost_as_many_queries_as_two(world, record):
    goals, where = [goal_row(world, scale) for scale in SCALES], occasion(world)
    record(where, [attempt(world, goals[0])])
    counts = []
    for size in (2, 30):
        many = [attempt(world, goals[n % len(goals)]) for n in range(size)]
        with CaptureQueriesContext(connection) as queries:
            record(where, many)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


@pytest.mark.parametrize("years", [1, 56])
def test_a_clock_that_lost_its_battery_is_noticed(world, record, years):
    goal = goal_row(world)
    odd = attempt(world, goal, at=world.now - timedelta(days=365 * years))
    refused(problems.BEFORE_ITS_DAY, record, occasion(world), [odd])


def test_a_clock_some_hours_slow_is_not(world, record):
    slow = attempt(world, goal_row(world), at=world.now - timedelta(hours=20))
    assert record(occasion(world), [slow]).stored == (slow.id,)
