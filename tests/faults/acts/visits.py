"""The acts of the room `visits`, once each."""

from datetime import timedelta
from functools import partial

from beadwork.core.ids import new_id
from beadwork.record import actions as record
from beadwork.visits import actions as visits
from beadwork.visits import recording
from tests.faults.acts.table import Act, act, who
from tests.record.build import attempt, goal_row
from tests.visits.build import begun_visit, planned_visit
from tests.world import World


@act
def visits_plan_visit(world: World) -> Act:
    when = {"planned_at": world.now + timedelta(days=1), "minutes": 45, "place": "clinic"}
    return partial(visits.plan_visit, world.mia, world.ana_staff, **when, **who(world.dana, world))


@act
def visits_cancel_visit(world: World) -> Act:
    return partial(visits.cancel_visit, planned_visit(world), "Ill", **who(world.dana, world))


@act
def visits_start_visit(world: World) -> Act:
    return partial(visits.start_visit, planned_visit(world), **who(world.ana, world))


@act
def visits_finish_visit(world: World) -> Act:
    return partial(visits.finish_visit, begun_visit(world), **who(world.ana, world))


@act
def visits_record_in_visit(world: World) -> Act:
    """All four kinds of entries at once."""
    goal = goal_row(world)
    entries = [
        attempt(world, goal),
        record.NewResponse(new_id(), "joy", 2, world.now),
        record.NewRemark(new_id(), "Laughed.", world.now),
        recording.NewActivity(new_id(), "Beads", 5, world.now),
    ]
    visit = begun_visit(world, goal=goal)
    return partial(recording.record_in_visit, visit, entries, **who(world.ana, world))


@act
def visits_note_activity(world: World) -> Act:
    return partial(recording.note_activity, begun_visit(world), "Beads", 5, new_id(), **who(world.ana, world))


@act
def visits_undo_in_visit(world: World) -> Act:
    visit = begun_visit(world)
    recording.note_activity(visit, "Beads", 5, new_id(), **who(world.ana, world))
    seen = visit.occasion.doneactivitys.get()
    return partial(recording.undo_in_visit, visit, seen, id=new_id(), **who(world.ana, world))
