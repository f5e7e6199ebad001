"""A thread that several tests of a module only look at, made once."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction

from tests.web.thread import Thread, make_thread
from tests.world import World


@pytest.fixture
def here(made, db):
    """A copy of what the module `made`: its world and its thread."""
    return deepcopy(made)


@pytest.fixture
def thread(here):
    return here[1]


@contextmanager
def kept_thread(cast: World, blocker: Any, **changes: Any) -> Iterator[tuple[World, Thread]]:
    """The cast and Mia's thread, in a transaction around those of the tests; gone with the module."""
    world = deepcopy(cast)
    vars(world).update(changes)
    with blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        made = world, make_thread(world)
    try:
        yield made
    finally:
        with blocker.unblock():
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
