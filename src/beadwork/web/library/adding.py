"""Adding an activity of one's own: what is needed first, the rest another day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from beadwork.core.problems import Problem
from beadwork.library.actions import add
from beadwork.people.access import Can
from beadwork.web.door import needs
from beadwork.web.library.forms import AddForm
from beadwork.web.library.said import here, library_of


@needs(Can.ADD_TO_LIBRARY)
def new(request: HttpRequest) -> HttpResponse:
    """Add an activity to the practice's library."""
    practice = here(request)
    form = AddForm(request.POST or None, own=library_of(practice))
    if form.is_valid():
        try:
            made = add(practice, form.entry(), id=form.cleaned_data["id"], by=request.user, at=request.now)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(
                request, gettext("It is in the library. It says that nobody licensed has reviewed it yet.")
            )
            return redirect("activity", made.slug)
    return render(request, "library/new.html", {"form": form})
