"""Visits for tests."""

from datetime import datetime, timedelta

from beadwork.people.models import Child, Staff
from beadwork.plan.models import Goal
from beadwork.visits.actions import add_activity, plan_visit, start_visit, take_proposal
from beadwork.visits.models import PlannedActivity, Visit
from beadwork.visits.proposing import Chooser, usual_day
from tests.record.build import goal_row
from tests.world import World


def planned_visit(
    world: World,
    child: Child | None = None,
    *,
    staff: Staff | None = None,
    planned_at: datetime | None = None,
) -> Visit:
    """A visit of Mia with Ana at the clinic, planned an hour from now, for 45 minutes."""
    return plan_visit(
        child or world.mia,
        staff or world.ana_staff,
        planned_at=planned_at or world.now + timedelta(hours=1),
        minutes=45,
        place="clinic",
        by=world.ana,
        at=world.now,
    )


def begun_visit(world: World, child: Child | None = None, goal: Goal | None = None) -> Visit:
    """A visit of Mia that Ana began just now; with an open goal (of steps, unless one is given) to record on."""
    if goal is None:
        goal_row(world, child=child)
    visit = planned_visit(world, child or (goal and goal.child), planned_at=world.now)
    return start_visit(visit, by=world.ana, at=world.now)


def in_own_words(world: World, visit: Visit, name: str = "Feeding the fish") -> PlannedActivity:
    """An activity in Ana's own words, in a plan of a visit that was proposed."""
    chooser, by = Chooser(visit, usual_day(visit), world.now), {"by": world.ana, "at": world.now}
    plan = take_proposal(chooser, **by)
    add_activity(plan, "work", chooser, name=name, minutes=5, **by)
    return plan.activities.get(slug="")
