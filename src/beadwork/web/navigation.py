"""The few places each person goes to, by what she may do."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from beadwork.people.access import Can
from beadwork.people.models import User

PLACES = [
    (Can.RECORD_VISIT, "today", _("Today"), "today"),
    (Can.FIND_CHILD, "children", _("Children"), "child"),
    (Can.SEE_FAMILY, "family", _("Home"), "home"),
    (Can.HELP_IN_CLASS, "class", _("In class"), "school"),
    (Can.USE_LIBRARY, "library", _("Library"), "book"),
    (Can.KEEP_PRACTICE, "practice", _("Practice"), "people"),
]


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The `nav` of a page: url, label, icon, current. Nothing for somebody signed out."""
    if not getattr(request, "access", None) or not request.user.is_authenticated:
        return {"nav": []}
    places = [place for place in PLACES if request.access.can(place[0])]
    return {
        "nav": [_entry(request, *place[1:]) for place in places],
        "jump_url": reverse("jump"),
        "theme": request.user.theme if request.user.theme != User.Theme.AUTO else "",
    }


def first_place(request: HttpRequest) -> str:
    """The name of the page that matters most to this person."""
    return next((place[1] for place in PLACES if request.access.can(place[0])), "settings")


def _entry(request: HttpRequest, name: str, label: str, icon: str) -> dict[str, Any]:
    url = reverse(name)
    return {"url": url, "label": label, "icon": icon, "current": request.path.startswith(url)}
