"""Numbered problems: each number once, each text in both languages, none with a fact that is never given."""

import pytest
from django.utils import translation

from beadwork.core.problems import KINDS, problem


def test_a_number_is_used_once():
    number = next(iter(KINDS))
    with pytest.raises(ValueError, match=f"{number} is declared twice"):
        problem(number, what="", kept="", todo="")


@pytest.mark.parametrize("number", sorted(KINDS))
def test_each_says_what_happened_what_was_kept_and_what_to_do(number):
    kind = KINDS[number]
    for language in ("en", "es"):
        with translation.override(language):
            assert all(str(text).strip() for text in (kind.what, kind.kept, kind.todo))


def test_the_text_holds_the_facts_it_names():
    kind = problem(9999, what="{name} has {size} beads.", kept="All {size}.", todo="Nothing.")
    shown = kind(name="Mia", size=3)
    KINDS.pop(9999)
    assert str(shown) == "BW-9999: Mia has 3 beads. All 3. Nothing."
