"""Planning and cancelling: somebody on the care team, a sensible day, once."""

from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.people.models import Role, Staff
from beadwork.visits import problems
from beadwork.visits.actions import cancel_visit, plan_visit
from beadwork.visits.models import Visit
from tests.visits.build import begun_visit, planned_visit


@pytest.fixture
def plan(world):
    """Plans a visit of Mia with Ana in an hour, by Dana, unless told otherwise."""

    def by(**how):
        facts = {"child": world.mia, "staff": world.ana_staff} | how
        usual = {"planned_at": world.now + timedelta(hours=1), "minutes": 45, "place": "clinic"}
        return plan_visit(
            facts.pop("child"), facts.pop("staff"), **usual | {"by": world.dana, "at": world.now} | facts
        )

    return by


def refused(kind, act, *args, **how):
    with pytest.raises(Problem) as problem:
        act(*args, **how)
    assert problem.value.kind is kind
    assert "{" not in str(problem.value)


def test_the_same_id_is_one_visit_and_other_facts_are_a_conflict(plan):
    id = new_id()
    assert plan(id=id) == plan(id=id)
    assert Visit.objects.count() == Event.objects.filter(what="visit.planned").count() == 1
    refused(problems.ANOTHER_VISIT, plan, id=id, minutes=30)


def test_only_the_care_team_is_planned_and_only_those_who_treat(world, plan):
    assert plan(staff=world.ben_staff).staff == world.ben_staff
    desk = Staff.objects.get(user=world.dana, role=Role.FRONT_DESK)
    for staff in (desk, Staff.objects.get(user=world.eve, role=Role.THERAPIST)):
        refused(problems.NOT_ON_THE_TEAM, plan, staff=staff)
    refused(problems.NOT_ON_THE_TEAM, plan, child=world.theo, staff=world.ben_staff)


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ({"minutes": 4}, problems.MINUTES_OFF),
        ({"minutes": 241}, problems.MINUTES_OFF),
        ({"place": "moon"}, problems.UNKNOWN_PLACE),
    ],
)
def test_nonsense_is_refused(plan, how, kind):
    refused(kind, plan, **how)
    assert not Visit.objects.exists()


@pytest.mark.parametrize(("days", "fits"), [(-8, False), (-6, True), (365, True), (367, False)])
def test_a_visit_is_planned_from_a_week_ago_to_a_year_ahead(world, plan, days, fits):
    when = world.now + timedelta(days=days)
    if fits:
        assert plan(planned_at=when).planned_at == when
    else:
        refused(problems.NOT_A_DAY_TO_PLAN, plan, planned_at=when)


@pytest.mark.parametrize("who", ["ben", "leo", "okafor", "eve"])
def test_who_may_not_book_is_not_told_that_the_child_exists(world, plan, who):
    with pytest.raises(Problem) as problem:
        plan(by=getattr(world, who))
    assert problem.value.kind.status == 404


def test_cancelling_says_why_and_twice_changes_nothing(world):
    visit = planned_visit(world)
    refused(problems.NO_REASON, cancel_visit, visit, "  ", by=world.dana, at=world.now)
    for reason in ("ill", "moved"):
        cancelled = cancel_visit(visit, reason, by=world.dana, at=world.now)
    assert (cancelled.cancelled_because, cancelled.cancelled_by) == ("ill", world.dana)
    assert Event.objects.filter(what="visit.cancelled").count() == 1


def test_a_visit_that_has_begun_is_not_cancelled(world):
    refused(problems.ALREADY_STARTED, cancel_visit, begun_visit(world), "ill", by=world.ana, at=world.now)


def test_a_day_is_the_practices_own_and_may_have_25_hours(world):
    """Clocks go back in Chicago on 1 November 2026: the day runs from 05:00 UTC to 06:00 UTC of the next."""
    world.now = world.now.replace(month=10, day=30)
    first = world.now.replace(month=11, day=1, hour=5, minute=0)
    for hours in (-0.1, 0, 24.9, 25):
        planned_visit(world, planned_at=first + timedelta(hours=hours))
    day = Visit.objects.of_day(first.date(), world.practice.zone)
    assert [visit.planned_at - first for visit in day] == [timedelta(0), timedelta(hours=24.9)]


def test_what_is_to_come_what_is_left_open_and_whose(world):
    later = planned_visit(world)
    early = planned_visit(world, planned_at=world.now - timedelta(days=2))
    bens = planned_visit(world, staff=world.ben_staff)
    gone = planned_visit(world)
    cancel_visit(gone, "ill", by=world.ana, at=world.now)
    assert set(Visit.objects.to_come(world.now)) == {later, bens}
    assert list(Visit.objects.left_open(world.now)) == [early]
    assert list(Visit.objects.of_staff(world.ben)) == [bens]


def test_no_visit_is_planned_before_birth(world, plan):
    world.mia.born_on = world.today
    world.mia.save()
    with pytest.raises(Problem) as problem:
        plan(planned_at=world.now - timedelta(days=2))
    assert problem.value.kind.number == 110
