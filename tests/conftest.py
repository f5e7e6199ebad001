"""What every test may ask for: the cast (`world`) and a signed-in browser without a browser (`sign_in`)."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from django.test import Client
from django.utils.translation import activate

from beadwork.people.models import User
from tests.world import World, make_world

SignIn = Callable[[User], Client]
WALKED_TWICE = {"browser", "faults", "web"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a page says is tried once. On PostgreSQL `tests/web` asks for every page and sends every form."""
    for item in items:
        if "page" in item.path.stem and item.path.parent.name not in WALKED_TWICE:
            item.add_marker(pytest.mark.once)


@pytest.fixture(autouse=True)
def _in_english():
    """A page leaves the language of whoever asked behind; every test begins in English."""
    activate("en")


@pytest.fixture(scope="session")
def cast(django_db_setup: None, django_db_blocker) -> World:
    """The cast, made once and kept in the test database: each test sees it inside a transaction that is undone."""
    with django_db_blocker.unblock():
        return make_world()


@pytest.fixture
def world(cast: World, db: None) -> World:
    """One small practice with everybody in it, and Eve, who works elsewhere."""
    return deepcopy(cast)


@pytest.fixture
def sign_in() -> SignIn:
    """A test client signed in as somebody."""

    def as_user(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return as_user
