"""Numbered problems: each number once, each text in both languages, none with a fact that is never given."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.utils import translation

import beadwork
from beadwork.core.problems import KINDS, problem

for room in sorted(Path(beadwork.__file__).parent.glob("*/problems.py")):
    import_module(f"beadwork.{room.parent.name}.problems")  # so that every room's kinds are known here


def test_a_number_is_used_once():
    number = next(iter(KINDS))
    with pytest.raises(ValueError, match=f"{number} is declared twice"):
        problem(number, what="", kept="", todo="")


@pytest.mark.parametrize("number", sorted(KINDS))
def test_each_says_what_happened_what_was_kept_and_what_to_do(number):
    kind = KINDS[number]
    said = {}
    for language in ("en", "es"):
        with translation.override(language):
            said[language] = [str(text) for text in (kind.what, kind.kept, kind.todo)]
            assert all(text.strip() for text in said[language])
    assert not set(said["en"]) & set(said["es"])
    assert [facts(text) for text in said["en"]] == [facts(text) for text in said["es"]]


def facts(text: str) -> set[str]:
    """The facts a text names in braces: both languages name the same ones."""
    return set(re.findall(r"{(\w+)}", text))


def test_the_text_holds_the_facts_it_names():
    kind = problem(9999, what="{name} has {size} beads.", kept="All {size}.", todo="Nothing.")
    shown = kind(name="Mia", size=3)
    KINDS.pop(9999)
    assert str(shown) == "BW-9999: Mia has 3 beads. All 3. Nothing."
