"""What an entry becomes in the record: a new row there, or the taking back of one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from beadwork.devices.problems import BASE_MISSING
from beadwork.devices.wire import Entry
from beadwork.record.new import NewAttempt, NewCheckIn, NewRemark, NewResponse, NewSecond
from beadwork.record.store import withdrawal
from beadwork.visits.recording import KINDS, NewActivity, NewDraft, NewEntry


def becoming(entries: Iterable[tuple[Entry, datetime]]) -> list[NewEntry]:
    """Entries of one visit, each with its time as made out, as new rows. One that is taken back may be among them."""
    news: dict[UUID, NewEntry] = {}
    for entry, at in entries:
        made = MADE.get(entry.kind)
        news[entry.id] = made(entry, at) if made else _taken_back(entry, at, news)
    return list(news.values())


def _taken_back(entry: Entry, at: datetime, news: dict[UUID, NewEntry]) -> NewEntry:
    target = entry.fields["entry"]
    if (new := news.get(target)) is not None:
        return replace(new, id=entry.id, at=at, supersedes_id=target, withdrawn=True)
    seen = stored(target)
    if seen is None:
        raise BASE_MISSING()
    return withdrawal(KINDS[type(seen)], seen, id=entry.id, at=at)


def stored(id: UUID) -> Any:
    """The row of the record with this id, of whichever kind; None where there is none."""
    found = (model.objects.filter(pk=id).first() for model in KINDS)
    return next((row for row in found if row is not None), None)


def _attempt(entry: Entry, at: datetime) -> NewAttempt:
    return NewAttempt(**_tried(entry, at))


def _second(entry: Entry, at: datetime) -> NewSecond:
    said = entry.fields
    return NewSecond(**_tried(entry, at), of=said.get("of"), observer=said.get("observer", ""))


def _tried(entry: Entry, at: datetime) -> dict[str, Any]:
    """What a try says. Steps are counted here, so that nobody can miscount them."""
    said = entry.fields
    steps = said.get("steps")
    return {
        "id": entry.id, "goal_id": said["goal"], "support_id": said["support"], "at": at,
        "success": said.get("success"), "value": said.get("value") if steps is None else float(len(steps)),
        "steps_done": ",".join(map(str, steps or ())), "supersedes_id": said.get("supersedes"),
    }  # fmt: skip


def _response(entry: Entry, at: datetime) -> NewResponse:
    said = entry.fields
    more = said.get("during", ""), said.get("helped", ""), said.get("supersedes")
    return NewResponse(entry.id, said["response"], said["strength"], at, *more)


def _remark(entry: Entry, at: datetime) -> NewRemark:
    said = entry.fields
    more = said.get("goal"), said.get("for_family", False), said.get("supersedes")
    return NewRemark(entry.id, said["text"], at, *more)


def _activity(entry: Entry, at: datetime) -> NewActivity:
    said = entry.fields
    more = {"supersedes_id": said.get("supersedes"), "slug": said.get("slug", "")}
    return NewActivity(entry.id, said["name"], _minutes(said), at, **more)


def _minutes(said: dict[str, Any]) -> int:
    """As said, or between its two times by the same clock: begun minutes of half or more count, one at least."""
    if "minutes" in said:
        return int(said["minutes"])
    return max(round((said["to"] - said["from"]) / timedelta(minutes=1)), 1)


def _check_in(entry: Entry, at: datetime) -> NewCheckIn:
    said = entry.fields
    return NewCheckIn(
        entry.id, said["asked"], said["answer"], at, said.get("about", ""), said.get("supersedes")
    )


def _draft(entry: Entry, at: datetime) -> NewDraft:
    said = entry.fields
    return NewDraft(entry.id, said["part"], said["text"], at, said.get("base"))


MADE: dict[str, Callable[[Entry, datetime], NewEntry]] = {
    "attempt": _attempt,
    "second": _second,
    "response": _response,
    "remark": _remark,
    "activity": _activity,
    "check_in": _check_in,
    "note.draft": _draft,
}
