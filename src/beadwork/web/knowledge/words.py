"""Items of the content in the reader's words."""

from collections.abc import Iterable

from django.utils.translation import get_language

from beadwork.knowledge import Item, Text, item


def said(text: Text | None) -> str:
    """A text in the reader's language; nothing for none."""
    return "" if text is None else text.said(get_language() or "en")


def each_said(texts: Iterable[Text]) -> list[str]:
    """Texts in the reader's language."""
    return [said(text) for text in texts]


def name_of(kind: str, slug: str) -> str:
    """The clinician's word for one item."""
    return said(item(kind, slug).name)


def family_name(one: Item) -> str:
    """The family's word for one item."""
    return one.family_words(get_language() or "en")
