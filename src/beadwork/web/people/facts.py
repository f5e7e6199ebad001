"""What is worth knowing about a child: noting it, and saying that it no longer holds."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.knowledge import item
from beadwork.people.access import Can
from beadwork.people.actions import end_fact, note_fact
from beadwork.people.meaning import VOCABULARIES
from beadwork.people.models import Child, ChildFact, FactKind
from beadwork.web.door import needs
from beadwork.web.people.forms import FactForm


@needs(Can.KEEP_RECORD)
def facts(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything known, kind by kind, and a form for one thing more."""
    child = request.find(Child, slug=slug)
    form = FactForm(request.POST or None, initial={"kind": FactKind.INTEREST} | request.GET.dict())
    if form.is_valid():
        try:
            note_fact(child, **form.cleaned_data, by=request.user, at=request.now)
        except Problem as problem:
            form.add_error("text", f"{problem.what} {problem.todo}")
        else:
            return redirect("facts", slug)
    known = list(child.childfacts.current().order_by("noted_at"))
    for fact in known:
        fact.read_as = _read_as(fact, request.LANGUAGE_CODE)
    groups = [(kind.label, [fact for fact in known if fact.kind == kind]) for kind in FactKind]
    groups = [(label, found) for label, found in groups if found]
    return render(request, "people/facts.html", {"child": child, "form": form, "groups": groups})


def _read_as(fact: ChildFact, language: str) -> list[str]:
    """What the chooser reads in a fact, in words; nothing where a name says the same."""
    words = fact.means.words
    names = [item(VOCABULARIES[fact.kind], word).in_words(language) for word in sorted(words)]
    return [name for name in names if name.casefold() != fact.text.casefold()]


@needs(Can.KEEP_RECORD)
@require_POST
def end(request: HttpRequest, slug: str, fact: UUID) -> HttpResponse:
    """It no longer holds; it stays in the history."""
    end_fact(request.find(ChildFact, pk=fact, child__slug=slug), by=request.user, at=request.now)
    return redirect("facts", slug)
