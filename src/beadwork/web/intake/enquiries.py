"""What families sent from outside: the list, one of them, welcoming the child, saying that it is dealt with."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from beadwork.core.problems import Problem
from beadwork.intake.actions import close_enquiry, welcome
from beadwork.intake.models import Enquiry
from beadwork.people.access import Can
from beadwork.people.models import Practice
from beadwork.web.door import needs
from beadwork.web.plan.forms import WhyForm

LATEST = 30


@needs(Can.ADD_CHILD)
def enquiries(request: HttpRequest) -> HttpResponse:
    """Those that wait, the oldest first; then the latest that are dealt with. And the link to give to families."""
    mine = request.which(Enquiry).select_related("welcomed", "closed_by")
    context = {
        "waiting": mine.waiting().order_by("sent_at"),
        "closed": mine.exclude(closed_at=None).order_by("-closed_at")[:LATEST],
        "practices": request.which(Practice),
    }
    return render(request, "intake/enquiries.html", context)


@needs(Can.ADD_CHILD)
def enquiry(request: HttpRequest, enquiry: UUID) -> HttpResponse:
    """One of them, word for word, and what can be done with it."""
    found = request.find(Enquiry, pk=enquiry)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        try:
            close_enquiry(found, form.cleaned_data["because"], by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("enquiries")
    return render(request, "intake/enquiry.html", {"enquiry": found, "form": form})


@needs(Can.ADD_CHILD)
@require_POST
def enquiry_welcome(request: HttpRequest, enquiry: UUID) -> HttpResponse:
    """The child is added; the words become her first worry."""
    child = welcome(request.find(Enquiry, pk=enquiry), by=request.user, at=request.now)
    return redirect("child", child.slug)
