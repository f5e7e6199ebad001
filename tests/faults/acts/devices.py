"""The acts of the room `devices`, once each."""

from functools import partial
from typing import Any

from beadwork.core.ids import new_id
from beadwork.devices import actions as devices
from beadwork.devices.models import SetAside
from beadwork.devices.wire import read_entry
from tests.devices.build import device_of, tried
from tests.devices.build import said as said_by_device
from tests.devices.build import sent as sent_by_device
from tests.faults.acts.table import Act, act, who
from tests.record.build import goal_row
from tests.visits.build import planned_visit
from tests.world import World


@act
def devices_register_device(world: World) -> Act:
    return partial(devices.register_device, new_id(), "Tablet", **who(world.ana, world))


@act
def devices_revoke_device(world: World) -> Act:
    return partial(devices.revoke_device, device_of(world), **who(world.ana, world))


@act
def devices_note_wiped(world: World) -> Act:
    revoked = devices.revoke_device(device_of(world), **who(world.ana, world))
    return partial(devices.note_wiped, revoked, **who(world.ana, world))


@act
def devices_receive(world: World) -> Act:
    """A visit that was begun without network, with an entry that does not fit."""
    goal, visit = goal_row(world, "accuracy"), planned_visit(world, planned_at=world.now)
    said_now = [said_by_device("visit.start", visit, world.now), tried(goal, visit, world.now)]
    entries = [read_entry(one) for one in [*said_now, tried(goal, visit, world.now, value=3)]]
    return partial(devices.receive, device_of(world), entries, sent_at=world.now, **who(world.ana, world))


def _set_aside(world: World) -> list[Any]:
    goal, visit = goal_row(world, "accuracy"), planned_visit(world, planned_at=world.now)
    device = devices.revoke_device(device_of(world), **who(world.ana, world))
    start = said_by_device("visit.start", visit, world.now)
    sent_by_device(device, start, tried(goal, visit, world.now), at=world.now)
    return list(SetAside.objects.waiting())


@act
def devices_land(world: World) -> Act:
    return partial(devices.land, _set_aside(world), "Seen", **who(world.ana, world))


@act
def devices_decline(world: World) -> Act:
    return partial(devices.decline, _set_aside(world), "A test", **who(world.ruth, world))
