"""Nothing is overwritten: a correction is a new entry, and undoing is a correction that takes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.record import problems
from beadwork.record.actions import (
    NewRemark,
    NewResponse,
    record_attempts,
    record_remarks,
    record_responses,
    take_back,
)
from beadwork.record.models import Attempt, Remark, Response
from tests.record.build import attempt, goal_row, occasion


@pytest.fixture
def how(world):
    """As Ana, in a visit, now."""
    return {"can": Can.RECORD_VISIT, "by": world.ana, "at": world.now}


@pytest.fixture
def kept(world, how):
    """An attempt of four on a count, already kept."""
    new = attempt(world, goal_row(world, "count"), value=4)
    record_attempts(occasion(world), [new], **how)
    return Attempt.objects.select_related("occasion", "goal").get(pk=new.id)


def standing():
    return list(Attempt.objects.standing().values_list("value", flat=True))


def test_a_correction_stands_and_the_old_entry_stays(world, kept, how):
    record_attempts(kept.occasion, [attempt(world, kept.goal, value=5, supersedes_id=kept.pk)], **how)
    assert standing() == [5]
    assert Attempt.objects.count() == 2


def test_undo_takes_the_entry_back_and_twice_changes_nothing(kept, how):
    id = new_id()
    assert take_back(kept, id=id, **how).stored == (id,)
    assert take_back(kept, id=new_id(), **how).known == (id,)
    assert take_back(kept, id=id, **how | {"at": how["at"] + timedelta(hours=1)}).known == (id,)
    assert standing() == []
    assert Attempt.objects.count() == 2


def test_an_entry_is_corrected_once(world, kept, how):
    record_attempts(kept.occasion, [attempt(world, kept.goal, value=5, supersedes_id=kept.pk)], **how)
    with pytest.raises(Problem) as problem:
        record_attempts(kept.occasion, [attempt(world, kept.goal, value=6, supersedes_id=kept.pk)], **how)
    assert problem.value.kind is problems.NOTHING_TO_CORRECT
    assert standing() == [5]


def test_two_corrections_of_one_entry_in_one_batch_are_refused(world, kept, how):
    both = [attempt(world, kept.goal, value=value, supersedes_id=kept.pk) for value in (5, 6)]
    with pytest.raises(Problem) as problem:
        record_attempts(kept.occasion, both, **how)
    assert problem.value.kind is problems.NOTHING_TO_CORRECT
    assert standing() == [4]


def test_what_was_taken_back_cannot_be_corrected(world, kept, how):
    id = new_id()
    take_back(kept, id=id, **how)
    with pytest.raises(Problem):
        record_attempts(kept.occasion, [attempt(world, kept.goal, supersedes_id=id)], **how)


def test_a_correction_stays_on_its_occasion_and_its_goal(world, kept, how):
    for where, goal in [(occasion(world), kept.goal), (kept.occasion, goal_row(world, "count"))]:
        with pytest.raises(Problem) as problem:
            record_attempts(where, [attempt(world, goal, supersedes_id=kept.pk)], **how)
        assert problem.value.kind is problems.NOTHING_TO_CORRECT


def test_recorded_and_undone_offline_arrives_as_one_batch(world, kept, how):
    new = attempt(world, kept.goal, value=9)
    undone = replace(new, id=new_id(), supersedes_id=new.id, withdrawn=True)
    for _ in range(2):
        record_attempts(kept.occasion, [new, undone], **how)
    assert standing() == [4]


def test_taking_back_without_saying_what_is_refused(world, kept, how):
    with pytest.raises(Problem) as problem:
        record_attempts(kept.occasion, [attempt(world, kept.goal, withdrawn=True)], **how)
    assert problem.value.kind is problems.TAKES_NOTHING_BACK


def test_responses_and_remarks_are_kept_corrected_and_taken_back(world, how):
    where = occasion(world)
    joy = NewResponse(new_id(), "joy", 3, world.now, during="sock puppets", helped="")
    said = NewRemark(new_id(), "Sang to the sock.", world.now, for_family=True)
    record_responses(where, [joy], **how)
    record_remarks(where, [said], **how)
    record_responses(where, [NewResponse(new_id(), "pride", 2, world.now, supersedes_id=joy.id)], **how)
    take_back(Remark.objects.get(), id=new_id(), **how)
    assert [one.kind for one in Response.objects.standing()] == ["pride"]
    assert not Remark.objects.standing().exists()
    take_back(Response.objects.standing().get(), id=new_id(), **how)
    assert not Response.objects.standing().exists()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"kind": "bravery"}, problems.UNKNOWN_RESPONSE),
        ({"strength": 0}, problems.STRENGTH_OFF),
        ({"strength": 4}, problems.STRENGTH_OFF),
        ({"during": "x" * 121}, problems.TEXT_TOO_LONG),
        ({"helped": "x" * 201}, problems.TEXT_TOO_LONG),
    ],
)
def test_responses_that_do_not_fit_are_refused(world, how, said, kind):
    new = replace(NewResponse(new_id(), "joy", 2, world.now), **said)
    with pytest.raises(Problem) as problem:
        record_responses(occasion(world), [new], **how)
    assert problem.value.kind is kind


@pytest.mark.parametrize(
    ("text", "kind"), [("  ", problems.NOTHING_SAID), ("x" * 1001, problems.TEXT_TOO_LONG)]
)
def test_remarks_that_do_not_fit_are_refused(world, how, text, kind):
    with pytest.raises(Problem) as problem:
        record_remarks(occasion(world), [NewRemark(new_id(), text, world.now)], **how)
    assert problem.value.kind is kind


def test_a_remark_is_about_the_childs_own_goal(world, how):
    theirs = NewRemark(new_id(), "Well done.", world.now, goal_id=goal_row(world, child=world.theo).pk)
    with pytest.raises(Problem) as problem:
        record_remarks(occasion(world), [theirs], **how)
    assert problem.value.kind is problems.GOAL_OF_ANOTHER_CHILD
    own = replace(theirs, goal_id=goal_row(world).pk)
    assert record_remarks(occasion(world), [own], **how).stored
