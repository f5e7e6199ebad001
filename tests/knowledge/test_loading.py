"""Content loads whole, in both languages, with a passport, or says which file to mend."""

import pytest

from beadwork.knowledge import item, items, kinds
from beadwork.knowledge.load import ContentError, parse

PASSPORT = {
    "source": "A book", "year": 2020, "evidence": "expert", "licence": "CC BY 4.0", "reviewed_by": "",
    "reviewed_on": "", "next_review": "2027-05-01",
}  # fmt: skip


def _content(*entries, passport=PASSPORT):
    return {"passport": passport, "item": list(entries)}


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_item_is_said_in_both_languages(kind):
    for one in items(kind):
        assert one.in_words("en")
        assert one.in_words("es")
        assert one.in_words("en") != one.in_words("es") or one.slug == "ICF"


def test_the_ladder_of_support_goes_from_most_help_to_none():
    rungs = items("support")
    assert [rungs[0].slug, rungs[-1].slug] == ["full-hand-help", "alone"]
    assert [rung.slug for rung in rungs if rung.more.get("is_alone")] == ["alone"]


def test_tasks_belong_to_known_areas():
    assert {task.more["area"] for task in items("task")} <= {area.slug for area in items("area")}


def test_content_that_nobody_licensed_has_reviewed_says_so():
    assert not item("task", "beads").is_reviewed


def test_a_regional_language_reads_as_its_language():
    assert item("area", "play").family_words("es-mx") == item("area", "play").family_words("es")


def test_an_unknown_kind_or_item_is_a_key_error():
    with pytest.raises(KeyError):
        items("horoscope")
    with pytest.raises(KeyError):
        item("area", "horoscope")


def test_a_missing_passport_is_named():
    with pytest.raises(ContentError, match=r"toys\.toml: the passport lacks .*source"):
        parse("toys", _content(passport={}))


def test_a_missing_language_is_named():
    with pytest.raises(ContentError, match=r"toys\.toml: car needs name in en and es"):
        parse("toys", _content({"slug": "car", "name": {"en": "Car"}}))


def test_a_slug_twice_is_named():
    car = {"slug": "car", "name": {"en": "Car", "es": "Carro"}}
    with pytest.raises(ContentError, match="car stands there twice"):
        parse("toys", _content(car, car))
