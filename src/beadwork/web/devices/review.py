"""What tablets sent and could not be kept as it came: a therapist of the child, or the director, settles it."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from beadwork.core.problems import Problem
from beadwork.devices.actions import decline, land
from beadwork.devices.models import SetAside
from beadwork.people.access import Can
from beadwork.visits.models import Visit
from beadwork.web.devices.said import Speaker
from beadwork.web.door import needs, note_read


@needs(Can.SETTLE)
@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Everything that waits, a visit at a time."""
    return _page(request)


def _page(request: HttpRequest, problem: Problem | None = None) -> HttpResponse:
    waiting = _waiting(request)
    speaker = Speaker(waiting, request.LANGUAGE_CODE)
    visits = [
        _shown(visit, list(entries), speaker) for visit, entries in groupby(waiting, lambda one: one.visit)
    ]
    for one in visits:
        note_read(request, one["visit"], for_review=len(one["entries"]))
    context = {"visits": visits, "problem": problem}
    return render(request, "devices/review.html", context, status=problem.kind.status if problem else 200)


def _waiting(request: HttpRequest) -> list[SetAside]:
    rows = request.which(SetAside, Can.SETTLE).waiting()
    return list(rows.select_related("visit__child", "visit__staff__user", "by", "device"))


def _shown(visit: Visit, entries: list[SetAside], speaker: Speaker) -> dict[str, Any]:
    told = [
        {"row": one, "kind": speaker.kind(one), "words": speaker.words(one), "first": speaker.first(one)}
        for one in entries
    ]
    return {"visit": visit, "child": visit.child, "entries": told}


@needs(Can.SETTLE)
@require_POST
def settle(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Land or decline the chosen entries of one visit."""
    chosen = [one for one in _waiting(request) if str(one.pk) in request.POST.getlist("entry")]
    if (
        any(one.visit_id != visit_id for one in chosen)
        or not request.which(Visit).filter(pk=visit_id).exists()
    ):
        raise Http404
    act = land if request.POST.get("do") == "land" else decline
    try:
        act(chosen, request.POST.get("because", ""), by=request.user, at=request.now)
    except Problem as problem:
        return _page(request, problem)
    messages.success(request, _said(len(chosen), landed=act is land))
    return redirect("review")


def _said(count: int, *, landed: bool) -> str:
    if not count:
        return _("Nothing was chosen.")
    if landed:
        words = ngettext("%(n)d entry is in the record now.", "%(n)d entries are in the record now.", count)
    else:
        words = ngettext(
            "%(n)d entry stays out of the record.", "%(n)d entries stay out of the record.", count
        )
    return words % {"n": count}
