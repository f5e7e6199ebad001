"""The acts of the room `visits` that make and change the plan of a visit, once each."""

from functools import partial

from beadwork.core.ids import new_id
from beadwork.visits import actions as visits
from beadwork.visits.models import Visit, VisitPlan
from beadwork.visits.proposing import Chooser, usual_day
from tests.faults.acts.table import Act, act, who
from tests.library.build import OWN
from tests.record.build import goal_row
from tests.visits.build import in_own_words, planned_visit
from tests.world import World


def _chooser(world: World, visit: Visit | None = None) -> Chooser:
    if visit is None:
        goal_row(world, "count")
        visit = planned_visit(world)
    return Chooser(visit, usual_day(visit), world.now)


def _plan(world: World) -> VisitPlan:
    return visits.take_proposal(_chooser(world), **who(world.ana, world))


def _of_work(plan: VisitPlan) -> str:
    """An activity in the middle of the plan."""
    return next(row.slug for row in plan.activities.standing() if row.part == "work")


def _not_in(plan: VisitPlan, chooser: Chooser) -> str:
    """The first of the shelf that no rule excludes and that is not in the plan."""
    planned = {row.slug for row in plan.activities.standing()}
    allowed = zip(chooser.shelf.activities, chooser.ranking.allowed, strict=True)
    return next(one.slug for one, fits in allowed if fits and one.slug not in planned)


@act
def visits_take_proposal(world: World) -> Act:
    return partial(visits.take_proposal, _chooser(world), **who(world.ana, world))


@act
def visits_accept_plan(world: World) -> Act:
    return partial(visits.accept_plan, _plan(world), **who(world.ana, world))


@act
def visits_take_out(world: World) -> Act:
    plan = _plan(world)
    return partial(visits.take_out, plan, _of_work(plan), **who(world.ana, world))


@act
def visits_move_activity(world: World) -> Act:
    """Two of one part change places."""
    plan = _plan(world)
    visits.add_activity(plan, "work", _chooser(world, plan.visit), name="Our own", **who(world.ana, world))
    return partial(visits.move_activity, plan, _of_work(plan), earlier=False, **who(world.ana, world))


@act
def visits_swap_activity(world: World) -> Act:
    plan = _plan(world)
    chooser = _chooser(world, plan.visit)
    into = _not_in(plan, chooser)
    return partial(visits.swap_activity, plan, _of_work(plan), into, chooser, **who(world.ana, world))


@act
def visits_add_activity(world: World) -> Act:
    plan = _plan(world)
    chooser = _chooser(world, plan.visit)
    slug = _not_in(plan, chooser)
    return partial(visits.add_activity, plan, "work", chooser, slug=slug, **who(world.ana, world))


@act
def visits_put_into_library(world: World) -> Act:
    goal_row(world, "count")
    row = in_own_words(world, planned_visit(world))
    named = {"entry": str(row.pk), "data": OWN, "id": new_id()}
    return partial(visits.put_into_library, row.plan, **named, **who(world.ana, world))
