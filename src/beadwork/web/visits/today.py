"""Today: whose visit is next, what to take care of, and one tap to recording."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beadwork.core.events import record_event
from beadwork.devices.models import SetAside
from beadwork.knowledge import item
from beadwork.people.access import Can
from beadwork.people.models import ChildFact
from beadwork.people.models.child import FactKind
from beadwork.record.models import Response
from beadwork.visits.models import Visit
from beadwork.web.door import needs
from beadwork.web.notes.signed import waiting_notes
from beadwork.web.visits.cards import open_goals, waiting_longest

TAKE_CARE = [FactKind.PRECAUTION, FactKind.ALLERGY, FactKind.SENSITIVITY]
LOOK_BACK = timedelta(days=30)
MOST_GOALS = 4


@needs(Can.RECORD_VISIT)
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Today's visits of this member of staff, and earlier ones that nobody finished."""
    zone = request.access.zone
    mine = request.which(Visit).standing().of_staff(request.user)
    visits = list(_told(mine.of_day(request.today, zone), request.today))
    first = min((visit.planned_at for visit in visits), default=request.now)
    earlier = mine.left_open(min(first, request.now)).filter(planned_at__gte=request.now - LOOK_BACK)
    left_open = [visit for visit in earlier.select_related("child") if visit not in visits]
    _note_read(request, [*visits, *left_open])
    shown = [_shown(visit, request) for visit in visits]
    for one in [one for one in shown if not one["visit"].is_finished][:1]:
        one["is_next"] = True
    for_review = request.which(SetAside, Can.SETTLE).waiting().count()
    notes = waiting_notes(request)
    context = {"visits": shown, "left_open": left_open, "for_review": for_review, "notes": notes}
    return render(request, "visits/today.html", context)


def care(prefix: str = "child__") -> Prefetch:
    """Precautions, allergies and sensitivities, as `to_care` of the child."""
    facts = ChildFact.objects.current().filter(kind__in=TAKE_CARE).order_by("kind", "noted_at")
    return Prefetch(f"{prefix}childfacts", facts, to_attr="to_care")


def _told(visits: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Visits with child, precautions, goals (those that wait longest first) and the last response."""
    last = Response.objects.standing().filter(child=OuterRef("child")).order_by("-at")
    goals = waiting_longest(open_goals(day))
    return (
        visits.select_related("child", "practice")
        .annotate(
            last_response=Subquery(last.values("kind")[:1]), last_response_at=Subquery(last.values("at")[:1])
        )
        .prefetch_related(care(), Prefetch("child__goals", goals, to_attr="open_goals"))
    )


def _shown(visit: Visit, request: HttpRequest) -> dict[str, Any]:
    child, goals = visit.child, visit.child.open_goals
    slug = visit.last_response
    return {
        "visit": visit,
        "child": child,
        "age": child.age(request.today),
        "corrected": child.corrected_age(request.today),
        "goals": goals[:MOST_GOALS],
        "more": len(goals) - MOST_GOALS,
        "response": item("response", slug).in_words(request.LANGUAGE_CODE) if slug else "",
        "may_open": request.access.can(Can.SEE_RECORD),
        "is_late": not visit.is_started and _end(visit) < request.now,
    }


def _end(visit: Visit) -> datetime:
    return visit.planned_at + timedelta(minutes=visit.planned_minutes)


def _note_read(request: HttpRequest, visits: list[Visit]) -> None:
    """One event for the page: whose visits were read."""
    if visits:
        children = sorted({str(visit.child_id) for visit in visits})
        with transaction.atomic():
            record_event(
                "today.read", by=request.user, about=visits[0].practice, at=request.now, children=children
            )
