"""Today, planning, and the page of a visit."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.people.actions import note_fact
from beadwork.record.actions import NewRemark, NewResponse
from beadwork.visits.actions import cancel_visit, finish_visit, start_visit
from beadwork.visits.models import Visit
from beadwork.visits.recording import note_activity, record_in_visit
from tests.record.build import attempt, goal_row
from tests.visits.build import planned_visit


@pytest.fixture
def world(world):
    """The cast, at the beginning of the day the test runs: pages know no other day."""
    local = timezone.now().astimezone(world.practice.zone)
    world.now = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return world


def today(client):
    answer = client.get(reverse("today"))
    return answer, answer.content.decode()


def test_today_shows_who_comes_in_order_with_what_matters(world, sign_in):
    note_fact(world.mia, "precaution", "seams on toes", by=world.ana, at=world.now)
    goal_row(world, "count", name="Both socks")
    for child, minutes in ((world.theo, 40), (world.mia, 20)):
        planned_visit(world, child, planned_at=world.now + timedelta(minutes=minutes))
    answer, html = today(sign_in(world.ana))
    assert answer.status_code == 200
    assert 0 < html.index(">Mia") < html.index(">Theo")
    for words in ("seams on toes", "Both socks", "4 y"):
        assert words in html


def test_today_tells_the_last_response(world, sign_in):
    goal = goal_row(world, "count")
    first = start_visit(planned_visit(world, planned_at=world.now), by=world.ana, at=world.now)
    record_in_visit(
        first,
        [attempt(world, goal), NewResponse(new_id(), "pride", 2, world.now)],
        by=world.ana,
        at=world.now,
    )
    planned_visit(world, planned_at=world.now + timedelta(minutes=30))
    assert "Pride" in today(sign_in(world.ana))[1]


def test_an_empty_day_says_how_to_start(world, sign_in):
    html = today(sign_in(world.ana))[1]
    assert "No visits today" in html
    assert reverse("children") in html


def test_one_tap_starts_a_visit_and_opens_its_cards(world, sign_in):
    visit, client = planned_visit(world, planned_at=world.now), sign_in(world.ana)
    url = reverse("visit-start", args=[visit.pk])
    assert f'action="{url}"' in today(client)[1]
    for _ in range(2):
        assert client.post(url).url == reverse("record", args=[visit.pk])
    assert Event.objects.filter(what="visit.started").count() == 1


def test_a_visit_left_open_yesterday_is_named(world, sign_in):
    visit = planned_visit(world, planned_at=world.now - timedelta(days=1))
    html = today(sign_in(world.ana))[1]
    assert "Left open on earlier days" in html
    assert reverse("visit", args=[visit.pk]) in html


def test_cancelled_and_other_peoples_visits_are_not_on_my_day(world, sign_in):
    planned_visit(world, staff=world.ben_staff, planned_at=world.now)
    cancel_visit(planned_visit(world, planned_at=world.now), "ill", by=world.ana, at=world.now)
    assert "No visits today" in today(sign_in(world.ana))[1]
    assert "No visits today" not in today(sign_in(world.ben))[1]


@pytest.mark.parametrize("who", ["leo", "okafor", "dana", "ruth"])
def test_today_is_for_those_who_treat(world, sign_in, who):
    assert today(sign_in(getattr(world, who)))[0].status_code == 404


def test_reading_today_is_an_event_that_names_the_children(world, sign_in):
    planned_visit(world, planned_at=world.now)
    today(sign_in(world.ana))
    assert Event.objects.get(what="today.read").data == {"children": [str(world.mia.pk)]}


def test_today_costs_at_most_twelve_queries(world, sign_in):
    for child in (world.mia, world.theo):
        goal_row(world, "count", child=child)
        planned_visit(world, child, planned_at=world.now)
    planned_visit(world, planned_at=world.now - timedelta(days=1))
    client = sign_in(world.ana)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("today"))
    assert len([one for one in queries if "SAVEPOINT" not in one["sql"]]) <= 12


def planning(world, **more):
    tomorrow = timezone.localdate(world.now, world.practice.zone) + timedelta(days=1)
    usual = {"id": new_id(), "day": tomorrow, "time": "09:30", "minutes": 45, "place": "home"}
    return usual | {"staff": world.ana_staff.pk} | more


def test_planning_keeps_the_practices_time_and_a_double_click_is_one_visit(world, sign_in):
    client, form = sign_in(world.ana), planning(world)
    url = reverse("visit-plan", args=[world.mia.slug])
    for _ in range(2):
        assert client.post(url, form).status_code == 302
    visit = Visit.objects.get()
    wanted = datetime.combine(
        form["day"], datetime.min.time().replace(hour=9, minute=30), world.practice.zone
    )
    assert (visit.planned_at, visit.place, visit.staff) == (wanted, "home", world.ana_staff)


def test_the_form_lists_the_care_team_only(world, sign_in):
    html = sign_in(world.dana).get(reverse("visit-plan", args=[world.mia.slug])).content.decode()
    assert "Ana Duarte" in html
    assert "Ben Fields" in html
    assert "Ruth Stein" not in html


def test_planning_without_a_care_team_says_what_to_do(world, sign_in):
    for member in world.mia.care_team.all():
        member.ended_at, member.ended_by = world.now, world.ana
        member.save()
    html = sign_in(world.dana).get(reverse("visit-plan", args=[world.mia.slug])).content.decode()
    assert "Nobody treats this child yet" in html


@pytest.mark.parametrize(
    "wrong", [{"minutes": 0}, {"day": "soon"}, {"place": "moon"}, {"staff": ""}, {"id": ""}]
)
def test_a_wrong_plan_comes_back_with_what_was_typed(world, sign_in, wrong):
    answer = sign_in(world.ana).post(reverse("visit-plan", args=[world.mia.slug]), planning(world, **wrong))
    assert answer.status_code == 400
    assert 'value="09:30"' in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_day_too_far_ahead_is_told_in_the_form(world, sign_in):
    form = planning(world, day=planning(world)["day"] + timedelta(days=800))
    answer = sign_in(world.ana).post(reverse("visit-plan", args=[world.mia.slug]), form)
    assert "a year ahead" in answer.content.decode()


@pytest.mark.parametrize("who", ["ben", "leo", "okafor", "eve"])
def test_planning_is_for_those_who_book(world, sign_in, who):
    assert sign_in(getattr(world, who)).get(reverse("visit-plan", args=[world.mia.slug])).status_code == 404


@pytest.fixture
def held(world):
    """A visit with something of everything, finished."""
    goal = goal_row(world, "accuracy", name="Both socks")
    at = world.now
    visit = start_visit(planned_visit(world, planned_at=at), by=world.ana, at=at)
    tries = [attempt(world, goal, success=success, support=help) for success, help in
             ((True, "alone"), (True, "words"), (False, "words"))]  # fmt: skip
    said = [
        NewResponse(new_id(), "joy", 3, at, helped="singing"),
        NewRemark(new_id(), "Sang to the sock.", at),
    ]
    record_in_visit(visit, [*tries, *said], by=world.ana, at=at)
    note_activity(visit, "Sock puppets", 10, new_id(), by=world.ana, at=at)
    return finish_visit(visit, by=world.ana, at=at)


def test_the_page_of_a_visit_tells_what_was_recorded(held, world, sign_in):
    html = sign_in(world.ana).get(reverse("visit", args=[held.pk])).content.decode()
    for words in (
        "3 tries, 2 worked", "Alone 1×, With words 2×", "Joy, strongly", "helped: singing", "Sang to the sock.",
        "Sock puppets", "10 min",
    ):  # fmt: skip
        assert words in html


def test_the_director_reads_it_and_changes_nothing(held, world, sign_in):
    answer = sign_in(world.ruth).get(reverse("visit", args=[held.pk]))
    assert answer.status_code == 200
    assert "Undo" not in answer.content.decode()


@pytest.mark.parametrize("who", ["leo", "okafor", "dana", "eve"])
def test_nobody_else_reads_it(held, world, sign_in, who):
    assert sign_in(getattr(world, who)).get(reverse("visit", args=[held.pk])).status_code == 404


def test_a_visit_costs_at_most_twelve_queries(held, world, sign_in):
    client = sign_in(world.ana)
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("visit", args=[held.pk]))
    assert len([one for one in queries if "SAVEPOINT" not in one["sql"]]) <= 12


def test_finishing_by_the_button_and_twice(world, sign_in):
    visit = start_visit(planned_visit(world, planned_at=world.now), by=world.ana, at=world.now)
    client = sign_in(world.ana)
    for _ in range(2):
        assert client.post(reverse("visit-finish", args=[visit.pk])).url == reverse("note", args=[visit.pk])
    assert Event.objects.filter(what="visit.finished").count() == 1


def test_a_visit_left_open_is_finished_at_the_time_given(world, sign_in):
    start = world.now.replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(days=1)
    visit = start_visit(planned_visit(world, planned_at=start), by=world.ana, at=start)
    client, url = sign_in(world.ana), reverse("visit-finish", args=[visit.pk])
    assert client.post(url, {"ended": "08:00"}).status_code == 400
    assert client.post(url, {"ended": "soon"}, follow=True).status_code == 200
    client.post(url, {"ended": "09:50"})
    visit.refresh_from_db()
    assert visit.minutes == 50


def test_the_front_desk_cancels_with_a_reason(world, sign_in):
    visit = planned_visit(world)
    client, url = sign_in(world.dana), reverse("visit-cancel", args=[visit.pk])
    assert client.post(url, {"because": " "}).status_code == 400
    assert client.post(url, {"because": "ill"}).status_code == 302
    visit.refresh_from_db()
    assert visit.cancelled_because == "ill"


@pytest.mark.parametrize("name", ["visit-start", "visit-finish", "visit-cancel"])
def test_a_change_is_never_a_link(world, sign_in, name):
    assert sign_in(world.ana).get(reverse(name, args=[planned_visit(world).pk])).status_code == 405
