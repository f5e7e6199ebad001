"""A child's plan: its dose, its goals and what they lack, signing, agreeing."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.plan.actions import agree_to_plan, change_plan, end_plan, sign_plan, write_plan
from beadwork.plan.actions.plans import DOSE, draft_state
from beadwork.plan.lint import missing, similar_goals
from beadwork.plan.models import Goal, Plan
from beadwork.web.door import needs
from beadwork.web.plan.forms import AgreeForm, DoseForm, WhyForm, dose_of


@needs(Can.SEE_RECORD)
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The draft if there is one, the open plan, and the plans before."""
    child = request.find(Child, slug=slug)
    plans = list(child.plans.select_related("signed_by").order_by("-written_at"))
    draft = next((one for one in plans if not one.is_signed and one.ended_at is None), None)
    current = next((one for one in plans if one.is_open), None)
    context = {
        "child": child,
        "draft": draft,
        "current": current,
        "earlier": [one for one in plans if one.is_signed and not one.is_open],
        "may_plan": request.access.can(Can.PLAN),
        **_drafted(draft),
        **_agreed(current, request.today),
    }
    return render(request, "plan/plan.html", context)


def _drafted(draft: Plan | None) -> dict[str, Any]:
    """The goals of the draft with what each lacks, and those that say the same."""
    if draft is None:
        return {}
    goals = list(draft.goals.open().with_versions().order_by("written_at"))
    lacks = [(goal, goal.newest_version.statement(), missing(goal)) for goal in goals]
    return {
        "lacks": lacks,
        "seen": draft_state(draft),
        "ready": goals and not any(what for *_, what in lacks),
        "similar": similar_goals(draft),
    }


def _agreed(current: Plan | None, today: date) -> dict[str, Any]:
    """The goals of the open plan as they hold today, and who has agreed to it."""
    if current is None:
        return {}
    goals = list(current.goals.all().with_versions().order_by("closed_at", "written_at"))
    return {
        "goals": [(goal, goal.version_on(today).statement()) for goal in goals],
        "agreements": current.agreements.select_related("caregiver"),
    }


@needs(Can.PLAN)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a draft with its dose."""
    child = request.find(Child, slug=slug)
    form = DoseForm(request.POST or None, on=request.today)
    if form.is_valid():
        try:
            said = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
            write_plan(child, **said, by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("plan", slug)
    return render(request, "plan/dose.html", {"child": child, "form": form})


@needs(Can.PLAN)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change the dose of the draft."""
    draft = _draft(request, slug)
    form = DoseForm(request.POST or None, on=request.today, plan=draft)
    if form.is_valid():
        dose = {name: value for name, value in form.cleaned_data.items() if name != "id"}
        try:
            change_plan(draft, **dose, by=request.user, at=request.now)
        except Problem as problem:
            form.refuse(problem, draft, DOSE, dose_of(draft))
        else:
            return redirect("plan", slug)
    return render(request, "plan/dose.html", {"child": draft.child, "form": form, "draft": draft})


def _draft(request: HttpRequest, slug: str) -> Plan:
    return request.find(
        request.which(Plan).select_related("child"), child__slug=slug, signed_at=None, ended_at=None
    )


def _open(request: HttpRequest, slug: str) -> Plan:
    open_plans = request.which(Plan).select_related("child")
    return request.find(open_plans, child__slug=slug, signed_at__isnull=False, ended_at=None)


@needs(Can.PLAN)
@require_POST
def sign(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign the draft; what it lacks is named. A second click finds it signed."""
    drafts = request.which(Plan).filter(child__slug=slug, ended_at=None).order_by("-written_at")
    if (newest := drafts.first()) is None:
        raise Http404
    sign_plan(newest, seen=request.POST.get("seen"), by=request.user, at=request.now)
    return redirect("plan", slug)


@needs(Can.PLAN)
def end(request: HttpRequest, slug: str) -> HttpResponse:
    """End the open plan and its goals, with a reason."""
    current = _open(request, slug)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        end_plan(current, form.cleaned_data["because"], by=request.user, at=request.now)
        return redirect("plan", slug)
    return render(
        request, "plan/end.html", {"child": current.child, "form": form, "goals": Goal.objects.none()}
    )


@needs(Can.PLAN)
def agree(request: HttpRequest, slug: str) -> HttpResponse:
    """Note that a guardian told you she agrees; at home she says it herself."""
    current = _open(request, slug)
    form = AgreeForm(request.POST or None, child=current.child, plan=current, on=request.today)
    if form.is_valid():
        agree_to_plan(current, form.cleaned_data["caregiver"], by=request.user, at=request.now)
        return redirect("plan", slug)
    return render(request, "plan/agree.html", {"child": current.child, "form": form})
