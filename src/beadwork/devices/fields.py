"""The kinds of entries, and how each field is read: as a value, or refused. What is not named here is not taken."""

import math
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

Read = Callable[[Any], Any]
"""Takes what JSON said and gives a value; ValueError or TypeError where it is not of the kind."""

MOST_STEPS = 30
UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
ANY_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SLUG = re.compile(r"[a-z0-9-]{1,40}")
OF_LIBRARY = re.compile(r"[a-z0-9-]{0,60}")
YEARS = range(2000, 2101)


def any_id(value: Any) -> UUID:
    """An id."""
    if not ANY_ID.fullmatch(value):
        raise ValueError
    return UUID(value)


def own_id(value: Any) -> UUID:
    """An id that a device made (UUIDv7)."""
    if not UUID7.fullmatch(value):
        raise ValueError
    return UUID(value)


def read_time(value: Any) -> datetime:
    """A moment with its offset, in this century. Raises ValueError or TypeError for everything else."""
    moment = datetime.fromisoformat(value)
    if moment.utcoffset() is None or moment.year not in YEARS or len(value) > 40:
        raise ValueError
    return moment


def _text(most: int) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if not isinstance(value, str) or len(value) > most or "\x00" in value:
            raise ValueError
        return value

    return read


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A whole number, both ends included."""

    def read(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError
        return value

    return read


def _slug(value: Any) -> str:
    if not SLUG.fullmatch(value):
        raise ValueError
    return str(value)


def _of_library(value: Any) -> str:
    """The slug of an activity; nothing for one in own words."""
    if not OF_LIBRARY.fullmatch(value):
        raise ValueError
    return str(value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError
    return float(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _steps(value: Any) -> list[int]:
    step = whole(1, 99)
    steps = [step(one) for one in value] if isinstance(value, list) else [0]
    if len(set(steps)) != len(steps) or len(steps) > MOST_STEPS or 0 in steps:
        raise ValueError
    return sorted(steps)


ALWAYS: dict[str, Read] = {
    "id": own_id, "seq": whole(1, 2**53), "kind": _text(20), "visit": any_id, "at": read_time,
}  # fmt: skip
"""Fields of every entry; each is needed."""

ANSWER: dict[str, Read] = {"success": _flag, "value": _number, "steps": _steps}
"""Exactly one of these answers a try."""

NEEDED: dict[str, dict[str, Read]] = {
    "visit.start": {},
    "visit.finish": {},
    "attempt": {"goal": any_id, "support": any_id},
    "second": {"goal": any_id, "support": any_id},
    "response": {"response": _slug, "strength": whole(1, 3)},
    "remark": {"text": _text(1000)},
    "activity": {"name": _text(120)},
    "check_in": {"asked": _slug, "answer": _slug},
    "note.draft": {"part": _slug, "text": _text(20_000)},
    "take_back": {"entry": any_id},
}
"""The kinds, each with the fields it needs beside those of every entry."""

OPTIONAL: dict[str, dict[str, Read]] = {
    "attempt": ANSWER | {"supersedes": any_id},
    "second": ANSWER | {"of": any_id, "observer": _text(60), "supersedes": any_id},
    "response": {"during": _text(120), "helped": _text(200), "supersedes": any_id},
    "remark": {"goal": any_id, "for_family": _flag, "supersedes": any_id},
    "activity": {
        "slug": _of_library, "minutes": whole(1, 240), "from": read_time, "to": read_time, "supersedes": any_id,
    },
    "check_in": {"about": _text(120), "supersedes": any_id},
    "note.draft": {"base": any_id},
}  # fmt: skip
KINDS = {kind: ALWAYS | needed | OPTIONAL.get(kind, {}) for kind, needed in NEEDED.items()}
