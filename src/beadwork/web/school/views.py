"""The teacher's pages: what helps in class, one question a week, nothing more."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.school.actions import answer_class
from beadwork.school.models import ClassQuestion
from beadwork.school.queries import helping, open_questions, question_for
from beadwork.web.door import needs
from beadwork.web.school.forms import AnswerForm


@needs(Can.HELP_IN_CLASS)
def own_class(request: HttpRequest) -> HttpResponse:
    """The children she teaches whose families said yes, those with an open question first."""
    asked = open_questions(request.today).filter(child=OuterRef("pk"))
    children = request.which(Child).annotate(asked=Exists(asked)).order_by("-asked", "given_name")
    return render(request, "school/class.html", {"children": children})


@needs(Can.HELP_IN_CLASS)
def class_child(request: HttpRequest, slug: str) -> HttpResponse:
    """What helps this child in class, and this week's question."""
    child = request.find(request.which(Child), slug=slug)
    question = question_for(child, request.today)
    form = AnswerForm(goal=question.goal, initial={"id": new_id()}) if question else None
    return _show(request, child, question, form)


def _show(
    request: HttpRequest, child: Child, question: ClassQuestion | None, form: AnswerForm | None
) -> HttpResponse:
    context = {"child": child, "helping": helping(child), "question": question, "form": form}
    return render(request, "school/child.html", context)


@needs(Can.HELP_IN_CLASS)
@require_POST
def class_answer(request: HttpRequest, slug: str) -> HttpResponse:
    """Her answer; the form says which question it was for, so that a page from last week answers last week's."""
    questions = request.which(ClassQuestion).select_related("goal__plan", "child__practice")
    question = request.find(questions.filter(child__slug=slug), pk=_named(request))
    form = AnswerForm(request.POST, goal=question.goal)
    if form.is_valid() and _answered(request, question, form):
        messages.success(request, _("Saved. Thank you!"))
        return redirect("class-child", slug)
    return _show(request, question.child, question, form)


def _named(request: HttpRequest) -> str:
    """The question's id from the form; anything else is no page of ours."""
    try:
        return str(UUID(request.POST.get("question", "")))
    except ValueError as error:
        raise Http404 from error


def _answered(request: HttpRequest, question: ClassQuestion, form: AnswerForm) -> bool:
    id, remark = form.cleaned_data["id"], form.cleaned_data["remark"]
    seen = form.attempts(id, request.now)
    try:
        answer_class(question, id=id, attempts=seen, remark=remark, by=request.user, at=request.now)
    except Problem as problem:
        form.add_error(None, f"{problem.what} {problem.kept} {problem.todo}")
        return False
    return True
