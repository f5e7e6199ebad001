"""One activity: to read before a visit, and as a card with pictures to print."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language

from beadwork.knowledge import LANGUAGES
from beadwork.library.entries import OWN_LICENCE
from beadwork.library.models import Version
from beadwork.library.own import OwnLibrary
from beadwork.people.access import Can
from beadwork.web.door import needs
from beadwork.web.library.said import all_said, here, library_of, name_of, named, said

TAGS = {
    "areas": "area", "ages": "age-band", "skills": "skill", "interests": "interest", "settings": "setting",
    "groupings": "grouping", "positions": "position", "materials": "material", "sensory": "sensory",
    "allergens": "allergen", "hazards": "hazard", "contraindicated": "precaution", "steps": "step",
    "occasions": "occasion",
}  # fmt: skip
LINES = ("set_up", "do", "watch", "easier", "harder", "safety")


@needs(Can.USE_LIBRARY)
def activity(request: HttpRequest, activity: str) -> HttpResponse:
    """Everything about one activity, safety on top."""
    practice = here(request)
    own = library_of(practice)
    one = found(own, "activity", activity)
    context = {
        "one": told(own, one),
        "item": one,
        "passport": passport(own, one, Version.objects.of_item(practice, "activity", activity)),
        "is_aside": own.is_set_aside("activity", activity),
        "may_keep": request.access.can(Can.KEEP_LIBRARY),
        "may_amend": _may_amend(request, practice, activity),
    }
    return render(request, "library/activity.html", context)


@needs(Can.USE_LIBRARY)
def card(request: HttpRequest, activity: str) -> HttpResponse:
    """The family's version on one sheet, with pictures, in the family's language (`?in=es`)."""
    own = library_of(here(request))
    one = found(own, "activity", activity)
    asked = request.GET.get("in", "")
    tongue = asked if asked in LANGUAGES else get_language() or "en"
    with translation.override(tongue):
        return render(
            request, "library/card.html", {"one": told(own, one), "item": one, "tongue": tongue[:2]}
        )


def found(own: OwnLibrary, kind: str, slug: str) -> Any:
    """An item, or 404."""
    try:
        return own.item(kind, slug)
    except KeyError as error:
        raise Http404 from error


def told(own: OwnLibrary, one: Any) -> dict[str, Any]:
    """An activity in the reader's words."""
    tags = {field: named(own, kind, getattr(one, field)) for field, kind in TAGS.items()}
    lines = {field: all_said(getattr(one, field)) for field in LINES}
    return tags | lines | {
        "slug": one.slug, "name": said(one.name), "family": said(one.family or one.name),
        "purpose": said(one.purpose), "minutes": one.minutes, "energy": name_of(own, "energy", one.energy),
        "precautions": [(name_of(own, "precaution", each.when), said(each.do)) for each in one.precautions],
        "equipment": [(name_of(own, "equipment", each.equipment), said(each.how)) for each in one.with_equipment],
        "icons": [(slug, name_of(own, "icon", slug)) for slug in one.icons],
        "home": one.home and _home(own, one.home),
    }  # fmt: skip


def _home(own: OwnLibrary, home: Any) -> dict[str, Any]:
    return {
        "routine": name_of(own, "routine", home.routine), "minutes": home.minutes, "do": all_said(home.do),
        "say": all_said(home.say), "stop": said(home.stop),
    }  # fmt: skip


def passport(own: OwnLibrary, one: Any, versions: Any) -> dict[str, Any]:
    """Where it comes from, who reviewed it and when, and what the practice did with it."""
    word = own.words.get((one.kind, one.slug))
    last = versions.select_related("reviewer__user", "by").first() if word else None
    return {
        "sources": [(own.item("source", slug), said(own.item("source", slug).name)) for slug in one.passport.sources],
        "licence": one.passport.licence,
        "is_own": one.passport.licence == OWN_LICENCE,
        "is_reviewed": one.is_reviewed,
        "reviewer": reviewer(own, one, last),
        "reviewed_on": _day(one.passport.reviewed_on),
        "next_review": _day(one.passport.next_review),
        "last": last,
    }  # fmt: skip


def reviewer(own: OwnLibrary, one: Any, last: Version | None) -> str:
    """Who reviewed the very text that is shown: somebody of the practice, or of the house."""
    if not one.is_reviewed:
        return ""
    if last is not None and last.reviewer is not None:
        return f"{last.reviewer.user.name}, {last.reviewer.get_credential_display()}"
    by = own.item("reviewer", one.passport.reviewed_by)
    return f"{said(by.name)}, {by.credential}"


def _may_amend(request: HttpRequest, practice: Any, slug: str) -> bool:
    if request.access.can_at(Can.KEEP_LIBRARY, practice):
        return True
    return Version.objects.filter(
        practice=practice, kind="activity", slug=slug, what="added", by=request.user
    ).exists()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
