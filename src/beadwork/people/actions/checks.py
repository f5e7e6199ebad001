"""What no row about people may say, whoever writes it: the database refuses most of it, this says why."""

from collections.abc import Collection
from datetime import date

from django.db.models import Field, Model

from beadwork.core.state import state_of
from beadwork.people.models import Child
from beadwork.people.problems import (
    BEFORE_BIRTH,
    CHANGED_MEANWHILE,
    ENDS_BEFORE_IT_BEGINS,
    NO_NAME,
    NOT_ON_THE_LIST,
    TOO_LONG,
)


def check_days(since: date, until: date | None, *, child: Child | None = None) -> None:
    """Refuse a relation that ends before it begins, or begins before the child was born."""
    if child is not None and since < child.born_on:
        raise BEFORE_BIRTH(day=since, born_on=child.born_on)
    if until is not None and until < since:
        raise ENDS_BEFORE_IT_BEGINS(since=since, until=until)


def check_words(row: Model) -> None:
    """Refuse a text that does not fit its field (not every database does), a word off its list, and a blank name."""
    for field in row._meta.concrete_fields:
        value = field.value_from_object(row)
        if isinstance(value, str):
            _check_text(field, value)


def _check_text(field: "Field[object, object]", text: str) -> None:
    if field.max_length is not None and len(text) > field.max_length:
        raise TOO_LONG(length=len(text), most=field.max_length)
    if field.choices and text not in dict(field.flatchoices):
        raise NOT_ON_THE_LIST(word=text[:40])
    if field.name in {"name", "given_name"} and not text.strip():
        raise NO_NAME()


def check_seen(seen: str | None, *rows: Model, of: Collection[str]) -> None:
    """Refuse a change made on a page that showed something else (`seen` is its mark; None: no page was shown)."""
    if seen and seen != state_of(*rows, of=of):
        raise CHANGED_MEANWHILE()
