"""How this door answers: JSON always, problems in words, and to who is signed out whether the device was revoked."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from beadwork.core.problems import Problem
from beadwork.devices.models import Device
from beadwork.devices.problems import TOO_MUCH, UNKNOWN_DEVICE, UNREADABLE_ENVELOPE
from beadwork.devices.wire import MOST_ENTRIES
from beadwork.people.access import Can
from beadwork.people.problems import NOT_YOURS

View = Callable[..., HttpResponse]


def needs(can: Can) -> Callable[[View], View]:
    """Declare what a view needs. Signed out: 401, and nothing is lost. Without a hat that opens it: 404."""

    def declare(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest) -> HttpResponse:
            if not request.user.is_authenticated:
                return _signed_out(request)
            try:
                if not request.access.can(can):
                    raise NOT_YOURS()
                return view(request)
            except Problem as problem:
                return JsonResponse({"problem": in_words(problem)}, status=problem.kind.status)

        checked.needs = can
        return checked

    return declare


def in_words(problem: Problem) -> dict[str, str]:
    """A problem as the tablet shows it."""
    return {"code": problem.code, "what": problem.what, "kept": problem.kept, "todo": problem.todo}


def body_of(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that was sent, or a problem that says why it is none."""
    try:
        said = json.loads(request.body, parse_constant=_no_number)
    except RequestDataTooBig as error:
        raise TOO_MUCH(most=MOST_ENTRIES) from error
    except (ValueError, RecursionError) as error:
        raise UNREADABLE_ENVELOPE(field="JSON") from error
    if not isinstance(said, dict):
        raise UNREADABLE_ENVELOPE(field="JSON")
    return said


def _no_number(name: str) -> float:
    raise ValueError(name)


def device_of(request: HttpRequest, id: Any) -> Device:
    """The device of this person that is named, or the problem that there is none."""
    device = _device(id)
    if device is None or device.user_id != request.user.pk:
        raise UNKNOWN_DEVICE()
    return device


def _device(id: Any) -> Device | None:
    try:
        return Device.objects.filter(pk=UUID(id)).first()
    except (ValueError, TypeError, AttributeError):
        return None


def _signed_out(request: HttpRequest) -> HttpResponse:
    """Nothing about anybody but this: whether the device that asks was revoked. Its id is known to itself alone."""
    device = _device(request.GET.get("device") or _named_in_body(request))
    words = {
        "code": "BW-401",
        "what": _("You are signed out."),
        "kept": _("What is on the device stays there."),
        "todo": _("Sign in, then everything is sent."),
    }
    return JsonResponse({"problem": words, "revoked": device is not None and device.is_revoked}, status=401)


def _named_in_body(request: HttpRequest) -> Any:
    try:
        return body_of(request).get("device")
    except Problem:
        return None
