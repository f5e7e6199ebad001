"""One conversation a child: the same page for clinicians and for the family, in each one's frame."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.talk.actions import mark_read, send_message
from beadwork.talk.models import Message
from beadwork.talk.queries import conversation, people_in
from beadwork.web.door import needs
from beadwork.web.talk.forms import MessageForm


@needs(Can.TALK)
def talk(request: HttpRequest, slug: str) -> HttpResponse:
    """The conversation for those who work with the child."""
    return _page(request, slug, "talk")


@needs(Can.TALK)
def family_talk(request: HttpRequest, slug: str) -> HttpResponse:
    """The conversation for the family."""
    return _page(request, slug, "family-talk")


def _page(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    child = request.which(Child).filter(slug=slug).first()
    if child is None:
        raise Http404
    form = MessageForm(request.POST or None, initial={"id": new_id()})
    if form.is_valid() and _sent(request, child, form):
        return redirect(name, slug)
    return render(request, "talk/conversation.html", _shown(request, child) | {"form": form, "here": name})


def _sent(request: HttpRequest, child: Child, form: MessageForm) -> bool:
    try:
        send_message(child, **form.cleaned_data, by=request.user, at=request.now)
    except Problem as problem:
        form.add_error("text", f"{problem.what} {problem.todo}")
        return False
    return True


def _shown(request: HttpRequest, child: Child) -> dict[str, object]:
    """What is on the page, the newest last; showing it is reading it, in one event."""
    messages, older = conversation(child, before=_before(request, child))
    new = {message.pk for message in messages if message.is_new_to(request.user)}
    if request.method == "GET":
        mark_read(child, by=request.user, at=request.now, messages=messages)
    people = people_in(child, at=request.now)
    return {"child": child, "said": messages, "older": older, "new": new, "people": people}


def _before(request: HttpRequest, child: Child) -> Message | None:
    """The message before which to begin, where the address names one of this child's."""
    try:
        return Message.objects.filter(child=child, pk=UUID(request.GET["before"])).first()
    except (KeyError, ValueError):
        return None
