"""Drafts, signing, agreement, and the plan after the plan."""

from datetime import date, timedelta

import pytest

from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.plan.actions import (
    agree_to_plan,
    change_plan,
    end_plan,
    sign_plan,
    standard_ladder,
    write_goal,
    write_plan,
)
from beadwork.plan.lint import missing, similar_goals
from beadwork.plan.models import Plan
from tests.plan.build import draft, new_goal, signed_goal

LACKS = {
    "baseline": ({"baseline": None}, "a baseline"),
    "number": ({"target": None}, "a number to reach"),
    "support": ({"target_support": None}, "the help that is fine"),
    "setting": ({"condition": ""}, "a setting"),
    "date": ({"review_on": None}, "a date"),
    "family words": ({"family_words_en": "", "family_words_es": ""}, "the family's words"),
}


def refused(call, number: int) -> Problem:
    with pytest.raises(Problem) as raised:
        call()
    assert raised.value.kind.number == number
    return raised.value


@pytest.mark.parametrize("lack", LACKS)
def test_a_goal_that_lacks_something_is_named_and_the_plan_is_not_signed(world, lack):
    changes, said = LACKS[lack]
    plan = draft(world)
    goal = write_goal(plan, new_goal(world, **changes), by=world.ana, at=world.now)
    problem = refused(lambda: sign_plan(plan, by=world.ana, at=world.now), 304)
    assert "Puts on both socks" in problem.what
    assert said in problem.what
    assert len(missing(goal)) == 1
    assert not Plan.objects.get(pk=plan.pk).is_signed


def test_two_goals_that_say_the_same_are_noticed(world):
    plan = draft(world)
    for name in ("Puts on both socks", "Puts both socks on", "Zips a jacket"):
        write_goal(plan, new_goal(world, name=name, does=name.lower()), by=world.ana, at=world.now)
    pairs = {(one.name, other.name) for one, other in similar_goals(plan)}
    assert pairs == {("Puts on both socks", "Puts both socks on")}


def test_signing_twice_signs_once(world):
    plan = signed_goal(world).plan
    sign_plan(plan, by=world.ana, at=world.now)
    assert Event.objects.filter(what="plan.signed").count() == 1


def test_a_signed_plan_does_not_change(world):
    plan = signed_goal(world).plan
    refused(lambda: change_plan(plan, visits_a_week=2, by=world.ana, at=world.now), 303)


def test_a_child_has_one_draft_and_the_same_id_is_the_same_draft(world):
    plan = draft(world)
    refused(lambda: draft(world), 302)
    dose = {"starts_on": world.today, "ends_on": world.today, "visits_a_week": 1, "minutes_a_visit": 45}
    again = write_plan(world.mia, place="clinic", by=world.ana, at=world.now, id=plan.pk, **dose)
    assert again == plan


def test_open_goals_go_on_in_the_next_plan(world):
    goal = signed_goal(world)
    first, second = goal.plan, draft(world)
    sign_plan(second, by=world.ana, at=world.now)
    goal.refresh_from_db()
    first.refresh_from_db()
    assert goal.plan == second
    assert goal.is_open
    assert not first.is_open


def test_ending_a_plan_closes_its_goals(world):
    goal = signed_goal(world)
    end_plan(goal.plan, "Moved away", by=world.ana, at=world.now)
    goal.refresh_from_db()
    assert not goal.is_open


@pytest.mark.parametrize(
    ("dose", "number"),
    [
        ({"ends_on": "before"}, 300),
        ({"visits_a_week": 0}, 301),
        ({"visits_a_week": 15}, 301),
        ({"minutes_a_visit": 300}, 301),
        ({"place": "moon"}, 301),
    ],
)
def test_a_dose_that_cannot_be_is_refused(world, dose, number):
    whole = {"starts_on": world.today, "ends_on": world.today + timedelta(days=90), "visits_a_week": 1,
             "minutes_a_visit": 45, "place": "clinic"} | dose  # fmt: skip
    if whole["ends_on"] == "before":
        whole["ends_on"] = world.today - timedelta(days=1)
    refused(lambda: write_plan(world.mia, by=world.ana, at=world.now, **whole), number)
    assert not world.mia.plans.exists()


def test_a_guardian_agrees_once_herself_or_through_the_therapist(world):
    plan = signed_goal(world).plan
    for by in (world.leo, world.leo, world.ana):
        agree_to_plan(plan, world.leo_caregiver, by=by, at=world.now)
    assert plan.agreements.get().noted_by == world.leo


def test_nobody_agrees_for_another_guardian_or_without_the_right(world):
    plan = signed_goal(world).plan
    refused(lambda: agree_to_plan(plan, world.sara_caregiver, by=world.leo, at=world.now), 100)
    world.mia.guardianships.filter(caregiver=world.sara_caregiver).update(may_decide=False)
    refused(lambda: agree_to_plan(plan, world.sara_caregiver, by=world.ana, at=world.now), 307)


def test_a_draft_cannot_be_agreed_to(world):
    plan = draft(world)
    refused(lambda: agree_to_plan(plan, world.leo_caregiver, by=world.ana, at=world.now), 306)


@pytest.mark.parametrize(
    "days",
    [
        {"starts_on": date(2022, 7, 1), "ends_on": date(2022, 9, 1)},
        {"starts_on": date(2026, 9, 14), "ends_on": date(9999, 12, 31)},
    ],
)
def test_a_plan_begins_after_birth_and_lasts_at_most_two_years(world, days):
    dose = {"visits_a_week": 1, "minutes_a_visit": 45, "place": "clinic", "by": world.ana, "at": world.now}
    with pytest.raises(Problem) as refused:
        write_plan(world.mia, **days, **dose)
    assert refused.value.kind.number == 309


def test_a_goal_takes_no_ladder_of_another_practice(world):
    other = standard_ladder(world.elsewhere, at=world.now)
    goal = new_goal(world, ladder=other, baseline_support=None, target_support=None)
    with pytest.raises(Problem) as refused:
        write_goal(draft(world), goal, by=world.ana, at=world.now)
    assert refused.value.kind.number == 316
