"""What is planned for a visit, and what the child has done before: the names a tablet offers first."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from beadwork.visits.models import DoneActivity, Visit
from beadwork.visits.models.planned import PlannedActivity, VisitPlan

LOOK_BACK, MOST = timedelta(days=120), 12


def planned_for(visits: Collection[Visit]) -> dict[UUID, list[dict[str, Any]]]:
    """By visit: the activities that stand in its newest plan, in their order."""
    plans = VisitPlan.objects.filter(visit__in=visits).order_by("number").values_list("visit", "pk")
    newest = {plan: visit for visit, plan in dict(plans).items()}
    told: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for one in PlannedActivity.objects.standing().filter(plan__in=newest):
        words = {"slug": one.slug, "name": one.name, "part": one.part, "minutes": one.minutes}
        told[newest[one.plan_id]].append(words)
    return told


def done_before(child_ids: Collection[UUID], now: datetime) -> dict[UUID, list[dict[str, Any]]]:
    """By child: what was done in the last months (name and slug), the latest first, each name once."""
    rows = DoneActivity.objects.standing().filter(child__in=child_ids, at__gte=now - LOOK_BACK)
    told: dict[UUID, dict[str, str]] = defaultdict(dict)
    for child_id, name, slug in rows.order_by("-at").values_list("child", "name", "slug"):
        told[child_id].setdefault(name, slug)
    return {
        id: [{"name": name, "slug": slug} for name, slug in list(told[id].items())[:MOST]] for id in child_ids
    }
