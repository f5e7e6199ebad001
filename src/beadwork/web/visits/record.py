"""The record screen: one card a goal, a tap an attempt. Each tap is a small form that may safely be sent twice."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.knowledge import items
from beadwork.people.access import Can
from beadwork.record.models import Attempt
from beadwork.visits.journal import Line, journal, journal_and_plan
from beadwork.visits.models import Visit
from beadwork.web.door import needs
from beadwork.web.visits.cards import Card, cards, trail
from beadwork.web.visits.entries import keep_entry
from beadwork.web.visits.held import signed, survives_sign_in, wants_json
from beadwork.web.visits.today import care

FEELING_ICONS = {
    "joy": "joy", "pride": "star", "calm": "calm", "focus": "eye", "stress": "activity", "fear": "sad",
    "frustration": "upset", "confusion": "question", "sore-muscles": "hand", "lack-of-interest": "unsure",
    "avoidance": "exit",
}  # fmt: skip
USUAL_HELP = "stress"
"""Where "what helps" leads while nothing was noted yet."""


@survives_sign_in
@needs(Can.RECORD_VISIT)
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Show the cards of a running visit, or keep one entry."""
    visit = request.find(request.which(Visit).select_related("child").prefetch_related(care()), pk=visit_id)
    if request.method == "POST":
        return _keep(request, visit)
    if not visit.is_running:
        return redirect("visit", visit.pk)
    return _screen(request, visit)


def _keep(request: HttpRequest, visit: Visit) -> HttpResponse:
    try:
        keep_entry(visit, request.POST, by=request.user, at=request.now)
    except Problem as problem:
        return _refused(request, visit, problem)
    if wants_json(request):
        lines = journal(visit.occasion_id)
        return JsonResponse({"trail": trail(lines, cards(visit.child, request.today, lines))})
    if request.POST.get("then") == "visit":
        return redirect("visit", visit.pk)
    return redirect(f"{reverse('record', args=[visit.pk])}#{_place(request.POST)}")


def _place(data: QueryDict) -> str:
    """Where on the page to come back to: the card that was tapped."""
    return f"goal-{data['goal']}" if data.get("kind") == "attempt" and data.get("goal") else "main"


def _refused(request: HttpRequest, visit: Visit, problem: Problem) -> HttpResponse:
    """Say why, and keep what was typed."""
    if wants_json(request):
        told = {"what": problem.what, "kept": problem.kept, "todo": problem.todo, "code": problem.kind.code}
        return JsonResponse({"problem": told}, status=problem.kind.status)
    visit = Visit.objects.select_related("child").prefetch_related(care()).get(pk=visit.pk)
    if not visit.is_running:
        raise problem
    return _screen(request, visit, problem=problem, typed=request.POST, status=problem.kind.status)


def _screen(
    request: HttpRequest,
    visit: Visit,
    *,
    problem: Problem | None = None,
    typed: QueryDict | None = None,
    status: int = 200,
) -> HttpResponse:
    lines, planned = journal_and_plan(visit)
    shown = cards(visit.child, request.today, lines)
    felt = [line.words for line in lines if line.what == "response"]
    context = {
        "visit": visit,
        "child": visit.child,
        "cards": shown,
        "feelings": _feelings(request, felt),
        "helped": felt[-1] if felt else USUAL_HELP,
        "activities": [line for line in lines if line.what == "activity"],
        "planned": _planned(planned, lines),
        "remarks": sum(line.what == "remark" for line in lines),
        "last": lines[-1] if lines else None,
        "trail": json.dumps(trail(lines, shown)),
        "problem": problem,
        "typed": typed or {},
    }
    return render(request, "visits/record.html", context | common(request), status=status)


def _planned(planned: list[Line], lines: list[Line]) -> list[dict[str, Any]]:
    """What is planned for the visit, as choices; what was noted already is marked."""
    done = {line.slug or line.words for line in lines if line.what == "activity"}
    return [
        {
            "name": one.words, "slug": one.slug, "minutes": one.number,
            "is_done": one.words in done or one.slug in done,
        }
        for one in planned
    ]  # fmt: skip


def common(request: HttpRequest) -> dict[str, Any]:
    """What the forms of every recording page carry: fresh ids, the server's clock, and who it is."""
    return {"new_id": new_id, "now": request.now, "who": signed(request.user)}


def _feelings(request: HttpRequest, seen: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "slug": one.slug,
            "name": one.in_words(request.LANGUAGE_CODE),
            "looks": one.says("looks", request.LANGUAGE_CODE),
            "icon": FEELING_ICONS[one.slug],
            "is_good": one.mood == "good",
            "count": seen.count(one.slug),
        }
        for one in items("response")
    ]


@needs(Can.RECORD_VISIT)
@require_safe
def correct(request: HttpRequest, visit_id: UUID, attempt_id: UUID) -> HttpResponse:
    """The card of one attempt that stands, to record it anew: the old one stays in the history."""
    visit = request.find(request.which(Visit).select_related("child"), pk=visit_id)
    attempts = Attempt.objects.standing().filter(occasion=visit.occasion_id).select_related("support")
    attempt = attempts.select_related("goal__ladder").filter(pk=attempt_id).first()
    if attempt is None:
        return redirect("visit", visit.pk)
    attempt.goal.last_support = attempt.support_id
    context = {"visit": visit, "child": visit.child, "attempt": attempt, "card": Card(attempt.goal, [])}
    return render(request, "visits/correct.html", context | common(request))
