"""An evaluation, page by page: who is here, interview, tasks, profile, finish."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.evaluation.actions import (
    end_evaluation,
    finish_evaluation,
    save_interview,
    save_observations,
    save_profile,
    start_evaluation,
)
from beadwork.evaluation.models import Evaluation
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.web.door import needs
from beadwork.web.evaluation.forms import EndForm, InterviewForm, ProfileForm, StartForm, TasksForm
from beadwork.web.evaluation.reading import read


@needs(Can.EVALUATE)
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Say who is in the room, and begin."""
    child = request.find(Child, slug=slug)
    form = StartForm(request.POST or None, child=child, on=request.today)
    if form.is_valid():
        try:
            begun = start_evaluation(child, **form.cleaned_data, by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("evaluation", begun.pk)
    return render(request, "evaluation/start.html", {"child": child, "form": form})


def _found(request: HttpRequest, evaluation: UUID) -> Evaluation:
    return request.find(request.which(Evaluation).select_related("child", "practice"), pk=evaluation)


@needs(Can.SEE_RECORD)
def evaluation(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """Where it stands while it is open; the whole of it, strengths first, once it is finished."""
    found = _found(request, evaluation)
    return _overview(request, found, EndForm(initial={"time": localtime(found.ended_at or request.now)}))


def _overview(request: HttpRequest, found: Evaluation, end: EndForm) -> HttpResponse:
    context = {"evaluation": found, "child": found.child, "may": request.access.can(Can.EVALUATE), "end": end}
    return render(request, "evaluation/evaluation.html", context | read(found))


def _page(
    request: HttpRequest, found: Evaluation, form: Any, save: Callable[..., None], template: str
) -> HttpResponse:
    """One page of an open evaluation: keep what is on it and go back to the overview."""
    if found.is_finished:
        return redirect("evaluation", found.pk)
    if form.is_valid():
        try:
            save(found, form.rows(), by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("evaluation", found.pk)
    return render(request, template, {"evaluation": found, "child": found.child, "form": form})


@needs(Can.EVALUATE)
def interview(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """What the family says."""
    found = _found(request, evaluation)
    form = InterviewForm(request.POST or None, evaluation=found)
    return _page(request, found, form, save_interview, "evaluation/interview.html")


@needs(Can.EVALUATE)
def tasks(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """What the child does, task by task; `?every` also shows the tasks for other ages."""
    found = _found(request, evaluation)
    form = TasksForm(request.POST or None, evaluation=found, every="every" in request.GET)
    return _page(request, found, form, save_observations, "evaluation/tasks.html")


@needs(Can.EVALUATE)
def profile(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """What it comes to, area by area, strengths first."""
    found = _found(request, evaluation)
    form = ProfileForm(request.POST or None, evaluation=found)
    return _page(request, found, form, save_profile, "evaluation/profile.html")


@needs(Can.EVALUATE)
@require_POST
def end(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """The family goes home."""
    found, form = _found(request, evaluation), EndForm(request.POST)
    if form.is_valid():
        try:
            end_evaluation(found, ended_at=form.ended_at(found), by=request.user, at=request.now)
        except Problem as problem:
            form.add_error("time", f"{problem.what} {problem.todo}")
        else:
            return redirect("evaluation", found.pk)
    return _overview(request, found, form)


@needs(Can.EVALUATE)
@require_POST
def finish(request: HttpRequest, evaluation: UUID) -> HttpResponse:
    """The findings stand."""
    finish_evaluation(_found(request, evaluation), by=request.user, at=request.now)
    return redirect("evaluation", evaluation)
