"""The family reads how one goal goes, and the plan it is asked to agree to."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from beadwork.people.access import Can
from beadwork.people.models import Caregiver
from beadwork.plan.actions import agree_to_plan
from beadwork.plan.models import Goal, Plan
from beadwork.progress.picture import figure
from beadwork.progress.series import goal_series
from beadwork.progress.string import string_of
from beadwork.progress.summary import summary
from beadwork.web.door import needs


@needs(Can.SEE_FAMILY)
def family_goal(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """How one goal goes: a sentence, then the beads."""
    shared = request.which(Goal).filter(child__slug=slug, shared_at__isnull=False)
    goal = request.find(shared.select_related("child"), slug=goal)
    history = list(goal.versions.select_related("target_support", "baseline_support"))
    versions = [version for version in history if version.effective_on <= request.today] or history[:1]
    series = goal_series(goal, for_family=True)
    context = {
        "child": goal.child,
        "goal": goal,
        "words": versions[-1].family_words,
        "told": summary(series, versions[0], family=True),
        "beads": figure(string_of(goal, series, versions, family=True)),
    }
    return render(request, "home/goal.html", context)


@needs(Can.DECIDE)
def family_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The open plan in plain words, and the place to agree to it."""
    plans = request.which(Plan).filter(child__slug=slug, signed_at__isnull=False, ended_at=None)
    plan = request.find(plans.select_related("child__practice", "signed_by"))
    if request.method == "POST":
        agree_to_plan(plan, _guardian(request, plan), by=request.user, at=request.now)
        messages.success(request, _("Thank you. Your yes is saved."))
        return redirect("family-child", slug)
    agreed = plan.agreements.filter(caregiver__user=request.user).first()
    return render(
        request,
        "home/plan.html",
        {"child": plan.child, "plan": plan, "agreed": agreed, "goals": _goals(plan, request.today)},
    )


def _guardian(request: HttpRequest, plan: Plan) -> Caregiver:
    return Caregiver.objects.filter(user=request.user, practice=plan.practice_id).first()


def _goals(plan: Plan, today: date) -> list[Goal]:
    """The plan's goals the family sees, each with its `words`."""
    goals = list(plan.goals.filter(shared_at__isnull=False, closed_at=None).prefetch_related("versions"))
    for goal in goals:
        goal.words = goal.version_on(today).family_words
    return goals
