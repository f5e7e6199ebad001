"""Settling what was set aside: a person lands it in the record, or declines it; what it says stays either way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.devices.landing import do
from beadwork.devices.models import SetAside
from beadwork.devices.outcome import CONFLICTS
from beadwork.devices.problems import NO_WORD_WHY
from beadwork.devices.wire import Entry, read_again
from beadwork.people.access import Can, require
from beadwork.people.models import User

MOST_WORDS = 200


@transaction.atomic
def land(entries: Sequence[SetAside], because: str, *, by: User, at: datetime) -> None:
    """Bring entries that were set aside into the record, in their order: all or none. What is settled stays so.

    Each is the record of whoever saw it, and this row, with who settled it and why, is its mark. Of a conflict the
    second content takes the place of the first, as a correction.
    """
    for one in sorted(_held(entries, because, by=by, at=at), key=lambda one: one.seq):
        do(one.visit, [(_as_landed(one), one.at)], by=by, at=at, seen_by=one.by)
        _settle(one, because, landed=True, by=by, at=at)


@transaction.atomic
def decline(entries: Sequence[SetAside], because: str, *, by: User, at: datetime) -> None:
    """Leave entries that were set aside out of the record, and say why. What is settled stays so."""
    for one in _held(entries, because, by=by, at=at):
        _settle(one, because, landed=False, by=by, at=at)


def _held(entries: Sequence[SetAside], because: str, *, by: User, at: datetime) -> list[SetAside]:
    """Those that wait as they are now, locked; refused without the right, or without a word why."""
    if not 0 < len(because.strip()) <= MOST_WORDS:
        raise NO_WORD_WHY()
    for one in entries:
        require(by, Can.SETTLE, one, at=at)
    rows = SetAside.objects.select_for_update(of=["self"]).select_related("visit", "by")
    return list(rows.waiting().filter(pk__in=[one.pk for one in entries]))


def _as_landed(one: SetAside) -> Entry:
    """The entry as it lands. The second content of a conflict gets an id of its own and replaces the first."""
    entry = read_again(one.said)
    if one.problem not in {kind.number for kind in CONFLICTS}:
        return entry
    return replace(entry, id=one.pk, fields=entry.fields | {"supersedes": entry.id})


def _settle(one: SetAside, because: str, *, landed: bool, by: User, at: datetime) -> None:
    one.settled_at, one.settled_by, one.landed, one.because = at, by, landed, because.strip()
    one.save(update_fields=["settled_at", "settled_by", "landed", "because"])
    record_event(f"entry.{'landed' if landed else 'declined'}", by=by, about=one, at=at)
