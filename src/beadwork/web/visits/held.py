"""A tap by somebody whose sign-in has run out is not lost: it waits in the session until she is back.

The page's script keeps its own queue and gets a plain 401; what is held here are forms sent without it.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.signing import BadSignature, dumps, loads
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import User
from beadwork.visits.models import Visit
from beadwork.web.door import needs
from beadwork.web.visits.entries import keep_entry

KEY = "held_entries"
SALT = "visits.who"
MOST_HELD, LONGEST = 20, 40_000
LABELS = {
    "attempt": _("A try at a goal"),
    "response": _("How the child was"),
    "remark": _("A remark"),
    "activity": _("An activity"),
    "undo": _("An entry taken back"),
    "draft": _("Words for the note"),
}
RecordView = Callable[[HttpRequest, UUID], HttpResponse]


def signed(user: User) -> str:
    """Who opened the page, so that only she sends what was held for her."""
    return dumps(str(user.pk), salt=SALT)


def wants_json(request: HttpRequest) -> bool:
    """Whether the page's script asks, not a form."""
    return request.headers.get("Accept") == "application/json"


def survives_sign_in(view: RecordView) -> RecordView:
    """Hold what a signed-out person sends, then ask her to sign in."""

    @wraps(view)
    def held_or_kept(request: HttpRequest, visit_id: UUID) -> HttpResponse:
        if request.user.is_authenticated or request.method != "POST":
            return view(request, visit_id)
        if wants_json(request):
            return JsonResponse({}, status=401)
        return _hold(request, visit_id)

    return held_or_kept


def _hold(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """Put the form into the session. Only forms that we signed for somebody are held, and only so many."""
    who = _who(request.POST)
    waiting = request.session.get(KEY, [])
    body = request.POST.urlencode()
    if not who or len(waiting) >= MOST_HELD or len(body) > LONGEST:
        return redirect_to_login(reverse("record", args=[visit_id]))
    entry = {"who": who, "visit": str(visit_id), "form": body, "at": request.now.isoformat()}
    request.session[KEY] = [*waiting, entry]
    return redirect_to_login(reverse("record-held"))


def _who(data: QueryDict) -> str:
    try:
        return str(loads(data.get("who", ""), salt=SALT, max_age=7 * 24 * 60 * 60))
    except BadSignature:
        return ""


@needs(Can.RECORD_VISIT)
@require_http_methods(["GET", "HEAD", "POST"])
def held(request: HttpRequest) -> HttpResponse:
    """Show what was sent after the sign-in had run out, and keep it when the same person says so."""
    waiting = request.session.get(KEY, [])
    mine = [entry for entry in waiting if entry["who"] == str(request.user.pk)]
    if request.method == "POST":
        request.session[KEY] = [entry for entry in waiting if entry not in mine]
        return _send(request, mine) if request.POST.get("keep") else redirect("today")
    if not mine:
        return redirect("today")
    context = {"entries": [_shown(request, entry) for entry in mine]}
    return render(request, "visits/held.html", context)


def _send(request: HttpRequest, entries: list[dict[str, str]]) -> HttpResponse:
    for entry in entries:
        visit = request.find(Visit, pk=entry["visit"])
        try:
            keep_entry(visit, _form(entry), by=request.user, at=request.now)
        except Problem as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("Kept what you recorded before you signed in again."))
    return redirect(_home(entries[-1]), entries[-1]["visit"]) if entries else redirect("today")


def _home(entry: dict[str, str]) -> str:
    """The page it was sent from."""
    return "note" if _form(entry).get("kind") == "draft" else "record"


def _form(entry: dict[str, str]) -> QueryDict:
    """The form as it was sent, with the moment it was sent at."""
    data = QueryDict(entry["form"], mutable=True)
    data.setdefault("at", entry["at"])
    return data


def _shown(request: HttpRequest, entry: dict[str, str]) -> dict[str, Any]:
    """The words of one held form that a person recognises: where, when, what kind and what was typed."""
    data = QueryDict(entry["form"])
    return {
        "visit": request.which(Visit).select_related("child").filter(pk=entry["visit"]).first(),
        "label": LABELS.get(data.get("kind", ""), ""),
        "text": data.get("text") or data.get("name") or data.get("response") or data.get("value") or "",
        "at": datetime.fromisoformat(entry["at"]),
    }
