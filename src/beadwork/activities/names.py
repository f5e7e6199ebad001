"""Slugs as words in the reader's language."""

from collections.abc import Iterable
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beadwork.knowledge import items
from beadwork.knowledge.text import Text


def name_of(vocabulary: str, slug: str) -> str:
    """A word's name, as it stands inside a sentence; the slug for one that is no longer in the content."""
    text = _names(vocabulary).get(slug)
    if text is None:
        return slug
    name = text.said(get_language() or "en")
    return name if name[:2].isupper() or vocabulary == "condition" else name[:1].lower() + name[1:]


def named(vocabulary: str, slugs: Iterable[str]) -> str:
    """Several words as a list within a sentence."""
    return joined([name_of(vocabulary, slug) for slug in slugs])


def joined(words: list[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


@cache
def _names(vocabulary: str) -> dict[str, Text]:
    if vocabulary == "step":
        return {f"{path.slug}/{step.slug}": step.name for path in items("path") for step in path.steps}
    return {one.slug: one.name for one in items(vocabulary)}
