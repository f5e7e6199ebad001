"""The family's pages: today's practice, what we work on, what was said, and the plan."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.home.actions import tell_home_day
from beadwork.home.models import HomeDay, Routine
from beadwork.people.access import Can
from beadwork.web.door import needs
from beadwork.web.home.forms import DayForm, TapForm
from beadwork.web.home.measuring import said_before
from beadwork.web.home.page import days_back, goal_cards, own_children, routines_of, with_news


@needs(Can.SEE_FAMILY)
def family(request: HttpRequest) -> HttpResponse:
    """One child: straight there. Several: choose."""
    children = list(own_children(request))
    if len(children) == 1:
        return redirect("family-child", children[0].slug)
    return render(request, "home/family.html", {"children": children})


@needs(Can.SEE_FAMILY)
def family_child(request: HttpRequest, slug: str) -> HttpResponse:
    """Today's practice first, then what was written and how it goes; only what this guardian's rights open."""
    child = request.find(with_news(request), slug=slug)
    routines = list(routines_of(request, child)) if child.may_practise else []
    for routine in routines:
        routine.tap_id = new_id()
    cards = goal_cards(request, child) if child.may_see else []
    minutes = sum(routine.minutes for routine in routines)
    return render(
        request,
        "home/child.html",
        {"child": child, "routines": routines, "cards": cards, "minutes": minutes},
    )


@needs(Can.PRACTISE)
@require_POST
def home_day(request: HttpRequest, slug: str, routine: UUID) -> HttpResponse:
    """One tap. Whatever the tab or the day of the page, it is one answer for that day."""
    chosen = _routine(request, slug, routine)
    form = TapForm(request.POST)
    if not form.is_valid():
        raise Http404
    day = tell_home_day(chosen.child, chosen, **form.cleaned_data, by=request.user, at=request.now)
    messages.success(request, _("Saved. Thank you!") if day.done else _("Saved. That is fine."))
    return redirect("family-child", slug)


def _routine(request: HttpRequest, slug: str, id: UUID) -> Routine:
    routines = request.which(Routine).filter(child__slug=slug, goal__shared_at__isnull=False)
    return request.find(routines.select_related("child__practice", "goal__plan", "goal__ladder"), pk=id)


@needs(Can.PRACTISE)
def home_tell(request: HttpRequest, slug: str, routine: UUID) -> HttpResponse:
    """How it went on one day: everything but the yes or no is a gift."""
    chosen = _routine(request, slug, routine)
    on = _day(request)
    known = chosen.days.filter(caregiver__user=request.user, on=on).select_related("occasion").first()
    measured = chosen.goal.closed_at is None and chosen.goal.plan.is_open
    form = DayForm(request.POST or None, goal=chosen.goal, measured=measured, initial=_before(chosen, known))
    if form.is_valid() and _told(request, chosen, on, form):
        messages.success(request, _("Saved. Thank you!"))
        return redirect("family-child", slug)
    context = {"child": chosen.child, "routine": chosen, "on": on, "form": form, "days": days_back(request)}
    return render(request, "home/tell.html", context)


def _day(request: HttpRequest) -> date:
    """The day named in the address if it can still be told, else today."""
    named = {day.isoformat(): day for day in days_back(request)}
    return named.get(request.GET.get("on", ""), request.today)


def _before(routine: Routine, day: HomeDay | None) -> dict[str, Any]:
    """What a form shows at first: what was told for that day already."""
    if day is None:
        return {"id": new_id(), "done": "yes"}
    said = said_before(routine.goal, day.occasion.attempts.standing())
    own = {"id": new_id(), "done": "yes" if day.done else "no", "feeling": day.feeling, "remark": day.remark}
    return said | own


def _told(request: HttpRequest, routine: Routine, on: date, form: DayForm) -> bool:
    said = {name: form.cleaned_data[name] for name in ("id", "done", "feeling", "remark")}
    attempts = form.attempts(said["id"], request.now)
    try:
        tell_home_day(
            routine.child, routine, on=on, attempts=attempts, **said, by=request.user, at=request.now
        )
    except Problem as problem:
        form.add_error(None, f"{problem.what} {problem.kept} {problem.todo}")
        return False
    return True
