"""The cast today (a door knows no other day), a visit that runs, and Ana's tablet."""

import pytest
from django.utils import timezone

from tests.record.build import goal_row
from tests.sync.build import hello_from
from tests.visits.build import begun_visit


@pytest.fixture
def world(world):
    """The cast, now."""
    world.now = timezone.now()
    return world


@pytest.fixture
def goal(world):
    """A goal of accuracy."""
    return goal_row(world, "accuracy")


@pytest.fixture
def visit(world, goal):
    """A visit that has just begun."""
    return begun_visit(world, goal=goal)


@pytest.fixture
def ana(world, sign_in):
    """Ana, signed in."""
    return sign_in(world.ana)


@pytest.fixture
def tablet(ana):
    """The id of her tablet."""
    return hello_from(ana)
