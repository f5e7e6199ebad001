"""What a note has to have: by setting and payer, in versions; what it lacks is named before signing, with its place."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.notes.actions import follow_payer, set_note_parts, write_line
from beadwork.notes.asked import KNOWN, USUAL, Asked, asked_of, known, usual
from beadwork.notes.lacking import lacking
from beadwork.notes.models import NoteParts, Setting
from beadwork.notes.sentences import Part
from beadwork.people.models import PracticeKind
from beadwork.visits.actions import finish_visit, start_visit
from tests.notes.build import held_visit, line_of, signed_note, text_of
from tests.visits.build import planned_visit

CHAIR = Asked("chair", Part.OBJECTIVE, "Chair used", "Silla usada")


def ask(world, *parts, setting="clinic", payer="", seen=0, because="We agreed on it"):
    return set_note_parts(
        world.practice, setting, payer, parts, because, seen=seen, by=world.ruth, at=world.now
    )


def slugs(visit):
    return [one.slug for one in asked_of(type(visit).objects.select_related("practice").get(pk=visit.pk))]


def bare_visit(world):
    """A finished visit of which nothing was recorded."""
    began = world.now - timedelta(minutes=30)
    visit = start_visit(planned_visit(world, planned_at=began), by=world.ana, at=began)
    return finish_visit(visit, by=world.ana, at=world.now)


@pytest.mark.parametrize("setting", Setting.values)
def test_every_setting_has_a_usual_list_of_parts_that_are_known(setting):
    assert {one.slug for one in usual(setting)} == set(USUAL[setting]) <= set(KNOWN)


@pytest.mark.parametrize(
    ("kind", "place", "setting"),
    [("clinic", "clinic", "clinic"), ("hospital", "clinic", "hospital"), ("school", "clinic", "school"),
     ("hospital", "home", "home"), ("clinic", "school", "school"), ("early-intervention", "tele", "clinic")],
)  # fmt: skip
def test_the_list_goes_by_where_the_visit_was(world, visit, kind, place, setting):
    world.practice.kind = PracticeKind(kind)
    world.practice.save(update_fields=["kind"])
    visit.place = place
    visit.save(update_fields=["place"])
    assert slugs(visit) == list(USUAL[setting])


def test_a_practice_sets_its_own_in_its_order_and_every_version_stays(world, visit):
    ask(world, known("plan"), known("minutes"))
    ask(world, known("minutes"), CHAIR, known("plan"), seen=1, because="The chairs are new")
    assert slugs(visit) == ["minutes", "chair", "plan"]
    assert [(one.number, one.because) for one in NoteParts.objects.all()] == [
        (1, "We agreed on it"),
        (2, "The chairs are new"),
    ]
    assert Event.objects.filter(what="note-parts.set").count() == 2


def test_the_same_list_again_changes_nothing_and_an_old_page_is_told(world):
    assert ask(world, known("plan")) == ask(world, known("plan"))
    with pytest.raises(Problem, match="BW-763"):
        ask(world, known("home"))
    assert NoteParts.objects.count() == 1


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (known("plan"), known("plan")),
        (Asked("chair", Part.OBJECTIVE, "Chair used", ""),),
        (Asked("plan", Part.PLAN, "Plan", "Plan"),),
        (Asked("chair", Part.FAMILY, "Chair", "Silla"),),
        (Asked("", Part.PLAN, "!", "!"),),
    ],
)
def test_what_is_no_list_is_refused(world, parts):
    with pytest.raises(Problem, match="BW-764"):
        ask(world, *parts)


def test_a_list_says_why(world):
    with pytest.raises(Problem, match="BW-765"):
        ask(world, known("plan"), because=" ")


def test_a_payers_list_counts_for_the_children_whose_notes_follow_it(world, visit):
    ask(world, known("plan"))
    ask(world, known("plan"), known("skill"), payer="Acme Health", because="Acme provider manual, p. 12")
    assert slugs(visit) == ["plan"]
    for _twice in range(2):
        follow_payer(world.mia, "Acme Health", by=world.ana, at=world.now)
    assert slugs(visit) == ["plan", "skill"]
    assert Event.objects.filter(what="note-parts.followed").count() == 1
    follow_payer(world.mia, "", by=world.ana, at=world.now + timedelta(minutes=1))
    assert slugs(visit) == ["plan"]


def test_where_the_payer_has_no_list_for_a_setting_the_practices_counts(world, visit):
    ask(world, known("skill"), payer="Acme Health", setting="home")
    follow_payer(world.mia, "Acme Health", by=world.ana, at=world.now)
    assert slugs(visit) == list(USUAL["clinic"])


def test_a_payer_nobody_wrote_down_is_not_followed(world):
    with pytest.raises(Problem, match="BW-766"):
        follow_payer(world.mia, "Acme Health", by=world.ana, at=world.now)


@pytest.mark.parametrize("slug", sorted(set(KNOWN) - {"each-goal"}))
def test_each_known_part_is_missed_where_nothing_says_it_and_met_by_own_words(world, slug):
    visit, part = bare_visit(world), known(slug)
    ask(world, part)
    assert [lack.key for lack in lacking(text_of(visit))] == [part.key]
    write_line(visit, part.key, "Said.", id=new_id(), base=None, by=world.ana, at=world.now)
    assert lacking(text_of(visit)) == []


def test_the_record_meets_what_it_says(world, visit):
    planned_visit(world, planned_at=world.now + timedelta(days=7))
    ask(world, *map(known, KNOWN))
    assert lacking(text_of(visit)) == []


def test_a_goal_that_was_left_out_is_missed(world, visit):
    ask(world, known("each-goal"))
    write_line(visit, line_of(visit, "o-goal").key, "", id=new_id(), base=None, by=world.ana, at=world.now)
    assert "Each goal that was tried" in lacking(text_of(visit))[0].problem.what


def test_a_part_of_the_practices_own_has_a_line_of_its_own_and_is_signed_under_its_name(world, visit):
    ask(world, CHAIR)
    assert text_of(visit).of(Part.OBJECTIVE)[-2].name == "Chair used"
    with pytest.raises(Problem, match="BW-753") as told:
        signed_note(world, visit)
    assert "Chair used" in told.value.what
    write_line(visit, CHAIR.key, "The low one.", id=new_id(), base=None, by=world.ana, at=world.now)
    assert "Chair used: The low one." in [line["text"] for line in signed_note(world, visit).lines]


def test_versions_are_never_changed(world):
    ask(world, known("plan"))
    with pytest.raises(DatabaseError), transaction.atomic():
        NoteParts.objects.update(because="Something else")


# ---- pages


def test_a_director_sets_a_list_and_sees_its_versions(world, sign_in):
    client, url = sign_in(world.ruth), reverse("note-parts")
    assert "The usual list counts" in client.get(url).content.decode()
    own = {"en-0": "Chair used", "es-0": "Silla usada", "part-0": "objective", "place-0": 1}
    said = own | {"plan": 2, "because": "We agreed on it", "seen": 0}
    assert client.post(f"{url}?setting=home&payer=Acme", said).url.endswith("setting=home&payer=Acme")
    made = NoteParts.objects.get()
    assert (made.setting, made.payer, [one["slug"] for one in made.parts]) == (
        "home",
        "Acme",
        ["chair-used", "plan"],
    )
    html = client.get(f"{url}?setting=home&payer=Acme").content.decode()
    for words in ("Chair used", "We agreed on it", "Version 1", "Payers with a list of their own:"):
        assert words in html
    refused = client.post(f"{url}?setting=home&payer=Acme", said | {"plan": 9, "minutes": 3})
    assert "Somebody set this list while you did." in refused.content.decode()


def test_a_note_says_what_it_lacks_with_the_way_there_and_whose_list_it_follows(world, sign_in):
    world.now = timezone.now()
    visit, ana = held_visit(world), sign_in(world.ana)
    ask(world, known("plan"), CHAIR, payer="Acme")
    html = ana.get(reverse("note", args=[visit.pk])).content.decode()
    assert "Chair used" not in html
    ana.post(reverse("note-payer", args=[visit.pk]), {"payer": "Acme"})
    html = ana.get(reverse("note", args=[visit.pk])).content.decode()
    assert f'href="#{CHAIR.key}"' in html
    assert f'id="{CHAIR.key}"' in html
    assert "<option selected>Acme" in html
    refused = ana.post(reverse("note-sign", args=[visit.pk]), {"seen": text_of(visit).mark})
    assert refused.status_code == 400
