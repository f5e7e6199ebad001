"""Finding activities: words, filters that say how many they leave, and cards."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from beadwork.library.facets import FACETS, HOUSEHOLD, MINUTES
from beadwork.library.finding import index_of
from beadwork.library.own import OwnLibrary
from beadwork.library.search import LONGEST, Found
from beadwork.people.access import Can
from beadwork.web.door import needs
from beadwork.web.library.said import named, own_of, said
from beadwork.web.reviewed import all_reviewed

A_PAGE = 24
LABELS = {
    "age": (_("Age"), _("any age")),
    "area": (_("Area"), _("any area")),
    "setting": (_("Where"), _("anywhere")),
    "minutes": (_("How long"), _("any length")),
    "interest": (_("Likes"), _("any interest")),
    "group": (_("With whom"), _("alone or together")),
    "safe": (_("Not ruled out by"), _("no precaution named")),
    "things": (_("Things"), _("anything")),
}
FIRST = ("age", "area", "setting", "minutes")


@dataclass(frozen=True)
class Option:
    """One choice of a filter and how many activities it would leave."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Filter:
    """One filter as a list to choose from."""

    name: str
    label: str
    everything: str
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        """The option that was chosen."""
        return next((option for option in self.options if option.is_chosen), None)


@needs(Can.USE_LIBRARY)
def library(request: HttpRequest) -> HttpResponse:
    """The activities found, a page at a time, and what else could be asked."""
    own = own_of(request)
    question, chosen = _asked(request)
    found = index_of(own).find(question, chosen)
    page = Paginator(found.items, A_PAGE).get_page(request.GET.get("page"))
    filters = _filters(own, found, chosen)
    context = {
        "question": question,
        "found": found,
        "page": page,
        "cards": [_card(own, one) for one in page],
        "first": filters[: len(FIRST)],
        "more": filters[len(FIRST) :],
        "chosen": [(one, _without(question, chosen, one.name)) for one in filters if one.chosen],
        "query": urlencode({"q": question} | chosen),
        "reviewed": all_reviewed(page),
        "may_add": request.access.can(Can.ADD_TO_LIBRARY),
        "may_keep": request.access.can(Can.KEEP_LIBRARY),
    }
    return render(request, "library/library.html", context)


def _asked(request: HttpRequest) -> tuple[str, dict[str, str]]:
    chosen = {name: request.GET.get(name, "")[:40] for name in FACETS}
    question = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    return question, {name: option for name, option in chosen.items() if option}


def _without(question: str, chosen: dict[str, str], name: str) -> str:
    """The address without one filter."""
    return urlencode({"q": question} | {other: option for other, option in chosen.items() if other != name})


def _filters(own: OwnLibrary, found: Found, chosen: dict[str, str]) -> list[Filter]:
    return [
        Filter(
            name, str(label), str(everything), _options(own, name, found.counts[name], chosen.get(name, ""))
        )
        for name, (label, everything) in LABELS.items()
    ]


def _options(own: OwnLibrary, name: str, counts: dict[str, int], chosen: str) -> list[Option]:
    """In the order of the vocabulary; what would leave nothing is left out, unless it is the one that was chosen."""
    return [
        Option(value, label, counts.get(value, 0), value == chosen)
        for value, label in _choices(own, name)
        if counts.get(value) or value == chosen
    ]


def _choices(own: OwnLibrary, name: str) -> list[tuple[str, str]]:
    if name == "minutes":
        return [
            (str(most), ngettext("%(n)s minute or less", "%(n)s minutes or less", most) % {"n": most})
            for most in MINUTES
        ]
    if name == "things":
        return [(HOUSEHOLD, gettext("only what most homes have"))]
    words = [(one.slug, said(one.name)) for one in own.items(FACETS[name].kind)]
    return sorted(words, key=lambda each: each[1].casefold()) if name in {"interest", "safe"} else words


def _card(own: OwnLibrary, one: object) -> dict[str, object]:
    """One activity as a card shows it."""
    return {
        "slug": one.slug,
        "name": said(one.name),
        "purpose": said(one.purpose),
        "icons": one.icons[:3],
        "minutes": one.minutes,
        "ages": named(own, "age-band", one.ages),
        "areas": named(own, "area", one.areas[:2]),
        "is_own": one.file == "own" and one.passport.licence == "own",
        "is_reviewed": one.is_reviewed,
    }
