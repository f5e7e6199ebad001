"""The words that stand on every screen with content no clinician has reviewed yet: once a screen, calmly."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import get_language

from beadwork.knowledge import UNREVIEWED, Item


def unreviewed(request: HttpRequest) -> dict[str, str]:
    """For every template: the words of `components/unreviewed.html`, in the reader's language."""
    return {"unreviewed": UNREVIEWED.said(get_language() or "en")}


def all_reviewed(shown: Iterable[Item]) -> bool:
    """Whether somebody licensed has reviewed everything that is shown."""
    return all(one.is_reviewed for one in shown)
