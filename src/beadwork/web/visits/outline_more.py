"""Other activities for a visit: what to swap in, and every one with the answer why it is not in the plan."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from beadwork.activities.choosing.proposal import offers
from beadwork.people.access import Can
from beadwork.visits.models import Part
from beadwork.visits.proposing import Chooser
from beadwork.web.door import needs
from beadwork.web.visits.outline import _may, _state, _visit
from beadwork.web.visits.outline_forms import EntryForm
from beadwork.web.visits.outline_words import Entry, answers, care_told, entries_of, entry_of, picks_of

OFFERED = 5


@needs(Can.RECORD_VISIT)
@require_safe
def swap(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """The next best in the place of one activity, each with its reasons."""
    visit = _visit(request, visit_id)
    chooser, plan, rows, day = _state(request, visit)
    entries = entries_of(chooser, rows) if plan else picks_of(chooser)
    one = next((one for one in entries if request.GET.get("of") in {one.key, one.slug}), None)
    if one is None:
        return redirect("visit-outline", visit.pk)
    context = {
        "visit": visit, "child": visit.child, "one": one, "day": day, "offers": _offers(chooser, entries, one),
        "seen": [] if plan else [entry.slug for entry in entries], **care_told(chooser), **_may(request, visit),
    }  # fmt: skip
    return render(request, "visits/outline_swap.html", context)


def _offers(chooser: Chooser, entries: list[Entry], one: Entry) -> list[Entry]:
    planned = [entry.slug for entry in entries if entry.slug]
    others = [slug for slug in planned if slug != one.slug]
    found = offers(chooser.ranking, one.part, max(one.minutes, 5), others, OFFERED + 1)
    return [entry_of(chooser, pick) for pick in found if pick.slug != one.slug][:OFFERED]


@needs(Can.SEE_RECORD)
@require_safe
def others(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Activities found by name, each with why it is not proposed, and a way to put it in all the same."""
    visit = _visit(request, visit_id)
    chooser, plan, rows, day = _state(request, visit)
    entries = entries_of(chooser, rows) if plan else picks_of(chooser)
    words = " ".join(request.GET.get("q", "").split())
    found, more = answers(chooser, words, {entry.slug for entry in entries})
    context = {
        "visit": visit, "child": visit.child, "words": words, "found": found, "more": more, "parts": Part.choices,
        "day": day, "seen": [] if plan else [entry.slug for entry in entries], "own": EntryForm(),
        **care_told(chooser), **_may(request, visit),
    }  # fmt: skip
    return render(request, "visits/outline_others.html", context)
