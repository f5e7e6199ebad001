"""All components on one page, in the look and the direction one wants to see them in."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from beadwork.web.door import public
from beadwork.web.gallery.samples import FACES, ICONS, PROBLEM, SampleForm
from beadwork.web.gallery.strings import minis, strings

LOOKS = ("light", "dark")
DIRECTIONS = ("ltr", "rtl")


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Everything screens are made of. `?look=dark&direction=rtl` shows it otherwise."""
    look, direction = _one_of(request, "look", LOOKS), _one_of(request, "direction", DIRECTIONS)
    context = {
        "theme": look, "direction": direction, "looks": _looks(look, direction),
        "directions": _directions(look, direction), "strings": strings(), "minis": minis(), "icons": ICONS,
        "faces": FACES,
        "form": SampleForm(), "wrong": SampleForm({"number": "11"}), "problem": PROBLEM,
        "pages": Paginator(range(9), 3).page(2),
    }  # fmt: skip
    return render(request, "gallery/gallery.html", context)


def _one_of(request: HttpRequest, name: str, known: tuple[str, ...]) -> str:
    """What was asked for, or nothing: then the browser's look and the language's direction."""
    asked = request.GET.get(name, "")
    return asked if asked in known else ""


def _looks(look: str, direction: str) -> list[dict[str, object]]:
    words = [("", _("As the device wants")), ("light", _("Light")), ("dark", _("Dark"))]
    return [_tab(label, value, direction, current=value == look) for value, label in words]


def _directions(look: str, direction: str) -> list[dict[str, object]]:
    words = [("", _("As the language wants")), ("ltr", _("Left to right")), ("rtl", _("Right to left"))]
    return [_tab(label, look, value, current=value == direction) for value, label in words]


def _tab(label: str, look: str, direction: str, *, current: bool) -> dict[str, object]:
    return {"label": label, "url": f"?look={look}&direction={direction}", "current": current}
