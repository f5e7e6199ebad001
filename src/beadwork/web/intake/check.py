"""The milestone check: public, on a phone, without an account; and the same for a family's own child."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beadwork.core.problems import Problem
from beadwork.intake.actions import note_concern, send_enquiry
from beadwork.knowledge import library
from beadwork.knowledge.age import days_early
from beadwork.knowledge.kinds.development import Milestone
from beadwork.knowledge.milestones import on_list
from beadwork.library.own import library_of
from beadwork.people.access import Can
from beadwork.people.age import Age
from beadwork.people.models import Child, Practice
from beadwork.web.door import needs, public
from beadwork.web.home.page import own_children
from beadwork.web.intake.check_data import SET, Content, check_data, lists
from beadwork.web.intake.check_forms import EnquiryForm, ShareForm
from beadwork.web.reviewed import all_reviewed


@public
def check(request: HttpRequest, practice: str = "") -> HttpResponse:
    """The questions; everything happens in the browser. A practice's own address lets a family send it there."""
    to = _practice(practice)
    sending = (
        {"send_form": EnquiryForm(None), "send_url": reverse("check-send", args=[to.slug]), "to": to}
        if to
        else {}
    )
    content = _content(to)
    return render(request, "intake/check.html", {**_page(content), "data": check_data(content), **sending})


def _practice(slug: str) -> Practice | None:
    """The practice of the address; without one the only practice there is."""
    if slug:
        found = Practice.objects.filter(slug=slug).first()
        if found is None:
            raise Http404
        return found
    practices = list(Practice.objects.all()[:2])
    return practices[0] if len(practices) == 1 else None


def _content(practice: Practice | None) -> Content:
    """What the practice says; without one what came with the product."""
    return library() if practice is None else library_of(practice)


def _page(content: Content) -> dict[str, Any]:
    of, language = content.item("milestone-set", SET), get_language() or "en"
    return {
        "lists": [(months, _age(months)) for months in lists(content)],
        "letter_languages": settings.LANGUAGES, "language": language.split("-")[0], "set_name": of.in_words(language),
        "limits": [line.said(language) for line in of.limits],
        "reviewed": all_reviewed([of, *on_list(content, SET, lists(content)[0])]),
    }  # fmt: skip


def _age(months: int) -> str:
    """The age of a list: two years read better as years, fifteen months as months."""
    if months % 12 or months < 24:
        return str(Age(0, months, 0, 0))
    return _("{years} years").format(years=months // 12)


@public
def check_list(request: HttpRequest, months: int) -> HttpResponse:
    """One list to read and to print; the only thing the address says is which."""
    content = _content(_practice(""))
    if months not in lists(content):
        raise Http404
    language, found = get_language() or "en", on_list(content, SET, months)
    groups = [
        (domain.in_words(language), [_line(one, language) for one in found if one.domain == domain.slug])
        for domain in content.items("milestone-domain")
    ]
    context = _page(content) | {"label": _age(months), "groups": groups, "reviewed": all_reviewed(found)}
    return render(request, "intake/check_list.html", context)


def _line(one: Milestone, language: str) -> tuple[str, str]:
    return one.in_words(language), one.says("example", language) if one.example else ""


@public
def check_send(request: HttpRequest, practice: str) -> HttpResponse:
    """What the family chose to send; kept as an enquiry. Asked without anything, the empty form."""
    to = _practice(practice)
    form = EnquiryForm(request.POST or None)
    if form.is_valid():
        try:
            send_enquiry(to, form.enquiry(), at=request.now, id=form.cleaned_data["id"])
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return render(request, "intake/check_sent.html", {"to": to})
    context = {"send_form": form, "send_url": reverse("check-send", args=[to.slug]), "to": to}
    return render(request, "intake/check_send.html", context)


@needs(Can.SEE_FAMILY)
def family_check(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for one's own child, her birth date known; sharing it makes it a worry her therapist reads."""
    child = request.find(own_children(request), slug=slug, may_see=True)
    content = library_of(child.practice)
    form = ShareForm(request.POST or None)
    if form.is_valid():
        caregiver = child.guardianships.in_force(request.today).get(caregiver__user=request.user).caregiver
        try:
            note_concern(child, **form.cleaned_data, said_by=caregiver, by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Your therapist can read it now. Thank you!"))
            return redirect("family-child", slug)
    return render(request, "intake/check.html", {**_page(content), **_own(request, child, form, content)})


def _own(request: HttpRequest, child: Child, form: ShareForm, content: Content) -> dict[str, Any]:
    early = 0 if child.gestation_days is None else days_early(child.gestation_days)
    about = {"key": child.slug, "born": child.born_on.isoformat(), "early": early, "name": child.name}
    return {
        "child": child, "age_words": child.age(request.today), "corrected": child.corrected_age(request.today),
        "data": check_data(content) | {"child": about}, "send_form": form if child.may_talk else None,
        "send_url": request.path, "to": child.practice,
    }  # fmt: skip
