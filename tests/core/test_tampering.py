"""F16: whoever gets at the tables and takes the triggers off is found, and the first bad event is named."""

import pytest
from django.db import connection

from beadwork.cli import main
from beadwork.core.anchors import Anchor, broken_anchors, present_anchors
from beadwork.core.events import broken_links, chains, digest
from beadwork.core.models import ChainHead, Event

TRIGGERS = {
    "sqlite": (
        [f"DROP TRIGGER IF EXISTS event_no_{act}" for act in ("update", "delete", "replace")],
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


def rows_of(world) -> str:
    """The practice's id as this database stores it in plain SQL."""
    return world.practice.pk.hex if connection.vendor == "sqlite" else str(world.practice.pk)


def a_middle_event(world) -> Event:
    return Event.objects.get(practice_id=world.practice.pk, seq=seq(world) // 2)


ONE = "WHERE seq = %s AND practice_id = %s"


def test_a_changed_event_shows(world, tamper):
    event = a_middle_event(world)
    tamper(f"UPDATE core_event SET what = 'something.else' {ONE}", event.seq, rows_of(world))
    assert links(world) == [(event.seq, "was changed after it was written")]


@pytest.mark.parametrize("column", ["by_id", "child_id", "about_id"])
def test_it_shows_whose_event_it_was_said_to_be(world, tamper, column):
    event = a_middle_event(world)
    tamper(f"UPDATE core_event SET {column} = practice_id {ONE}", event.seq, rows_of(world))
    assert links(world)[0] == (event.seq, "was changed after it was written")


def test_a_missing_event_shows(world, tamper):
    event = a_middle_event(world)
    tamper(f"DELETE FROM core_event {ONE}", event.seq, rows_of(world))
    assert links(world)[0] == (event.seq, f"missing: 1 event(s) before number {event.seq + 1}")


def test_two_events_in_each_others_place_show(world, tamper):
    event = a_middle_event(world)
    for old, new in ((event.seq, 9000), (event.seq + 1, event.seq), (9000, event.seq + 1)):
        tamper(f"UPDATE core_event SET seq = %s {ONE}", new, old, rows_of(world))
    assert links(world)[0][0] == event.seq


def test_a_tail_that_was_cut_off_shows(world, tamper):
    last = seq(world)
    tamper(f"DELETE FROM core_event {ONE}", last, rows_of(world))
    assert [number for number, _ in links(world)] == [last]
    assert "the end is not where the head says" in links(world)[0][1]


def test_a_tail_that_was_cut_off_with_the_head_turned_back_shows_by_its_anchor_alone(world, tamper):
    anchors, last = present_anchors(world.now), seq(world)
    tamper(f"DELETE FROM core_event {ONE}", last, rows_of(world))
    before = Event.objects.get(practice_id=world.practice.pk, seq=last - 1)
    ChainHead.objects.filter(pk=world.practice.pk).update(seq=before.seq, hash=before.hash)
    assert links(world) == []
    assert [(anchor.seq, what) for anchor, what in broken_anchors(anchors)] == [
        (last, "is gone; it was there on 2026-09-14")
    ]


def test_an_event_put_at_the_end_shows(world):
    inserted = a_middle_event(world)
    inserted.id, inserted.seq = Event._meta.get_field("id").get_default(), seq(world) + 1
    inserted.save(force_insert=True)
    assert links(world)[0] == (inserted.seq, "does not follow from the event before it")


def test_an_event_put_between_two_shows(world, tamper):
    inserted = a_middle_event(world)
    for number in range(seq(world), inserted.seq, -1):
        tamper(f"UPDATE core_event SET seq = seq + 1 {ONE}", number, rows_of(world))
    inserted.id, inserted.seq = Event._meta.get_field("id").get_default(), inserted.seq + 1
    inserted.save(force_insert=True)
    assert links(world)[0] == (inserted.seq, "does not follow from the event before it")


def test_a_chain_whose_head_was_taken_away_is_still_looked_at(world, tamper):
    ChainHead.objects.filter(pk=world.practice.pk).delete()
    assert world.practice.pk in chains()
    assert [what for _, what in links(world)] == ["the head of the chain is missing"]


def test_a_practice_whose_whole_chain_is_gone_shows(world, tamper):
    tamper("DELETE FROM core_event WHERE practice_id = %s", rows_of(world))
    ChainHead.objects.filter(pk=world.practice.pk).delete()
    assert [what for _, what in links(world)] == ["the head of the chain is missing"]


def test_practices_have_chains_of_their_own(world, tamper):
    tamper(f"UPDATE core_event SET what = 'x' {ONE}", a_middle_event(world).seq, rows_of(world))
    assert list(broken_links(world.elsewhere.pk)) == []


def rewrite_all_from(world, tamper, event: Event) -> None:
    """Say something else in one event and make the whole chain hold again, as the database's owner can."""
    event.what, previous = "something.else", event.previous
    rest = Event.objects.filter(practice_id=event.practice_id, seq__gt=event.seq).order_by("seq")
    for one in (event, *rest):
        one.previous = previous
        previous = digest(one)
        tamper(
            f"UPDATE core_event SET what = %s, previous = %s, hash = %s {ONE}",
            one.what, one.previous, previous, one.seq, rows_of(world),
        )  # fmt: skip
    ChainHead.objects.filter(pk=event.practice_id).update(hash=previous)


def test_a_chain_rewritten_from_end_to_end_holds_and_shows_by_its_anchor_alone(world, tamper):
    anchors = present_anchors(world.now)
    rewrite_all_from(world, tamper, a_middle_event(world))
    assert links(world) == []
    (broken,) = broken_anchors(anchors)
    assert broken[0].practice_id == world.practice.pk
    assert "the chain was rewritten" in broken[1]


def test_an_anchor_says_itself_in_a_line_and_is_read_from_it(world):
    anchor = present_anchors(world.now)[0]
    assert Anchor.of_line(str(anchor)) == anchor
    assert list(broken_anchors([anchor])) == []


@pytest.fixture
def verify(monkeypatch, capsys):
    """The command, on the test's database: its exit status and what it says."""
    monkeypatch.setattr("beadwork.cli.ground.set_up", lambda: None)

    def run(*arguments: object) -> tuple[int, str]:
        return main(["verify-events", *map(str, arguments)]), capsys.readouterr().out

    return run


def test_the_command_names_the_practice_and_the_first_bad_event(world, tamper, verify):
    assert verify() == (0, f"{Event.objects.count()} events in 2 practices: 0 broken links.\n")
    event = a_middle_event(world)
    tamper(f"DELETE FROM core_event {ONE}", event.seq, rows_of(world))
    status, said = verify()
    assert status == 1
    assert said.startswith(f"practice {world.practice.pk}, event {event.seq}: missing: 1 event(s)")


def test_the_command_finds_a_practice_without_head_and_events(world, tamper, verify):
    tamper("DELETE FROM core_event WHERE practice_id = %s", rows_of(world))
    ChainHead.objects.filter(pk=world.practice.pk).delete()
    assert verify()[0] == 1


def test_the_command_writes_heads_down_and_finds_the_chain_that_was_rewritten_since(
    world, tamper, verify, tmp_path
):
    anchors = tmp_path / "anchors.txt"
    assert verify("--anchor", anchors)[0] == 0
    assert verify("--anchor", anchors)[0] == 0
    written = anchors.read_text()
    assert len(written.splitlines()) == 4
    rewrite_all_from(world, tamper, a_middle_event(world))
    assert verify()[0] == 0
    status, said = verify("--anchor", anchors)
    assert status == 1
    assert "the chain was rewritten" in said
    assert anchors.read_text() == written


def test_a_file_that_is_no_file_of_anchors_is_named(world, verify, tmp_path, capsys):
    notes = tmp_path / "notes.txt"
    notes.write_text("milk, eggs\n")
    assert main(["verify-events", "--anchor", str(notes)]) == 1
    assert "is not a file of anchors" in capsys.readouterr().err
    assert notes.read_text() == "milk, eggs\n"
