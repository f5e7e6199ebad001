"""The world at the real clock's day, because pages ask the server for theirs."""

import pytest
from django.utils import timezone

from tests.world import World


@pytest.fixture
def now(world: World) -> World:
    """The cast, today."""
    world.now = timezone.now()
    return world
