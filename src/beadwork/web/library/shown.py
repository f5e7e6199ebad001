"""An item field by field, as a page shows any kind: label, English, Spanish; and what differs in two of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from beadwork.knowledge import Text
from beadwork.knowledge.diff import Change
from beadwork.knowledge.shapes import Link, Shape, Words, leaves
from beadwork.library.own import OwnLibrary
from beadwork.web.library.labels import FIELDS
from beadwork.web.library.said import name_of


@dataclass
class Row:
    """One line of an item: a text in both languages, or `both` for what is the same in either."""

    label: str
    en: str = ""
    es: str = ""
    both: str = ""


def rows_of(own: OwnLibrary, one: Any) -> list[Row]:
    """Every field of an item that says anything; words of one list in one line. The passport has its own place."""
    rows: list[Row] = []
    last = ""
    for where, shape, value in leaves(one):
        if where.startswith("passport") or where == "slug" or value in ("", None):
            continue
        row, field = _row(own, where, shape, value), _field(where)
        if rows and field == last and row.both and rows[-1].both:
            rows[-1].both += f" · {row.both}"
        else:
            rows.append(row)
        last = field
    return rows


def change_rows(found: Iterable[Change]) -> list[tuple[str, str, str]]:
    """What differs: label, before, after. Reviews are no part of it."""
    return [
        (label(one.where), one.before, one.after) for one in found if one.where and not one.is_of_passport
    ]


def label(where: str) -> str:
    """A place in an item in words: "steps 2.name.en" as "Steps 2 · Name (en)"."""
    tongue = where.rpartition(".")[2]
    if tongue in {"en", "es"}:
        return f"{label(where[:-3])} ({tongue})"
    return " · ".join(_part(part) for part in where.split("."))


def _part(part: str) -> str:
    name, _, number = part.partition(" ")
    return f"{FIELDS.get(name, name)} {number}".strip()


def _field(where: str) -> str:
    """The field a place belongs to, without its number."""
    return where.rstrip("0123456789").rstrip()


def _row(own: OwnLibrary, where: str, shape: Shape, value: Any) -> Row:
    if isinstance(shape, Words):
        text: Text = value
        return Row(label(where), en=text.en, es=text.es)
    if isinstance(shape, Link):
        return Row(label(_field(where)), both=_linked(own, shape.to, value))
    return Row(label(_field(where)), both=_plain(value))


def _linked(own: OwnLibrary, to: str, slug: str) -> str:
    try:
        return name_of(own, to, slug)
    except (KeyError, StopIteration):
        return slug


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "✓" if value else "–"
    return "–".join(map(str, value)) if isinstance(value, tuple) else str(value)
