"""The list of children, adding one, and putting names right."""

import csv
from collections import defaultdict
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from beadwork.core.events import record_event
from beadwork.core.problems import Problem
from beadwork.intake.models import Enquiry
from beadwork.people.access import Can
from beadwork.people.actions import CHILD_SAYS, change_child
from beadwork.people.models import Child, ChildFact, FactKind, Practice
from beadwork.visits.models import Visit
from beadwork.web.door import needs
from beadwork.web.people.forms import EditChildForm, NewChildForm, of_child
from beadwork.web.people.joining import welcome_child

A_PAGE = 25
ORDERS = {
    "name": ("given_name", "family_name"),
    "family": ("family_name", "given_name"),
    "age": ("-born_on",),
}


@needs(Can.FIND_CHILD)
def children(request: HttpRequest) -> HttpResponse:
    """The children this person may find, by name, a page at a time."""
    search, order = _asked(request)
    page = Paginator(_found(request, search, order), A_PAGE).get_page(request.GET.get("page"))
    care = _care(request, [child.pk for child in page])
    for child in page:
        child.care = care[child.pk]
        child.age_now = child.corrected_age(request.today) or child.age(request.today)
    context = {
        "page": page,
        "search": search,
        "order": order,
        "query": urlencode({"q": search, "order": order}),
        "may_add": request.access.can(Can.ADD_CHILD),
        "wrote": request.which(Enquiry, Can.ADD_CHILD).waiting().count(),
    }
    return render(request, "people/children.html", context)


def _asked(request: HttpRequest) -> tuple[str, str]:
    order = request.GET.get("order", "name")
    return request.GET.get("q", "").replace("\x00", "").strip()[:100], order if order in ORDERS else "name"


def _found(request: HttpRequest, search: str, order: str) -> QuerySet[Child]:
    """The children found, each with the time of the next visit, in the same question."""
    to_come = Visit.objects.filter(
        child=OuterRef("pk"), planned_at__gte=request.now, cancelled_at=None, started_at=None
    )
    found = request.which(Child).named(search).order_by(*ORDERS[order], "pk")
    return found.annotate(next_visit_at=Subquery(to_come.order_by("planned_at").values("planned_at")[:1]))


def _care(request: HttpRequest, on_page: list[UUID]) -> dict[UUID, list[str]]:
    """What to take care of, by child, for whoever may read her record."""
    facts = ChildFact.objects.current().filter(
        child__in=request.access.children(Can.SEE_RECORD).filter(pk__in=on_page),
        kind__in=(FactKind.ALLERGY, FactKind.PRECAUTION),
    )
    care = defaultdict(list)
    for child, text in facts.order_by("noted_at").values_list("child", "text"):
        care[child].append(text)
    return care


@needs(Can.FIND_CHILD)
def export(request: HttpRequest) -> HttpResponse:
    """The same list as a file for a spreadsheet. Taking it away is an event of each practice it is from."""
    found = _found(request, *_asked(request))
    with transaction.atomic():
        for practice in Practice.objects.filter(pk__in=found.order_by().values("practice")):
            record_event("children.exported", by=request.user, about=practice, at=request.now)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="children.csv"'
    table = csv.writer(response)
    table.writerow(["given_name", "family_name", "called", "born_on", "reference"])
    for child in found.iterator():
        row = [child.given_name, child.family_name, child.called, child.born_on.isoformat(), child.reference]
        table.writerow([_harmless(text) for text in row])
    return response


def _harmless(text: str) -> str:
    """A cell that a spreadsheet shows and does not run."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


@needs(Can.ADD_CHILD)
def new(request: HttpRequest) -> HttpResponse:
    """Add a child."""
    form = NewChildForm(request.POST or None)
    if form.is_valid():
        practice = request.which(Practice).first()
        try:
            with transaction.atomic():
                child = welcome_child(practice, **form.facts(), by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("child", child.slug)
    return render(request, "people/child_new.html", {"form": form})


@needs(Can.KEEP_PEOPLE)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Put names or dates right."""
    child = request.find(Child, slug=slug)
    form = EditChildForm(request.POST or None, child=child)
    if form.is_valid():
        try:
            change_child(child, **form.facts(), by=request.user, at=request.now)
        except Problem as problem:
            form.refuse(problem, child, CHILD_SAYS, of_child(child))
        else:
            return redirect("child", slug)
    return render(request, "people/child_edit.html", {"form": form, "child": child})
