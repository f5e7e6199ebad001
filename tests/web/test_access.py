"""The walk: every address × every person × the expected answer. An address that is in no row fails."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import localdate

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from tests.web.conftest import kept_thread
from tests.web.table import EVERYBODY, FOR_ALL, ROWS

GRANTED = {200, 302, 400, 409}


def addresses(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    """Every pattern of the running URL configuration."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns)
        else:
            yield pattern


@pytest.fixture(scope="module")
def made(cast, django_db_blocker):
    with kept_thread(cast, django_db_blocker) as made:
        yield made


@pytest.fixture
def world(here):
    return here[0]


def url_of(name: str, thread) -> str:
    pattern = next(one for one in addresses() if one.name == name)
    return reverse(name, kwargs={key: thread.ids[key] for key in pattern.pattern.converters})


def sent(name: str, thread) -> dict:
    known = {"@id": new_id(), "@today": localdate(), "@question": thread.ids["question"]}
    return {key: known.get(value, value) for key, value in ROWS[name].send.items()}


def ask(client: Client, name: str, thread):
    url = url_of(name, thread)
    return client.post(url, sent(name, thread)) if ROWS[name].post else client.get(url)


def test_every_address_is_in_the_table():
    names = {pattern.name for pattern in addresses()}
    assert names - FOR_ALL == set(ROWS) - (FOR_ALL - names)
    assert None not in names


@pytest.mark.parametrize(
    "pattern", [one for one in addresses() if one.name in ROWS], ids=lambda one: one.name
)
def test_every_view_says_what_it_needs(pattern):
    assert hasattr(pattern.callback, "needs")


@contextmanager
def undone() -> Iterator[None]:
    """What one person changes, the next one does not find."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.long
@pytest.mark.parametrize("name", ROWS)
def test_each_person_gets_the_answer_of_the_table(world, thread, sign_in, name):
    for who in sorted(EVERYBODY):
        with undone():
            status = ask(sign_in(getattr(world, who)), name, thread).status_code
        expected = GRANTED if who in ROWS[name].who else {404}
        assert status in expected, f"{who}: {status}"


@pytest.mark.once
@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.is_door])
def test_a_tablet_that_is_signed_out_is_told_so(thread, name):
    assert ask(Client(), name, thread).status_code == 401


@pytest.mark.once
@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if not row.is_door])
def test_who_is_signed_out_is_asked_to_sign_in(thread, name):
    answer = ask(Client(), name, thread)
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.shows and name != "children"])
def test_reading_something_of_a_child_is_an_event(world, thread, sign_in, name):
    who = sorted(ROWS[name].who - {"eve"})[0]
    before = Event.objects.count()
    ask(sign_in(getattr(world, who)), name, thread)
    assert Event.objects.count() > before
