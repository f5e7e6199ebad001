"""From an activity in own words to one of the practice's library: the form of the library, filled in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from beadwork.activities.situations import SETTINGS, bands
from beadwork.core.problems import Problem
from beadwork.knowledge.age import DAYS_A_MONTH
from beadwork.library.own import library_of
from beadwork.people.access import Can
from beadwork.visits.actions import put_into_library
from beadwork.visits.models import PlannedActivity, Visit
from beadwork.web.door import needs
from beadwork.web.library.forms import AddForm


@needs(Can.ADD_TO_LIBRARY)
@require_http_methods(["GET", "HEAD", "POST"])
def to_library(request: HttpRequest, visit_id: UUID, planned: UUID) -> HttpResponse:
    """Add what stands in the plan in own words to the library; the plan then leads to it."""
    rows: QuerySet[Visit] = request.which(Visit, Can.RECORD_VISIT).select_related("child__practice")
    visit = request.find(rows, pk=visit_id)
    row = PlannedActivity.objects.of_visit(visit).standing().filter(pk=planned).first()
    if row is None or (row.slug and request.method != "POST"):
        return redirect("visit-outline", visit.pk)
    own = library_of(visit.child.practice)
    form = AddForm(request.POST or None, own=own, known=_known(visit, row, request))
    if form.is_valid() and _added(request, row, form):
        return redirect("visit-outline", visit.pk)
    return render(request, "visits/own_words.html", _context(visit, row, form))


def _context(visit: Visit, row: PlannedActivity, form: AddForm) -> dict[str, Any]:
    back = reverse("visit-outline", args=[visit.pk])
    return {"visit": visit, "child": visit.child, "row": row, "form": form, "back": back}


def _added(request: HttpRequest, row: PlannedActivity, form: AddForm) -> bool:
    """Whether it is in the library now; why not stands in the form."""
    id = form.cleaned_data["id"]
    try:
        put_into_library(row.plan, str(row.pk), form.entry(), id=id, by=request.user, at=request.now)
    except Problem as problem:
        form.add_error(None, str(problem))
        return False
    messages.success(
        request, _("It is in the library, and the plan leads to it. Nobody licensed has reviewed it yet.")
    )
    return True


def _known(visit: Visit, row: PlannedActivity, request: HttpRequest) -> dict[str, Any]:
    """What plan and visit say of it already. Nothing of the child but her age goes into the library."""
    day = request.today
    months = (visit.child.corrected_age(day) or visit.child.age(day)).total_days / DAYS_A_MONTH
    language = request.LANGUAGE_CODE[:2]
    return {
        "name": {tongue: row.name if tongue == language else "" for tongue in ("en", "es")},
        "minutes": [min(row.minutes, 45)] * 2,
        "occasions": [row.part],
        "ages": sorted(bands(months)),
        "settings": sorted(SETTINGS.get(visit.place, frozenset({visit.place}))),  # type: ignore[call-overload]
    }
