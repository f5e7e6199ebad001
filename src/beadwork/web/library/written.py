"""From what a form of content gives back to an entry as a content file has it."""

from collections.abc import Mapping
from itertools import count, takewhile, zip_longest
from typing import Any

from beadwork.knowledge.shapes import Link, Many, Part, Shape, Span, Words, Yes, shapes
from beadwork.web.library.writing import KEPT

EMPTY: tuple[Any, ...] = (None, "", [], {}, False)


def entry_from(made: type, cleaned: Mapping[str, Any], where: str = "") -> dict[str, Any]:
    """The entry of a form; what was left empty is left out."""
    found = {
        name: _value(shape, f"{where}{name}", cleaned)
        for name, shape in shapes(made).items()
        if where or name not in KEPT
    }
    return {
        name: value
        for name, value in found.items()
        if value not in EMPTY or _must_say(shapes(made)[name], value)
    }


def _must_say(shape: Shape, value: Any) -> bool:
    """Whether an empty value says something: no, in a field that has to be answered; a zero."""
    return value is not None and value == 0 and value is not False and not isinstance(shape, Yes)


def _value(shape: Shape, where: str, cleaned: Mapping[str, Any]) -> Any:
    if isinstance(shape, Part):
        return entry_from(shape.of, cleaned, f"{where}.")
    if isinstance(shape, Words):
        return _pair(cleaned.get(f"{where}.en", ""), cleaned.get(f"{where}.es", ""))
    if isinstance(shape, Span):
        ends = [cleaned.get(f"{where}.{number}") for number in (0, 1)]
        return None if ends == [None, None] else ends
    if isinstance(shape, Many) and not isinstance(shape.each, Link):
        return _many(shape, where, cleaned)
    value = cleaned.get(where)
    return value.strip() if isinstance(value, str) else value


def _many(shape: Many, where: str, cleaned: Mapping[str, Any]) -> list[Any]:
    if isinstance(shape.each, Part):
        return _rows(shape.each.of, where, cleaned)
    if isinstance(shape.each, Words):
        english, spanish = (_lines(cleaned.get(f"{where}.{tongue}", "")) for tongue in ("en", "es"))
        return [_pair(*both) for both in zip_longest(english, spanish, fillvalue="")]
    return _lines(cleaned.get(where, ""))


def _rows(made: type, where: str, cleaned: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The parts of a list that say anything, as many as the form had."""
    places = takewhile(
        lambda place: any(name.startswith(place) for name in cleaned), (f"{where}.{n}." for n in count())
    )
    return [row for place in places if (row := entry_from(made, cleaned, place))]


def _pair(english: str, spanish: str) -> dict[str, str] | None:
    """A text in both languages. What was written in one only stands in for the other until somebody translates it."""
    english, spanish = english.strip(), spanish.strip()
    return {"en": english or spanish, "es": spanish or english} if english or spanish else None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
