"""The note and the summary on paper: tagged (PDF/UA-1), in their language, with everything a signed note says."""

import pytest

from beadwork.core.ids import new_id
from beadwork.knowledge import items
from beadwork.notes.actions import add_to_note, co_sign_note, write_line
from beadwork.notes.models import Note
from beadwork.visits.recording import NewActivity, record_in_visit
from beadwork.web.notes.pdf import made, note_document, summary_document
from tests.notes.build import held_visit, signed_note


@pytest.fixture
def note(world):
    """An assistant's note with everything: an edit, minutes, a second signature, an addendum, a summary."""
    visit, by = held_visit(world, staff=world.ben_staff, user=world.ben), {"by": world.ben, "at": world.now}
    kinds = [
        NewActivity(new_id(), f"{one.slug}", 5, visit.started_at, slug=one.slug)
        for one in items("activity")[:3]
    ]
    record_in_visit(visit, kinds, **by)
    write_line(visit, "a-own", "Sits well ✿ on the low stool.", id=new_id(), base=None, **by)
    note = signed_note(world, visit, by=world.ben, release=True)
    co_sign_note(note, by=world.ana, at=world.now)
    add_to_note(note, "It was the left sock.", id=new_id(), **by)
    return Note.objects.select_related("visit__staff", "co_signature").get(pk=note.pk)


def test_everything_that_was_signed_stands_on_paper(note):
    told = note_document(note)
    said = [line for _name, lines in told["parts"] for line in lines]
    assert "Sits well ✿ on the low stool. [edited]" in said
    assert len(said) == len(note.lines)
    assert [one["minutes"] for one in note.minutes] == [int(row[2]) for row in told["minutes"]["rows"]]
    assert told["minutes"]["sums"][-1] == ("All activities", "23")
    assert "Ben Fields, COTA" in told["foot"][0]
    assert "Co-signed by Ana Duarte" in told["foot"][1]
    assert told["after"][0][1] == "It was the left sock."


def test_both_are_tagged_and_say_their_title_and_language(note):
    for document in (note_document(note), summary_document(note.visit.summary)):
        pdf = made(document)
        for mark in (b"pdfuaid", b"/StructTreeRoot", b"/Lang", b"/DisplayDocTitle true"):
            assert mark in pdf


def test_words_in_another_language_than_the_reader_are_marked_so(note):
    note.language = "es"
    assert (note_document(note)["language"], note_document(note)["said_in"]) == ("en", "es")
