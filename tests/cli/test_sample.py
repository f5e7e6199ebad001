"""The sample for a human's eye: two hundred items, every kind, the same each time, each with both languages."""

import pytest

from beadwork.cli.documents.sample import HOW_MANY, LEAST, document, sample
from beadwork.knowledge import KINDS, items
from beadwork.knowledge.kinds import VOCABULARIES

pytestmark = pytest.mark.once


def test_it_is_drawn_once_and_the_same_each_time():
    drawn = [(one.kind, one.slug) for one in sample()]
    assert drawn == [(one.kind, one.slug) for one in sample()]
    assert len(set(drawn)) == HOW_MANY


def test_no_kind_is_left_out():
    for kind in set(KINDS) - set(VOCABULARIES):
        assert sum(one.kind == kind for one in sample()) >= min(LEAST, len(items(kind)))


def test_each_is_told_in_both_languages_with_its_file_and_its_review():
    page = document()
    for one in sample():
        assert f"### {one.name.en} · {one.name.es}" in page
        assert f"`{one.slug}` in `{one.file}`" in page
    assert page.count("not yet reviewed") == sum(not one.is_reviewed for one in sample())
