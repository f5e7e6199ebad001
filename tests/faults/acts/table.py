"""The table of acts, and how one gets into it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from beadwork.people.models import User
from tests.world import World

Act = Callable[[], Any]
ACTS: dict[str, Callable[[World], Act]] = {}
SINCE = date(2026, 9, 1)


def act(make: Callable[[World], Act]) -> Callable[[World], Act]:
    """Put an act into the table under its room and its name: `plan_sign_plan` is `plan.sign_plan`."""
    room, _, name = make.__name__.partition("_")
    ACTS[f"{room}.{name}"] = make
    return make


def who(user: User, world: World) -> dict[str, Any]:
    """Who and when."""
    return {"by": user, "at": world.now}
