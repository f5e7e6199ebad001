"""Finding: accents and both languages, name before purpose before the rest, filters that keep their promise."""

import pytest

from beadwork.knowledge import item, items
from beadwork.library.facets import FACETS
from beadwork.library.search import Index
from beadwork.library.words import asked, folded

INDEX = Index(items("activity"), item)


def slugs(question, **chosen):
    return [one.slug for one in INDEX.find(question, chosen).items]


def test_accents_capitals_and_plurals_do_not_matter():
    assert slugs("Botón") == slugs("boton") == slugs("BOTÓN")
    assert set(slugs("boton")) <= set(slugs("botones"))
    assert folded("Ñandú ÁRBOL") == "nandu arbol"


def test_either_language_finds_the_same_activity_by_its_name():
    for one in items("activity")[:30]:
        for name in one.name:
            assert one.slug in slugs(name)[:3]


def test_a_name_comes_before_a_purpose_and_a_purpose_before_the_rest():
    whole = items("activity")[0]
    named = _with(whole, "a", name=("Zeppelin", "Zepelín"))
    purposed = _with(whole, "b", purpose=("A zeppelin flies.", "Vuela un zepelín."))
    tipped = _with(whole, "c", do=(("Fold a zeppelin.", "Doble un zepelín."),))
    index = Index([tipped, purposed, named], item)
    assert [one.slug for one in index.find("zeppelin").items] == ["a", "b", "c"]
    assert [one.slug for one in index.find("zepel").items] == ["a", "b", "c"]


def _with(one, slug, **more):
    from dataclasses import replace

    from beadwork.knowledge import Text

    texts = {
        field: tuple(Text(*each) for each in value) if isinstance(value[0], tuple) else Text(*value)
        for field, value in more.items()
    }
    return replace(one, slug=slug, **texts)


def test_every_word_has_to_be_there_or_it_says_that_some_are_missing():
    both = INDEX.find("scissors paper")
    assert not both.is_near
    assert set(slugs("scissors paper")) == set(slugs("scissors")) & set(slugs("paper"))
    near = INDEX.find("scissors qqqqq")
    assert near.is_near
    assert [one.slug for one in near.items] == slugs("scissors")
    assert not INDEX.find("qqqqq wwwww").is_near


def test_small_words_are_left_out_unless_there_is_nothing_else():
    assert asked("the boat with a sail") == ["boat", "sail"]
    assert asked("with") == ["with"]


@pytest.mark.parametrize("name", sorted(FACETS))
def test_an_option_finds_as_many_as_it_says_whatever_else_is_chosen(name):
    for chosen in ({}, {"age": "preschool"}, {"setting": "home", "area": "fine-motor"}):
        rest = {key: value for key, value in chosen.items() if key != name}
        counts = INDEX.find("paper", rest).counts[name]
        for option, count in counts.items():
            assert len(slugs("paper", **rest | {name: option})) == count


def test_filters_mean_what_they_say():
    for one in INDEX.find("", {"safe": "seizures"}).items:
        assert "seizures" not in one.contraindicated
    for one in INDEX.find("", {"minutes": "5"}).items:
        assert one.minutes[0] <= 5
    for one in INDEX.find("", {"things": "household"}).items:
        assert all(item("material", slug).household for slug in one.materials)
    assert len(slugs("", safe="seizures")) < len(items("activity"))


def test_a_precaution_that_rules_nothing_out_is_no_filter_and_an_unknown_option_finds_nothing():
    assert slugs("", age="no-such") == []
    assert slugs("", nothing="here") == slugs("")


def test_an_empty_library_finds_nothing():
    assert Index([], item).find("boat", {"age": "infant"}).items == []
