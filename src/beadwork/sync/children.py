"""The children of those days: what to take care of, what they like, what helps, and how their last visit was."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from beadwork.people.models import Child, ChildFact, FactKind
from beadwork.sync.activities import done_before
from beadwork.sync.goals import GoalsTold
from beadwork.sync.words import both, choice
from beadwork.visits.journal import Line, journals
from beadwork.visits.models import Visit

CARE = (FactKind.PRECAUTION, FactKind.ALLERGY, FactKind.SENSITIVITY)
TOLD = {FactKind.INTEREST: "likes", FactKind.HELPS: "helps"}


def children_of(ids: Collection[UUID], goals: GoalsTold, today: date, now: datetime) -> dict[str, Any]:
    """The children by id."""
    facts, done = _facts(ids), done_before(ids, now)
    last = _last_visits(ids)
    return {
        str(child.pk): {
            "name": child.name,
            "full_name": child.full_name,
            "age": both(lambda child=child: child.age(today)),
            **facts[child.pk],
            "choosable": done[child.pk],
            "goals": [id for id, (owner, _goal) in goals.items() if owner == child.pk],
            "last": last.get(child.pk),
        }
        for child in Child.objects.filter(pk__in=ids).order_by("pk")
    }


def _facts(ids: Collection[UUID]) -> dict[UUID, dict[str, list[Any]]]:
    """By child: precautions, allergies and sensitivities; likings; what helps."""
    told: dict[UUID, dict[str, list[Any]]] = defaultdict(lambda: {"care": [], "likes": [], "helps": []})
    facts = ChildFact.objects.current().filter(child__in=ids, kind__in=[*CARE, *TOLD])
    for fact in facts.order_by("kind", "noted_at"):
        if fact.kind in TOLD:
            told[fact.child_id][TOLD[FactKind(fact.kind)]].append(fact.text)
        else:
            words = choice(FactKind, fact.kind)
            told[fact.child_id]["care"].append({"kind": fact.kind, "kind_words": words, "text": fact.text})
    return told


def _last_visits(ids: Collection[UUID]) -> dict[UUID, dict[str, Any]]:
    """By child: the last visit that took place and is over."""
    newest = Visit.objects.held().filter(child=OuterRef("pk")).values("pk")[:1]
    wanted = Child.objects.filter(pk__in=ids).annotate(newest=Subquery(newest)).values("newest")
    visits = list(Visit.objects.filter(pk__in=wanted).select_related("practice"))
    lines = journals([visit.occasion_id for visit in visits])
    return {visit.child_id: _last(visit, lines.get(visit.occasion_id, [])) for visit in visits}


def _last(visit: Visit, lines: list[Line]) -> dict[str, Any]:
    return {
        "day": visit.practice.day(visit.started_at).isoformat(),
        "minutes": visit.minutes,
        "tries": [
            {"goal": goal, "tries": sum(str(line.goal_id) == goal for line in _of(lines, "attempt"))}
            for goal in dict.fromkeys(str(line.goal_id) for line in _of(lines, "attempt"))
        ],
        "responses": [
            {"response": line.words, "strength": line.number, "helped": line.helped}
            for line in _of(lines, "response")
        ],
        "activities": [
            {"name": line.words, "slug": line.slug, "minutes": line.number} for line in _of(lines, "activity")
        ],
        "remarks": [line.words for line in _of(lines, "remark")],
    }


def _of(lines: list[Line], what: str) -> list[Line]:
    return [line for line in lines if line.what == what]
