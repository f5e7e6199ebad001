"""The child's page: who she is, what is worked on, what comes next, and for whom."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from beadwork.core.models import Event
from beadwork.people import actions
from tests.plan.build import signed_goal
from tests.progress.build import socks
from tests.visits.build import planned_visit

MOST_QUERIES = 12


def page_of(client, child):
    return client.get(reverse("child", args=[child.slug]))


@pytest.mark.parametrize("who", ["leo", "sara", "okafor", "eve"])
def test_those_outside_do_not_learn_whether_the_child_exists(world, sign_in, who):
    client = sign_in(getattr(world, who))
    there, not_there = page_of(client, world.mia), client.get(reverse("child", args=["nobody-22222"]))
    assert (there.status_code, not_there.status_code) == (404, 404)
    assert "Mia" not in there.content.decode()


@pytest.mark.parametrize("who", ["ana", "ben", "ruth"])
def test_those_who_read_the_record_see_who_she_is_and_what_is_worked_on(world, sign_in, who):
    actions.note_fact(world.mia, "interest", "trains", by=world.ana, at=world.now)
    goal = signed_goal(world)
    text = page_of(sign_in(getattr(world, who)), world.mia).content.decode()
    assert "trains" in text
    assert goal.name in text
    assert "Oak Street" in text


def test_the_front_desk_sees_people_and_nothing_clinical(world, sign_in):
    for kind, text in [("interest", "trains"), ("allergy", "peanuts"), ("condition", "weak grip")]:
        actions.note_fact(world.mia, kind, text, by=world.ana, at=world.now)
    goal = signed_goal(world)
    text = page_of(sign_in(world.dana), world.mia).content.decode()
    assert "Leo Rivera" in text
    assert not any(words in text for words in ("trains", "peanuts", "weak grip", goal.name))


def test_the_child_page_and_the_goal_page_tell_the_same_start(world, sign_in):
    goal = socks(world)
    client, start = sign_in(world.ana), "at the start it was 1 of 6 steps"
    for page in (
        reverse("child", args=[goal.child.slug]),
        reverse("goal", args=[goal.child.slug, goal.slug]),
    ):
        assert start in client.get(page).content.decode()


def test_the_page_asks_twelve_questions_however_much_there_is(world, sign_in):
    signed_goal(world)
    for number in range(10):
        actions.note_fact(world.mia, "interest", f"thing {number}", by=world.ana, at=world.now)
    client = sign_in(world.ana)
    with CaptureQueriesContext(connection) as asked:
        page_of(client, world.mia)
    assert len([query for query in asked if "SAVEPOINT" not in query["sql"]]) <= MOST_QUERIES


def test_the_one_button_is_the_next_step_of_the_thread(world, sign_in):
    page = page_of(sign_in(world.ana), world.theo)
    assert page.context["step"] == ("Note a worry", reverse("concern-new", args=[world.theo.slug]))


def test_a_station_that_was_left_out_is_not_asked_for_again(world, sign_in):
    signed_goal(world)
    assert page_of(sign_in(world.ana), world.mia).context["step"][0] == "Plan a visit"
    visit = planned_visit(world, planned_at=timezone.now() + timedelta(days=2))
    step = page_of(sign_in(world.ana), world.mia).context["step"]
    assert step == ("Open the next visit", reverse("visit", args=[visit.pk]))


def test_a_step_one_may_not_take_is_no_button(world, sign_in):
    signed_goal(world)
    assert page_of(sign_in(world.ben), world.mia).context["step"] is None


def test_opening_the_page_is_an_event_and_the_history_says_who(world, sign_in):
    page_of(sign_in(world.ben), world.mia)
    assert Event.objects.filter(what="child.read", child_id=world.mia.pk, by_id=world.ben.pk).count() == 1
    text = sign_in(world.ruth).get(reverse("history", args=[world.mia.slug])).content.decode()
    assert "Ben Fields" in text
    assert "read the child&#x27;s page" in text


@pytest.mark.parametrize("who", ["dana", "leo", "okafor", "eve"])
def test_the_history_is_for_those_who_read_the_record(world, sign_in, who):
    assert sign_in(getattr(world, who)).get(reverse("history", args=[world.mia.slug])).status_code == 404


def test_facts_are_noted_and_ended_and_too_many_words_are_kept_in_the_form(world, sign_in):
    client, url = sign_in(world.ana), reverse("facts", args=[world.mia.slug])
    assert client.post(url, {"kind": "helps", "text": "a song first"}).status_code == 302
    assert "x" * 201 in client.post(url, {"kind": "helps", "text": "x" * 201}).content.decode()
    fact = world.mia.childfacts.current().get()
    for _tab in range(2):
        assert client.post(reverse("fact-end", args=[world.mia.slug, fact.pk])).status_code == 302
    assert not world.mia.childfacts.current().exists()


@pytest.mark.parametrize("who", ["dana", "leo", "eve"])
def test_facts_are_noted_by_those_who_keep_the_record(world, sign_in, who):
    answer = sign_in(getattr(world, who)).post(
        reverse("facts", args=[world.mia.slug]), {"kind": "helps", "text": "a song"}
    )
    assert (answer.status_code, world.mia.childfacts.count()) == (404, 0)


def test_a_therapist_taken_off_the_team_sees_nothing_at_the_next_click(world, sign_in):
    client = sign_in(world.ben)
    assert page_of(client, world.mia).status_code == 200
    member = world.mia.care_team.get(staff=world.ben_staff)
    actions.leave_care_team(member, by=world.ana, at=world.now)
    assert page_of(client, world.mia).status_code == 404
