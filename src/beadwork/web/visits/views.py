"""Planning a visit, looking at one, and its start, end and cancellation."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.visits.actions import cancel_visit, finish_visit, plan_visit, start_visit
from beadwork.visits.models import Visit
from beadwork.web.door import needs
from beadwork.web.visits.forms import FinishForm, PlanForm
from beadwork.web.visits.record import common
from beadwork.web.visits.summary import summary


@needs(Can.BOOK)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan a visit of one child with somebody on her care team."""
    child = request.find(Child, slug=slug)
    form = PlanForm(request.POST or None, child=child, on=request.today, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            visit = plan_visit(child, **form.facts(), by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return _planned(request, visit)
    return render(
        request, "visits/plan.html", {"child": child, "form": form}, status=400 if form.errors else 200
    )


def _planned(request: HttpRequest, visit: Visit) -> HttpResponse:
    messages.success(request, _("The visit is planned."))
    if request.access.may(Can.SEE_RECORD, visit):
        return redirect("visit", visit.pk)
    return redirect("child", visit.child.slug)


@needs(Can.SEE_RECORD)
@require_safe
def visit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """What was recorded in a visit, and what is to be done with it."""
    rows = request.which(Visit).select_related("child", "staff__user", "practice")
    visit = request.find(rows, pk=visit_id)
    can = request.access.can
    buttons: dict[str, Any] = {"may_record": can(Can.RECORD_VISIT), "may_book": can(Can.BOOK)}
    context = {"visit": visit, "child": visit.child, **buttons, **common(request), **summary(visit, request)}
    return render(request, "visits/visit.html", context | {"finish": FinishForm(visit=visit)})


@needs(Can.RECORD_VISIT)
@require_POST
def start(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Begin a visit and go to its cards."""
    visit = request.find(Visit, pk=visit_id)
    start_visit(visit, by=request.user, at=request.now)
    return redirect("record", visit.pk)


@needs(Can.RECORD_VISIT)
@require_POST
def finish(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Close a visit: now, or at the time given for one that was left open."""
    visit = request.find(Visit, pk=visit_id)
    form = FinishForm(request.POST, visit=visit)
    if not form.is_valid():
        messages.error(request, _("The time could not be read. Type it like 14:45, then finish again."))
        return redirect("visit", visit.pk)
    finish_visit(visit, by=request.user, at=request.now, ended_at=form.ended_at)
    return redirect("note", visit.pk)


@needs(Can.BOOK)
@require_POST
def cancel(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Say that a planned visit will not take place."""
    visit = request.find(Visit, pk=visit_id)
    cancel_visit(visit, request.POST.get("because", ""), by=request.user, at=request.now)
    messages.success(request, _("The visit is cancelled."))
    if request.access.may(Can.SEE_RECORD, visit):
        return redirect("visit", visit.pk)
    return redirect("child", visit.child.slug)
