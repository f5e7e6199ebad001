"""The record screen without its script: every tap is a form that may safely come twice, late, or wrong."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.record.models import Attempt, Remark, Response
from beadwork.visits.actions import finish_visit
from beadwork.visits.models import DoneActivity
from tests.record.build import SCALES, goal_row, rung
from tests.visits.build import begun_visit, planned_visit


@pytest.fixture
def world(world):
    """The cast, two hours ago: pages know no other day than the one the test runs on."""
    world.now = timezone.now() - timedelta(hours=2)
    return world


@pytest.fixture
def goal(world):
    return goal_row(world, "accuracy", name="Both socks")


@pytest.fixture
def visit(world, goal):
    return begun_visit(world, goal=goal)


@pytest.fixture
def tap(world, sign_in, visit):
    """Sends one form of the record screen as Ana."""

    def sent(client=None, **form):
        return (client or sign_in(world.ana)).post(
            reverse("record", args=[visit.pk]), {"id": new_id(), **form}
        )

    return sent


def got_it(goal, **more):
    return {"kind": "attempt", "goal": goal.pk, "support": rung(goal).pk, "success": "yes", **more}


def page(client, visit):
    return client.get(reverse("record", args=[visit.pk]))


def test_each_open_goal_has_a_card_and_nothing_else_has(world, sign_in, visit, goal):
    goal_row(world, "count", name="Closed one", closed_at=world.now, closed_by=world.ana)
    goal_row(world, "count", child=world.theo, name="Theo's own")
    html = page(sign_in(world.ana), visit).content.decode()
    assert "Both socks" in html
    assert "Closed one" not in html
    assert "Theo's own" not in html.replace("&#x27;", "'")


@pytest.mark.parametrize("scale", SCALES)
def test_every_scale_has_its_card(world, sign_in, visit, scale):
    goal = goal_row(world, scale)
    html = page(sign_in(world.ana), visit).content.decode()
    assert f'id="goal-{goal.pk}"' in html


def test_the_ladder_remembers_the_help_used_last_also_from_the_visit_before(world, sign_in, visit, tap, goal):
    other = goal_row(world, "count")
    words, alone = rung(goal), rung(other, "alone")
    tap(**got_it(goal, support=words.pk))
    tap(kind="attempt", goal=other.pk, support=alone.pk, value="3")
    finish_visit(visit, by=world.ana, at=world.now + timedelta(minutes=45))
    following = begun_visit(world, goal=goal)
    html = page(sign_in(world.ana), following).content.decode()
    assert re.findall(r'name="support" value="([^"]+)" required checked', html) == [
        str(words.pk),
        str(alone.pk),
    ]


def test_a_tap_is_kept_and_the_page_comes_back_at_its_card_with_the_count(world, sign_in, visit, goal, tap):
    client = sign_in(world.ana)
    answer = tap(client, **got_it(goal))
    assert answer.status_code == 302
    assert answer.url == f"{reverse('record', args=[visit.pk])}#goal-{goal.pk}"
    assert Attempt.objects.get().success is True
    assert re.search(rf'id="goal-{goal.pk}".*?data-count>1<', page(client, visit).content.decode(), re.S)


@pytest.mark.parametrize(
    ("scale", "said", "kept"),
    [
        ("accuracy", {"success": "no"}, (False, None, "")),
        ("steps", {"steps": ["4", "1"]}, (None, 2.0, "1,4")),
        ("steps", {}, (None, 0.0, "")),
        ("steps", {"all_steps": "on"}, (None, 6.0, "1,2,3,4,5,6")),
        ("count", {"value": "7"}, (None, 7.0, "")),
        ("duration", {"value": "41.5"}, (None, 41.5, "")),
        ("latency", {"value": "8"}, (None, 8.0, "")),
        ("rate", {"value": "12.5"}, (None, 12.5, "")),
        ("attainment", {"value": "-2"}, (None, -2.0, "")),
        ("support", {}, (None, 3.0, "")),
    ],
)
def test_the_answer_of_every_scale_arrives(world, tap, scale, said, kept):
    goal = goal_row(world, scale)
    tap(kind="attempt", goal=goal.pk, support=rung(goal).pk, **said)
    attempt = Attempt.objects.get()
    assert (attempt.success, attempt.value, attempt.steps_done) == kept
    assert attempt.by == world.ana


def test_a_double_click_records_once(tap, goal):
    id = new_id()
    for _ in range(2):
        assert tap(id=id, **got_it(goal)).status_code == 302
    assert Attempt.objects.count() == 1
    assert Event.objects.filter(what="attempts.recorded").count() == 1


def test_the_same_form_from_two_tabs_is_one_entry_even_when_one_tab_is_late(world, sign_in, visit, tap, goal):
    id, html = new_id(), {"Accept": "text/html"}
    for client in (sign_in(world.ana), sign_in(world.ana)):
        client.post(reverse("record", args=[visit.pk]), {"id": id, **got_it(goal)}, headers=html)
    assert Attempt.objects.count() == 1


def test_an_old_form_with_another_answer_is_a_conflict_that_is_told(tap, goal):
    id = new_id()
    tap(id=id, **got_it(goal))
    answer = tap(id=id, **got_it(goal, success="no"))
    assert answer.status_code == 409
    assert "already stored" in answer.content.decode()
    assert Attempt.objects.get().success is True


def test_undo_takes_back_the_last_and_twice_changes_nothing(world, sign_in, visit, tap, goal):
    client = sign_in(world.ana)
    tap(client, **got_it(goal))
    html = page(client, visit).content.decode()
    last = re.search(r'name="of" value="(\w+)"><input type="hidden" name="entry" value="([^"]+)"', html)
    for _ in range(2):
        assert tap(client, kind="undo", of=last[1], entry=last[2]).status_code == 302
    assert not Attempt.objects.standing().exists()
    assert Attempt.objects.count() == 2
    html = page(client, visit).content.decode()
    assert "data-count>1<" not in html
    assert 'data-trail="[]"' in html


def test_responses_remarks_and_activities_are_kept(tap):
    tap(kind="response", response="joy", strength="3", during="sock puppets", helped="singing")
    tap(kind="remark", text="Asked for more.", for_family="on")
    tap(kind="activity", name="Sock puppets", minutes="10", slug="sock-puppets")
    joy, remark, activity = Response.objects.get(), Remark.objects.get(), DoneActivity.objects.get()
    assert (joy.kind, joy.strength, joy.during, joy.helped) == ("joy", 3, "sock puppets", "singing")
    assert (remark.text, remark.for_family) == ("Asked for more.", True)
    assert (activity.name, activity.minutes, activity.slug) == ("Sock puppets", 10, "sock-puppets")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"kind": "remark", "text": "  "}, "Write a sentence"),
        ({"kind": "activity", "name": "Beads", "minutes": "999"}, "999 minutes"),
        ({"kind": "response", "response": "bravery", "strength": "2"}, "bravery"),
        ({"kind": "party"}, "could not be read"),
        ({}, "could not be read"),
        ({"kind": "remark", "text": "x", "id": "seven"}, "could not be read"),
        ({"kind": "remark", "text": "a\0b"}, "could not be read"),
        (
            {"kind": "undo", "of": "attempt", "entry": "0199c1d2-0000-7000-8000-000000000000"},
            "already corrected",
        ),
    ],
)
def test_what_cannot_be_kept_is_told_on_the_same_page(tap, form, words):
    answer = tap(**form)
    assert answer.status_code in {400, 409}
    assert words in answer.content.decode()
    assert 'role="alert"' in answer.content.decode()


@pytest.mark.parametrize(
    "said", [{"value": "many"}, {"value": "nan"}, {"value": ""}, {"value": "51"}, {"goal": "x"}]
)
def test_a_number_that_is_none_or_off_the_scale_is_told(world, tap, said):
    goal = goal_row(world, "count")
    answer = tap(**{"kind": "attempt", "goal": goal.pk, "support": rung(goal).pk, **said})
    assert answer.status_code == 400
    assert not Attempt.objects.exists()


def test_a_long_remark_is_refused_and_stays_in_the_form(tap):
    answer = tap(kind="remark", text="long words " * 100)
    assert answer.status_code == 400
    assert "long words long words" in answer.content.decode()


def test_another_childs_goal_is_refused(world, tap):
    goal = goal_row(world, "accuracy", child=world.theo)
    assert tap(**got_it(goal)).status_code == 400
    assert not Attempt.objects.exists()


def test_the_script_gets_what_stands_and_problems_as_data(world, sign_in, visit, goal, tap):
    client, id = sign_in(world.ana), new_id()
    script = {"headers": {"Accept": "application/json"}}
    at = timezone.now().isoformat()
    form = {"id": id, "at": at, **got_it(goal)}
    for _ in range(2):
        answer = client.post(reverse("record", args=[visit.pk]), form, **script)
        assert answer.json()["trail"] == [
            {"of": "attempt", "id": str(id), "key": str(goal.pk), "dot": "fill-2"}
        ]
    refused = client.post(reverse("record", args=[visit.pk]), form | {"success": "no"}, **script)
    assert (refused.status_code, refused.json()["problem"]["code"]) == (409, "BW-401")


def test_after_the_end_a_new_tap_is_refused_with_a_page(world, visit, tap, goal):
    finish_visit(visit, by=world.ana, at=world.now + timedelta(minutes=45))
    answer = tap(**got_it(goal))
    assert answer.status_code == 409
    assert "This visit is over" in answer.content.decode()


def test_the_screen_of_a_visit_that_does_not_run_is_its_page(world, sign_in):
    visit = planned_visit(world)
    assert page(sign_in(world.ana), visit).url == reverse("visit", args=[visit.pk])


@pytest.mark.parametrize("who", ["leo", "okafor", "eve", "dana", "ruth"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_records_and_nobody_is_told_that_it_exists(world, sign_in, visit, goal, who, method):
    answer = getattr(sign_in(getattr(world, who)), method)(reverse("record", args=[visit.pk]), got_it(goal))
    assert answer.status_code == 404
    assert not Attempt.objects.exists()


def test_an_assistant_on_the_care_team_records(world, sign_in, tap, goal):
    assert tap(sign_in(world.ben), **got_it(goal)).status_code == 302
    assert Attempt.objects.get().by == world.ben


def test_the_screen_costs_at_most_twelve_queries(world, sign_in, visit, tap):
    for scale in SCALES:
        goal_row(world, scale)
    for _ in range(5):
        tap(kind="response", response="joy", strength="2")
    client = sign_in(world.ana)
    with CaptureQueriesContext(connection) as queries:
        assert page(client, visit).status_code == 200
    assert len([one for one in queries if "SAVEPOINT" not in one["sql"]]) <= 12


def test_a_correction_takes_the_place_of_the_old_entry(world, sign_in, visit, tap, goal):
    client = sign_in(world.ana)
    tap(client, **got_it(goal))
    old = Attempt.objects.get()
    html = client.get(reverse("attempt-correct", args=[visit.pk, old.pk])).content.decode()
    assert f'name="supersedes" value="{old.pk}"' in html
    answer = tap(client, **got_it(goal, success="no", supersedes=old.pk, then="visit"))
    assert answer.url == reverse("visit", args=[visit.pk])
    assert Attempt.objects.standing().get().success is False
