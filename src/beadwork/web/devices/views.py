"""One's own devices, and for a director those of the practice: what each last sent, and taking its access away."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beadwork.devices.actions import revoke_device
from beadwork.devices.models import Device
from beadwork.people.access import Can
from beadwork.web.door import needs


@needs(Can.BE_SOMEBODY)
@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    """The devices, those in use first."""
    shown = _hers(request).select_related("user").order_by("revoked_at", "-seen_at")
    return render(request, "devices/devices.html", {"devices": shown})


@needs(Can.BE_SOMEBODY)
@require_POST
def revoke(request: HttpRequest, device: UUID) -> HttpResponse:
    """Take a device's access away."""
    found = request.find(_hers(request), pk=device)
    revoke_device(found, by=request.user, at=request.now)
    messages.success(request, _("Its access is taken away."))
    return redirect("devices")


def _hers(request: HttpRequest) -> QuerySet[Device]:
    """Her own, and those of the practices she keeps."""
    return Device.objects.filter(user=request.user) | request.which(Device, Can.KEEP_PRACTICE)
