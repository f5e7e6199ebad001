"""What a tablet needs to record today and in the next three days: visits, children, goals, and the words for it all."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from beadwork.core.events import record_event
from beadwork.devices.models import Arrival
from beadwork.people.access import Access, Can
from beadwork.people.models import Practice, User
from beadwork.plan.models.plan import Place
from beadwork.sync.activities import planned_for
from beadwork.sync.children import children_of
from beadwork.sync.goals import goals_of, ladders_of
from beadwork.sync.words import choice, vocabulary
from beadwork.visits.journal import Line, journals
from beadwork.visits.models import Visit

A_DAY, AHEAD, BEHIND = timedelta(days=1), timedelta(days=3), timedelta(days=7)
"""How far the days reach, and how long ago a visit may have begun that is still running."""


def days_of(access: Access, today: date, now: datetime) -> dict[str, Any]:
    """Everything, as JSON takes it; only of visits that this person holds and may record."""
    visits = _visits(access, today, now)
    child_ids = {visit.child_id for visit in visits}
    goals = goals_of(child_ids, today)
    return {
        "today": today.isoformat(),
        "visits": _told(visits),
        "children": children_of(child_ids, goals, today, now),
        "goals": {id: goal for id, (_child, goal) in goals.items()},
        "ladders": ladders_of(goal["ladder"] for _child, goal in goals.values()),
        **vocabulary(),
    }


def _visits(access: Access, today: date, now: datetime) -> list[Visit]:
    """Hers, from today on, and those that still run; each of a child she may record."""
    mine = access.which(Can.RECORD_VISIT, Visit).standing().of_staff(access.user)
    first, end = (datetime.combine(day, time(), access.zone) for day in (today, today + AHEAD + A_DAY))
    shown = Q(planned_at__gte=first, planned_at__lt=end)
    running = Q(started_at__gte=now - BEHIND, finished_at=None)
    return list(mine.filter(shown | running).select_related("practice").order_by("planned_at", "pk"))


def _told(visits: list[Visit]) -> list[dict[str, Any]]:
    """Visits, and of those that have begun what stands in them."""
    planned = planned_for(visits)
    lines = journals([visit.occasion_id for visit in visits if visit.occasion_id])
    numbers = dict(Arrival.objects.filter(visit__in=visits).values_list("pk", "seq"))
    return [
        {
            "id": str(visit.pk), "child": str(visit.child_id), "practice": str(visit.practice_id),
            "day": visit.practice.day(visit.planned_at).isoformat(), "planned_at": visit.planned_at.isoformat(),
            "minutes": visit.planned_minutes, "place": visit.place, "place_words": choice(Place, visit.place),
            "started_at": _when(visit.started_at), "finished_at": _when(visit.finished_at),
            "activities": planned[visit.pk],
            "recorded": [_line(line, numbers.get(line.id)) for line in lines.get(visit.occasion_id, ())],
        }
        for visit in visits
    ]  # fmt: skip


def _when(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _line(line: Line, seq: int | None) -> dict[str, Any]:
    """An entry that stands, under the names it is sent with; what it has not is left out."""
    said: dict[str, Any] = {"id": str(line.id), "kind": line.what, "at": line.at.isoformat(), "seq": seq}
    if line.what in ("attempt", "remark") and line.goal_id:
        said["goal"] = str(line.goal_id)
    if line.what == "attempt":
        steps = [int(step) for step in line.steps_done.split(",") if step]
        answer: dict[str, Any] = {"success": line.success} if line.value is None else {"value": line.value}
        answer |= {"steps": steps} if steps else {}
        return said | {"support": str(line.support_id)} | answer
    if line.what == "response":
        more = {"during": line.during, "helped": line.helped}
        return said | {"response": line.words, "strength": line.number} | more
    if line.what == "remark":
        return said | {"text": line.words, "for_family": line.for_family}
    more = {"slug": line.slug} if line.slug else {}
    return said | {"name": line.words, "minutes": line.number} | more


def version_of(content: dict[str, Any]) -> str:
    """A mark of everything that is said: the same as long as it says the same."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def note_read(user: User, content: dict[str, Any], now: datetime) -> None:
    """Write down which children's days were read: an event for each practice."""
    read: dict[str, set[str]] = {}
    for visit in content["visits"]:
        read.setdefault(visit["practice"], set()).add(visit["child"])
    with transaction.atomic():
        for practice in _practices(read):
            children = sorted(read[str(practice.pk)])
            record_event("days.read", by=user, about=practice, at=now, children=children)


def _practices(ids: Iterable[str]) -> list[Practice]:
    return list(Practice.objects.filter(pk__in=[UUID(id) for id in ids]).order_by("pk"))
