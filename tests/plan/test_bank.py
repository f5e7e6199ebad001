"""The goal bank in the goal editor: what it shows first, what it writes into the form, what the goal remembers."""

import pytest
from django.urls import reverse

from beadwork.core.problems import Problem
from beadwork.knowledge import item, items
from beadwork.library.actions import set_aside
from beadwork.people.actions import hire
from beadwork.people.models import Role
from beadwork.plan.actions import write_goal
from beadwork.plan.models import Goal, Plan
from tests.plan.build import draft, new_goal, rung
from tests.world import SINCE

TEMPLATES = [one.slug for one in items("goal")]


def bank(world, **asked) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return reverse("goal-new", args=[world.mia.slug]) + (f"?{query}" if query else "")


def form_of(answer) -> dict:
    """What the browser would send of the form as it stands."""
    form = answer.context["form"]
    said = {field.name: field.value() for field in form}
    said = {name: getattr(value, "pk", value) for name, value in said.items() if value not in (None, "")}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in said.items()}


def test_the_bank_opens_at_the_childs_age_and_keeps_other_ages_behind(world, sign_in):
    draft(world)
    answer = sign_in(world.ana).get(bank(world))
    shown = answer.context["bank"]
    assert shown.age == "preschool"  # Mia is four
    fitting = {one.slug for one in items("goal") if "preschool" in one.ages}
    assert {one.slug for one in shown.fitting} == fitting
    assert {one.slug for one in shown.others} == set(TEMPLATES) - fitting


def test_area_and_age_are_the_therapists_to_choose(world, sign_in):
    draft(world)
    shown = sign_in(world.ana).get(bank(world, area="writing", age="school")).context["bank"]
    found = {one.slug for one in items("goal") if one.area == "writing"}
    assert {one.slug for one in (*shown.fitting, *shown.others)} == found


@pytest.mark.long
@pytest.mark.parametrize("slug", TEMPLATES)
def test_every_template_makes_a_goal_as_it_stands(world, sign_in, slug):
    draft(world)
    browser, template = sign_in(world.ana), item("goal", slug)
    said = form_of(browser.get(bank(world, template=slug)))
    answer = browser.post(bank(world, template=slug), said)
    assert answer.status_code == 302, answer.context["form"].errors
    goal = Goal.objects.get()
    assert (goal.template, goal.scale, goal.icf.split()) == (slug, template.scale, list(template.icf))
    assert (goal.low, goal.high) == (template.low, template.high)
    assert [(point.words_en, point.words_es) for point in goal.points.all()] == [
        tuple(point) for point in template.points
    ]


def test_the_childs_name_stands_in_the_familys_words_and_the_baseline_is_left_to_the_therapist(
    world, sign_in
):
    draft(world)
    form = sign_in(world.ana).get(bank(world, template="puts-on-socks")).context["form"]
    assert form["family_words_en"].value().startswith("Mia puts on both socks")
    assert form["family_words_es"].value().startswith("Mia se pone")
    assert form["baseline"].value() is None
    assert "0–3 of 6 steps" in str(form["baseline"].help_text)
    assert form["target_support"].value() == rung(world, "words").pk


def test_what_she_changes_is_hers(world, sign_in):
    draft(world)
    browser = sign_in(world.ana)
    said = form_of(browser.get(bank(world, template="puts-on-socks")))
    browser.post(bank(world, template="puts-on-socks"), said | {"name": "Socks before football", "target": 5})
    goal = Goal.objects.get()
    assert (goal.name, goal.newest_version.target, goal.template) == (
        "Socks before football",
        5,
        "puts-on-socks",
    )


def test_a_template_that_does_not_exist_leads_to_the_bank(world, sign_in):
    draft(world)
    assert "bank" in sign_in(world.ana).get(bank(world, template="no-such")).context


@pytest.mark.parametrize("changes", [{"template": "no-such"}, {"icf": "d540 x999"}])
def test_a_goal_points_only_to_what_there_is(world, changes):
    with pytest.raises(Problem, match="not on the list"):
        write_goal(draft(world), new_goal(world, **changes), by=world.ana, at=world.now)


def test_content_no_clinician_has_reviewed_says_so_once(world, sign_in):
    draft(world)
    page = sign_in(world.ana).get(bank(world)).content.decode()
    assert page.count("not yet reviewed by a clinician") == 1


def test_the_bank_keeps_to_twelve_questions_and_a_hundred_kilobytes(
    world, sign_in, django_assert_max_num_queries
):
    draft(world)
    browser = sign_in(world.ana)
    browser.get(bank(world))
    with django_assert_max_num_queries(14):
        answer = browser.get(bank(world, area="all", age="preschool"))
    assert len(answer.content) <= 100_000


def test_what_the_clinical_lead_set_aside_is_not_offered(world, sign_in):
    draft(world)
    by = {"by": world.ana, "at": world.now}
    hire(world.practice, world.ana, role=Role.CLINICAL_LEAD, since=SINCE, by=world.ruth, at=world.now)
    set_aside(world.practice, "goal", "puts-on-socks", reason="We write our own.", **by)
    browser = sign_in(world.ana)
    shown = browser.get(bank(world, area="dressing", age="preschool")).context["bank"]
    assert "puts-on-socks" not in {one.slug for one in (*shown.fitting, *shown.others)}
    with pytest.raises(Problem, match="not on the list"):
        write_goal(Plan.objects.get(), new_goal(world, template="puts-on-socks"), **by)
