"""A tablet, a goal, and a visit planned for now."""

import pytest

from tests.devices.build import device_of
from tests.record.build import goal_row
from tests.visits.build import begun_visit, planned_visit


@pytest.fixture
def device(world):
    """Ana's tablet."""
    return device_of(world)


@pytest.fixture
def goal(world):
    """A goal of accuracy."""
    return goal_row(world, "accuracy")


@pytest.fixture
def planned(world):
    """A visit planned for now."""
    return planned_visit(world, planned_at=world.now)


@pytest.fixture
def visit(world, goal):
    """A visit that has just begun."""
    return begun_visit(world, goal=goal)
