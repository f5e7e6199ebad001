"""What facts mean in the words of the vocabularies: read exactly or not at all, chosen by a person otherwise."""

import pytest
from django.urls import reverse

from beadwork.people import actions
from beadwork.people.meaning import VOCABULARIES, meaning, words_of
from tests.people.test_bad_input import refused


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("allergy", "peanuts", {"peanut"}),
        ("allergy", "  MANÍ ", {"peanut"}),
        ("allergy", "Peanuts, milk and egg", {"peanut", "milk", "egg"}),
        ("allergy", "leche y huevo", {"milk", "egg"}),
        ("allergy", "nuts", {"tree-nut", "peanut"}),
        ("interest", "trains", {"trains"}),
        ("interest", "perros", {"pets"}),
        ("sensitivity", "manos pegajosas", {"sticky"}),
        ("precaution", "VP shunt", {"shunt"}),
        ("condition", "síndrome de down", {"down-syndrome"}),
        ("equipment", "AFO", {"ankle-foot-orthosis"}),
    ],
)
def test_plain_words_are_read_in_both_languages(kind, text, words):
    assert (meaning(kind, text).words, meaning(kind, text).is_whole) == (words, True)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("allergy", "no longer peanuts"), ("allergy", "peanut butter?"), ("precaution", "Do not pull the left arm"),
        ("helps", "peanuts"), ("language", "milk"), ("allergy", ""), ("allergy", ","),
    ],
)  # fmt: skip
def test_what_is_not_exactly_a_word_is_not_guessed(kind, text):
    assert meaning(kind, text).words == set()
    assert not meaning(kind, text).is_whole


def test_a_danger_read_in_part_keeps_the_part_and_is_not_whole():
    said = meaning("allergy", "peanuts, something in the wind")
    assert (said.words, said.is_whole) == ({"peanut"}, False)


def test_the_word_a_person_chose_says_all_of_it():
    said = meaning("precaution", "Plan in the red folder", "seizures")
    assert (said.words, said.is_whole) == ({"seizures"}, True)


@pytest.mark.parametrize("kind", VOCABULARIES)
def test_every_word_is_understood_by_its_own_names_and_by_what_people_write(kind):
    from beadwork.knowledge import items

    for one in items(VOCABULARIES[kind]):
        for said in (*one.name, *one.also):
            assert one.slug in meaning(kind, said).words, said
    assert words_of(kind)


def test_noting_a_fact_with_a_word_takes_the_place_of_the_one_without(world):
    by = {"by": world.ana, "at": world.now}
    first = actions.note_fact(world.mia, "precaution", "Red folder", **by)
    assert first.is_unchecked
    second = actions.note_fact(world.mia, "precaution", "Red folder", word="seizures", **by)
    assert actions.note_fact(world.mia, "precaution", "Red folder", **by) == second
    assert [fact.word for fact in world.mia.childfacts.current()] == ["seizures"]
    assert not second.is_unchecked
    assert world.mia.childfacts.count() == 2


def test_a_word_of_another_kind_is_refused(world):
    assert (
        refused(actions.note_fact, world.mia, "allergy", "x", word="trains", by=world.ana, at=world.now)
        == 112
    )


def test_the_page_says_what_was_read_and_what_cannot_be_checked(world, sign_in):
    client, url = sign_in(world.ana), reverse("facts", args=[world.mia.slug])
    client.post(url, {"kind": "allergy", "text": "cacahuate", "word": ""})
    client.post(url, {"kind": "precaution", "text": "Red folder", "word": ""})
    html = client.get(url).content.decode()
    assert "read as Peanut" in html
    assert html.count("The chooser cannot check this") == 1
    client.post(url, {"kind": "precaution", "text": "Red folder", "word": "precaution/seizures"})
    html = client.get(url).content.decode()
    assert "read as Seizures" in html
    assert "The chooser cannot check this" not in html


def test_a_word_for_another_kind_of_thing_is_said_at_its_field(world, sign_in):
    url = reverse("facts", args=[world.mia.slug])
    answer = sign_in(world.ana).post(url, {"kind": "interest", "text": "x", "word": "allergy/milk"})
    assert "belongs to another kind" in answer.content.decode()
    assert not world.mia.childfacts.exists()
