"""The therapist's side: what the family is asked to do for a goal, and how it went."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.home.actions import end_routine, share_routine
from beadwork.home.models import HomeDay, Routine
from beadwork.people.access import Can
from beadwork.plan.models import Goal
from beadwork.web.door import needs
from beadwork.web.home.forms import RoutineForm

LATEST = 14


@needs(Can.PLAN)
def routine_share(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """Share a routine for one goal; see what is shared and how the days went."""
    goals = request.which(Goal).filter(child__slug=slug).select_related("child__practice")
    goal = request.find(goals, slug=goal)
    form = RoutineForm(request.POST or None, initial={"id": new_id()})
    if form.is_valid() and _shared(request, goal, form):
        messages.success(request, _("Shared with the family."))
        return redirect("routine-share", slug, goal.slug)
    days = HomeDay.objects.filter(routine__goal=goal).select_related("caregiver").order_by("-on", "-told_at")
    context = {
        "child": goal.child,
        "goal": goal,
        "form": form,
        "routines": goal.routines.filter(ended_at=None).order_by("shared_at"),
        "days": days[:LATEST],
        "readers": goal.child.guardianships.in_force(request.today)
        .filter(may_practise=True)
        .select_related("caregiver"),
    }
    return render(request, "home/share.html", context)


def _shared(request: HttpRequest, goal: Goal, form: RoutineForm) -> bool:
    try:
        share_routine(goal, **form.cleaned_data, by=request.user, at=request.now)
    except Problem as problem:
        form.add_error(None, f"{problem.what} {problem.todo}")
        return False
    return True


@needs(Can.PLAN)
@require_POST
def routine_end(request: HttpRequest, slug: str, goal: str, routine: UUID) -> HttpResponse:
    """Put a routine away."""
    routines = request.which(Routine).filter(goal__slug=goal, child__slug=slug)
    end_routine(request.find(routines, pk=routine), by=request.user, at=request.now)
    messages.success(request, _("The routine is put away. What the family told stays."))
    return redirect("routine-share", slug, goal)
