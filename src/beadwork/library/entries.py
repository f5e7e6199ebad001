"""An item as it would be written in a content file, its fingerprint, and the shape of what a practice adds."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from beadwork.knowledge import KINDS, Item, Text
from beadwork.knowledge.fields import lines, links, part, words
from beadwork.knowledge.kinds.activity import Activity, HomeVersion
from beadwork.knowledge.shapes import Many, Part, Shape, Span, Words, faults, read, shapes

OWN_FILE = "own"
OWN_LICENCE = "own"
OWN_SOURCE = "own-practice"


@dataclass(frozen=True, kw_only=True)
class OwnActivity(Activity):
    """An activity of a practice: the same passport and shape, and more of it may be left for another day."""

    family: Text | None = words(family=True, optional=True)  # type: ignore[assignment]
    interests: tuple[str, ...] = links("interest")
    positions: tuple[str, ...] = links("position")
    set_up: tuple[Text, ...] = lines()
    do: tuple[Text, ...] = lines(least=1)
    watch: tuple[Text, ...] = lines()
    easier: tuple[Text, ...] = lines()
    harder: tuple[Text, ...] = lines()
    home: HomeVersion | None = part(HomeVersion, optional=True)  # type: ignore[assignment]
    icons: tuple[str, ...] = links("icon")


def shape_of(kind: str, *, own: bool) -> type[Item]:
    """The class of an item: what a practice added may be shorter than what came with the product."""
    return OwnActivity if own and kind == "activity" else KINDS[kind]


def item_of(kind: str, entry: Mapping[str, Any], *, own: bool = False) -> Any:
    """An entry as an item. The entry has no faults."""
    return read(shape_of(kind, own=own), entry, kind=kind, file=OWN_FILE)


def entry_faults(kind: str, entry: Mapping[str, Any], *, own: bool = False) -> list[str]:
    """What is wrong with the shape of an entry."""
    return list(faults(shape_of(kind, own=own), entry, str(entry.get("slug", ""))))


def entry_of(item: Any) -> dict[str, Any]:
    """An item as an entry: what is empty is left out, as in the files."""
    written = {name: _written(shape, getattr(item, name)) for name, shape in shapes(type(item)).items()}
    return {
        name: value
        for name, value in written.items()
        if not (shapes(type(item))[name].optional and value in (None, "", [], False))
    }


def _written(shape: Shape, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(shape, Words):
        return value._asdict()
    if isinstance(shape, Part):
        return entry_of(value)
    if isinstance(shape, Many):
        return [_written(shape.each, one) for one in value]
    return list(value) if isinstance(shape, Span) else value


def unreviewed(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry whose passport claims no review: a review is never typed, only given."""
    claims = ("reviewed_by", "reviewed_on")
    passport = {name: value for name, value in entry.get("passport", {}).items() if name not in claims}
    return {**entry, "passport": passport}


def fingerprint(entry: Mapping[str, Any]) -> str:
    """A digest of what an entry says; who reviewed it and when is not part of that."""
    said = {name: value for name, value in entry.items() if name != "passport"}
    said["sources"] = entry.get("passport", {}).get("sources", [])
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
