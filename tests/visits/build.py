"""Visits for tests."""

from datetime import datetime, timedelta

from beadwork.people.models import Child, Staff
from beadwork.plan.models import Goal
from beadwork.visits.actions import plan_visit, start_visit
from beadwork.visits.models import Visit
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
