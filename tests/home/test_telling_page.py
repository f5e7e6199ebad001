"""Saying how it went: everything but the yes or no is a gift."""

import re

import pytest

from beadwork.core.ids import new_id
from beadwork.home.models import HomeDay
from beadwork.record.models import Attempt
from tests.home.build import STEPS, attempt_at, day, goal_row, routine_at_home, rung, told
from tests.home.pages import day_url


def tell(client, world, routine, **more):
    on = day(world)
    data = {"id": new_id(), "done": "yes"} | more
    return client.post(f"{day_url(world, routine)}?on={on}", data)


def test_telling_more_records_level_help_feeling_and_words(now, sign_in):
    goal = goal_row(now)
    routine = routine_at_home(now, goal)
    said = {
        "steps": ["1", "3"],
        "support": rung(goal, "words").pk,
        "feeling": "proud",
        "remark": "Both of us laughed.",
    }
    assert tell(sign_in(now.leo), now, routine, **said).status_code == 302
    attempt, day = Attempt.objects.get(), HomeDay.objects.get()
    assert (attempt.value, attempt.steps_done, attempt.support.slug) == (2, "1,3", "words")
    assert (day.feeling, day.remark) == ("proud", "Both of us laughed.")


def test_what_was_told_is_there_when_the_form_opens_again(now, sign_in):
    goal = goal_row(now)
    routine = routine_at_home(now, goal)
    told(now, routine, attempts=[attempt_at(now, goal, steps="2")], remark="We laughed.",
         on=day(now))  # fmt: skip
    page = sign_in(now.leo).get(day_url(now, routine)).content.decode()
    assert "We laughed." in page
    assert re.search(r'name="steps" value="2"[^>]*checked', page)
    assert STEPS[0] in page


def test_a_level_without_help_is_asked_about_and_the_words_are_kept(now, sign_in):
    routine = routine_at_home(now)
    response = tell(sign_in(now.leo), now, routine, steps=["1"], remark="A long story")
    assert response.status_code == 200
    assert "Say how much help was needed" in response.content.decode()
    assert "A long story" in response.content.decode()
    assert not HomeDay.objects.exists()


@pytest.mark.parametrize(
    ("scale", "answer", "level"),
    [
        ("accuracy", {"tries": 3, "worked": 2}, [True, True, False]),
        ("count", {"value": 4}, [4]),
        ("duration", {"value": "12.5"}, [12.5]),
        ("attainment", {"value": "-1"}, [-1]),
        ("support", {}, [3]),
    ],
)
def test_every_scale_can_be_answered_at_home(now, sign_in, scale, answer, level):
    goal = goal_row(now, scale)
    routine = routine_at_home(now, goal)
    page = sign_in(now.leo).get(day_url(now, routine)).content.decode()
    assert all(f'name="{name}"' in page for name in answer)
    tell(sign_in(now.leo), now, routine, support=rung(goal, "words").pk, **answer)
    seen = sorted(Attempt.objects.values_list("success", "value"), key=str)
    expected = [(one, None) if scale == "accuracy" else (None, one) for one in level]
    assert seen == sorted(expected, key=str)


def test_more_worked_than_tried_is_refused(now, sign_in):
    goal = goal_row(now, "accuracy")
    answer = {"tries": 2, "worked": 3, "support": rung(goal, "words").pk}
    page = tell(sign_in(now.leo), now, routine_at_home(now, goal), **answer)
    assert "more than the tries" in page.content.decode()
