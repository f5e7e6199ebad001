"""Words in both languages: a tablet switches its language without asking."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import override

from beadwork.knowledge import items
from beadwork.knowledge.text import Text
from beadwork.record.answers import answers
from beadwork.record.models import Asked

LANGUAGES = ("en", "es")


def both(say: Callable[[], Any]) -> dict[str, str]:
    """What is said, in each language."""
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = str(say())
    return said


def text(words: Text) -> dict[str, str]:
    """A text of the clinical content."""
    return {language: words.said(language) for language in LANGUAGES}


def choice(choices: type[TextChoices], value: str) -> dict[str, str]:
    """The word for one of the choices of a model."""
    return both(lambda: choices(value).label)


@cache
def vocabulary() -> dict[str, Any]:
    """The responses with what helps, and what a child may answer. The same for everybody until a new version."""
    return {
        "responses": [
            {
                "slug": one.slug, "mood": one.mood, "name": text(one.name), "looks": text(one.looks),
                "now": [text(words) for words in one.now],
            }
            for one in items("response")
        ],
        "check_in": {asked: _answers(asked) for asked in Asked.values},
    }  # fmt: skip


def _answers(asked: str) -> list[dict[str, Any]]:
    """The answers to one question, in each language."""
    told: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        with override(language):
            for slug, words in answers(asked, language).items():
                told.setdefault(slug, {})[language] = words
    return [{"slug": slug, "name": name} for slug, name in told.items()]
