"""Telling how a day at home went."""

from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.home.actions import end_routine
from beadwork.home.models import HomeDay
from beadwork.people.actions import change_rights
from beadwork.people.models import Guardianship
from beadwork.record.models import Attempt, Occasion
from tests.home.build import attempt_at, goal_row, routine_at_home, told


def test_one_tap_is_a_home_day_and_an_occasion_at_home(world):
    day = told(world, routine_at_home(world))
    assert (day.done, day.on, day.caregiver, day.told_by) == (
        True,
        world.today,
        world.leo_caregiver,
        world.leo,
    )
    assert (day.occasion.setting, day.occasion.on, day.occasion.child) == ("home", world.today, world.mia)
    assert not day.occasion.attempts.exists()


def test_the_level_is_an_attempt_on_the_goals_own_scale(world):
    goal = goal_row(world)
    day = told(world, routine_at_home(world, goal), attempts=[attempt_at(world, goal)])
    attempt = Attempt.objects.get()
    assert (attempt.goal, attempt.value, attempt.steps_done, attempt.occasion) == (
        goal,
        2,
        "1,2",
        day.occasion,
    )


def test_a_second_tap_from_another_tab_changes_nothing(world):
    routine = routine_at_home(world)
    assert told(world, routine) == told(world, routine)
    assert (HomeDay.objects.count(), Occasion.objects.count()) == (1, 1)
    assert Event.objects.filter(what__startswith="home-day.").count() == 1


def test_details_told_later_join_the_same_day_and_a_late_tap_does_not_wipe_them(world):
    goal = goal_row(world)
    routine = routine_at_home(world, goal)
    told(world, routine)
    told(world, routine, attempts=[attempt_at(world, goal)], feeling="proud", remark=" She laughed. ")
    day = told(world, routine)
    day.refresh_from_db()
    assert (day.feeling, day.remark, Attempt.objects.standing().count()) == ("proud", "She laughed.", 1)


def test_telling_the_level_again_corrects_it_and_keeps_the_history(world):
    goal = goal_row(world)
    routine = routine_at_home(world, goal)
    told(world, routine, attempts=[attempt_at(world, goal, steps="1")])
    told(world, routine, attempts=[attempt_at(world, goal, steps="1,2,3")])
    assert [a.value for a in Attempt.objects.standing()] == [3]
    assert Attempt.objects.count() == 2


def test_the_same_details_twice_are_recorded_once(world):
    goal = goal_row(world)
    routine, seen = routine_at_home(world, goal), [attempt_at(world, goal)]
    for minute in (0, 2):
        told(world, routine, attempts=seen, at=world.now + timedelta(minutes=minute))
    assert Attempt.objects.count() == 1


def test_not_today_is_fine_and_takes_back_what_was_seen(world):
    goal = goal_row(world)
    routine = routine_at_home(world, goal)
    told(world, routine, attempts=[attempt_at(world, goal)])
    day = told(world, routine, done=False, remark="Everybody had a cold.")
    day.refresh_from_db()
    assert (day.done, day.remark) == (False, "Everybody had a cold.")
    assert not Attempt.objects.standing().exists()
    assert Event.objects.get(what="home-day.changed").data["before"] == {"done": True, "remark": ""}


def test_two_guardians_on_one_day_are_two_answers(world):
    routine = routine_at_home(world)
    told(world, routine, by=world.leo)
    told(world, routine, by=world.sara, done=False)
    answers = {day.caregiver: day.done for day in HomeDay.objects.filter(on=world.today)}
    assert answers == {world.leo_caregiver: True, world.sara_caregiver: False}


@pytest.mark.parametrize(("days", "number"), [(1, 605), (-15, 606)])
def test_days_to_come_and_days_long_gone_are_refused(world, days, number):
    with pytest.raises(Problem, match=f"BW-{number}"):
        told(world, routine_at_home(world), on=world.today + timedelta(days=days))


def test_fourteen_days_back_can_still_be_told(world):
    assert told(world, routine_at_home(world), on=world.today - timedelta(days=14)).done


def test_the_day_is_the_practices_day(world):
    late = world.now.replace(hour=3)  # 10 in the evening of the day before, in Chicago
    with pytest.raises(Problem, match="BW-605"):
        told(world, routine_at_home(world), on=late.date(), at=late)


@pytest.mark.parametrize("who", ["ana", "dana", "okafor", "ruth", "eve"])
def test_only_guardians_tell_home_days(world, who):
    routine = routine_at_home(world)
    with pytest.raises(Problem, match="BW-100"):
        told(world, routine, by=getattr(world, who))


def test_a_guardian_who_may_not_practise_tells_nothing(world):
    bond = Guardianship.objects.get(child=world.mia, caregiver=world.leo_caregiver)
    change_rights(bond, rights={"may_see", "may_talk", "may_decide"}, by=world.dana, at=world.now)
    with pytest.raises(Problem, match="BW-100"):
        told(world, routine_at_home(world))


def test_an_ended_routine_takes_days_until_its_end_and_none_after(world):
    routine = routine_at_home(world)
    end_routine(routine, by=world.ana, at=world.now - timedelta(days=2))
    routine.refresh_from_db()
    assert told(world, routine, on=world.today - timedelta(days=2)).done
    with pytest.raises(Problem, match="BW-604"):
        told(world, routine)


def test_an_attempt_at_another_goal_is_refused_and_nothing_is_half_done(world):
    other = goal_row(world, slug="shirt")
    with pytest.raises(Problem, match="BW-609"):
        told(world, routine_at_home(world), attempts=[attempt_at(world, other)])
    assert not HomeDay.objects.exists()
    assert not Occasion.objects.exists()


def test_a_refused_level_leaves_no_half_told_day(world):
    goal = goal_row(world)
    with pytest.raises(Problem, match="BW-407"):
        told(world, routine_at_home(world, goal), attempts=[attempt_at(world, goal, steps="9")])
    assert not HomeDay.objects.exists()


def test_without_an_open_plan_a_day_can_be_told_but_not_measured(world):
    goal = goal_row(world)
    routine = routine_at_home(world, goal)
    plan = goal.plan
    plan.ended_at, plan.ended_by = world.now - timedelta(days=1), world.ana
    plan.save()
    routine.goal.plan.refresh_from_db()
    assert told(world, routine).done
    with pytest.raises(Problem, match="BW-611"):
        told(world, routine, attempts=[attempt_at(world, goal)])


@pytest.mark.parametrize(("wrong", "number"), [({"feeling": "bored"}, 607), ({"remark": "x" * 1001}, 608)])
def test_unknown_feelings_and_endless_remarks_are_refused(world, wrong, number):
    with pytest.raises(Problem, match=f"BW-{number}"):
        told(world, routine_at_home(world), **wrong)


def test_an_id_that_names_another_day_is_a_conflict_not_a_crash(world):
    name = new_id()
    routine = routine_at_home(world)
    told(world, routine, id=name)
    with pytest.raises(Problem, match=r"BW-(401|610)"):
        told(world, routine, id=name, on=world.today - timedelta(days=1))
