"""The goal page: for whom, how much it asks of the database, and what it says."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beadwork.core.models import Event
from beadwork.home.models import Routine
from tests.progress.build import goal_row, remark, saw, socks, thousand

CEILING = 12


def address(goal, name="goal"):
    return reverse(name, kwargs={"slug": goal.child.slug, "goal": goal.slug})


def page(client, goal, **asked):
    return client.get(address(goal), asked).content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("ana", 200), ("ben", 200), ("ruth", 200)]
    + [(who, 404) for who in ("dana", "leo", "sara", "okafor", "eve")],
)
@pytest.mark.parametrize("name", ["goal", "goal-data"])
def test_those_who_read_the_record_see_it_and_nobody_else_is_told_it_exists(
    world, sign_in, who, status, name
):
    client = sign_in(getattr(world, who))
    assert client.get(address(socks(world), name)).status_code == status


def test_a_goal_is_found_only_under_its_own_child(world, sign_in):
    goal = socks(world)
    wrong = reverse("goal", kwargs={"slug": world.theo.slug, "goal": goal.slug})
    assert sign_in(world.ana).get(wrong).status_code == 404


def test_reading_a_goal_is_an_event(world, sign_in):
    page(sign_in(world.ana), socks(world))
    assert Event.objects.filter(what="goal.read").count() == 1


@pytest.mark.parametrize("scale", ["accuracy", "attainment"])
def test_a_thousand_tries_cost_no_more_queries_than_any_page(world, sign_in, scale):
    goal = thousand(world) if scale == "accuracy" else goal_row(world, scale)
    client = sign_in(world.ana)
    client.get(address(goal))  # the first look after something new also keeps the outlook: one more
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address(goal)).status_code == 200
    queries = [query["sql"] for query in asked if "SAVEPOINT" not in query["sql"]]
    assert len(queries) <= CEILING, queries


def test_it_answers_first_and_shows_the_beads(world, sign_in):
    text = page(sign_in(world.ana), socks(world))
    assert "5 of 6 steps, alone; at the start it was 1 of 6 steps, full hand-over-hand." in text
    assert text.count('class="bead ') >= 2 * 12
    assert "6 of 6 steps, alone" in text
    assert "Raced the &lt;timer&gt; &amp; laughed." in text
    assert " style=" not in text


def test_a_part_shows_only_its_beads_and_offers_everything_again(world, sign_in):
    text = page(sign_in(world.ana), socks(world), where="home")
    assert ", at home" in text
    assert ", at the clinic\n" not in text
    assert "Show everything" in text


@pytest.mark.parametrize("asked", [{"where": "moon"}, {"period": "-1"}, {"period": "x", "where": "home"}])
def test_a_filter_that_is_not_offered_shows_everything(world, sign_in, asked):
    text = page(sign_in(world.ana), socks(world), **asked)
    assert ", at the clinic" in text
    assert "Show everything" not in text


def test_a_goal_nobody_tried_says_what_will_be_here(world, sign_in):
    text = page(sign_in(world.ana), goal_row(world, "steps"))
    assert "No beads yet" in text
    assert '<svg class="string' not in text


def test_the_routine_at_home_is_there_until_it_ends(world, sign_in):
    goal = socks(world)
    routine = Routine.objects.create(
        practice=world.practice, child=world.mia, goal=goal, moment_en="Before breakfast", words_en="Race the timer.",
        shared_at=world.now, shared_by=world.ana,
    )  # fmt: skip
    assert "Before breakfast" in page(sign_in(world.ana), goal)
    Routine.objects.filter(pk=routine.pk).update(ended_at=world.now, ended_by=world.ana)
    assert "Before breakfast" not in page(sign_in(world.ana), goal)


def test_only_who_may_plan_is_offered_to_change_the_goal(world, sign_in):
    goal = socks(world)
    assert "Change the goal" not in page(sign_in(world.ben), goal)
    assert "Change the goal" not in page(sign_in(world.ruth), goal)


def test_it_says_how_near_the_goal_is_by_its_own_rule(world, sign_in):
    goal = goal_row(world, "steps")
    goal.versions.update(target=5)
    for day, setting in [(1, "clinic"), (3, "home"), (5, "clinic")]:
        saw(world, goal, world.today.replace(day=day), [("words", 5.0)], setting)
    client = sign_in(world.ana)
    assert "Reached on September 5, 2026." in page(client, goal)
    saw(world, goal, world.today.replace(month=10, day=9), [("words", 6.0)])
    assert "Reached on September 5, 2026, and kept since." in page(client, goal)


def test_it_speaks_spanish(world, sign_in):
    world.ana.language = "es"
    world.ana.save()
    text = page(sign_in(world.ana), socks(world))
    assert "5 de 6 pasos, sin ayuda; al comienzo era 1 de 6 pasos" in text
    assert "Qué tan cerca" in text


def test_the_table_for_spreadsheets_has_a_row_an_occasion_and_runs_nothing(world, sign_in):
    goal = socks(world, 4)
    remark(world, goal, goal.attempts.last().occasion, "=1+1")
    response = sign_in(world.ana).get(address(goal, "goal-data"))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert response["Content-Type"].startswith("text/csv")
    assert rows[0][:4] == ["Day", "Where", "Level", "Tries"]
    assert [row[2] for row in rows[1:]] == ["1.0", "2.0", "4.0", "6.0"]
    assert rows[-1][-1] == "'=1+1"
