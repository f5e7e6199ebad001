"""The chain of events: append-only, in one transaction with its change, and every tampering shows."""

import pytest
from django.db import DatabaseError, connection, transaction

from beadwork.core.events import broken_links, record_event
from beadwork.core.models import ChainHead, Event

TRIGGERS = {
    "sqlite": (
        ["DROP TRIGGER event_no_update", "DROP TRIGGER event_no_delete"],
        [],
    ),
    "postgresql": (
        ["ALTER TABLE core_event DISABLE TRIGGER USER"],
        ["ALTER TABLE core_event ENABLE TRIGGER USER"],
    ),
}


@pytest.fixture
def tamper(db):
    """Run SQL as somebody who owns the database and took the triggers off."""

    def run(sql: str, *values: object) -> None:
        off, on = TRIGGERS[connection.vendor]
        with connection.cursor() as cursor:
            for statement in off:
                cursor.execute(statement)
            cursor.execute(sql, values)
            for statement in on:
                cursor.execute(statement)

    return run


def links(world):
    return list(broken_links(world.practice.pk))


def seq(world) -> int:
    return ChainHead.objects.get(pk=world.practice.pk).seq


def a_middle_event(world) -> Event:
    return Event.objects.get(practice_id=world.practice.pk, seq=seq(world) // 2)


def test_an_untouched_chain_holds(world):
    assert seq(world) > 10
    assert links(world) == []


@pytest.mark.parametrize("statement", ["UPDATE core_event SET what = 'x'", "DELETE FROM core_event"])
def test_the_database_refuses_to_change_or_delete_an_event(world, statement):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert links(world) == []


def test_a_changed_event_shows(world, tamper):
    event = a_middle_event(world)
    tamper(
        "UPDATE core_event SET what = 'something.else' WHERE seq = %s AND practice_id = %s",
        event.seq,
        _id(event),
    )
    assert links(world) == [(event.seq, "was changed after it was written")]


def test_a_missing_event_shows(world, tamper):
    event = a_middle_event(world)
    tamper("DELETE FROM core_event WHERE seq = %s AND practice_id = %s", event.seq, _id(event))
    assert (event.seq, f"missing: 1 event(s) before number {event.seq + 1}") in links(world)


def test_a_tail_that_was_cut_off_shows(world, tamper):
    last = Event.objects.get(practice_id=world.practice.pk, seq=seq(world))
    tamper("DELETE FROM core_event WHERE seq = %s AND practice_id = %s", last.seq, _id(last))
    assert len(links(world)) == 1
    assert "the end is not where the head says" in links(world)[0][1]


def test_an_inserted_event_shows(world):
    inserted = a_middle_event(world)
    inserted.pk, inserted.seq = None, seq(world) + 1
    inserted.id = Event._meta.get_field("id").get_default()
    inserted.save(force_insert=True)
    assert "does not follow from the event before it" in {what for _, what in links(world)}


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


def test_practices_have_chains_of_their_own(world, tamper):
    event = a_middle_event(world)
    tamper("UPDATE core_event SET what = 'x' WHERE seq = %s AND practice_id = %s", event.seq, _id(event))
    assert list(broken_links(world.elsewhere.pk)) == []


def _id(event: Event) -> object:
    """A practice's id as this database stores it in plain SQL."""
    return event.practice_id.hex if connection.vendor == "sqlite" else event.practice_id
