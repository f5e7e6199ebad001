"""The days a tablet holds: all the recording screen needs, of the children of one person's visits, nobody else's."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from beadwork.core.models import Event
from beadwork.people.actions import leave_care_team, note_fact
from beadwork.visits.actions import cancel_visit, finish_visit, plan_visit
from beadwork.visits.models.planned import PlannedActivity, VisitPlan
from tests.devices.build import device_of, said, sent, tried
from tests.plan.build import signed_goal
from tests.record.build import goal_row
from tests.sync.build import hello_from
from tests.visits.build import begun_visit, planned_visit

DAY = timedelta(days=1)


def asked(client, tablet, **more):
    return client.get(reverse("sync-days"), {"device": tablet}, **more)


def days(client, tablet):
    answer = asked(client, tablet)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_today_and_the_next_three_days_and_what_still_runs(world, ana, tablet, visit):
    later = [planned_visit(world, planned_at=world.now + n * DAY) for n in range(1, 6)]
    gone = planned_visit(world, planned_at=world.now + timedelta(hours=1))
    cancel_visit(gone, "Ill", by=world.ana, at=world.now)
    shown = [one["id"] for one in days(ana, tablet)["visits"]]
    assert shown == [str(one.pk) for one in [visit, *later[:3]]]
    assert days(ana, tablet)["visits"][0]["started_at"] == world.now.isoformat()


def test_a_child_with_all_the_screen_needs(world, ana, tablet, goal, visit):
    for kind, words in (("allergy", "peanuts"), ("interest", "trains"), ("helps", "A count of three")):
        note_fact(world.mia, kind, words, by=world.ana, at=world.now)
    child = days(ana, tablet)["children"][str(world.mia.pk)]
    assert (child["name"], child["likes"], child["helps"]) == ("Mia", ["trains"], ["A count of three"])
    assert [(one["kind"], one["kind_words"]["es"], one["text"]) for one in child["care"]] == [
        ("allergy", "Alergia a alimentos", "peanuts")
    ]
    assert child["goals"] == [str(goal.pk)]
    assert child["age"].keys() == {"en", "es"}


def test_a_goal_with_scale_points_ladder_last_help_and_last_level_in_words(world, ana, tablet, visit):
    goal = goal_row(world, "steps")
    entry = tried(goal, visit, world.now, steps=[1, 2, 4])
    sent(device_of(world), entry, at=world.now)
    told = days(ana, tablet)
    mine = told["goals"][str(goal.pk)]
    assert (mine["scale"], mine["high"], len(mine["points"])) == ("steps", 6, 6)
    assert mine["last"] == {"en": "3 of 6 steps", "es": "3 de 6 pasos"}
    assert mine["last_support"] == entry["support"]
    levels = told["ladders"][mine["ladder"]]["levels"]
    assert [one["rank"] for one in levels] == list(range(7))
    assert {"en", "es"} == levels[0]["name"].keys()


def test_what_stands_in_a_visit_that_has_begun_goes_along(world, ana, tablet, goal, visit):
    first, back = tried(goal, visit, world.now), tried(goal, visit, world.now)
    more = [
        said("remark", visit, world.now, text="Proud."),
        said("response", visit, world.now, response="joy", strength=2),
    ]
    undo = said("take_back", visit, world.now, entry=back["id"])
    sent(device_of(world), first, back, undo, *more, at=world.now)
    recorded = days(ana, tablet)["visits"][0]["recorded"]
    assert [(one["id"], one["kind"], one["seq"]) for one in recorded] == [
        (one["id"], one["kind"], one["seq"]) for one in [first, *more]
    ]
    assert recorded[0]["success"] is True


def test_the_last_visit_is_told(world, ana, tablet, goal, visit):
    words = [
        said("remark", visit, world.now, text="Proud."),
        said("activity", visit, world.now, name="Beads", minutes=9),
    ]
    sent(device_of(world), tried(goal, visit, world.now), *words, at=world.now)
    finish_visit(visit, by=world.ana, at=world.now)
    last = days(ana, tablet)["children"][str(world.mia.pk)]["last"]
    assert last["tries"] == [{"goal": str(goal.pk), "tries": 1}]
    beads = {"name": "Beads", "slug": "", "minutes": 9}
    assert (last["remarks"], last["activities"]) == (["Proud."], [beads])


def planned_activity(world, visit, number, name):
    """A plan of a visit with one activity, as rows."""
    child = {"practice": world.practice, "child": visit.child}
    made = {"minutes": 45, "proposed": [], "content": "", "made_at": world.now, "made_by": world.ana}
    plan = VisitPlan.objects.create(visit=visit, number=number, **made, **child)
    put = {
        "part": "work",
        "place": 1,
        "minutes": 10,
        "origin": "added",
        "put_at": world.now,
        "put_by": world.ana,
    }
    PlannedActivity.objects.create(plan=plan, name=name, **put, **child)


def test_what_is_planned_for_a_visit_and_what_was_done_before(world, ana, tablet, goal, visit):
    for number, name in enumerate(("Old plan", "Sock puppets"), start=1):
        planned_activity(world, visit, number, name)
    done = [said("activity", visit, world.now, name=name, minutes=9) for name in ("Beads", "Blocks", "Beads")]
    done.append(said("activity", visit, world.now, name="Mouse", minutes=9, slug="mouse-in-the-sock"))
    sent(device_of(world), *done, at=world.now)
    told = days(ana, tablet)
    assert [(one["name"], one["minutes"]) for one in told["visits"][0]["activities"]] == [
        ("Sock puppets", 10)
    ]
    choosable = {one["name"]: one["slug"] for one in told["children"][str(world.mia.pk)]["choosable"]}
    assert choosable == {"Mouse": "mouse-in-the-sock", "Beads": "", "Blocks": ""}
    recorded = {one["name"]: one.get("slug") for one in told["visits"][0]["recorded"]}
    assert recorded == {"Mouse": "mouse-in-the-sock", "Beads": None, "Blocks": None}


def test_words_for_responses_and_for_the_childs_own_voice(ana, tablet):
    told = days(ana, tablet)
    assert {one["slug"] for one in told["responses"]} >= {"joy", "fear", "sore-muscles"}
    assert all({"en", "es"} == help.keys() for one in told["responses"] for help in one["now"])
    assert [one["name"]["es"] for one in told["check_in"]["more"]] == ["Más", "Parar", "Otra cosa"]


def test_nothing_of_a_child_who_is_not_hers(world, ana, tablet, visit):
    """Theo is hers, Mia was: her visit is planned, the team has changed."""
    signed_goal(world, child=world.theo)
    plan_visit(
        world.theo,
        world.ana_staff,
        planned_at=world.now,
        minutes=45,
        place="clinic",
        by=world.ana,
        at=world.now,
    )
    leave_care_team(world.mia.care_team.get(staff=world.ana_staff), by=world.ruth, at=world.now)
    told = days(ana, tablet)
    assert list(told["children"]) == [str(world.theo.pk)]
    assert str(world.mia.pk) not in json.dumps(told)
    assert "Mia" not in json.dumps(told)


def test_a_colleagues_visits_stay_with_her(world, visit, sign_in):
    ben = sign_in(world.ben)
    assert days(ben, hello_from(ben))["visits"] == []


def test_reading_is_an_event_and_unchanged_days_are_not_read_again(world, ana, tablet, goal, visit):
    answer = asked(ana, tablet)
    event = Event.objects.get(what="days.read")
    assert (event.by_id, event.data["children"]) == (world.ana.pk, [str(world.mia.pk)])
    assert asked(ana, tablet, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert Event.objects.filter(what="days.read").count() == 1
    note_fact(world.mia, "allergy", "eggs", by=world.ana, at=world.now)
    assert asked(ana, tablet, headers={"If-None-Match": answer["ETag"]}).status_code == 200


def test_no_cache_keeps_it(ana, tablet):
    assert asked(ana, tablet)["Cache-Control"] == "no-store"


@pytest.mark.parametrize("device", ["0199d3c0-5e5c-7000-8000-000000000000", "x", "0" * 32])
def test_a_device_that_is_not_registered_gets_nothing(ana, device):
    assert asked(ana, device).status_code == 404


def test_more_children_cost_no_more_questions(world, ana, tablet, django_assert_max_num_queries):
    begun_visit(world, goal=goal_row(world, "count"))
    for child in (world.mia, world.theo):
        plan_visit(
            child,
            world.ana_staff,
            planned_at=world.now,
            minutes=45,
            place="clinic",
            by=world.ana,
            at=world.now,
        )
        goal_row(world, "steps", child=child)
    with django_assert_max_num_queries(36):
        days(ana, tablet)
