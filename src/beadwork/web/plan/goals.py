"""A goal's pages of writing: a new one, a new version, its history, sharing, closing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.knowledge.kinds.goal import GoalTemplate
from beadwork.people.access import Can
from beadwork.plan.actions import change_goal, close_goal, share_goal, standard_ladder, write_goal
from beadwork.plan.models import Goal, Plan
from beadwork.plan.models.goal import VERSION
from beadwork.plan.models.scale import Scale
from beadwork.web.ages import age_band
from beadwork.web.door import needs
from beadwork.web.plan.bank import bank, templates, usual_area
from beadwork.web.plan.forms import WhyForm
from beadwork.web.plan.goal_forms import BankForm, ChangeForm, NewGoalForm, ScaleForm, said_now


@needs(Can.PLAN)
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """First a template of the bank, or how it is measured; then the rest."""
    drafts = request.which(Plan).select_related("child", "practice")
    draft = request.find(drafts, child__slug=slug, signed_at=None, ended_at=None)
    template = next(
        (one for one in templates(draft.practice) if one.slug == request.GET.get("template")), None
    )
    scale = template.scale if template else request.GET.get("scale", "")
    if scale not in Scale.values:
        return _begin(request, draft)
    return _write(request, draft, scale, template)


def _begin(request: HttpRequest, draft: Plan) -> HttpResponse:
    chosen = BankForm(
        request.GET, usual={"age": age_band(draft.child, request.today), "area": usual_area(draft)}
    )
    context = {
        "child": draft.child, "form": ScaleForm(), "chooser": chosen, "bank": bank(draft.child, **chosen.said())
    }  # fmt: skip
    return render(request, "plan/goal_begin.html", context)


def _write(request: HttpRequest, draft: Plan, scale: str, template: GoalTemplate | None) -> HttpResponse:
    ladder = standard_ladder(draft.practice, by=request.user, at=request.now)
    form = NewGoalForm(
        request.POST or None,
        scale=scale,
        ladder=ladder,
        on=draft.starts_on,
        child=draft.child,
        template=template,
    )
    if form.is_valid():
        said = form.goal(ladder)
        try:
            write_goal(draft, said, by=request.user, at=request.now, id=form.cleaned_data["id"])
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("plan", draft.child.slug)
    context = {"child": draft.child, "form": form, "scale": Scale(scale), "template": template}
    return render(request, "plan/goal_new.html", context)


def _goal(request: HttpRequest, slug: str, goal: str) -> Goal:
    goals = request.which(Goal).with_versions().select_related("child", "plan", "ladder")
    return request.find(goals, child__slug=slug, slug=goal)


@needs(Can.PLAN)
def change(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """A new version; in a draft the first one is put right."""
    found = _goal(request, slug, goal)
    form = ChangeForm(request.POST or None, goal=found, on=request.today)
    if form.is_valid():
        said = {"effective_on": request.today, "reason": "", **form.cleaned_data}
        try:
            change_goal(found, **said, by=request.user, at=request.now)
        except Problem as problem:
            form.refuse(problem, found.newest_version, VERSION, said_now(found))
        else:
            return redirect("goal" if found.plan.is_signed else "plan", *_place(found))
    return render(request, "plan/goal_change.html", {"child": found.child, "goal": found, "form": form})


def _place(goal: Goal) -> list[str]:
    """The arguments of the page to go back to: the goal's, or, in a draft, the plan's."""
    return [goal.child.slug, goal.slug] if goal.plan.is_signed else [goal.child.slug]


@needs(Can.SEE_RECORD)
def history(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """Every version, the newest first."""
    found = _goal(request, slug, goal)
    versions: list[Any] = list(found.versions.all())
    told = [(version, version.statement()) for version in reversed(versions)]
    return render(request, "plan/history.html", {"child": found.child, "goal": found, "versions": told})


@needs(Can.PLAN)
@require_POST
def share(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """Show the goal to the family."""
    share_goal(_goal(request, slug, goal), by=request.user, at=request.now)
    return redirect("plan", slug)


@needs(Can.PLAN)
def close(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """Close a goal, with a reason."""
    found = _goal(request, slug, goal)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        close_goal(found, form.cleaned_data["because"], by=request.user, at=request.now)
        return redirect("plan", slug)
    return render(request, "plan/close.html", {"child": found.child, "goal": found, "form": form})
