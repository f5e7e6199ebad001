"""The people around a child: family and rights, care team, consents, school. What is ended here is closed at once."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.people import actions
from beadwork.people.access import Can
from beadwork.people.models import CareTeamMember, Child, Consent, Guardianship, Schooling
from beadwork.web.door import needs
from beadwork.web.people.around_forms import (
    RIGHTS,
    ConsentForm,
    GuardianForm,
    RightsForm,
    SchoolForm,
    TeamForm,
)
from beadwork.web.people.joining import enrol_child, join_family


@needs(Can.KEEP_PEOPLE)
def around(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody around the child, and what each may do."""
    child = request.find(Child, slug=slug)
    on = request.today
    guardians = list(
        child.guardianships.in_force(on).select_related("caregiver__user").order_by("since", "pk")
    )
    for bond in guardians:
        bond.allowed = [words for right, words in RIGHTS if getattr(bond, right)]
    context = {
        "child": child,
        "guardians": guardians,
        "team": child.care_team.in_force(on).select_related("staff__user").order_by("since", "pk"),
        "consents": child.consents.in_force(on).select_related("given_by").order_by("since", "pk"),
        "schoolings": child.schoolings.in_force(on)
        .select_related("school", "teacher")
        .order_by("since", "pk"),
    }
    return render(request, "people/around.html", context)


def _with_form(
    request: HttpRequest, child: Child, form: forms.Form, template: str, act: Callable[..., Any]
) -> HttpResponse:
    """Show a form; when it is right, act and go back to the people around the child."""
    if form.is_valid():
        try:
            with transaction.atomic():
                act(**form.cleaned_data, by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("people-around", child.slug)
    return render(request, template, {"form": form, "child": child})


@needs(Can.KEEP_PEOPLE)
def add_guardian(request: HttpRequest, slug: str) -> HttpResponse:
    """A grown-up at home joins, with her own rights."""
    child = request.find(Child, slug=slug)
    rights = [right for right, _words in RIGHTS if right != "may_decide"]
    form = GuardianForm(request.POST or None, initial={"since": request.today, "rights": rights})
    return _with_form(
        request, child, form, "people/guardian_new.html", lambda **said: join_family(child, **said)
    )


@needs(Can.KEEP_PEOPLE)
def rights(request: HttpRequest, slug: str, bond: UUID) -> HttpResponse:
    """Set what one guardian may do; it holds from her next click."""
    found = request.find(Guardianship, pk=bond, child__slug=slug)
    form = RightsForm(request.POST or None, bond=found)
    if form.is_valid():
        said = form.cleaned_data | {"rights": set(form.cleaned_data["rights"])}
        try:
            actions.change_rights(found, **said, by=request.user, at=request.now)
        except Problem as problem:
            form.refuse(problem, found, actions.RIGHTS, form.now(found))
        else:
            return redirect("people-around", slug)
    return render(request, "people/rights.html", {"form": form, "child": found.child})


@needs(Can.KEEP_PEOPLE)
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody of the practice joins the care team."""
    child = request.find(Child, slug=slug)
    form = TeamForm(request.POST or None, child=child, on=request.today)
    return _with_form(
        request, child, form, "people/team_join.html", lambda **said: actions.join_care_team(child, **said)
    )


@needs(Can.KEEP_PEOPLE)
def consent(request: HttpRequest, slug: str) -> HttpResponse:
    """Note a guardian's yes."""
    child = request.find(Child, slug=slug)
    form = ConsentForm(request.POST or None, child=child, on=request.today)
    return _with_form(
        request, child, form, "people/consent.html", lambda **said: actions.give_consent(child, **said)
    )


@needs(Can.KEEP_PEOPLE)
def school(request: HttpRequest, slug: str) -> HttpResponse:
    """Note where the child goes to school and who teaches her there."""
    child = request.find(Child, slug=slug)
    form = SchoolForm(request.POST or None, child=child, on=request.today)
    return _with_form(request, child, form, "people/school.html", lambda **said: enrol_child(child, **said))


def _ending(model: type[Any], act: Callable[..., None], name: str) -> Callable[..., HttpResponse]:
    """The view that ends one relation at once."""

    @needs(Can.KEEP_PEOPLE)
    @require_POST
    def end(request: HttpRequest, slug: str, **thing: UUID) -> HttpResponse:
        act(request.find(model, pk=thing[name], child__slug=slug), by=request.user, at=request.now)
        return redirect("people-around", slug)

    return end


end_bond = _ending(Guardianship, actions.end_guardianship, "bond")
leave = _ending(CareTeamMember, actions.leave_care_team, "member")
withdraw = _ending(Consent, actions.withdraw_consent, "consent")
leave_school = _ending(Schooling, actions.end_schooling, "schooling")
