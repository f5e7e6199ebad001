"""The acts of the room `record`, once each."""

from functools import partial
from typing import Any

from beadwork.core.ids import new_id
from beadwork.people.access import Can
from beadwork.record import actions as record
from tests.faults.acts.table import Act, act, who
from tests.record.build import attempt, goal_row, occasion
from tests.world import World


def _record(world: World) -> dict[str, Any]:
    return {"can": Can.RECORD_VISIT, **who(world.ana, world)}


@act
def record_open_occasion(world: World) -> Act:
    return partial(record.open_occasion, world.mia, "clinic", world.today, id=new_id(), **_record(world))


@act
def record_record_attempts(world: World) -> Act:
    goal = goal_row(world)
    return partial(
        record.record_attempts,
        occasion(world),
        [attempt(world, goal) for _ in range(5)],
        **_record(world),
    )


@act
def record_record_responses(world: World) -> Act:
    upset = [record.NewResponse(new_id(), "joy", 2, world.now) for _ in range(2)]
    return partial(record.record_responses, occasion(world), upset, **_record(world))


@act
def record_record_remarks(world: World) -> Act:
    remarks = [record.NewRemark(new_id(), "Laughed.", world.now) for _ in range(2)]
    return partial(record.record_remarks, occasion(world), remarks, **_record(world))


@act
def record_take_back(world: World) -> Act:
    day = occasion(world)
    record.record_attempts(day, [attempt(world, goal_row(world))], **_record(world))
    return partial(record.take_back, day.attempts.get(), id=new_id(), **_record(world))
