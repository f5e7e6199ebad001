"""Two tabs and a stale form: nobody undoes what somebody else did meanwhile without being told, and no word is lost."""

import pytest
from django.urls import reverse

from beadwork.plan.actions import change_goal, sign_plan, write_goal
from beadwork.plan.models import Plan
from tests.plan.build import draft, new_goal, signed_goal

CHANGED = "BW-109"


def form_of(client, url) -> dict:
    """What a page's form would send if nothing were typed."""
    form = client.get(url).context["form"]
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in values.items() if value is not None}


def bond(world):
    return world.mia.guardianships.get(caregiver=world.leo_caregiver)


def a_goal(world):
    return reverse("goal-change", args=[world.mia.slug, signed_goal(world).slug])


def a_goal_of_a_draft(world):
    goal = write_goal(draft(world), new_goal(world), by=world.ana, at=world.now)
    return reverse("goal-change", args=[world.mia.slug, goal.slug])


def a_dose(world):
    draft(world)
    return reverse("plan-edit", args=[world.mia.slug])


def a_name(world):
    return reverse("child-edit", args=[world.mia.slug])


def rights(world):
    return reverse("guardian-rights", args=[world.mia.slug, bond(world).pk])


WHY = {"reason": "Talked about it"}
CASES = [
    (a_goal, {"target": 95, **WHY}, {"manner": "on a low stool", **WHY}, "It says now: 95"),
    (a_goal_of_a_draft, {"target": 95}, {"manner": "on a low stool"}, "It says now: 95"),
    (a_dose, {"minutes_a_visit": 30}, {"place": "school"}, "It says now: 30"),
    (a_name, {"called": "Mimi"}, {"family_name": "Rivera Paz"}, "It says now: Mimi"),
    (
        rights,
        {"rights": ["may_talk"]},
        {"rights": ["may_see", "may_talk"]},
        "It says now: talk in the conversation",
    ),
]


@pytest.mark.parametrize(("page", "first", "second", "told"), CASES)
def test_the_second_of_two_tabs_is_told_and_keeps_what_was_typed(world, sign_in, page, first, second, told):
    url, one, other = page(world), sign_in(world.ana), sign_in(world.ana)
    shown = form_of(other, url)
    assert one.post(url, form_of(one, url) | first).status_code == 302
    saved = form_of(one, url)
    refused = other.post(url, shown | second)
    text = refused.content.decode()
    assert CHANGED in text
    assert told in text
    assert form_of(one, url) == saved
    again = {field.html_name: field.value() for field in refused.context["form"] if field.value() is not None}
    assert {name: again[name] for name in second} == {
        name: again[name].__class__(value) for name, value in second.items()
    }
    assert other.post(url, again).status_code == 302
    kept = form_of(one, url)
    assert all(kept[name] == value for name, value in second.items() if name in kept and name != "reason")


@pytest.mark.parametrize(("page", "first"), [case[:2] for case in CASES])
def test_a_page_that_shows_what_is_saves_without_a_word(world, sign_in, page, first):
    url, client = page(world), sign_in(world.ana)
    assert client.post(url, form_of(client, url) | first).status_code == 302


def test_a_right_that_was_taken_away_does_not_come_back_with_an_old_tab(world, sign_in):
    """The case that matters most: an order of the court in one tab, a small change in the other."""
    url, desk = rights(world), sign_in(world.dana)
    shown = form_of(desk, url)
    sign_in(world.ruth).post(url, form_of(desk, url) | {"rights": []})
    desk.post(url, shown | {"rights": ["may_see", "may_practise", "may_talk"]})
    assert not bond(world).may_see


def test_nobody_signs_a_draft_that_changed_since_she_read_it(world, sign_in):
    goal = write_goal(draft(world), new_goal(world), by=world.ana, at=world.now)
    page, sign = (reverse(name, args=[world.mia.slug]) for name in ("plan", "plan-sign"))
    client = sign_in(world.ana)
    seen = client.get(page).context["seen"]
    why = {"effective_on": world.today, "reason": "", "target": 60}
    change_goal(goal, **why, by=world.ana, at=world.now)
    refused = client.post(sign, {"seen": seen})
    assert refused.status_code == 409
    assert "BW-308" in refused.content.decode()
    assert not Plan.objects.get().is_signed
    assert client.post(sign, {"seen": client.get(page).context["seen"]}).status_code == 302
    assert Plan.objects.get().is_signed


def test_a_plan_signed_in_one_tab_is_not_changed_in_the_other(world, sign_in):
    write_goal(draft(world), new_goal(world), by=world.ana, at=world.now)
    url, client = reverse("plan-edit", args=[world.mia.slug]), sign_in(world.ana)
    shown = form_of(client, url)
    sign_plan(Plan.objects.get(), by=world.ana, at=world.now)
    assert client.post(url, shown | {"minutes_a_visit": 30}).status_code == 404
    assert Plan.objects.get().minutes_a_visit == 45
