"""A visit's note until it is signed: reading, editing a line, signing, and sharing the summary."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.notes.actions import release_summary, settle_line, sign_note, write_line
from beadwork.notes.asked import lists_of, payer_of, setting_of
from beadwork.notes.models import Setting
from beadwork.notes.note import note_text
from beadwork.notes.problems import CHANGED
from beadwork.people.access import Can
from beadwork.visits.models import Visit
from beadwork.web.door import needs
from beadwork.web.notes.forms import LineForm, seen_in
from beadwork.web.notes.page import draft_page
from beadwork.web.notes.signed import signed_page, with_signatures
from beadwork.web.visits.held import signed as signed_for
from beadwork.web.visits.held import survives_sign_in


@needs(Can.SEE_RECORD)
@require_safe
def note(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """The note: as it was signed, or as it would be signed now."""
    visit = request.find(_visits(request), pk=visit_id)
    signed = with_signatures(request).filter(visit=visit).first()
    return signed_page(request, signed) if signed else _draft(request, visit)


def _visits(request: HttpRequest) -> QuerySet[Any]:
    return request.which(Visit).select_related("child", "practice", "staff__user")


def _draft(
    request: HttpRequest, visit: Visit, *, problem: Problem | None = None, status: int = 200
) -> HttpResponse:
    if not visit.is_started:
        return redirect("visit", visit.pk)
    text = note_text(visit, visit.practice.language)
    context = {
        "visit": visit,
        "child": visit.child,
        "problem": problem,
        "new_id": new_id,
        "who": signed_for(request.user),
        "payers": lists_of(visit.practice),
        "payer": payer_of(visit),
        "setting": Setting(setting_of(visit)).label,
        "may_write": request.access.can(Can.RECORD_VISIT),
        "may_sign": request.user.pk in (visit.staff.user_id, visit.started_by_id),
    }
    return render(request, "notes/draft.html", context | draft_page(text, by=request.user), status=status)


@survives_sign_in
@needs(Can.RECORD_VISIT)
@require_POST
def line(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Keep what was written over one line."""
    visit = request.find(_visits(request), pk=visit_id)
    form = LineForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That could not be kept: a line holds up to 4000 characters."))
        return redirect("note", visit.pk)
    said = form.cleaned_data
    id, base, who = said["id"], said["base"], {"by": request.user, "at": request.now}
    if said["settle"]:
        settle_line(visit, said["key"], said["text"], id=id, **who)
    else:
        write_line(visit, said["key"], said["text"], id=id, base=base, **who)
    return redirect(f"{request.path.removesuffix('/line')}#{said['key']}")


@needs(Can.RECORD_VISIT)
@require_POST
def sign(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Sign the note as it was shown; with `share`, let the family read theirs."""
    visit = request.find(_visits(request), pk=visit_id)
    release = "share" in request.POST
    seen = seen_in(request.POST)
    try:
        sign_note(visit, **seen, release=release, by=request.user, at=request.now)
    except Problem as problem:
        if problem.kind is CHANGED:
            return _draft(request, visit, problem=problem, status=problem.kind.status)
        return _draft(request, visit, problem=problem, status=400)
    messages.success(request, _("Signed, and shared with the family.") if release else _("Signed."))
    return redirect("today")


@needs(Can.RECORD_VISIT)
@require_POST
def share(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Let the family read the visit in plain words."""
    visit = request.find(_visits(request), pk=visit_id)
    release_summary(visit, by=request.user, at=request.now)
    messages.success(request, _("The family can read it now."))
    return redirect("note", visit.pk)
