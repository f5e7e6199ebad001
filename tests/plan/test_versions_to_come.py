"""A change that holds from tomorrow is on no page of today: not for the therapist, not for the family."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beadwork.plan.actions import change_goal
from tests.plan.build import signed_goal
from tests.visits.build import begun_visit

PAGES = [("ana", "plan"), ("leo", "family-plan"), ("ana", "record"), ("ana", "goal"), ("leo", "family-goal")]


@pytest.fixture
def world(world):
    """The cast today: pages know no other day."""
    world.now = timezone.now()
    return world


@pytest.fixture
def goal(world):
    return signed_goal(world, does="puts on SOCKS", family_words_en="Mia and her SOCKS.")


def pages(world, sign_in, goal) -> dict[str, str]:
    visit = begun_visit(world, goal=goal)
    places = {
        "record": [visit.pk], "goal": [world.mia.slug, goal.slug], "family-goal": [world.mia.slug, goal.slug]
    }  # fmt: skip
    urls = {name: reverse(name, args=places.get(name, [world.mia.slug])) for _, name in PAGES}
    return {name: sign_in(getattr(world, who)).get(urls[name]).content.decode() for who, name in PAGES}


def told(pages: dict[str, str], words: str) -> set[str]:
    return {name for name, page in pages.items() if words in page}


def change(world, goal, days: int) -> None:
    new = {"does": "puts on SHOES", "family_words_en": "Mia and her SHOES.", "reason": "Socks are done"}
    from_day = world.today + timedelta(days=days)
    change_goal(goal, effective_on=from_day, **new, by=world.ana, at=world.now)


def test_what_holds_from_another_day_is_not_told_today(world, sign_in, goal):
    change(world, goal, days=2)
    found = pages(world, sign_in, goal)
    assert told(found, "SOCKS") == set(found)
    assert told(found, "SHOES") == set()


def test_what_holds_from_today_is(world, sign_in, goal):
    change(world, goal, days=0)
    found = pages(world, sign_in, goal)
    assert told(found, "SHOES") == set(found)


def test_a_plan_that_starts_in_some_days_tells_how_it_will_begin(world, sign_in, goal):
    goal.versions.update(effective_on=world.today + timedelta(days=3))
    found = pages(world, sign_in, goal)
    assert told(found, "SOCKS") == set(found)
