"""What a field of a content file may look like: how it is read, and what is wrong with it when it is not so.

A kind of content is a frozen dataclass whose fields carry a shape, made with the small functions at the end:
`steps: tuple[Text, ...] = lines(least=2)`. A shape reads what TOML gives (`read`) and names what to mend (`faults`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from beadwork.knowledge.text import LANGUAGES, Text


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What every shape has: whether the field may be left out."""

    optional: bool = False
    empty: Any = None

    def read(self, value: Any) -> Any:
        """The Python value of what TOML gave."""
        return value

    def faults(self, value: Any, where: str) -> Iterator[str]:
        """What is wrong with what TOML gave, in words that say what to write instead."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Words(Shape):
    """A text in every language. `family`: families read it, so that it must be plain. `proper`: a proper name."""

    family: bool = False
    proper: bool = False

    def read(self, value: Mapping[str, str]) -> Text:
        return Text(value["en"], value["es"])

    def faults(self, value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, dict) or any(not _is_said(value.get(language)) for language in LANGUAGES):
            yield f"{where}: write it in both languages, {{ en = “…”, es = “…” }}"
        elif extra := value.keys() - set(LANGUAGES):
            yield f"{where}: {', '.join(sorted(extra))} is no language of the house"


@dataclass(frozen=True, kw_only=True)
class Plain(Shape):
    """A string that is the same in every language: a code, a citation, a date, an address."""

    def faults(self, value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, str) or not (value.strip() or self.optional):
            yield f"{where}: write some text between quotes"


@dataclass(frozen=True, kw_only=True)
class Link(Plain):
    """The slug of an item of another kind; a word of a controlled vocabulary is such an item too."""

    to: str


@dataclass(frozen=True, kw_only=True)
class Number(Shape):
    """A number from `low` to `high`; whole, unless `decimal`."""

    low: float = 0
    high: float = 1000
    decimal: bool = False

    def faults(self, value: Any, where: str) -> Iterator[str]:
        kinds = (int, float) if self.decimal else (int,)
        if isinstance(value, bool) or not isinstance(value, kinds) or not self.low <= value <= self.high:
            yield f"{where}: write a {'' if self.decimal else 'whole '}number from {self.low:g} to {self.high:g}"


@dataclass(frozen=True, kw_only=True)
class Span(Number):
    """Two numbers, from and to, both included."""

    def read(self, value: list[Any]) -> tuple[Any, ...]:
        return tuple(value)

    def faults(self, value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, list) or len(value) != 2:  # from and to
            yield f"{where}: write two numbers, [from, to]"
            return
        yield from (fault for number in value for fault in super(Span, self).faults(number, where))
        if all(isinstance(number, (int, float)) for number in value) and value[0] > value[1]:
            yield f"{where}: the first number is above the second"


@dataclass(frozen=True, kw_only=True)
class Yes(Shape):
    """True or false; false where it is left out."""

    def faults(self, value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, bool):
            yield f"{where}: write true or false"


@dataclass(frozen=True, kw_only=True)
class Part(Shape):
    """A table of its own: a dataclass whose fields have shapes."""

    of: type

    def read(self, value: dict[str, Any]) -> Any:
        return read(self.of, value)

    def faults(self, value: Any, where: str) -> Iterator[str]:
        if isinstance(value, dict):
            yield from faults(self.of, value, where)
        else:
            yield f"{where}: write a table of {', '.join(shapes(self.of))}"


@dataclass(frozen=True, kw_only=True)
class Many(Shape):
    """A list of one shape, at least so many."""

    each: Shape
    least: int = 0

    def read(self, value: list[Any]) -> tuple[Any, ...]:
        return tuple(map(self.each.read, value))

    def faults(self, value: Any, where: str) -> Iterator[str]:
        if not isinstance(value, list) or len(value) < self.least:
            yield f"{where}: write a list of at least {self.least}"
            return
        yield from (
            fault for n, one in enumerate(value, 1) for fault in self.each.faults(one, f"{where} {n}")
        )


@cache
def shapes(kind: type) -> dict[str, Shape]:
    """The fields of a kind and their shapes, in the order of the class."""
    return {field.name: field.metadata["shape"] for field in fields(kind) if "shape" in field.metadata}


def read(made: type, entry: Mapping[str, Any], /, **more: Any) -> Any:
    """One entry as an object of its kind. The entry has no faults."""
    given = {
        name: shape.read(entry[name]) if name in entry else shape.empty
        for name, shape in shapes(made).items()
    }
    return made(**given, **more)


def faults(kind: type, entry: Mapping[str, Any], where: str) -> Iterator[str]:
    """Everything wrong with one entry: fields missing, fields nobody knows, fields of another shape."""
    known = shapes(kind)
    for name in entry.keys() - known.keys():
        yield f"{where}: there is no field {name} here; known are {', '.join(known)}"
    for name, shape in known.items():
        if name in entry:
            yield from shape.faults(entry[name], f"{where} {name}")
        elif not shape.optional:
            yield f"{where}: {name} is missing"


def leaves(thing: Any, where: str = "") -> Iterator[tuple[str, Shape, Any]]:
    """Every value of an item with its shape and its place ("steps 2", "passport.sources 1"), parts and lists opened."""
    for name, shape in shapes(type(thing)).items():
        yield from _opened(f"{where}{name}", shape, getattr(thing, name))


def _opened(where: str, shape: Shape, value: Any) -> Iterator[tuple[str, Shape, Any]]:
    if value is None:
        return
    if isinstance(shape, Many):
        for number, one in enumerate(value, 1):
            yield from _opened(f"{where} {number}", shape.each, one)
    elif isinstance(shape, Part):
        yield from leaves(value, f"{where}.")
    else:
        yield where, shape, value


def _is_said(text: Any) -> bool:
    return isinstance(text, str) and bool(text.strip())
