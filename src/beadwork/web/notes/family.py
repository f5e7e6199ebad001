"""What the family reads of visits: in plain words, the newest first, each also on paper."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beadwork.notes.models import VisitSummary
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.web.door import needs
from beadwork.web.notes.pdf import as_pdf, summary_document

A_PAGE = 10


@needs(Can.SEE_FAMILY)
@require_safe
def visits(request: HttpRequest, slug: str) -> HttpResponse:
    """The visits that were shared."""
    child = request.find(Child, slug=slug)
    pages = Paginator(_shared(request).filter(child=child), A_PAGE)
    return render(
        request, "notes/family.html", {"child": child, "page": pages.get_page(request.GET.get("page"))}
    )


def _shared(request: HttpRequest) -> QuerySet[Any]:
    summaries = request.which(VisitSummary).select_related("child", "practice", "visit__staff__user")
    return summaries.order_by("-visit__started_at", "-pk")


@needs(Can.SEE_FAMILY)
@require_safe
def pdf(request: HttpRequest, slug: str, summary_id: UUID) -> HttpResponse:
    """One visit on paper."""
    summary = request.find(_shared(request).filter(child__slug=slug), pk=summary_id)
    return as_pdf(summary_document(summary), f"visit-{summary.visit.started_at:%Y-%m-%d}.pdf")
