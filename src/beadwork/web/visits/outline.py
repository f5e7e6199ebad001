"""The plan of one visit: warm-up, work, calm-down, with reasons; and what a person makes of it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from beadwork.activities.actions import end_clearance, give_clearance
from beadwork.activities.models import Clearance
from beadwork.people.access import Can
from beadwork.visits.actions import (
    accept_plan,
    add_activity,
    move_activity,
    swap_activity,
    take_out,
    take_proposal,
)
from beadwork.visits.models import PlannedActivity, Visit, VisitPlan
from beadwork.visits.proposing import Chooser, planned_day
from beadwork.web.door import needs
from beadwork.web.visits.outline_forms import DayForm, EntryForm
from beadwork.web.visits.outline_words import care_told, entries_of, parts_of, picks_of


def _visit(request: HttpRequest, visit_id: UUID) -> Visit:
    """The visit with its child and practice."""
    rows = request.which(Visit).with_weights().with_library().select_related("child__practice", "staff__user")
    return request.find(rows, pk=visit_id)


def _standing(visit: Visit) -> list[PlannedActivity]:
    """Everything of the newest plan, taken out or not, in its order."""
    return list(PlannedActivity.objects.of_visit(visit).order_by("place", "put_at", "pk"))


def _state(
    request: HttpRequest, visit: Visit
) -> tuple[Chooser, VisitPlan | None, list[PlannedActivity], DayForm]:
    """The chooser for the day as it is asked, planned or booked, and the plan if it is the one to show."""
    rows = _standing(visit)
    plan = rows[0].plan if rows else None
    day = DayForm(request.GET or request.POST, visit=visit, plan=plan)
    if plan is not None and not day.is_asked:
        plan.visit = visit
        return Chooser(visit, planned_day(plan), request.now), plan, rows, day
    return Chooser(visit, day.today(), request.now), None, rows, day


@needs(Can.SEE_RECORD)
@require_safe
def outline(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """What is planned, or proposed, part by part."""
    visit = _visit(request, visit_id)
    chooser, plan, rows, day = _state(request, visit)
    entries = entries_of(chooser, rows) if plan else picks_of(chooser)
    context = {
        "visit": visit, "child": visit.child, "plan": plan, "had_plan": bool(rows), "day": day,
        "parts": parts_of(entries), "planned_minutes": sum(one.minutes for one in entries),
        "seen": [] if plan else [entry.slug for entry in entries], "minutes": chooser.today.minutes,
        "without": day.lacking(entries), "lacking": chooser.today.without, "weights": plan and plan.weights,
        "has_unreviewed": any(one.is_unreviewed for one in entries),
        "content": plan.content if plan else chooser.shelf.content, **care_told(chooser), **_may(request, visit),
    }  # fmt: skip
    return render(request, "visits/outline.html", context)


def _may(request: HttpRequest, visit: Visit) -> dict[str, bool]:
    is_open = not (visit.is_finished or visit.is_cancelled)
    return {
        "may_change": is_open and request.access.can(Can.RECORD_VISIT),
        "may_decide": request.access.can(Can.PLAN),
        "may_add": request.access.can(Can.ADD_TO_LIBRARY),
    }


@needs(Can.RECORD_VISIT)
@require_POST
def change(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Take the proposal up, or change the plan by one thing; what was only proposed becomes the plan first."""
    visit = _visit(request, visit_id)
    chooser, plan, _rows, _day = _state(request, visit)
    by: dict[str, Any] = {"by": request.user, "at": request.now}
    if plan is None:
        plan = take_proposal(chooser, seen=request.POST.getlist("seen") or None, **by)
    _act(request.POST, plan, chooser, by)
    return redirect("visit-outline", visit.pk)


def _act(said: Any, plan: VisitPlan, chooser: Chooser, by: dict[str, Any]) -> None:
    entry, slug = said.get("entry", ""), said.get("slug", "")
    match said.get("do"):
        case "accept":
            accept_plan(plan, **by)
        case "out":
            take_out(plan, entry, **by)
        case "earlier" | "later":
            move_activity(plan, entry, earlier=said["do"] == "earlier", **by)
        case "swap":
            swap_activity(plan, entry, slug, chooser, **by)
        case "add":
            add_activity(plan, chooser=chooser, **EntryForm.read(said), **by)


@needs(Can.PLAN)
@require_POST
def clear(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Decide about a rule for this child: come near a dislike, or say that a condition's precaution does not hold."""
    visit = request.find(Visit, pk=visit_id)
    give_clearance(
        visit.child,
        request.POST.get("kind", ""),
        request.POST.get("word", ""),
        by=request.user,
        at=request.now,
    )
    return redirect("visit-outline", visit.pk)


@needs(Can.PLAN)
@require_POST
def unclear(request: HttpRequest, visit_id: UUID, clearance: UUID) -> HttpResponse:
    """Take such a decision back."""
    visit = request.find(Visit, pk=visit_id)
    end_clearance(
        request.find(Clearance, pk=clearance, child=visit.child_id), by=request.user, at=request.now
    )
    return redirect("visit-outline", visit.pk)
