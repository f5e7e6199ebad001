"""Who did or read what of a child, when."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beadwork.core.models import Event
from beadwork.people.access import Can
from beadwork.people.models import Child, User
from beadwork.web.door import needs
from beadwork.web.people.event_words import say_event

A_PAGE = 50


@needs(Can.SEE_RECORD)
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Every event of the child, the newest first."""
    child = request.find(Child, slug=slug)
    events = Event.objects.filter(child_id=child.pk, practice_id=child.practice_id).order_by("-seq")
    page = Paginator(events, A_PAGE).get_page(request.GET.get("page"))
    names = dict(User.objects.filter(pk__in={event.by_id for event in page}).values_list("pk", "name"))
    lines = [(event.at, names.get(event.by_id, ""), say_event(event.what)) for event in page]
    return render(request, "people/history.html", {"child": child, "page": page, "lines": lines})
