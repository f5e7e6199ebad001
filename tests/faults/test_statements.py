"""F17: whichever statement of a critical act fails, the state is the one before it, and the error is told."""

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from django.db import OperationalError

import beadwork
from beadwork.people.models import Child, School
from tests.faults.acts import ACTS
from tests.faults.breaking import break_each_statement

pytestmark = pytest.mark.long

ROOMS = sorted(path.parent.name for path in Path(beadwork.__file__).parent.glob("*/apps.py"))
HELPERS = {"people.end_now"}  # not an action: what several of them share


def actions_of(room: str) -> set[str]:
    """The names of a room's actions: public functions that take, by keyword, when they happen."""
    package = import_module(f"beadwork.{room}")
    modules = [
        one.name
        for one in pkgutil.walk_packages(package.__path__, f"beadwork.{room}.")
        if one.name.split(".")[2] in {"actions", "recording"}
    ]
    found = [
        (name, function)
        for module in map(import_module, modules)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]
    return {f"{room}.{name}" for name, function in found if _takes_when(function)}


def _takes_when(function: object) -> bool:
    when = inspect.signature(function).parameters.get("at")
    return when is not None and when.kind is inspect.Parameter.KEYWORD_ONLY


def test_every_action_of_every_room_is_in_the_table():
    actions = {action for room in ROOMS for action in actions_of(room)} - HELPERS
    assert actions == set(ACTS)


@pytest.mark.parametrize("name", ACTS)
def test_a_statement_that_fails_leaves_the_state_before_and_is_told(world, name):
    assert break_each_statement(ACTS[name](world)) >= 3 or name == "people.set_preferences"


def two_writes_without_a_transaction(world) -> None:
    School.objects.create(practice=world.practice, name="One")
    School.objects.create(practice=world.practice, name="Two")


def an_error_nobody_is_told(world) -> None:
    School.objects.create(practice=world.practice, name="One")
    try:
        Child.objects.filter(pk=world.mia.pk).update(called="Mimi")
    except OperationalError:
        return


class Act:
    """A planted mistake as an act that can be copied."""

    def __init__(self, act, world) -> None:
        self.act, self.world = act, world

    def __call__(self) -> None:
        self.act(self.world)


def test_an_act_that_stops_between_two_writes_is_found(world):
    with pytest.raises(AssertionError, match="statement 2 failed and something stayed"):
        break_each_statement(Act(two_writes_without_a_transaction, world))


def test_an_error_that_is_swallowed_is_found(world):
    with pytest.raises(AssertionError, match="statement 2 failed and nobody was told"):
        break_each_statement(Act(an_error_nobody_is_told, world))
