"""Pages for what went wrong."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before the last sign-in, or from another tab: nothing was saved, and the way back is named."""
    if request.headers.get("Accept") == "application/json":
        words = {"code": "BW-403", "what": _("The page is from before the last sign-in.")}
        words |= {"kept": _("Nothing was saved."), "todo": _("Send it again.")}
        return JsonResponse({"problem": words}, status=403)
    return render(request, "403_csrf.html", {"back": request.path}, status=403)
