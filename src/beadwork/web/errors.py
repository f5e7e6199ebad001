"""Pages for what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before the last sign-in, or from another tab: nothing was saved, and the way back is named."""
    return render(request, "403_csrf.html", {"back": request.path}, status=403)
