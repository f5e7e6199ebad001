"""Which files the recording screen is made of, and a version that changes when any of them does."""

import hashlib
import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse

from beadwork.web.capture.words import catalogue

ENTRY = "js/capture/main.js"
SHEET = "css/capture.css"
NAMED = (
    ENTRY, SHEET, "img/icons.svg", "img/favicon.svg", "img/caret.svg",
    "fonts/atkinson-latin-400.woff2", "fonts/atkinson-latin-700.woff2",
)  # fmt: skip
"""Files that are asked for by their hashed name."""


def modules() -> list[str]:
    """The script's parts."""
    names = sorted(path.name for path in _source().glob("js/capture/*.js"))
    return [static(f"js/capture/{name}") for name in names if not ENTRY.endswith(f"/{name}")]


@cache
def files() -> list[str]:
    """Every address that the worker keeps: the page and its static files, nothing about anybody."""
    return [reverse("capture"), *(static(name) for name in (*NAMED, *_sheets())), *modules()]


def _sheets() -> list[str]:
    """What the style sheet is put together from."""
    text = (_source() / SHEET).read_text(encoding="utf-8")
    return [f"css/{name}" for name in re.findall(r'@import url\("([^"]+)"\)', text)]


@cache
def version() -> str:
    """A mark of the content of every file, of the page and of its words."""
    mark = hashlib.sha256(repr((files(), catalogue(), worker())).encode())
    mark.update(Path(get_template("capture/shell.html").origin.name).read_bytes())
    for path in sorted(_source().glob("js/capture/*.js")):
        mark.update(path.read_bytes())
    return mark.hexdigest()[:16]


@cache
def worker() -> str:
    """What the worker does, without its list."""
    return (_source() / "js" / "capture-worker.js").read_text(encoding="utf-8")


def _source() -> Path:
    return Path(settings.SOURCE) / "web" / "static"
