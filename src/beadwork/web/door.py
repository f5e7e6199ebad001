"""What every view declares (`@needs`) and how it finds its things: closed unless opened, and every read an event."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from beadwork.core.events import record_event
from beadwork.people.access import Can

View = Callable[..., HttpResponse]


def needs(can: Can) -> Callable[[View], View]:
    """Declare what a view needs. Signed out: to the sign-in page. Without a hat that opens it: 404."""

    def declare(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.access.can(can):
                raise Http404
            request.can = can
            return view(request, *args, **kwargs)

        checked.needs = can
        return checked

    return declare


def public(view: View) -> View:
    """Declare that a view is for everybody, signed in or not, and shows nothing about anyone."""
    view.needs = None
    return view


class Finder:
    """Finds things for one request, through the access rule and nothing else."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def which(self, model: type[Model], can: Can | None = None) -> QuerySet[Any]:
        """The rows of a model that this person may use in this view."""
        return self.request.access.which(can or self.request.can, model)

    def find(self, model: type[Model] | QuerySet[Any], **by: Any) -> Any:
        """One thing, or 404 for whoever may not see it. Reading something of a child is an event."""
        rows = self.which(model) if isinstance(model, type) else model
        thing = rows.filter(**by).first()
        if thing is None:
            raise Http404
        if self.request.method in {"GET", "HEAD"}:
            note_read(self.request, thing)
        return thing


def note_read(request: HttpRequest, thing: Model, **data: Any) -> None:
    """Write down who read what of which child."""
    with transaction.atomic():
        record_event(f"{thing._meta.model_name}.read", by=request.user, about=thing, at=request.now, **data)
