"""The acts of the room `plan`, once each."""

from dataclasses import replace
from datetime import date
from functools import partial

from beadwork.plan import actions as plan
from tests.faults.acts.table import SINCE, Act, act, who
from tests.plan.build import draft, new_goal, signed_goal
from tests.world import World


@act
def plan_standard_ladder(world: World) -> Act:
    return partial(plan.standard_ladder, world.practice, **who(world.ana, world))


@act
def plan_make_ladder(world: World) -> Act:
    plan.standard_ladder(world.practice, at=world.now)
    rungs = [plan.NewRung("With help"), plan.NewRung("Alone", is_alone=True)]
    return partial(plan.make_ladder, world.practice, "Two", rungs, **who(world.ruth, world))


@act
def plan_write_plan(world: World) -> Act:
    dose = {"visits_a_week": 1, "minutes_a_visit": 45, "place": "clinic"}
    days = {"starts_on": SINCE, "ends_on": date(2026, 12, 1)}
    return partial(plan.write_plan, world.mia, **dose, **days, **who(world.ana, world))


@act
def plan_change_plan(world: World) -> Act:
    return partial(plan.change_plan, draft(world), minutes_a_visit=30, **who(world.ana, world))


@act
def plan_write_goal(world: World) -> Act:
    """On a scale of steps, which has points, for a practice that has no ladder yet."""
    new = replace(new_goal(world, "steps"), baseline_support=None, target_support=None)
    plan_of_care = draft(world)
    return partial(plan.write_goal, plan_of_care, new, **who(world.ana, world))


@act
def plan_sign_plan(world: World) -> Act:
    """The plan before it ends, and its goal moves."""
    signed_goal(world)
    next_plan = draft(world)
    plan.write_goal(next_plan, new_goal(world, name="Zips the coat"), **who(world.ana, world))
    return partial(plan.sign_plan, next_plan, **who(world.ana, world))


@act
def plan_end_plan(world: World) -> Act:
    return partial(plan.end_plan, signed_goal(world).plan, "Moved away", **who(world.ana, world))


@act
def plan_agree_to_plan(world: World) -> Act:
    signed = signed_goal(world).plan
    return partial(plan.agree_to_plan, signed, world.leo_caregiver, **who(world.ana, world))


@act
def plan_change_goal(world: World) -> Act:
    why = {"effective_on": world.today, "reason": "Sooner than thought", "target": 95}
    return partial(plan.change_goal, signed_goal(world), **why, **who(world.ana, world))


@act
def plan_share_goal(world: World) -> Act:
    goal = plan.write_goal(draft(world), new_goal(world), **who(world.ana, world))
    plan.sign_plan(goal.plan, **who(world.ana, world))
    return partial(plan.share_goal, goal, **who(world.ana, world))


@act
def plan_close_goal(world: World) -> Act:
    return partial(plan.close_goal, signed_goal(world), "Reached", **who(world.ana, world))
