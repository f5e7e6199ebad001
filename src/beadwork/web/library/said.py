"""What every page of the library needs: the practice, its library, and words in the reader's language."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from beadwork.knowledge import Text
from beadwork.library.own import OwnLibrary, library_of
from beadwork.people.models import Practice


def here(request: HttpRequest) -> Practice:
    """The practice whose library this person reads in this view."""
    practice: Practice = request.which(Practice).order_by("pk").first()
    return practice


def own_of(request: HttpRequest) -> OwnLibrary:
    """Its library."""
    return library_of(here(request))


def said(text: Text | None) -> str:
    """A text in the reader's language; nothing for none."""
    return "" if text is None else text.said(get_language() or "en")


def all_said(texts: Iterable[Text]) -> list[str]:
    """Several texts in the reader's language."""
    return [said(text) for text in texts]


def named(own: OwnLibrary, kind: str, slugs: Iterable[str]) -> list[str]:
    """The names of items, in the reader's language."""
    return [name_of(own, kind, slug) for slug in slugs]


def name_of(own: OwnLibrary, kind: str, slug: str) -> str:
    """The name of one item; of a step of a path, the step's words."""
    if kind == "step":
        return step_name(own, slug)
    return said(own.item(kind, slug).name)


def step_name(own: OwnLibrary, ref: str) -> str:
    """A step of a path: "socks: pulls the sock up the last bit"."""
    path, _, slug = ref.partition("/")
    of: Any = own.item("path", path)
    step = next(one for one in of.steps if one.slug == slug)
    return f"{said(of.name)}: {said(step.name)}"
