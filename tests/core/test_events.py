"""The chain of events: append-only, and in one transaction with its change. `test_tampering.py` has the rest."""

import pytest
from django.db import DatabaseError, connection, transaction

from beadwork.core.events import broken_links, record_event
from beadwork.core.models import ChainHead


def links(world):
    return list(broken_links(world.practice.pk))


def seq(world) -> int:
    return ChainHead.objects.get(pk=world.practice.pk).seq


def test_an_untouched_chain_holds(world):
    assert seq(world) > 10
    assert links(world) == []


REFUSED = ["UPDATE core_event SET what = 'x'", "DELETE FROM core_event"]
REFUSED += {
    "sqlite": [f"INSERT OR REPLACE INTO core_event SELECT * FROM core_event WHERE seq = {n}" for n in (1, 2)],
    "postgresql": [
        "TRUNCATE core_event",
        "INSERT INTO core_event SELECT * FROM core_event WHERE seq = 2 ON CONFLICT (id) DO UPDATE SET what = 'x'",
    ],
}[connection.vendor]


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_refuses_to_change_replace_or_delete_an_event(world, statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert links(world) == []


def test_an_event_is_gone_when_its_change_is(world):
    before = seq(world)

    def change_that_fails():
        with transaction.atomic():
            record_event("child.something", by=world.ana, about=world.mia, at=world.now)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_that_fails()
    assert seq(world) == before


def test_an_event_says_who_what_about_whom_and_when(world):
    event = record_event("child.something", by=world.ana, about=world.mia, at=world.now, size=3)
    event.refresh_from_db()
    assert (event.by_id, event.about_id, event.child_id) == (world.ana.pk, world.mia.pk, world.mia.pk)
    assert (event.what, event.at, event.data) == ("child.something", world.now, {"size": 3})
    assert event.received_at is not None
