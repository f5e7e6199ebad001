"""An entry as a device writes it, read field by field."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from beadwork.devices.fields import ALWAYS, ANSWER, KINDS, NEEDED, Read, any_id, own_id, read_time, whole
from beadwork.devices.problems import TOO_MUCH

MOST_BYTES = 32 * 1024
MOST_ENTRIES = 2000
LENGTH = {"minutes", "from", "to"}
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Unreadable(ValueError):
    """Why an entry cannot be read: the name of its field."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `text` is all it says, always written the same way; `digest` is the SHA-256 (hex) of that."""

    id: UUID
    seq: int
    kind: str
    visit_id: UUID
    said: datetime
    said_at: str
    fields: dict[str, Any]
    text: str
    digest: str


def read_entry(said: Any) -> Entry:
    """The entry that a device said. Raises `Unreadable` where a field is missing, unknown, or not of its kind."""
    if not isinstance(said, dict):
        raise Unreadable("entry")
    wanted = KINDS.get(kind) if isinstance(kind := said.get("kind"), str) else None
    if wanted is None:
        raise Unreadable("kind")
    read = {name: _read(name, wanted[name], value) for name, value in said.items() if name in wanted}
    _check_whole(said, read, wanted)
    text = CANONICAL.encode(said)
    return Entry(
        id=read.pop("id"), seq=read.pop("seq"), kind=read.pop("kind"), visit_id=read.pop("visit"),
        said=read.pop("at"), said_at=said["at"], fields=read, text=text, digest=_digest(text),
    )  # fmt: skip


def read_again(text: str) -> Entry:
    """The entry that was kept as it came."""
    return read_entry(json.loads(text))


def _read(name: str, read: Read, value: Any) -> Any:
    try:
        return read(value)
    except (ValueError, TypeError, OverflowError) as error:
        raise Unreadable(name) from error


def _check_whole(said: Mapping[str, Any], read: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Nothing unknown, nothing missing, and of fields that stand for each other exactly one."""
    if unknown := said.keys() - wanted.keys():
        raise Unreadable(min(unknown)[:40])
    for name in (*ALWAYS, *NEEDED[read["kind"]]):
        if name not in read:
            raise Unreadable(name)
    if read["kind"] in ("attempt", "second") and len(read.keys() & ANSWER.keys()) != 1:
        raise Unreadable("value")
    if read["kind"] == "activity" and read.keys() & LENGTH not in ({"minutes"}, {"from", "to"}):
        raise Unreadable("minutes")


def _digest(text: str) -> str:
    try:
        written = text.encode()
    except UnicodeEncodeError as error:
        raise Unreadable("text") from error
    if len(written) > MOST_BYTES:
        raise Unreadable("size")
    return hashlib.sha256(written).hexdigest()


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a device sent at once. `entries`: the id as said, and the entry or why it cannot be read, as they came.

    `left`: how many it still holds beyond these.
    """

    device_id: UUID
    who: UUID
    sent_at: datetime
    left: int
    entries: list[tuple[str, Entry | Unreadable]]


ENVELOPE: dict[str, Read] = {
    "device": own_id, "who": any_id, "sent_at": read_time, "left": whole(0, 10**6), "entries": list,
}  # fmt: skip


def read_envelope(said: Mapping[str, Any]) -> Envelope:
    """The envelope that a device said. Raises `Unreadable` where it cannot be read; a bad entry spoils only itself."""
    if said.keys() != ENVELOPE.keys():
        raise Unreadable(min(said.keys() ^ ENVELOPE.keys())[:40])
    if not isinstance(said["entries"], list):
        raise Unreadable("entries")
    read = {name: _read(name, ENVELOPE[name], value) for name, value in said.items()}
    if len(read["entries"]) > MOST_ENTRIES:
        raise TOO_MUCH(most=MOST_ENTRIES)
    entries = [_read_one(one) for one in read["entries"]]
    return Envelope(read["device"], read["who"], read["sent_at"], read["left"], entries)


def _read_one(said: Any) -> tuple[str, Entry | Unreadable]:
    id = said.get("id") if isinstance(said, dict) else None
    try:
        return str(id)[:40], read_entry(said)
    except Unreadable as why:
        return str(id)[:40] if isinstance(id, str) else "", why
