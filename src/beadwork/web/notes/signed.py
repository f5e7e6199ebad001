"""A note that is signed: reading, a second signature, an addendum, the PDF; and the notes that wait for somebody."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.notes.actions import add_to_note, co_sign_note
from beadwork.notes.models import Note, VisitSummary
from beadwork.notes.note import written_after
from beadwork.people.access import Can
from beadwork.visits.models import Visit
from beadwork.web.door import needs, note_read
from beadwork.web.notes.forms import AddForm
from beadwork.web.notes.page import minutes_shown, signed_parts
from beadwork.web.notes.pdf import as_pdf, note_document

LATELY, A_PAGE = timedelta(days=30), 30


def signed_page(
    request: HttpRequest, note: Note, *, form: AddForm | None = None, problem: Problem | None = None
) -> HttpResponse:
    """The note as it was signed, with everything added since; `form` is one that was refused, with what was typed."""
    visit = note.visit
    context = {
        "visit": visit,
        "child": visit.child,
        "note": note,
        "parts": signed_parts(note),
        "minutes": minutes_shown(note),
        "problem": problem,
        "late": written_after(note),
        "addenda": note.addenda.select_related("written_by"),
        "summary": VisitSummary.objects.filter(visit=visit).first(),
        "may_write": request.access.can(Can.RECORD_VISIT),
        "may_co_sign": may_co_sign(request, note),
        "form": form or AddForm(initial={"id": new_id()}),
    }
    return render(request, "notes/signed.html", context, status=400 if form else 200)


def with_signatures(request: HttpRequest) -> QuerySet[Any]:
    """Signed notes with everybody a page of one names."""
    return request.which(Note).select_related(
        "child", "practice", "visit__staff__user", "visit__child", "visit__practice", "signed_by",
        "co_signature__signed_by",
    )  # fmt: skip


def may_co_sign(request: HttpRequest, note: Note) -> bool:
    """Whether this person's signature is what it waits for."""
    waits = note.is_supervised and not hasattr(note, "co_signature") and note.signed_by_id != request.user.pk
    return waits and request.access.may(Can.PLAN, note)


@needs(Can.RECORD_VISIT)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Notes to sign and to co-sign; `?older`: those of hers that Today no longer counts."""
    is_older = "older" in request.GET
    lately, older = _by_age(request)
    page = Paginator(older if is_older else lately, A_PAGE).get_page(request.GET.get("page"))
    visits, notes = list(page), [] if is_older else list(to_co_sign(request))
    for first in [*visits, *notes][:1]:
        children = sorted({str(one.child_id) for one in [*visits, *notes]})
        note_read(request, first.practice, children=children)
    context = {
        "to_sign": visits, "to_co_sign": notes, "page": page, "is_older": is_older,
        "query": "older" if is_older else "", "older": 0 if is_older else older.count(),
    }  # fmt: skip
    return render(request, "notes/waiting.html", context)


def _by_age(request: HttpRequest) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """What is hers to sign: of the last thirty days, and from before."""
    hers, since = to_sign(request), request.now - LATELY
    return hers.filter(started_at__gte=since), hers.filter(started_at__lt=since)


def waiting_notes(request: HttpRequest) -> int:
    """How many of both, in one question; of hers, those of the last thirty days."""
    lately, _older = _by_age(request)
    both: int = lately.order_by().values("pk").union(to_co_sign(request).order_by().values("pk")).count()
    return both


def to_sign(request: HttpRequest) -> QuerySet[Any]:
    """Finished visits of hers whose note nobody has signed, the newest first."""
    mine = request.which(Visit, Can.RECORD_VISIT).of_staff(request.user)
    return mine.held().filter(note=None).select_related("child", "practice").order_by("-started_at")


def to_co_sign(request: HttpRequest) -> QuerySet[Any]:
    """Notes that wait for a therapist like her."""
    notes = request.which(Note, Can.PLAN).to_co_sign().exclude(signed_by=request.user)
    return notes.select_related("child", "practice", "visit", "signed_by")


@needs(Can.PLAN)
@require_POST
def co_sign(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Sign an assistant's or student's note as it stands."""
    note = request.find(request.which(Note).select_related("child"), pk=note_id)
    co_sign_note(note, by=request.user, at=request.now)
    messages.success(request, _("Co-signed."))
    return redirect("notes")


@needs(Can.RECORD_VISIT)
@require_POST
def add(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Add to a signed note."""
    note = request.find(with_signatures(request), pk=note_id)
    form = AddForm(request.POST)
    if not form.is_valid():
        return signed_page(request, note, form=form)
    try:
        add_to_note(note, **form.cleaned_data, by=request.user, at=request.now)
    except Problem as problem:
        return signed_page(request, note, form=form, problem=problem)
    messages.success(request, _("Added. The note itself stays as it was signed."))
    return redirect("note", note.visit_id)


@needs(Can.SEE_RECORD)
@require_safe
def pdf(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """The signed note on paper."""
    note = request.find(with_signatures(request).prefetch_related("addenda__written_by"), pk=note_id)
    return as_pdf(note_document(note), f"note-{note.visit.started_at:%Y-%m-%d}.pdf")
