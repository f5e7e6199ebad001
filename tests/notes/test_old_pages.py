"""Nothing typed is lost or overwritten: an old page, a second click, two tabs, a sign-in that ran out."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.notes.models import Addendum, Note, VisitSummary
from beadwork.visits.models import NoteDraft
from beadwork.visits.recording import NewDraft, record_in_visit
from beadwork.web.visits.held import signed
from tests.notes.asking import page, sign, write
from tests.notes.build import line_of, signed_note, text_of
from tests.world import PASSWORD


@pytest.fixture
def world(world):
    """The cast, now: pages know no other time."""
    world.now = timezone.now()
    return world


def test_a_note_that_changed_meanwhile_is_shown_again_and_not_signed(world, visit, sign_in):
    seen = text_of(visit).mark
    write(sign_in(world.ben), visit, "Ben saw tears.")
    answer = sign_in(world.ana).post(reverse("note-sign", args=[visit.pk]), {"seen": seen})
    assert answer.status_code == 409
    assert "The note has changed since you opened it" in answer.content.decode()
    assert "Ben saw tears." in answer.content.decode()
    assert not Note.objects.exists()


def test_what_she_wrote_on_the_page_herself_is_signed_with_it(world, visit, sign_in):
    ana, seen, mine = sign_in(world.ana), text_of(visit).mark, new_id()
    write(ana, visit, "Needs a taller chair.", id=mine)
    sign(ana, visit, seen=seen, mine=f"{mine} nonsense")
    assert "Needs a taller chair." in str(Note.objects.get().lines)


def test_somebody_elses_words_are_not_signed_unseen_under_that_name(world, visit, sign_in):
    seen, his = text_of(visit).mark, new_id()
    write(sign_in(world.ben), visit, "Ben saw tears.", id=his)
    assert sign(sign_in(world.ana), visit, seen=seen, mine=str(his)).status_code == 409


def test_a_second_click_keeps_one_text_and_signs_once(world, visit, sign_in):
    ana, id = sign_in(world.ana), new_id()
    for _twice in range(2):
        assert write(ana, visit, "Once.", id=id, base="").status_code == 302
    assert NoteDraft.objects.count() == 1
    form = {"seen": text_of(visit).mark, "share": "1"}
    for _twice in range(2):
        assert ana.post(reverse("note-sign", args=[visit.pk]), form).status_code == 302
    assert (Note.objects.count(), VisitSummary.objects.count()) == (1, 1)


def test_a_page_gone_back_to_writes_on_what_it_wrote_before(world, visit, sign_in):
    ana, id = sign_in(world.ana), new_id()
    for text in ("One.", "Two.", "Two."):
        assert write(ana, visit, text, id=id, base="").status_code == 302
    assert (line_of(visit, "a-own").text, line_of(visit, "a-own").rivals) == ("Two.", ())
    assert NoteDraft.objects.count() == 2


def test_two_tabs_keep_both_texts_and_a_person_settles_them(world, visit, sign_in):
    ana, ben = sign_in(world.ana), sign_in(world.ben)
    write(ana, visit, "Hers.", base="")
    write(ben, visit, "His.", base="")
    html = page(ana, visit)
    assert "His." in html
    assert "Ana Duarte wrote:" in html
    assert "has two texts" in sign(ana, visit).content.decode()
    write(ana, visit, "Both of ours.", settle="1")
    assert line_of(visit, "a-own").text == "Both of ours."
    assert {"Hers.", "His."} < set(NoteDraft.objects.values_list("text", flat=True))
    assert sign(ana, visit).status_code == 302


def test_what_a_device_sent_after_signing_is_seen_and_can_be_added(world, visit, sign_in):
    signed_note(world, visit)
    late = NewDraft(new_id(), "a-own", "Typed without network.", timezone.now())
    record_in_visit(visit, [late], by=world.ana, at=timezone.now())
    ana = sign_in(world.ana)
    assert "Written, and not in the signed note" in page(ana, visit)
    form = {"id": late.id, "text": late.text}
    for _twice in range(2):
        ana.post(reverse("note-add", args=[Note.objects.get().pk]), form)
    assert Addendum.objects.get().text == "Typed without network."
    assert "Written, and not in the signed note" not in page(ana, visit)


def test_an_addendum_is_added_once_and_one_that_is_refused_stays_typed(world, visit, sign_in):
    note, ana = signed_note(world, visit), sign_in(world.ana)
    form = {"id": new_id(), "text": "It was the left sock."}
    for _twice in range(2):
        assert ana.post(reverse("note-add", args=[note.pk]), form).status_code == 302
    assert "Added by Ana Duarte" in page(ana, visit)
    answer = ana.post(reverse("note-add", args=[note.pk]), form | {"text": "It was the right sock."})
    assert answer.status_code == 400
    assert "It was the right sock." in answer.content.decode()
    assert Addendum.objects.count() == 1


def test_words_sent_after_the_sign_in_ran_out_wait_for_her_and_are_kept(world, visit, sign_in):
    client, form = (
        Client(),
        {"id": new_id(), "key": "a-own", "text": "Half a sentence", "base": "", "kind": "draft"},
    )
    answer = client.post(reverse("note-line", args=[visit.pk]), form | {"who": signed(world.ana)})
    assert answer.url == f"{reverse('account_login')}?next={reverse('record-held')}"
    client.post(answer.url, {"login": world.ana.email, "password": PASSWORD})
    assert "Half a sentence" in client.get(reverse("record-held")).content.decode()
    assert client.post(reverse("record-held"), {"keep": "yes"}).url == reverse("note", args=[visit.pk])
    assert line_of(visit, "a-own").text == "Half a sentence"
    assert line_of(visit, "a-own").is_edited


def test_somebody_else_who_signs_in_there_is_not_shown_them(world, visit):
    client, form = Client(), {"id": new_id(), "key": "a-own", "text": "Half a sentence", "kind": "draft"}
    client.post(reverse("note-line", args=[visit.pk]), form | {"who": signed(world.ana)})
    client.force_login(world.ben)
    assert client.get(reverse("record-held")).url == reverse("today")
