"""The pages of a visit's plan: what they show, and that every way through them works without script."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.people.actions import note_fact
from beadwork.visits.actions import start_visit
from beadwork.visits.models import PlannedActivity, VisitPlan
from beadwork.visits.recording import NewActivity, record_in_visit
from tests.activities.build import shelf
from tests.record.build import goal_row
from tests.visits.build import planned_visit
from tests.visits.test_plan_of_a_visit import SOCKS


@pytest.fixture(autouse=True)
def library(monkeypatch):
    ours = shelf(*SOCKS)
    monkeypatch.setattr("beadwork.visits.proposing.shelf_of", lambda library: ours)


@pytest.fixture
def world(world):
    world.now = timezone.now()
    return world


@pytest.fixture
def visit(world):
    goal_row(world, "count", name="Both socks", area="dressing")
    return planned_visit(world)


@pytest.fixture
def client(world, sign_in):
    return sign_in(world.ana)


def page(client, visit, **query):
    return client.get(reverse("visit-outline", args=[visit.pk]), query).content.decode()


def act(client, visit, do, **more):
    """What a form of the page would send, with the proposal it stands on."""
    seen = re.findall(r'name="seen" value="([a-z-]+)"', page(client, visit))
    return client.post(
        reverse("visit-outline-change", args=[visit.pk]),
        {"do": do, "seen": list(dict.fromkeys(seen)), **more},
    )


def names(html):
    return re.findall(r'<h3 id="entry-[^"]*">(?:<a[^>]*>)?([^<]*)<', html)


def test_a_proposal_says_why_and_is_nothing_kept_until_somebody_takes_it(client, visit):
    html = page(client, visit)
    assert names(html)[0] == "Hop"
    assert "Serves “Both socks”." in html
    assert "A proposal" in html
    assert not VisitPlan.objects.exists()


def test_taking_it_up_keeps_what_was_on_the_page(client, visit, world):
    shown = names(page(client, visit))
    act(client, visit, "accept")
    html = page(client, visit)
    assert names(html) == shown
    assert "Accepted" in html
    assert VisitPlan.objects.get().accepted_by == world.ana


def test_swapping_shows_the_next_best_with_reasons_and_takes_it(client, visit):
    shown = names(page(client, visit))
    answer = client.get(reverse("visit-outline-swap", args=[visit.pk]), {"of": shown[1].lower()})
    offered = re.findall(r'<h2 id="offer-[^"]*">([^<]*)</h2>', answer.content.decode())
    assert offered
    assert not set(offered) & set(shown)
    act(client, visit, "swap", entry=shown[1].lower(), slug=offered[0].lower())
    html = page(client, visit)
    assert names(html)[1] == offered[0]
    assert f"chosen instead of “{shown[1]}”" in html


def test_moving_taking_out_and_adding_ones_own(client, visit):
    before = names(page(client, visit))
    act(client, visit, "later", entry=before[1].lower())
    assert names(page(client, visit)) == [before[0], before[2], before[1], *before[3:]]
    act(client, visit, "out", entry=before[0].lower())
    assert before[0] not in names(page(client, visit))
    act(client, visit, "add", part="work", name="Feeding the fish", minutes="5")
    assert "Feeding the fish" in names(page(client, visit))


def test_dangers_stand_on_top_and_say_what_cannot_be_checked(world, client, visit):
    note_fact(world.mia, "allergy", "gluten", by=world.ana, at=world.now)
    note_fact(world.mia, "precaution", "Red folder", by=world.ana, at=world.now)
    html = page(client, visit)
    assert "Not checked by the chooser: Red folder." in html
    assert "gluten" in html
    assert "Dough" not in names(html)


@pytest.mark.parametrize("where", ["visit-outline-others", "visit-outline-swap"])
def test_dangers_stand_on_every_page_of_the_plan(world, client, visit, where):
    note_fact(world.mia, "precaution", "Red folder", by=world.ana, at=world.now)
    first = names(page(client, visit))[1].lower()
    html = client.get(reverse(where, args=[visit.pk]), {"of": first}).content.decode()
    assert "Not checked by the chooser: Red folder." in html


def test_why_not_answers_for_any_activity(world, client, visit):
    note_fact(world.mia, "allergy", "gluten", by=world.ana, at=world.now)
    note_fact(world.mia, "condition", "Down syndrome", by=world.ana, at=world.now)
    url = reverse("visit-outline-others", args=[visit.pk])
    assert "Allergy noted: wheat" in client.get(url, {"q": "dough"}).content.decode()
    assert "nobody has checked: unstable neck joint" in client.get(url, {"q": "robot"}).content.decode()
    assert "No activity of the library" in client.get(url, {"q": "zzz"}).content.decode()


def test_a_planned_activity_that_has_become_a_danger_says_so(world, client, visit):
    act(client, visit, "accept")
    if "Dough" not in names(page(client, visit)):
        act(client, visit, "add", part="work", slug="dough", minutes="10")
    note_fact(world.mia, "allergy", "gluten", by=world.ana, at=world.now)
    assert "Not for this child today. Take it out." in page(client, visit)


def test_a_therapist_decides_and_takes_it_back(world, client, visit):
    note_fact(world.mia, "sensitivity", "sticky hands", by=world.ana, at=world.now)
    assert "Kept away: sticky" in page(client, visit)
    client.post(reverse("clearance-give", args=[visit.pk]), {"kind": "approach", "word": "sticky"})
    html = page(client, visit)
    assert "Approached in small steps: sticky" in html
    client.post(re.search(r'action="([^"]*/plan/clear/[^"]*)"', html)[1])
    assert "Kept away: sticky" in page(client, visit)


def test_another_day_is_another_proposal(client, visit):
    html = page(client, visit, **{"day-minutes": 15, "day-grouping": "alone", "without": ["ball"]})
    assert "of 15 minutes" in html
    assert "River" not in names(html)
    client.post(
        reverse("visit-outline-change", args=[visit.pk]),
        {"do": "accept", "day-minutes": 15, "day-grouping": "alone", "without": ["ball"]},
    )
    plan = VisitPlan.objects.get()
    assert (plan.minutes, plan.without) == (15, ["ball"])


def test_the_record_page_shows_what_is_planned_as_choices(world, client, visit):
    act(client, visit, "accept")
    start_visit(visit, by=world.ana, at=world.now)
    visit.refresh_from_db()
    first = PlannedActivity.objects.standing().first()
    record_in_visit(visit, [NewActivity(new_id(), first.name, 5, world.now)], by=world.ana, at=world.now)
    html = client.get(reverse("record", args=[visit.pk])).content.decode()
    assert html.count(f'name="name" value="{first.name}"') == 1
    assert f'name="slug" value="{first.slug}"' in html
    assert "Planned for today" in html


def test_the_plan_speaks_spanish(world, client, visit):
    world.ana.language = "es"
    world.ana.save(update_fields=["language"])
    html = page(client, visit)
    assert "Sirve a «Both socks»" in html or "Sirve a “Both socks”" in html


@pytest.mark.parametrize("planned", [False, True])
@pytest.mark.parametrize("where", ["visit-outline", "visit-outline-others", "visit-outline-swap"])
def test_a_page_costs_at_most_twelve_queries(client, visit, planned, where):
    first = names(page(client, visit))[1].lower()
    if planned:
        act(client, visit, "accept")
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(where, args=[visit.pk]), {"q": "dough", "of": first})
    asked = [one["sql"] for one in queries if "SAVEPOINT" not in one["sql"]]
    assert len(asked) <= 12
