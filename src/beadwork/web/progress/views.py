"""One goal: its string of beads and what it says; the same series as a table for other programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beadwork.people.access import Can
from beadwork.plan.models import Goal
from beadwork.progress.series import goal_series
from beadwork.web.door import needs
from beadwork.web.progress.data import as_csv
from beadwork.web.progress.forms import LookForm
from beadwork.web.progress.page import goal_page


@needs(Can.SEE_RECORD)
def goal(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """How a goal goes, over all or some of its time and places."""
    found = _find(request, slug, goal)
    look = LookForm(request.GET, series=goal_series(found), today=request.today)
    return render(request, "progress/goal.html", goal_page(found, look, request.access))


@needs(Can.SEE_RECORD)
def goal_data(request: HttpRequest, slug: str, goal: str) -> HttpResponse:
    """The series as comma-separated values, one row for each occasion."""
    found = _find(request, slug, goal)
    return as_csv(found, goal_series(found))


def _find(request: HttpRequest, slug: str, goal: str) -> Goal:
    goals = request.which(Goal).select_related("child", "outlook")
    return request.find(goals, child__slug=slug, slug=goal)
