"""The pages of a note: who sees and may do what, and what keeps it in sight."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.notes.models import Addendum, CoSignature, Note, VisitSummary
from beadwork.visits.models import NoteDraft
from beadwork.visits.recording import record_in_visit
from tests.home.build import goal_row
from tests.notes.asking import page, sign, write
from tests.notes.build import entries, held_visit, line_of, signed_note


@pytest.fixture
def world(world):
    """The cast, now: pages know no other time."""
    world.now = timezone.now()
    return world


def test_the_therapist_reads_what_it_rests_on_edits_and_signs(world, visit, sign_in):
    ana = sign_in(world.ana)
    html = page(ana, visit)
    assert "1.7 of 3 steps" in html
    assert "1 of 3 steps, shown first" in html
    assert reverse("note-sign", args=[visit.pk]) in html
    assert write(ana, visit, "Needs a taller chair.").url.endswith("/note#a-own")
    assert "Needs a taller chair." in page(ana, visit)
    assert sign(ana, visit, share="1").url == reverse("today")
    note = Note.objects.get()
    assert (note.signed_by, note.visit, VisitSummary.objects.count()) == (world.ana, visit, 1)
    html = page(ana, visit)
    assert "Signed by Ana Duarte" in html
    assert "note-line" not in html.replace('class="note-line', "")


def test_signing_only_tells_the_family_nothing_until_it_is_shared(world, visit, sign_in):
    ana = sign_in(world.ana)
    sign(ana, visit)
    assert not VisitSummary.objects.exists()
    assert "Not shared with the family." in page(ana, visit)
    for _twice in range(2):
        ana.post(reverse("note-share", args=[visit.pk]))
    assert VisitSummary.objects.count() == 1


def test_the_assistant_signs_hers_and_it_waits_for_the_supervisor(world, bens, sign_in):
    ben, ana = sign_in(world.ben), sign_in(world.ana)
    sign(ben, bens)
    assert "Waits for the signature of a therapist." in page(ben, bens)
    assert "Co-sign" not in page(ben, bens).replace("Co-signed", "")
    queue = ana.get(reverse("notes")).content.decode()
    assert "To co-sign" in queue
    assert reverse("note", args=[bens.pk]) in queue
    html = page(ana, bens)
    assert "Ben Fields (Occupational therapy assistant) signed this note and waits for you" in html
    assert "Notes of assistants and students are signed by a therapist of the care team as well." in html
    for _twice in range(2):
        ana.post(reverse("note-co-sign", args=[Note.objects.get().pk]))
    assert CoSignature.objects.count() == 1
    assert "Co-signed by Ana Duarte" in page(ben, bens)
    assert "Every note is signed" in ana.get(reverse("notes")).content.decode()


def test_the_assistant_may_not_co_sign_and_is_not_told_it_exists(world, bens, sign_in):
    note = signed_note(world, bens, by=world.ben)
    assert sign_in(world.ben).post(reverse("note-co-sign", args=[note.pk])).status_code == 404


def test_who_did_not_hold_the_visit_may_write_but_has_no_way_to_sign(world, bens, sign_in):
    ana = sign_in(world.ana)
    assert reverse("note-sign", args=[bens.pk]) not in page(ana, bens)
    assert "held this visit and signs its note" in sign(ana, bens).content.decode()
    assert not Note.objects.exists()


def test_the_director_reads_and_has_nothing_to_press(world, visit, sign_in):
    html = page(sign_in(world.ruth), visit)
    assert "1.7 of 3 steps" in html
    for way in ("note-line", "note-sign"):
        assert reverse(way, args=[visit.pk]) not in html


def test_parents_read_what_was_shared_in_their_own_language_and_not_the_note(world, visit, sign_in):
    note = signed_note(world, visit, release=True)
    leo, sara = sign_in(world.leo), sign_in(world.sara)
    address = reverse("family-visits", args=[world.mia.slug])
    assert (
        "Both socks on today: 2 of 3 steps, with words to remind, and proud of it."
        in leo.get(address).content.decode()
    )
    assert (
        "Ponerse los calcetines hoy: 2 de 3 pasos, con palabras que recuerdan, y con orgullo."
        in sara.get(address).content.decode()
    )
    assert "Bilateral dressing" not in leo.get(address).content.decode()
    for way, thing in (("note", visit.pk), ("note-pdf", note.pk)):
        assert leo.get(reverse(way, args=[thing])).status_code == 404


def test_parents_read_nothing_before_it_is_shared(world, visit, sign_in):
    signed_note(world, visit)
    html = sign_in(world.leo).get(reverse("family-visits", args=[world.mia.slug])).content.decode()
    assert "Nothing here yet" in html
    assert "pride" not in html


@pytest.mark.parametrize("who", ["dana", "leo", "sara", "okafor", "eve"])
def test_nobody_else_sees_a_note_or_changes_one_and_is_not_told_it_exists(world, bens, sign_in, who):
    note = signed_note(world, bens, by=world.ben, release=True)
    client = sign_in(getattr(world, who))
    for name, thing in (("note", bens.pk), ("note-pdf", note.pk)):
        assert client.get(reverse(name, args=[thing])).status_code == 404
    changes = [
        ("note-line", bens.pk),
        ("note-sign", bens.pk),
        ("note-share", bens.pk),
        ("note-co-sign", note.pk),
    ]
    for name, thing in [*changes, ("note-add", note.pk)]:
        assert client.post(reverse(name, args=[thing]), {"id": new_id(), "text": "?"}).status_code == 404
    assert (CoSignature.objects.count(), Addendum.objects.count(), NoteDraft.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(("who", "may"), [("leo", 200), ("sara", 200), ("ana", 404), ("eve", 404)])
def test_the_summary_on_paper_is_the_familys(world, visit, sign_in, who, may):
    signed_note(world, visit, release=True)
    address = reverse("family-visit-pdf", args=[world.mia.slug, VisitSummary.objects.get().pk])
    answer = sign_in(getattr(world, who)).get(address)
    assert answer.status_code == may
    if may == 200:
        assert answer.content.startswith(b"%PDF")
        assert answer["Cache-Control"] == "no-store"


def test_the_note_on_paper_is_a_tagged_pdf(world, bens, sign_in):
    note = signed_note(world, bens, by=world.ben)
    answer = sign_in(world.ruth).get(reverse("note-pdf", args=[note.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert b"pdfuaid" in answer.content
    assert Event.objects.filter(what="note.read").exists()


def test_today_and_the_list_keep_an_unsigned_note_in_sight(world, visit, sign_in):
    ana = sign_in(world.ana)
    assert "1 note waits for you" in ana.get(reverse("today")).content.decode()
    assert reverse("note", args=[visit.pk]) in ana.get(reverse("notes")).content.decode()
    sign(ana, visit)
    assert "waits for you" not in ana.get(reverse("today")).content.decode()


def test_today_and_the_list_hold_the_last_thirty_days_and_lead_to_the_older_ones(world, visit, sign_in):
    world.now -= timedelta(days=40)
    old = held_visit(world, visit.child.goals.get())
    ana = sign_in(world.ana)
    assert "1 note waits for you" in ana.get(reverse("today")).content.decode()
    lately, before = (ana.get(reverse("notes") + asked).content.decode() for asked in ("", "?older"))
    assert reverse("note", args=[visit.pk]) in lately
    assert reverse("note", args=[old.pk]) not in lately
    assert "1 note older than thirty days waits as well" in lately
    assert reverse("note", args=[old.pk]) in before
    assert reverse("note", args=[visit.pk]) not in before


def test_her_phrases_of_the_goal_are_offered_and_not_put_in(world, visit, sign_in):
    ana, line = sign_in(world.ana), line_of(visit, "o-goal")
    write(ana, visit, f"{line.text} Sits best on the low stool. Did 9 today.", key=line.key)
    sign(ana, visit)
    later = held_visit(world, visit.child.goals.get())
    html = page(ana, later)
    assert "Sits best on the low stool." in html
    assert "Did 9 today." not in html
    assert "low stool" not in line_of(later, "o-goal").text


def test_a_note_takes_as_many_queries_however_much_was_recorded(world, visit, sign_in):
    ana, counts = sign_in(world.ana), []
    page(ana, visit)
    for goals in range(2):
        for n in range(3 * goals):
            record_in_visit(
                visit,
                entries(goal_row(world, slug=f"more-{n}"), visit.started_at),
                by=world.ana,
                at=world.now,
            )
        with CaptureQueriesContext(connection) as asked:
            assert page(ana, visit).count('id="o-goal-') == 1 + 3 * goals
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("who", "words"), [("ana", "Written from the record"), ("ines", "Escrita a partir del registro")]
)
def test_the_page_is_in_the_readers_language(world, visit, sign_in, who, words):
    if who == "ines":
        world.ana.language = "es"
        world.ana.save(update_fields=["language"])
    assert words in page(sign_in(world.ana), visit)
