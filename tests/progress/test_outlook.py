"""Where a goal is going, in words, and on the page: a range, a chance, or not enough yet; computed once."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from beadwork.cli.nightly import run as nightly
from beadwork.plan.models import Goal
from beadwork.progress import actions
from beadwork.progress.forecast import question_of
from beadwork.progress.mastery import rule_of
from beadwork.progress.models import Outlook
from beadwork.progress.outlook import say_chance, say_month
from beadwork.progress.series import goal_series
from tests.progress.build import saw, socks

TODAY = date(2026, 9, 14)


@pytest.fixture
def counted(monkeypatch):
    """How many questions the statistics were asked."""
    asked = []
    real = actions.answers
    monkeypatch.setattr(actions, "answers", lambda questions: asked.extend(questions) or real(questions))
    return asked


def page(client, goal):
    return client.get(reverse("goal", args=[goal.child.slug, goal.slug])).content.decode()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 9, 3), "early September"),
        (date(2026, 11, 20), "mid-November"),
        (date(2027, 1, 31), "late January 2027"),
    ],
)
def test_no_day_is_named(day, said):
    assert say_month(day, TODAY) == said


@pytest.mark.parametrize(
    ("chance", "said"), [(0.02, "Less than 1 in 10"), (0.7, "7 in 10"), (0.99, "More than 9 in 10")]
)
def test_a_chance_is_said_in_tenths_and_is_not_certain(chance, said):
    assert say_chance(chance) == said


def test_few_occasions_are_said_to_be_few(world, sign_in):
    text = page(sign_in(world.ana), socks(world, occasions=4))
    assert "Not enough data yet to say when: seen 4 times" in text
    assert 'class="ahead"' not in text


def test_enough_occasions_give_a_sentence_a_chance_a_band_and_how_we_know(world, sign_in):
    text = page(sign_in(world.ana), socks(world, occasions=10))
    for said in (
        "in 10 that it is reached by",
        "The change is clear",
        "How do we know this?",
        'class="ahead"',
    ):
        assert said in text, said


def test_a_page_computes_nothing_that_has_not_changed(world, sign_in, counted):
    goal, client = socks(world), sign_in(world.ana)
    page(client, goal)
    page(client, goal)
    assert len(counted) == 1
    saw(world, goal, world.today, [("alone", 6.0)])
    page(client, goal)
    assert len(counted) == 2
    assert Outlook.objects.get().goal == goal


@pytest.mark.once
def test_the_night_does_the_whole_practice_in_one_go_and_then_nothing(world, counted, monkeypatch, capsys):
    monkeypatch.setattr("beadwork.cli.ground.set_up", lambda: None)
    socks(world)
    nightly([])
    nightly([])
    assert "1 outlooks are up to date, 0 of them" in capsys.readouterr().out
    assert len(counted) == 1


def test_the_family_is_told_no_forecast(world, sign_in):
    goal = socks(world)
    page(sign_in(world.ana), goal)
    text = sign_in(world.leo).get(f"/family/{goal.child.slug}/goals/{goal.slug}/").content.decode()
    assert 'class="ahead"' not in text
    assert "in 10 that" not in text


def test_an_outlook_is_kept_for_the_goal_it_is_about(world):
    goal = socks(world)
    series = goal_series(goal)
    question = question_of(series, rule_of(goal.version_on(world.today), series.measure))
    first = actions.keep_outlooks({goal: question}, at=world.now)[goal.pk]
    again = actions.keep_outlooks({Goal.objects.get(): question}, at=world.now + timedelta(days=1))[goal.pk]
    assert (first.child, first.practice) == (goal.child, goal.practice)
    assert again.computed_at == world.now
