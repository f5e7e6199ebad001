"""The shell of the recording screen: the same bytes for everybody, so that a tablet may keep them."""

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_safe

from beadwork.people.access import Can
from beadwork.web.capture import shell
from beadwork.web.capture.words import catalogue
from beadwork.web.door import needs, public

ICONS = {"img/capture-192.png": "192x192", "img/capture-512.png": "512x512"}


@needs(Can.RECORD_VISIT)
@require_safe
@cache_control(private=True, no_cache=True)
@etag(lambda _request: f'"{shell.version()}"')
def capture(request: HttpRequest) -> HttpResponse:
    """The page; who is signed in and whom she sees, it asks of `/sync/` and of its own memory."""
    return render(request, "capture/shell.html", {"words": catalogue(), "modules": shell.modules()})


@public
@require_safe
def worker(_request: HttpRequest) -> HttpResponse:
    """The service worker, with the list of the shell's files and a version made of their content."""
    files = json.dumps(shell.files())
    text = f"const VERSION = {json.dumps(shell.version())};\nconst FILES = {files};\n{shell.worker()}"
    return HttpResponse(text, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


@public
@require_safe
def manifest(_request: HttpRequest) -> HttpResponse:
    """What a tablet needs to install the screen."""
    told = {
        "id": reverse("capture"), "start_url": reverse("capture"), "scope": reverse("capture"),
        "name": "Beadwork", "short_name": "Beadwork", "description": _("Record a visit, with or without network."),
        "display": "standalone", "background_color": "#faf4e8", "theme_color": "#faf4e8",
        "icons": [
            {"src": static(src), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for src, sizes in ICONS.items() for purpose in ("any", "maskable")
        ],
    }  # fmt: skip
    return JsonResponse(told, content_type="application/manifest+json")
