"""Writing down a worry, and taking a referral."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from beadwork.core.problems import Problem
from beadwork.intake.actions import note_concern, refer
from beadwork.intake.models import Concern, Referral
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.web.door import needs
from beadwork.web.intake.forms import ConcernForm, ReferralForm


@needs(Can.KEEP_RECORD)
def concern(request: HttpRequest, slug: str) -> HttpResponse:
    """Note a worry, word for word; what was said before is beside it."""
    child = request.find(Child, slug=slug)
    form = ConcernForm(request.POST or None, child=child, on=request.today)
    before = Concern.objects.filter(child=child).select_related("said_by").order_by("-noted_at")
    context = {"child": child, "form": form, "before": before}
    return _page(request, form, "intake/concern.html", context, lambda: _note(request, child, form))


def _note(request: HttpRequest, child: Child, form: ConcernForm) -> None:
    note_concern(child, **form.cleaned_data, by=request.user, at=request.now)


@needs(Can.KEEP_RECORD)
def referral(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a referral."""
    child = request.find(Child, slug=slug)
    form = ReferralForm(request.POST or None, initial={"referred_on": request.today})
    before = Referral.objects.filter(child=child).order_by("-referred_on")
    context = {"child": child, "form": form, "before": before}
    return _page(request, form, "intake/referral.html", context, lambda: _refer(request, child, form))


def _refer(request: HttpRequest, child: Child, form: ReferralForm) -> None:
    refer(child, **form.facts(), by=request.user, at=request.now)


def _page(
    request: HttpRequest, form: forms.Form, template: str, context: dict[str, Any], act: Callable[[], None]
) -> HttpResponse:
    """Show the form; when it is right, act and go to the child."""
    if form.is_valid():
        try:
            act()
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("child", context["child"].slug)
    return render(request, template, context)
