"""The fields kinds are made of: each gives a dataclass field that carries its shape."""

from dataclasses import field
from typing import Any

from beadwork.knowledge.shapes import Link, Many, Number, Part, Plain, Shape, Span, Words, Yes


def _field(shape: Shape) -> Any:
    return field(metadata={"shape": shape})


def words(*, family: bool = False, proper: bool = False, optional: bool = False) -> Any:
    """One text in both languages: a `Text`, or None."""
    return _field(Words(family=family, proper=proper, optional=optional))


def lines(*, least: int = 0, family: bool = False) -> Any:
    """Several texts, one a line: a tuple of `Text`."""
    return _many(Words(family=family), least)


def plain(*, optional: bool = False) -> Any:
    """A string that is the same in both languages; empty where it is left out."""
    return _field(Plain(optional=optional, empty=""))


def link(to: str, *, optional: bool = False) -> Any:
    """The slug of one item of kind `to`; empty where it is left out."""
    return _field(Link(to=to, optional=optional, empty=""))


def links(to: str, *, least: int = 0) -> Any:
    """Slugs of items of kind `to`: a tuple of strings."""
    return _many(Link(to=to), least)


def number(low: float = 0, high: float = 1000, *, decimal: bool = False, optional: bool = False) -> Any:
    """A number within bounds, or None."""
    return _field(Number(low=low, high=high, decimal=decimal, optional=optional))


def span(low: float = 0, high: float = 1000, *, decimal: bool = False, optional: bool = False) -> Any:
    """From and to, both included: a tuple of two numbers, or None."""
    return _field(Span(low=low, high=high, decimal=decimal, optional=optional))


def yes() -> Any:
    """True or false; false where it is left out."""
    return _field(Yes(optional=True, empty=False))


def part(of: type, *, optional: bool = False) -> Any:
    """A table of its own: an object of class `of`, or None."""
    return _field(Part(of=of, optional=optional))


def parts(of: type, *, least: int = 0) -> Any:
    """Several such tables: a tuple of objects."""
    return _many(Part(of=of), least)


def _many(each: Shape, least: int) -> Any:
    return _field(Many(each=each, least=least, optional=least == 0, empty=()))
