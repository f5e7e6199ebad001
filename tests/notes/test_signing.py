"""Signing freezes what was seen, assistants' notes wait for a therapist, and nothing signed is ever changed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.notes.actions import add_to_note, co_sign_note, release_summary, sign_note, write_line
from beadwork.notes.models import Addendum, CoSignature, Note, VisitSummary
from beadwork.notes.phrases import phrases
from beadwork.record.actions import NewRemark
from beadwork.visits.actions import start_visit
from beadwork.visits.recording import record_in_visit
from tests.notes.build import held_visit, line_of, signed_note, text_of
from tests.visits.build import planned_visit


@pytest.fixture
def bens_note(world):
    return signed_note(world, held_visit(world, staff=world.ben_staff, user=world.ben), by=world.ben)


def test_what_was_seen_is_what_is_kept(world, visit):
    text = text_of(visit)
    note = signed_note(world, visit)
    assert [line["text"] for line in note.lines] == [line.text for line in text.said]
    assert note.minutes == [{"name": "Sock puppets", "minutes": 8, "kind": ""}]
    assert note.is_as_signed


def test_the_fingerprint_stands_in_the_event(world, visit):
    note = signed_note(world, visit)
    assert Event.objects.get(what="note.signed").data["fingerprint"] == note.fingerprint


def test_signing_twice_signs_once(world, visit):
    assert signed_note(world, visit) == sign_note(visit, seen="", by=world.ana, at=world.now)
    assert Event.objects.filter(what="note.signed").count() == 1


def test_what_came_in_meanwhile_is_read_first(world, visit):
    seen = text_of(visit).mark
    late = [NewRemark(new_id(), "Sent late by a tablet.", visit.started_at + timedelta(minutes=1))]
    record_in_visit(visit, late, by=world.ana, at=world.now)
    with pytest.raises(Problem, match="BW-752"):
        sign_note(visit, seen=seen, by=world.ana, at=world.now)
    assert not Note.objects.exists()


def test_an_open_visit_is_not_signed(world, visit):
    running = start_visit(planned_visit(world, planned_at=world.now), by=world.ana, at=world.now)
    with pytest.raises(Problem, match="BW-750"):
        sign_note(running, seen=text_of(running).mark, by=world.ana, at=world.now)


def test_whoever_held_the_visit_signs(world, visit):
    with pytest.raises(Problem, match="BW-751"):
        sign_note(visit, seen=text_of(visit).mark, by=world.ben, at=world.now)


def test_a_part_that_says_nothing_is_named(world, visit):
    for line in text_of(visit).of("assessment"):
        if not line.is_own:
            write_line(visit, line.key, "", id=new_id(), base=None, by=world.ana, at=world.now)
    with pytest.raises(Problem, match="BW-753") as told:
        signed_note(world, visit)
    assert "Assessment" in told.value.what


def test_an_assistants_note_waits_for_a_therapist(world, bens_note):
    assert bens_note.is_supervised
    assert list(Note.objects.to_co_sign()) == [bens_note]
    co_sign_note(bens_note, by=world.ana, at=world.now)
    assert not Note.objects.to_co_sign().exists()
    assert Event.objects.filter(what="note.co-signed").count() == 1


def test_co_signing_twice_signs_once(world, bens_note):
    first, second = (co_sign_note(bens_note, by=world.ana, at=world.now) for _twice in range(2))
    assert first == second


def test_an_assistant_does_not_co_sign(world, bens_note):
    with pytest.raises(Problem):
        co_sign_note(bens_note, by=world.ben, at=world.now)


def test_a_therapists_own_note_takes_no_second_signature(world, visit):
    with pytest.raises(Problem, match="BW-757"):
        co_sign_note(signed_note(world, visit), by=world.ana, at=world.now)


def test_a_correction_is_an_addendum(world, visit):
    note, id = signed_note(world, visit), new_id()
    for _twice in range(2):
        add_to_note(note, "It was the left sock.", id=id, by=world.ana, at=world.now)
    assert [one.text for one in note.addenda.all()] == ["It was the left sock."]
    with pytest.raises(Problem, match="BW-762"):
        add_to_note(note, "Other words.", id=id, by=world.ana, at=world.now)


@pytest.mark.parametrize("words", ["", "  ", "x" * 4001])
def test_an_addendum_says_something_of_a_sane_length(world, visit, words):
    with pytest.raises(Problem, match="BW-759"):
        add_to_note(signed_note(world, visit), words, id=new_id(), by=world.ana, at=world.now)


def test_the_family_gets_both_languages_with_one_signature(world, visit):
    signed_note(world, visit, release=True)
    summary = VisitSummary.objects.get()
    assert "Both socks on today: 2 of 3 steps, with words to remind, and proud of it." in summary.text_en
    assert (
        "Ponerse los calcetines hoy: 2 de 3 pasos, con palabras que recuerdan, y con orgullo."
        in summary.text_es
    )
    assert release_summary(visit, by=world.ana, at=world.now) == summary


def test_a_line_left_out_for_the_family_is_left_out_in_both(world, visit):
    key = line_of(visit, "f-hard").key
    write_line(visit, key, "", id=new_id(), base=None, by=world.ana, at=world.now)
    write_line(visit, "f-own", "See you on Monday!", id=new_id(), base=None, by=world.ana, at=world.now)
    signed_note(world, visit, release=True)
    summary = VisitSummary.objects.get()
    assert "frustration" not in summary.text_en
    assert "frustración" not in summary.text_es
    assert summary.text_es.endswith("See you on Monday!")


def test_her_phrases_come_back_on_the_same_goal(world, visit):
    write_line(visit, "a-own", "Ready for zips next.", id=new_id(), base=None, by=world.ana, at=world.now)
    signed_note(world, visit)
    later = held_visit(world, visit.child.goals.get())
    assert phrases(text_of(later), by=world.ana) == {"a-own": ["Ready for zips next."]}
    assert phrases(text_of(later), by=world.ben) == {}


@pytest.mark.parametrize("model", [Note, CoSignature, Addendum, VisitSummary])
def test_the_database_refuses_to_change_what_was_signed(world, bens_note, model):
    co_sign_note(bens_note, by=world.ana, at=world.now)
    add_to_note(bens_note, "More.", id=new_id(), by=world.ben, at=world.now)
    release_summary(bens_note.visit, by=world.ben, at=world.now)
    row = model.objects.get()
    for change in (
        lambda: model.objects.update(practice=row.practice_id),
        lambda: model.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert model.objects.count() == 1
