"""The plan of a visit: what is proposed, what people make of it, and that both stay readable."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest

from beadwork.activities import shelves
from beadwork.activities.actions import give_clearance, set_weights
from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.evaluation.actions import mark_skill
from beadwork.knowledge import item
from beadwork.people.actions import note_fact
from beadwork.record.actions import NewResponse
from beadwork.record.fingerprint import fingerprint
from beadwork.visits.actions import (
    accept_plan,
    add_activity,
    cancel_visit,
    move_activity,
    start_visit,
    swap_activity,
    take_out,
    take_proposal,
)
from beadwork.visits.models import PlannedActivity, VisitPlan
from beadwork.visits.proposing import Chooser, usual_day
from beadwork.visits.recording import NewActivity, record_in_visit
from tests.activities.build import activity, shelf
from tests.people.test_bad_input import refused
from tests.plan.build import signed_goal
from tests.progress.build import saw
from tests.record.build import goal_row
from tests.visits.build import planned_visit

SOCKS = [
    activity("hop", occasions=("warm-up",), energy="raises", minutes=(3, 8)),
    activity("mouse", minutes=(10, 15)),
    activity("puppet", minutes=(10, 15), interests=("trains",), materials=("paper",)),
    activity("dough", minutes=(10, 15), allergens=("wheat",), sensory=("sticky",)),
    activity("river", minutes=(10, 15), interests=("music",), materials=("ball",)),
    activity("robot", minutes=(10, 15), interests=("cooking",), contraindicated=("neck-instability",)),
    activity("breath", occasions=("calm-down",), energy="lowers", minutes=(3, 8)),
]


@pytest.fixture(autouse=True)
def library(monkeypatch):
    """A library of our own: seven activities for a four-year-old."""
    ours = shelf(*SOCKS)
    monkeypatch.setattr("beadwork.visits.proposing.shelf_of", lambda library: ours)


def chooser(world, visit):
    return Chooser(visit, usual_day(visit), world.now)


def by(world):
    return {"by": world.ana, "at": world.now}


def slugs(plan):
    return [row.slug for row in plan.activities.standing()]


@pytest.fixture
def visit(world):
    goal_row(world, "count")
    return planned_visit(world)


@pytest.fixture
def plan(world, visit):
    return take_proposal(chooser(world, visit), **by(world))


def test_a_proposal_is_kept_with_what_it_was_made_from(world, plan):
    assert slugs(plan)[0] == "hop"
    assert slugs(plan)[-1] == "breath"
    assert [entry[1] for entry in plan.proposed] == slugs(plan)
    assert sum(row.minutes for row in plan.activities.all()) <= 45
    assert {reason["name"] for reason in plan.activities.first().why} >= {"energy"}
    assert Event.objects.filter(what="visit-plan.made").count() == 1


def test_what_is_noted_keeps_activities_out(world, visit):
    note_fact(world.mia, "allergy", "gluten", **by(world))
    note_fact(world.mia, "condition", "Down syndrome", **by(world))
    offered = {pick.slug for pick in chooser(world, visit).proposal.picks}
    assert not offered & {"dough", "robot"}
    give_clearance(world.mia, "ruled-out", "neck-instability", **by(world))
    judged = chooser(world, visit).ranking
    assert judged.allowed[judged.shelf.place["robot"]]


def test_swapping_keeps_what_was_there_and_what_was_proposed(world, visit, plan):
    inside = slugs(plan)
    other = next(one.slug for one in SOCKS if one.slug not in inside and one.occasions == ("work",))
    swap_activity(plan, inside[1], other, chooser(world, visit), **by(world))
    plan.refresh_from_db()
    assert slugs(plan)[1] == other
    assert plan.proposed[1][1] == inside[1]
    gone = PlannedActivity.objects.get(slug=inside[1])
    assert (gone.taken_out_by, gone.swapped_for.slug) == (world.ana, other)


def test_a_danger_is_refused_whoever_chooses_it(world, visit, plan):
    note_fact(world.mia, "allergy", "gluten", **by(world))
    if "dough" in slugs(plan):
        take_out(plan, "dough", **by(world))
    assert refused(add_activity, plan, "work", chooser(world, visit), slug="dough", **by(world)) == 524
    assert refused(swap_activity, plan, slugs(plan)[1], "dough", chooser(world, visit), **by(world)) == 524


def test_a_clinician_may_know_better_than_a_rule_that_only_fits(world, visit, plan):
    note_fact(world.mia, "sensitivity", "sticky hands", **by(world))
    if "dough" in slugs(plan):
        take_out(plan, "dough", **by(world))
    add_activity(plan, "work", chooser(world, visit), slug="dough", **by(world))
    assert "dough" in slugs(plan)


def test_moving_stays_within_the_part(world, plan):
    before = slugs(plan)
    move_activity(plan, before[1], earlier=True, **by(world))
    assert slugs(plan) == before
    move_activity(plan, before[1], earlier=False, **by(world))
    assert slugs(plan) == [before[0], before[2], before[1], *before[3:]]


def test_own_words_may_be_added_and_everything_taken_out(world, visit, plan):
    add_activity(plan, "work", chooser(world, visit), name=" Feeding  the fish ", minutes=5, **by(world))
    own = plan.activities.get(slug="")
    assert (own.name, own.origin) == ("Feeding the fish", "added")
    take_out(plan, str(own.pk), **by(world))
    assert refused(take_out, plan, str(own.pk), **by(world)) == 522
    assert refused(add_activity, plan, "work", chooser(world, visit), name=" ", **by(world)) == 512
    assert refused(add_activity, plan, "work", chooser(world, visit), slug="nothing", **by(world)) == 525
    assert refused(add_activity, plan, "work", chooser(world, visit), slug=slugs(plan)[1], **by(world)) == 523


def test_accepting_twice_is_accepting_once(world, plan):
    for _ in range(2):
        accept_plan(VisitPlan.objects.get(), **by(world))
    assert VisitPlan.objects.get().accepted_by == world.ana
    assert Event.objects.filter(what="visit-plan.accepted").count() == 1


def test_another_proposal_than_the_one_on_the_page_is_refused(world, visit):
    assert refused(take_proposal, chooser(world, visit), seen=["dough"], **by(world)) == 521
    assert not VisitPlan.objects.exists()


def test_a_visit_that_is_called_off_is_not_planned(world, visit, plan):
    cancel_visit(visit, "ill", **by(world))
    assert refused(take_proposal, chooser(world, visit), **by(world)) == 520
    assert refused(take_out, plan, "hop", **by(world)) == 520


@pytest.mark.parametrize("who", ["ruth", "dana", "leo", "okafor", "eve"])
def test_only_who_treats_plans_a_visit(world, visit, plan, who):
    other = {"by": getattr(world, who), "at": world.now}
    assert refused(take_proposal, chooser(world, visit), **other) == 100
    assert refused(take_out, plan, "hop", **other) == 100
    assert refused(accept_plan, plan, **other) == 100


def test_what_went_well_before_comes_first_again(world, visit):
    held = start_visit(planned_visit(world, planned_at=world.now), **by(world))
    for name, kind in (("River", "joy"), ("Mouse", "frustration")):
        news = [
            NewActivity(new_id(), name, 10, world.now),
            NewResponse(new_id(), kind, 3, world.now, during=name),
        ]
        record_in_visit(held, news, **by(world))
    judged = Chooser(visit, usual_day(visit), world.now + timedelta(hours=1)).ranking
    past, place = judged.past, judged.shelf.place
    assert past.engaged[place["river"]] > past.usual > past.engaged[place["mouse"]]
    assert past.engaged[place["mouse"]] > 0.3


@pytest.mark.parametrize(
    ("name", "slug", "of"),
    [("El ratón", "mouse", "mouse"), ("River", "mouse", "mouse"), ("Mouse", "", "mouse")],
)
def test_what_was_done_is_known_by_its_slug_and_without_one_by_its_name(world, visit, name, slug, of):
    held = start_visit(planned_visit(world, planned_at=world.now), **by(world))
    record_in_visit(held, [NewActivity(new_id(), name, 10, world.now, slug=slug)], **by(world))
    judged = Chooser(visit, usual_day(visit), world.now + timedelta(hours=1)).ranking
    assert [one.activity for one in judged.situation.history] == [of]


def test_an_activity_in_own_words_keeps_the_fingerprint_it_had_before_there_were_slugs():
    at = datetime(2026, 9, 14, 10, 0, tzinfo=timezone(timedelta(hours=-5)))
    new = NewActivity(UUID("01890000-0000-7000-8000-000000000001"), "Beads", 9, at)
    occasion = UUID("01890000-0000-7000-8000-000000000002")
    assert fingerprint(occasion, new) == "98e43b058b9d70dc9bcf3f1d93496daf0119d849bd1c13b9ccf98f3a069bc8ad"
    assert fingerprint(occasion, replace(new, slug="mouse")) != fingerprint(occasion, new)


def test_what_is_no_slug_is_refused(world, visit):
    held = start_visit(planned_visit(world, planned_at=world.now), **by(world))
    assert (
        refused(
            record_in_visit, held, [NewActivity(new_id(), "Beads", 9, world.now, slug="A b")], **by(world)
        )
        == 525
    )


def next_step(world, visit):
    return chooser(world, visit).situation.nexts.get("socks")


def test_the_next_step_is_the_one_after_what_was_seen_done(world):
    signed_goal(world, template="puts-on-socks")
    visit = planned_visit(world)
    steps = [step.slug for step in item("path", "socks").steps]
    begins = min(steps.index(ref.partition("/")[2]) for ref in item("goal", "puts-on-socks").steps)
    assert next_step(world, visit) == begins
    for slug, state, after in (
        (steps[0], "with-help", 0), (steps[0], "does", 1), (steps[2], "does", 3), (steps[2], "not-yet", 1),
        (steps[-1], "does", None),
    ):  # fmt: skip
        mark_skill(world.mia, f"socks/{slug}", state, **by(world))
        assert next_step(world, visit) == after, (slug, state)


def test_a_goal_that_was_reached_moves_the_next_step_on(world):
    goal = signed_goal(world, "count", template="puts-on-socks", visits_running=3, settings_needed=1)
    visit = planned_visit(world)
    before = next_step(world, visit)
    for number in (15, 10, 5):
        saw(world, goal, world.today - timedelta(days=number), [("alone", 8.0)])
    assert next_step(world, visit) != before


def test_a_practice_sees_and_changes_its_weights(world):
    points = {"interest": 90.0, "goal": 0.0}
    first = set_weights(world.practice, points, "We follow the child", seen=0, by=world.ruth, at=world.now)
    assert (first.number, first.weights.interest, first.weights.step) == (1, 90.0, 15.0)
    again = set_weights(world.practice, points, "", seen=0, by=world.ruth, at=world.now)
    assert again == first
    assert (
        refused(set_weights, world.practice, {"goal": 5.0}, "x", seen=0, by=world.ruth, at=world.now) == 382
    )
    assert (
        refused(set_weights, world.practice, {"goal": -1.0}, "x", seen=1, by=world.ruth, at=world.now) == 380
    )
    assert (
        refused(set_weights, world.practice, {"goal": 5.0}, " ", seen=1, by=world.ruth, at=world.now) == 381
    )
    for who in ("ana", "dana", "leo", "eve"):
        assert (
            refused(set_weights, world.practice, points, "x", seen=1, by=getattr(world, who), at=world.now)
            == 100
        )


def test_the_weights_of_the_practice_decide_and_are_kept_with_the_plan(world, visit):
    set_weights(world.practice, {"goal": 1.0}, "Play first", seen=0, by=world.ruth, at=world.now)
    asked_along = type(visit).objects.with_weights().select_related("child__practice").get(pk=visit.pk)
    for one in (visit, asked_along):
        assert chooser(world, one).ranking.weights.goal == 1.0
    assert take_proposal(chooser(world, visit), **by(world)).weights.number == 1


def test_what_a_practice_sets_aside_is_not_on_its_shelf(world, monkeypatch):
    from beadwork.library.own import library_of

    library = library_of(world.practice)
    first = library.items("activity")[0].slug
    assert first in shelves.shelf_of(library).place
    monkeypatch.setattr(library, "is_set_aside", lambda kind, slug: slug == first)
    monkeypatch.setattr(library, "_items", {})
    shelves.shelf_of.cache_clear()
    assert first not in shelves.shelf_of(library).place
    shelves.shelf_of.cache_clear()
