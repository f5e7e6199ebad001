"""The plan's pages: from an empty plan to a signed one, and everything that can go wrong on the way."""

import pytest
from django.urls import reverse

from beadwork.core.ids import new_id
from beadwork.plan.actions import write_goal
from beadwork.plan.models import Goal, Plan
from tests.plan.build import SCALES, draft, new_goal, rung, signed_goal


def address(name: str, world, *more: str) -> str:
    return reverse(name, args=[world.mia.slug, *more])


def dose(**changes) -> dict:
    return {"id": new_id(), "visits_a_week": "1.5", "minutes_a_visit": 45, "place": "clinic", "starts_on": "2026-09-14",
            "ends_on": "2026-12-18"} | changes  # fmt: skip


def goal_form(world, **changes) -> dict:
    return {
        "id": new_id(), "name": "Puts on both socks", "family_name_en": "Socks", "area": "dressing",
        "occupation": "adl", "does": "puts on both socks", "condition": "before going out",
        "family_words_en": "Mia puts on her socks.", "baseline": 20,
        "baseline_support": rung(world, "some-hand-help").pk, "target": 90,
        "target_support": rung(world, "words").pk, "visits_running": 3, "settings_needed": 2,
        "review_on": "2026-12-11",
    } | changes  # fmt: skip


def test_from_an_empty_plan_to_a_signed_one(world, sign_in):
    browser = sign_in(world.ana)
    assert "No plan yet" in browser.get(address("plan", world)).content.decode()
    browser.post(address("plan-new", world), dose())
    browser.post(address("goal-new", world) + "?scale=accuracy", goal_form(world))
    page = browser.get(address("plan", world)).content.decode()
    assert "Sign the plan" in page
    browser.post(address("plan-sign", world))
    assert Plan.objects.get().signed_by == world.ana


@pytest.mark.parametrize("scale", SCALES)
def test_each_scale_has_its_form_and_the_form_makes_the_goal(world, sign_in, scale):
    draft(world)
    browser, url = sign_in(world.ana), address("goal-new", world) + f"?scale={scale}"
    assert browser.get(url).status_code == 200
    more = {"steps_en": "one\ntwo\nthree\nfour\nfive\nsix", "high": 600, "unit": "times", "better": "higher"}
    more |= {f"level_{value}": f"Level {value}" for value in range(-2, 3)}
    levels = {"baseline": SCALES[scale].get("baseline"), "target": SCALES[scale].get("target")}
    if scale == "latency":
        more["better"] = "lower"
    given = {name: value for name, value in goal_form(world, **more, **levels).items() if value is not None}
    answer = browser.post(url, given)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Goal.objects.get().scale == scale


def test_what_a_goal_lacks_is_named_on_the_page_and_signing_is_not_offered(world, sign_in):
    write_goal(draft(world), new_goal(world, target=None), by=world.ana, at=world.now)
    browser = sign_in(world.ana)
    page = browser.get(address("plan", world)).content.decode()
    assert "a number to reach" in page
    assert "Sign the plan" not in page
    answer = browser.post(address("plan-sign", world))
    assert answer.status_code == 400
    assert "a number to reach" in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"target": 10}, "not better than the baseline"),
        ({"target": 101}, "outside the scale"),
        ({"does": "x" * 10_000}, "10000 characters long"),
        ({"review_on": "2020-01-01"}, "is not after"),
    ],
)
def test_a_goal_that_cannot_be_is_explained_and_what_was_typed_stays(world, sign_in, changes, said):
    draft(world)
    answer = sign_in(world.ana).post(
        address("goal-new", world) + "?scale=accuracy", goal_form(world, **changes)
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert said in page
    assert "Puts on both socks" in page
    assert not Goal.objects.exists()


def test_a_double_click_makes_one_draft_and_one_goal(world, sign_in):
    browser, goal, plan = sign_in(world.ana), goal_form(world), dose()
    for _ in range(2):
        browser.post(address("plan-new", world), plan)
    for _ in range(2):
        browser.post(address("goal-new", world) + "?scale=accuracy", goal)
    assert (Plan.objects.count(), Goal.objects.count()) == (1, 1)


def test_a_change_makes_a_version_with_its_reason(world, sign_in):
    goal = signed_goal(world)
    now = goal.newest_version
    said = {"does": now.does, "condition": now.condition, "baseline": 20, "target": 80, "visits_running": 3,
            "settings_needed": 2, "baseline_support": now.baseline_support_id, "effective_on": "2026-09-14",
            "target_support": now.target_support_id, "reason": "Goes well", "review_on": "2027-01-15"}  # fmt: skip
    browser = sign_in(world.ana)
    assert browser.get(address("goal-change", world, goal.slug)).status_code == 200
    assert browser.post(address("goal-change", world, goal.slug), said).status_code == 302
    assert "Goes well" in browser.get(address("goal-history", world, goal.slug)).content.decode()
    assert goal.versions.count() == 2


def test_a_goal_is_closed_with_a_reason(world, sign_in):
    goal = signed_goal(world)
    sign_in(world.ana).post(address("goal-close", world, goal.slug), {"because": "Reached"})
    assert "Reached" in sign_in(world.ana).get(address("plan", world)).content.decode()


def test_the_therapist_notes_that_a_guardian_agreed(world, sign_in):
    plan = signed_goal(world).plan
    sign_in(world.ana).post(address("plan-agree", world), {"caregiver": world.leo_caregiver.pk})
    assert plan.agreements.get().caregiver == world.leo_caregiver


def test_the_plan_is_ended_with_a_reason(world, sign_in):
    signed_goal(world)
    sign_in(world.ana).post(address("plan-end", world), {"because": "Moved away"})
    assert not Plan.objects.get().is_open


def test_the_director_gives_the_practice_another_ladder(world, sign_in):
    browser = sign_in(world.ruth)
    assert browser.get(reverse("ladder")).status_code == 200
    browser.post(reverse("ladder"), {"name": "Ours", "rungs": "With help | Con ayuda\nAlone | Sin ayuda *"})
    levels = world.practice.ladders.get(is_standard=True).levels
    assert [(level.name_en, level.name_es, level.is_alone) for level in levels.all()] == [
        ("With help", "Con ayuda", False),
        ("Alone", "Sin ayuda", True),
    ]
    answer = browser.post(reverse("ladder"), {"name": "Ours", "rungs": "Only one *"})
    assert "at least two rungs" in answer.content.decode()


def test_the_pages_keep_to_twelve_questions(world, sign_in, django_assert_max_num_queries):
    goal = signed_goal(world)
    browser = sign_in(world.ana)
    for url in (address("plan", world), address("goal-history", world, goal.slug)):
        with django_assert_max_num_queries(16):
            browser.get(url)
