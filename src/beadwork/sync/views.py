"""What a tablet asks: who am I, this is me, what do I need for the next days, and here is what was recorded."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_POST, require_safe

from beadwork.devices.actions import note_wiped, receive, register_device
from beadwork.devices.models import Device
from beadwork.devices.outcome import Outcome
from beadwork.devices.problems import (
    REVOKED,
    SOMEBODY_ELSE_IS_SIGNED_IN,
    UNREADABLE_ENTRY,
    UNREADABLE_ENVELOPE,
)
from beadwork.devices.wire import Entry, Envelope, Unreadable, own_id, read_envelope
from beadwork.people.access import Can
from beadwork.sync.days import days_of, note_read, version_of
from beadwork.sync.door import body_of, device_of, in_words, needs


@require_safe
@needs(Can.BE_SOMEBODY)
def hello(request: HttpRequest) -> HttpResponse:
    """Who is signed in, and what time it is."""
    get_token(request)
    return JsonResponse({"now": request.now.isoformat(), "who": who(request)})


def who(request: HttpRequest) -> dict[str, str]:
    """The person who is signed in."""
    user = request.user
    return {"id": str(user.pk), "name": user.name, "language": user.language, "theme": user.theme}


@require_POST
@needs(Can.RECORD_VISIT)
def device(request: HttpRequest) -> HttpResponse:
    """Register this browser for this person."""
    said = body_of(request)
    try:
        id = own_id(said.get("id"))
    except (ValueError, TypeError) as error:
        raise UNREADABLE_ENVELOPE(field="id") from error
    name = said.get("name")
    mine = register_device(id, name if isinstance(name, str) else "", by=request.user, at=request.now)
    told = {"id": str(mine.pk), "name": mine.name, "registered_at": mine.registered_at.isoformat()}
    return JsonResponse(told | {"revoked": mine.is_revoked})


@require_safe
@needs(Can.RECORD_VISIT)
def days(request: HttpRequest) -> HttpResponse:
    """What this person needs to record today and in the next three days."""
    if not request.GET.get("device"):
        raise UNREADABLE_ENVELOPE(field="device")
    if device_of(request, request.GET["device"]).is_revoked:
        raise REVOKED()
    get_token(request)
    content = days_of(request.access, request.today, request.now) | {"who": who(request)}
    version = version_of(content)
    if request.headers.get("If-None-Match") == f'"{version}"':
        return HttpResponseNotModified(headers={"ETag": f'"{version}"'})
    note_read(request.user, content, request.now)
    answer = {"version": version, "now": request.now.isoformat(), **content}
    return JsonResponse(answer, headers={"ETag": f'"{version}"'})


@require_POST
@needs(Can.BE_SOMEBODY)
def envelope(request: HttpRequest) -> HttpResponse:
    """Take entries in and give a receipt for each."""
    try:
        sent = read_envelope(body_of(request))
    except Unreadable as error:
        raise UNREADABLE_ENVELOPE(field=str(error)) from error
    sender = device_of(request, str(sent.device_id))
    if sent.who != request.user.pk:
        raise SOMEBODY_ELSE_IS_SIGNED_IN()
    receipts = _receipts(request, sender, sent)
    sender.refresh_from_db()
    wipe = sender.is_revoked and not sent.left and all(one["state"] != "waits" for one in receipts)
    if wipe:
        note_wiped(sender, by=request.user, at=request.now)
    told = {"received_at": request.now.isoformat(), "ahead": sender.ahead, "revoked": sender.is_revoked}
    return JsonResponse(told | {"wipe": wipe, "receipts": receipts})


def _receipts(request: HttpRequest, sender: Device, sent: Envelope) -> list[dict[str, Any]]:
    """What became of each entry, in the order they came."""
    entries = [one for _id, one in sent.entries if isinstance(one, Entry)]
    outcomes = receive(sender, entries, sent_at=sent.sent_at, by=request.user, at=request.now)
    return [
        _receipt(id, outcomes[one.id, one.digest])
        if isinstance(one, Entry)
        else _receipt(id, Outcome("refused", UNREADABLE_ENTRY(field=str(one))))
        for id, one in sent.entries
    ]


def _receipt(id: str, outcome: Outcome) -> dict[str, Any]:
    problem = outcome.problem and in_words(outcome.problem)
    reason = " ".join([problem["what"], problem["kept"], problem["todo"]]) if problem else ""
    return {
        "id": id, "state": outcome.state, "final": outcome.final,
        "code": problem["code"] if problem else "", "reason": reason,
    }  # fmt: skip
