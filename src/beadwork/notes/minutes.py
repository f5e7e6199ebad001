"""Minutes by activity and kind, for the note and for billing later: what was done, not what it is worth."""

from collections.abc import Iterable
from typing import Any

from beadwork.library.own import OwnLibrary
from beadwork.visits.journal import Line

Minutes = list[dict[str, Any]]


def minutes_of(activities: Iterable[Line], library: OwnLibrary) -> Minutes:
    """Each activity with its minutes and its kind: the first area the practice's library names for it.

    An activity in somebody's own words has none ("").
    """
    return [
        {"name": one.words, "minutes": one.number, "kind": _kind(one.slug, library) if one.slug else ""}
        for one in activities
    ]


def _kind(slug: str, library: OwnLibrary) -> str:
    """An area's slug; none for an activity that is in no library any more."""
    try:
        areas: tuple[str, ...] = library.item("activity", slug).areas
    except KeyError:
        return ""
    return areas[0]


def by_kind(minutes: Minutes) -> dict[str, int]:
    """Minutes of each kind, in the order they came."""
    told: dict[str, int] = {}
    for one in minutes:
        kind = one.get("kind", "")
        told[kind] = told.get(kind, 0) + one["minutes"]
    return told
