"""A device, and entries as it says them."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from beadwork.core.ids import new_id
from beadwork.devices.actions import receive, register_device
from beadwork.devices.models import Device
from beadwork.devices.outcome import Outcome
from beadwork.devices.wire import read_entry
from beadwork.people.models import User
from beadwork.plan.models import Goal
from beadwork.visits.models import Visit
from tests.record.build import rung
from tests.world import World

NUMBERS = count(1)


def device_of(world: World, user: User | None = None) -> Device:
    """Somebody's tablet (Ana's), registered yesterday."""
    by = user or world.ana
    return register_device(new_id(), "Tablet of the big room", by=by, at=world.now - timedelta(days=1))


def said(kind: str, visit: Visit, at: datetime, **fields: Any) -> dict[str, Any]:
    """An entry as a device says it, the next in its order."""
    always = {"id": str(new_id()), "seq": next(NUMBERS), "kind": kind, "visit": str(visit.pk)}
    return always | {"at": at.isoformat()} | {name: _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | float | str | list) else str(value)


def tried(goal: Goal, visit: Visit, at: datetime, **fields: Any) -> dict[str, Any]:
    """A try at a goal of accuracy that worked, unless `fields` says otherwise."""
    answer = {} if fields.keys() & {"success", "value", "steps"} else {"success": True}
    return said("attempt", visit, at, goal=goal.pk, support=rung(goal).pk, **answer | fields)


def sent(
    device: Device,
    *entries: dict[str, Any],
    at: datetime,
    by: User | None = None,
    sent_at: datetime | None = None,
) -> list[Outcome]:
    """What becomes of entries sent now, in their order."""
    read = [read_entry(one) for one in entries]
    outcomes = receive(device, read, sent_at=sent_at or at, by=by or device.user, at=at)
    return [outcomes[one.id, one.digest] for one in read]


def states(outcomes: list[Outcome]) -> list[str]:
    """The state of each."""
    return [one.state for one in outcomes]
