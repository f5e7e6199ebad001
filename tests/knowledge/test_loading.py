"""Content loads whole, in both languages, with a passport, or says which file to mend."""

from collections import Counter

import pytest

from beadwork.knowledge import UNREVIEWED, ContentError, item, items, kinds, library
from tests.knowledge.build import a_library, a_word

pytestmark = pytest.mark.once


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_loads(kind):
    assert all(one.in_words("en") and one.in_words("es") for one in items(kind))


def test_the_ladder_of_support_goes_from_most_help_to_none():
    rungs = items("support")
    assert [rungs[0].slug, rungs[-1].slug] == ["full-hand-help", "alone"]
    assert [rung.slug for rung in rungs if rung.is_alone] == ["alone"]


def test_content_that_nobody_licensed_has_reviewed_says_so():
    assert not item("task", "beads").is_reviewed
    assert "not yet reviewed" in UNREVIEWED.said("en")


def test_a_regional_language_reads_as_its_language():
    assert item("area", "play").family_words("es-mx") == "Jugar y estar con otros"


def test_an_unknown_kind_or_item_is_a_key_error():
    with pytest.raises(KeyError):
        items("horoscope")
    with pytest.raises(KeyError):
        item("area", "horoscope")


def test_a_bad_file_is_named_with_what_to_mend(tmp_path):
    broken = a_library(tmp_path, {"words/setting.toml": a_word(name='{ en = "Clinic" }')})
    with pytest.raises(ContentError, match=r"words/setting\.toml: clinic name: write it in both languages"):
        broken.items("setting")


def test_what_was_parsed_is_kept_and_made_anew_when_a_file_changes(tmp_path):
    keep = tmp_path / "kept" / "compiled"
    keep.parent.mkdir()
    a_library(tmp_path, {"words/setting.toml": a_word()}, keep=keep).items("setting")
    assert (keep / "content-setting.json").exists()
    again = a_library(tmp_path, {"words/setting.toml": a_word(slug="home")}, keep=keep)
    assert [one.slug for one in again.items("setting")] == ["home"]


def test_two_libraries_with_one_fingerprint_say_the_same(tmp_path):
    one = a_library(tmp_path / "one", {"words/setting.toml": a_word()})
    same = a_library(tmp_path / "same", {"words/setting.toml": a_word()})
    other = a_library(tmp_path / "other", {"words/setting.toml": a_word(slug="home")})
    assert one.digest == same.digest != other.digest


def test_the_content_has_a_number():
    assert library().version


@pytest.mark.parametrize(("kind", "least"), [("activity", 150), ("goal", 80), ("task", 40), ("path", 20)])
def test_there_is_as_much_as_is_promised(kind, least):
    assert len(items(kind)) >= least


def test_every_list_of_the_cdc_is_whole():
    by_age = Counter(one.months for one in items("milestone") if one.set == "cdc-2022")
    assert sum(by_age.values()) == 159
    assert sorted(by_age) == [2, 4, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60]


def test_everything_has_a_passport_with_a_source_and_a_next_review():
    assert all(one.passport.sources and one.passport.next_review for one in library().all())
