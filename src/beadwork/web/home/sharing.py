"""The therapist's side: what the family is asked to do for a goal, and how it went."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.home.actions import end_routine, share_routine
from beadwork.home.models import HomeDay, Routine
from beadwork.home.proposing import asked_along
from beadwork.people.access import Can
from beadwork.plan.models import Goal
from beadwork.progress.steps import with_rule
from beadwork.web.door import needs, note_read
from beadwork.web.home.forms import RoutineForm
from beadwork.web.home.ideas import answers, chooser_for, ideas_of, may_use

LATEST = 14


@needs(Can.PLAN)
def routine_share(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """Share a routine for one goal, begun from an idea of the library or not; see what is shared and how it went."""
    goal, others = _goals(request, slug, goal)
    chooser = chooser_for(goal, others, request.now)
    used = request.GET.get("use", "")
    begun = chooser.words(used) | {"activity": used} if used and may_use(chooser, used) else {}
    form = RoutineForm(request.POST or None, initial={"id": new_id(), **begun})
    if form.is_valid() and _shared(request, goal, form):
        messages.success(request, _("Shared with the family."))
        return redirect("routine-share", slug, goal.slug)
    days = HomeDay.objects.filter(routine__goal=goal).select_related("caregiver").order_by("-on", "-told_at")
    ideas = ideas_of(chooser) if goal.is_shared and not goal.closed_at else []
    context = {
        "child": goal.child,
        "goal": goal,
        "form": form,
        "begun": bool(begun),
        "ideas": ideas,
        "has_unreviewed": any(one.is_unreviewed for one in ideas),
        "routines": goal.routines.filter(ended_at=None).order_by("shared_at"),
        "days": days[:LATEST],
        "readers": goal.child.guardianships.in_force(request.today)
        .filter(may_practise=True)
        .select_related("caregiver"),
    }
    return render(request, "home/share.html", context)


def _goals(request: HttpRequest, slug: str, goal: str) -> tuple[Goal, list[Goal]]:
    """The goal, and the others of the child, in one question; reading it is an event."""
    rows = asked_along(with_rule(request.which(Goal).filter(child__slug=slug), request.today))
    goals = list(rows.select_related("child__practice").order_by("written_at", "pk"))
    found = next((one for one in goals if one.slug == goal), None)
    if found is None:
        raise Http404
    if request.method in {"GET", "HEAD"}:
        note_read(request, found)
    return found, [one for one in goals if one is not found]


@needs(Can.PLAN)
@require_safe
def routine_others(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """Activities found by name, each with why it is not among the ideas for this goal."""
    goal, more_goals = _goals(request, slug, goal)
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    found, more = answers(chooser_for(goal, more_goals, request.now), words)
    context = {"child": goal.child, "goal": goal, "words": words, "found": found, "more": more}
    return render(request, "home/others.html", context)


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
