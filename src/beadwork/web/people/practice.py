"""The practice and who works there."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.actions import end_job, let_caregiver_in
from beadwork.people.models import Caregiver, Practice, Staff
from beadwork.web.door import needs
from beadwork.web.people.joining import hire_person
from beadwork.web.people.staff_forms import HireForm

MOST_OUTSIDE = 50


@needs(Can.KEEP_PRACTICE)
def practice(request: HttpRequest) -> HttpResponse:
    """Who works here, with credential and licence."""
    found = request.which(Practice).first()
    staff = (
        found.staff.in_force(request.today)
        .select_related("user", "supervisor__user")
        .order_by("user__name", "role")
    )
    rows = [
        (job, job.licence_expires_on and (job.licence_expires_on - request.today).days < 60) for job in staff
    ]
    outside = found.caregivers.filter(user=None).exclude(email="").order_by("name")[:MOST_OUTSIDE]
    return render(request, "people/practice.html", {"here": found, "rows": rows, "outside": outside})


@needs(Can.KEEP_PRACTICE)
def hire(request: HttpRequest) -> HttpResponse:
    """Give somebody a job."""
    here = request.which(Practice).first()
    form = HireForm(request.POST or None, practice=here, on=request.today)
    if form.is_valid():
        try:
            with transaction.atomic():
                hire_person(here, **form.cleaned_data, by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("practice")
    return render(request, "people/hire.html", {"form": form})


@needs(Can.KEEP_PRACTICE)
@require_POST
def let_in(request: HttpRequest, caregiver: UUID) -> HttpResponse:
    """Give a caregiver a way to sign in."""
    let_caregiver_in(request.find(Caregiver, pk=caregiver), by=request.user, at=request.now)
    return redirect("practice")


@needs(Can.KEEP_PRACTICE)
@require_POST
def end(request: HttpRequest, job: UUID) -> HttpResponse:
    """End a job: what it opened is closed at once."""
    end_job(request.find(Staff, pk=job), by=request.user, at=request.now)
    return redirect("practice")
