"""Days in words. A string says each of its days several times, so each is worked out once."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext


def say_day(on: date) -> str:
    """A day as the reader's language writes it."""
    return _say(on, get_language())


def short_day(on: date) -> str:
    """A day of this year, as short as it can be said."""
    # Translators: how a day is written under a picture, in Django's letters: M is the short month, j the day.
    return str(date_format(on, pgettext("format of a day", "M j")))


@lru_cache(maxsize=4096)
def _say(on: date, language: str | None) -> str:
    return str(date_format(on))
