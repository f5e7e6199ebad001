"""The therapist's side: what the class is told and asked, and what it answered."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import Child, Consent, Purpose
from beadwork.plan.models import Goal
from beadwork.plan.models.scale import Scale
from beadwork.progress.series import Measure
from beadwork.progress.words import say_level, say_tries
from beadwork.record.models import Attempt
from beadwork.school.actions import ask_class, end_help, say_what_helps, week_of
from beadwork.school.models import ClassHelp, ClassQuestion
from beadwork.school.queries import helping
from beadwork.web.door import needs
from beadwork.web.school.forms import HelpForm, QuestionForm

LATEST = 8


@needs(Can.PLAN)
def class_help(request: HttpRequest, slug: str) -> HttpResponse:
    """What the teacher sees, and one more thing to tell her."""
    child = _child(request, slug)
    form = HelpForm(request.POST or None, initial={"id": new_id()})
    if form.is_valid() and _done(form, lambda said: say_what_helps(child, **said, **_who(request))):
        messages.success(request, _("The teacher sees it now."))
        return redirect("class-help", slug)
    return _show(request, child, help_form=form)


@needs(Can.PLAN)
@require_POST
def class_ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask this week's question."""
    child = _child(request, slug)
    form = QuestionForm(request.POST, goals=_goals(child))
    if form.is_valid() and _done(form, lambda said: ask_class(child, **said, **_who(request))):
        messages.success(request, _("The question is asked."))
        return redirect("class-help", slug)
    return _show(request, child, question_form=form)


@needs(Can.PLAN)
@require_POST
def class_help_end(request: HttpRequest, slug: str, help: UUID) -> HttpResponse:
    """Take one thing off the teacher's page."""
    shared = request.find(request.which(ClassHelp).filter(child__slug=slug), pk=help)
    end_help(shared, **_who(request))
    messages.success(request, _("Taken off the teacher's page."))
    return redirect("class-help", slug)


def _child(request: HttpRequest, slug: str) -> Child:
    """The child, with `consented`: whether the family has said yes to working with the school."""
    consents = Consent.objects.in_force(request.today).filter(child=OuterRef("pk"), purpose=Purpose.SCHOOL)
    children = request.which(Child).select_related("practice").annotate(consented=Exists(consents))
    return request.find(children, slug=slug)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": request.now}


def _done(form: Any, act: Any) -> bool:
    try:
        act(form.cleaned_data)
    except Problem as problem:
        form.add_error(None, f"{problem.what} {problem.todo}")
        return False
    return True


def _goals(child: Child) -> Any:
    return Goal.objects.filter(
        child=child, closed_at=None, plan__signed_at__isnull=False, plan__ended_at=None
    )


def _show(request: HttpRequest, child: Child, **forms: Any) -> HttpResponse:
    """The page, with whichever form was refused still filled in."""
    asked = _asked(child)
    context = {
        "child": child,
        "helping": helping(child),
        "asked": asked,
        "this_week": bool(asked) and asked[0].week_of >= week_of(child, request.now),
        "schoolings": child.schoolings.in_force(request.today).select_related("school", "teacher"),
        "help_form": HelpForm(initial={"id": new_id()}),
        "question_form": QuestionForm(goals=_goals(child), initial={"id": new_id()}),
    }
    return render(request, "school/share.html", context | forms)


def _asked(child: Child) -> list[ClassQuestion]:
    """The latest questions, newest first, each with `seen`: what was answered, in words."""
    attempts = Prefetch("answer__occasion__attempts", Attempt.objects.standing().select_related("support"))
    questions = ClassQuestion.objects.filter(child=child).select_related("goal", "answer__occasion")
    asked = list(questions.prefetch_related(attempts).order_by("-week_of")[:LATEST])
    for question in asked:
        question.seen = _seen(question)
    return asked


def _seen(question: ClassQuestion) -> str:
    """The level and the help of an answer, empty where nothing was seen."""
    attempts = list(question.answer.occasion.attempts.all()) if hasattr(question, "answer") else []
    if not attempts:
        return ""
    goal, first = question.goal, attempts[0]
    if goal.scale == Scale.ACCURACY:
        return f"{say_tries(sum(bool(one.success) for one in attempts), len(attempts))}, {first.support}"
    if goal.scale == Scale.SUPPORT:
        return str(first.support)
    return f"{say_level(Measure(goal.scale, goal.low, goal.high, goal.unit), first.value)}, {first.support}"
