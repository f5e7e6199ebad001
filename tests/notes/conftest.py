"""Visits that were held, for the notes about them."""

import pytest

from tests.notes.build import held_visit


@pytest.fixture
def visit(world):
    return held_visit(world)


@pytest.fixture
def bens(world):
    """A visit the assistant held."""
    return held_visit(world, staff=world.ben_staff, user=world.ben)
