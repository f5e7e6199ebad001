"""One item on the desk: what it says in both languages, what was done with it, and what the clinical lead can do."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.knowledge.checks.one import advice
from beadwork.knowledge.diff import between
from beadwork.library import actions
from beadwork.library.entries import OWN_LICENCE, entry_of
from beadwork.library.models import Version
from beadwork.library.own import OwnLibrary
from beadwork.library.rules import LEAVES, check_may_amend, licensed_job
from beadwork.people.access import Can
from beadwork.people.models import Practice
from beadwork.web.door import needs
from beadwork.web.library.forms import AmendForm, ReasonForm, ReviewForm
from beadwork.web.library.labels import KINDS
from beadwork.web.library.reading import found, passport
from beadwork.web.library.said import here, library_of, said
from beadwork.web.library.shown import change_rows, rows_of
from beadwork.web.library.standing import next_one


@needs(Can.KEEP_LIBRARY)
def item(request: HttpRequest, kind: str, entry: str) -> HttpResponse:
    """Everything one item says, field by field, and its history."""
    practice, own, one = _looked_up(request, kind, entry)
    versions = Version.objects.of_item(practice, kind, entry)
    history = list(versions.select_related("by", "reviewer__user"))
    last = history[0] if history else None
    context = {
        "kind": kind, "label": KINDS[kind], "item": one, "name": said(one.name), "rows": rows_of(own, one),
        "passport": passport(own, one, versions), "history": history,
        "moved": _moved(own, kind, entry, last), "ours": _ours(own, kind, entry),
        "is_aside": own.is_set_aside(kind, entry), "can_aside": kind in LEAVES, "is_own": own.is_own(kind, entry),
        "came": one.passport.licence != OWN_LICENCE, "is_unfit": (kind, entry) in own.unfit,
        "advice": [finding.says for finding in advice(one, own)] if own.is_own(kind, entry) else [],
        "form": ReviewForm(on=request.today, seen=last and last.pk), "reason": ReasonForm(),
        "may_review": licensed_job(request.user, practice, request.today) is not None,
        "next": next_one(own, kind, entry, request.today),
    }  # fmt: skip
    return render(request, "library/item.html", context)


def _looked_up(request: HttpRequest, kind: str, slug: str) -> tuple[Practice, OwnLibrary, Any]:
    if kind not in KINDS:
        raise Http404
    practice = here(request)
    own = library_of(practice)
    return practice, own, found(own, kind, slug)


def _moved(own: OwnLibrary, kind: str, slug: str, last: Version | None) -> list[Any]:
    """What changed in the text that came since the practice said something about it."""
    if last is None or not own.has_moved(kind, slug):
        return []
    return change_rows(between(kind, slug, last.base, _came(own, kind, slug)))


def _ours(own: OwnLibrary, kind: str, slug: str) -> list[Any]:
    """Where the practice's text differs from the one that came."""
    came = _came(own, kind, slug)
    if not came or not own.is_own(kind, slug):
        return []
    return change_rows(between(kind, slug, came, entry_of(own.item(kind, slug))))


def _came(own: OwnLibrary, kind: str, slug: str) -> dict[str, Any]:
    try:
        return entry_of(own.shipped.item(kind, slug))
    except KeyError:
        return {}


@needs(Can.KEEP_LIBRARY)
@require_POST
def reviewed(request: HttpRequest, kind: str, entry: str) -> HttpResponse:
    """Say that an item is right as it stands, and go on to the next."""
    practice, own, _one = _looked_up(request, kind, entry)
    form = ReviewForm(request.POST, on=request.today)
    if not form.is_valid():
        messages.error(request, gettext("Choose the day of the next review."))
        return redirect("library-item", kind, entry)
    actions.review(practice, kind, entry, **form.cleaned_data, by=request.user, at=request.now)
    messages.success(request, gettext("Reviewed: %(name)s") % {"name": said(_one.name)})
    following = next_one(own, kind, entry, request.today)
    return redirect("library-item", kind, following) if following else redirect("library-desk")


@needs(Can.ADD_TO_LIBRARY)
def amend(request: HttpRequest, kind: str, entry: str) -> HttpResponse:
    """Write the practice's own text of an item, in both languages."""
    practice, own, one = _looked_up(request, kind, entry)
    check_may_amend(practice, kind, entry, request.user, request.now)
    written = entry_of(one)
    form = AmendForm(request.POST or None, made=type(one), entry=written, own=own)
    _fit(form, request, practice, kind, entry)
    if form.is_valid():
        try:
            actions.amend(
                practice, kind, entry, form.entry() | _kept(written), **_why(form), **_told(request)
            )
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, gettext("The practice's own text holds from now on."))
            return redirect("library-item", kind, entry) if _keeps(request) else redirect("activity", entry)
    context = {
        "form": form,
        "kind": kind,
        "label": KINDS[kind],
        "name": said(one.name),
        "slug": entry,
        "keeps": _keeps(request),
    }
    return render(request, "library/amend.html", context)


def _fit(form: AmendForm, request: HttpRequest, practice: Practice, kind: str, slug: str) -> None:
    """Which version is being changed; and no review by somebody who may give none."""
    last = Version.objects.of_item(practice, kind, slug).values_list("pk", flat=True).first()
    form.fields["seen"].initial = last
    if not (_keeps(request) and licensed_job(request.user, practice, request.today)):
        del form.fields["next_review"]


def _keeps(request: HttpRequest) -> bool:
    return request.access.can(Can.KEEP_LIBRARY)


def _kept(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: entry[name] for name in ("slug", "passport")}


def _why(form: AmendForm) -> dict[str, Any]:
    return {
        name: form.cleaned_data[name]
        for name in ("reason", "wholly", "next_review", "seen")
        if name in form.cleaned_data
    }


def _told(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": request.now}


@needs(Can.KEEP_LIBRARY)
@require_POST
def aside(request: HttpRequest, kind: str, entry: str) -> HttpResponse:
    """Offer an item no more."""
    actions.set_aside(here(request), kind, entry, reason=request.POST.get("reason", ""), **_told(request))
    return redirect("library-item", kind, entry)


@needs(Can.KEEP_LIBRARY)
@require_POST
def back(request: HttpRequest, kind: str, entry: str) -> HttpResponse:
    """Offer again what was set aside, or take back the text that came."""
    if request.POST.get("to") == "came":
        actions.give_back(here(request), kind, entry, reason=request.POST.get("reason", ""), **_told(request))
    else:
        actions.restore(here(request), kind, entry, **_told(request))
    return redirect("library-item", kind, entry)
