"""Carrying a goal home."""

import pytest
from django.utils.translation import override

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.home.actions import end_routine, share_routine
from beadwork.home.models import Routine
from tests.home.build import goal_row, routine_at_home


def share(world, goal, **more):
    said = {
        "moment_en": "at bath time",
        "words_en": "Pull the heel.",
        "minutes": 3,
        "by": world.ana,
        "at": world.now,
    }
    return share_routine(goal, **(said | more))


def test_a_shared_routine_speaks_the_readers_language(world):
    routine = routine_at_home(world)
    with override("es"):
        assert (routine.moment, routine.words[:7]) == ("después del baño", "Títeres")
    assert routine.moment == "after the bath"
    assert routine.child == world.mia
    assert Event.objects.filter(what="routine.shared", child_id=world.mia.pk).count() == 1


def test_sharing_the_same_id_twice_is_one_routine(world):
    goal, name = goal_row(world), new_id()
    assert share(world, goal, id=name) == share(world, goal, id=name)
    assert Routine.objects.count() == 1


def test_an_id_that_names_another_goals_routine_is_a_conflict(world):
    routine = routine_at_home(world)
    with pytest.raises(Problem, match="BW-114"):
        share(world, goal_row(world, slug="shirt"), id=routine.pk)


@pytest.mark.parametrize("who", ["ben", "leo", "okafor", "ruth", "eve"])
def test_only_who_writes_the_plan_shares_and_ends_a_routine(world, who):
    routine = routine_at_home(world)
    with pytest.raises(Problem, match="BW-100"):
        share(world, routine.goal, by=getattr(world, who))
    with pytest.raises(Problem, match="BW-100"):
        end_routine(routine, by=getattr(world, who), at=world.now)


def test_a_goal_the_family_does_not_see_is_not_carried_home(world):
    goal = goal_row(world, shared=False)
    with pytest.raises(Problem, match="BW-600"):
        share(world, goal)
    goal.shared_at, goal.shared_by, goal.closed_at, goal.closed_by = (world.now, world.ana) * 2
    goal.save()
    with pytest.raises(Problem, match="BW-600"):
        share(world, goal)


@pytest.mark.parametrize(
    ("wrong", "number"),
    [
        ({"moment_en": " "}, 601), ({"words_en": ""}, 601), ({"moment_en": "x" * 81}, 602),
        ({"words_es": "x" * 401}, 602), ({"minutes": 0}, 603), ({"minutes": 61}, 603),
    ],
)  # fmt: skip
def test_a_routine_that_no_family_could_follow_is_refused(world, wrong, number):
    with pytest.raises(Problem, match=f"BW-{number}"):
        share(world, goal_row(world), **wrong)
    assert not Routine.objects.exists()


def test_a_routine_in_spanish_alone_is_enough(world):
    es = {"moment_en": "", "words_en": "", "moment_es": "en el baño", "words_es": "Jale el talón."}
    assert share(world, goal_row(world), **es).moment == "en el baño"


def test_ending_twice_ends_once(world):
    routine = routine_at_home(world)
    for _ in range(2):
        end_routine(routine, by=world.ana, at=world.now)
    assert Event.objects.filter(what="routine.ended").count() == 1
