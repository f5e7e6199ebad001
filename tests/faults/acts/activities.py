"""The acts of the room `activities`, once each."""

from functools import partial

from beadwork.activities import actions as activities
from tests.faults.acts.table import Act, act, who
from tests.world import World


@act
def activities_set_weights(world: World) -> Act:
    now = {"points": {"interest": 40}, "because": "We follow the child", "seen": 0}
    return partial(activities.set_weights, world.practice, **now, **who(world.ruth, world))


@act
def activities_give_clearance(world: World) -> Act:
    return partial(activities.give_clearance, world.mia, "approach", "wet", **who(world.ana, world))


@act
def activities_end_clearance(world: World) -> Act:
    given = activities.give_clearance(world.mia, "approach", "wet", **who(world.ana, world))
    return partial(activities.end_clearance, given, **who(world.ana, world))
