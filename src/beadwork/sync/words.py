"""Words in both languages: a tablet switches its language without asking."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from beadwork.knowledge import items
from beadwork.knowledge.text import Text

LANGUAGES = ("en", "es")
FUN = {"liked": _("I liked it"), "fine": _("It was okay"), "not-for-me": _("Not for me")}
MORE = {"more": _("More"), "stop": _("Stop"), "something-else": _("Something else")}


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
        "check_in": {
            "felt": [{"slug": one.slug, "name": text(one.name)} for one in items("feeling")],
            "fun": _answers(FUN),
            "more": _answers(MORE),
        },
    }  # fmt: skip


def _answers(named: dict[str, Promise]) -> list[dict[str, Any]]:
    return [{"slug": slug, "name": both(lambda words=words: words)} for slug, words in named.items()]
