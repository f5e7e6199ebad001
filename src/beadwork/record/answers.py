"""What a child may answer by pictures, and in which words a grown-up reads it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from beadwork.knowledge import items
from beadwork.record.models import Asked

FUN: dict[str, Promise] = {
    "liked": _("I liked it"),
    "fine": _("It was okay"),
    "not-for-me": _("Not for me"),
}
MORE: dict[str, Promise] = {"more": _("More"), "stop": _("Stop"), "something-else": _("Something else")}


def answers(asked: str, language: str) -> dict[str, str]:
    """The answers to one question, by slug, in the order they are shown. Lazy words follow the language in force."""
    if asked == Asked.FELT:
        return {one.slug: one.in_words(language) for one in items("feeling")}
    known = {Asked.FUN: FUN, Asked.MORE: MORE}.get(Asked(asked), {}) if asked in Asked.values else {}
    return {slug: str(words) for slug, words in known.items()}
