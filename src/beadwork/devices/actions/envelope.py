"""Taking in what a device sent: each visit's entries in the order they were made, and none dropped.

What fits becomes part of the record, under the rules everybody's recording is under. What does not is kept aside with
all it says. The answer is made when this returns: nothing is acknowledged before it is committed.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.devices.clock import ahead_of, made_out
from beadwork.devices.landing import Landed, landed_in
from beadwork.devices.models import Arrival, Device, SetAside
from beadwork.devices.outcome import STORED, Key, Outcome, Timed, kept_aside
from beadwork.devices.problems import ACCESS_ENDED, FROM_REVOKED, OTHER_CONTENT, STRANGE_VISIT
from beadwork.devices.wire import Entry
from beadwork.people.access import Access, Can
from beadwork.people.models import CareTeamMember, User
from beadwork.visits.models import Visit

AT_ONCE = 500


def receive(
    device: Device, entries: Sequence[Entry], *, sent_at: datetime, by: User, at: datetime
) -> dict[Key, Outcome]:
    """Take entries in; what became of each, by its id and digest. Sent again, the same entries get the same answer.

    Each visit's entries are a transaction of their own (each 500, where there are more), so that one visit blocks
    no other. `sent_at` is the device's clock at the moment of sending.
    """
    ahead = ahead_of(sent_at, at)
    ordered = sorted({(one.id, one.digest): one for one in entries}.values(), key=lambda one: one.seq)
    timed = list(zip(ordered, made_out([one.said for one in ordered], ahead, at), strict=True))
    contact = {"seen_at": at, "ahead": ahead.total_seconds()}
    if not timed:
        Device.objects.filter(pk=device.pk).update(**contact)
    outcomes: dict[Key, Outcome] = {}
    for visit_id, part in _parts(timed):
        outcomes |= _take(device, visit_id, part, contact, by=by, at=at)
    return outcomes


def _parts(timed: Sequence[Timed]) -> Iterator[tuple[UUID, list[Timed]]]:
    """The entries of each visit, in order, so many at a time."""
    visits: dict[UUID, list[Timed]] = {}
    for one in timed:
        visits.setdefault(one[0].visit_id, []).append(one)
    for visit_id, all_of_it in visits.items():
        for start in range(0, len(all_of_it), AT_ONCE):
            yield visit_id, all_of_it[start : start + AT_ONCE]


@transaction.atomic
def _take(
    device: Device, visit_id: UUID, timed: Sequence[Timed], contact: dict[str, Any], *, by: User, at: datetime
) -> dict[Key, Outcome]:
    """Take in entries of one visit. Two senders of one device (two tabs) take turns."""
    Device.objects.filter(pk=device.pk).update(**contact)  # locks the row
    device = Device.objects.get(pk=device.pk)
    visit = Visit.objects.select_related("child__practice", "staff").filter(pk=visit_id).first()
    if visit is None or not _was_hers(visit, by):
        return {(entry.id, entry.digest): Outcome("refused", STRANGE_VISIT()) for entry, _at in timed}
    outcomes, fresh, second = _told_apart(timed)
    landed = _land(device, visit, fresh, by=by, at=at)
    _keep_arrivals(device, visit, landed, at=at)
    landed += [(one, kept_aside(OTHER_CONTENT())) for one in second]
    _keep_aside(device, visit, landed, by=by, at=at)
    return outcomes | {(entry.id, entry.digest): outcome for (entry, _at), outcome in landed}


def _was_hers(visit: Visit, by: User) -> bool:
    """Whether she was to hold the visit, or is or was on the child's care team."""
    team = CareTeamMember.objects.filter(child=visit.child_id, staff__user=by)
    return visit.staff.user_id == by.pk or team.exists()


def _told_apart(timed: Sequence[Timed]) -> tuple[dict[Key, Outcome], list[Timed], list[Timed]]:
    """What was known with the same content; what is new; and what is another content under an id that is taken."""
    ids = [entry.id for entry, _at in timed]
    known = list(Arrival.objects.filter(pk__in=ids).values_list("pk", "digest", "is_aside"))
    outcomes = {(id, digest): STORED for id, digest, is_aside in known if not is_aside}
    kept = SetAside.objects.filter(entry_id__in=ids).only("entry_id", "digest", "problem", "facts")
    outcomes |= {(one.entry_id, one.digest): kept_aside(one.reason) for one in kept}
    taken, fresh, second = {id for id, _digest, _aside in known}, [], []
    for one in timed:
        if (one[0].id, one[0].digest) not in outcomes:
            (second if one[0].id in taken else fresh).append(one)
            taken.add(one[0].id)
    return outcomes, fresh, second


def _land(device: Device, visit: Visit, fresh: Sequence[Timed], *, by: User, at: datetime) -> list[Landed]:
    """Bring them into the record, or say why not: from a revoked device and without access nothing lands by itself."""
    if device.is_revoked:
        return [(one, kept_aside(FROM_REVOKED())) for one in fresh]
    if not Access.of(by, at=at).may(Can.RECORD_VISIT, visit):
        return [(one, kept_aside(ACCESS_ENDED())) for one in fresh]
    return landed_in(visit, fresh, by, at)


def _keep_arrivals(device: Device, visit: Visit, landed: Sequence[Landed], *, at: datetime) -> None:
    """Write down each entry that is kept, in the record or aside: that it came, its number, and the time it said."""
    Arrival.objects.bulk_create(
        Arrival(
            id=entry.id, device_id=device.pk, visit_id=visit.pk, seq=entry.seq, kind=entry.kind,
            said_at=entry.said_at, received_at=at, digest=entry.digest, is_aside=outcome is not STORED,
        )
        for (entry, _seen_at), outcome in landed
        if outcome.final
    )  # fmt: skip


def _keep_aside(device: Device, visit: Visit, landed: Sequence[Landed], *, by: User, at: datetime) -> None:
    """Keep, with all they say, the entries that are not in the record."""
    rows = [
        SetAside(
            practice_id=visit.practice_id, child_id=visit.child_id, device_id=device.pk, visit_id=visit.pk,
            entry_id=entry.id, seq=entry.seq, said=entry.text, digest=entry.digest, at=seen_at, by=by, received_at=at,
            problem=problem.kind.number, facts={name: str(fact) for name, fact in problem.facts.items()},
        )
        for (entry, seen_at), outcome in landed
        if outcome.final and (problem := outcome.problem) is not None
    ]  # fmt: skip
    if rows:
        SetAside.objects.bulk_create(rows)
        record_event("entries.set-aside", by=by, about=visit, at=at, count=len(rows), device=str(device.pk))
