"""Help with how a child is right now: one tap away from the record screen, and a page of its own.

`response_help` is the whole content of one response for an age, ready for `knowledge/_response.html`, wherever that
is shown.
"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beadwork.knowledge import items
from beadwork.knowledge.kinds.response import Response
from beadwork.library.own import library_of
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.web.ages import age_band
from beadwork.web.door import needs
from beadwork.web.knowledge.words import each_said, name_of, said


@dataclass(frozen=True)
class ResponseHelp:
    """One response in the reader's words: how it looks (at this age first), what helps, when to stop, when to ask."""

    slug: str
    name: str
    is_good: bool
    looks: str
    now: list[str]
    next_time: list[str]
    tell: list[str]
    stop: str
    medical: str
    other_ages: list[tuple[str, str]]
    age: str
    is_reviewed: bool


def response_help(one: Response, band: str = "") -> ResponseHelp:
    """The help for one response; without a band of ages every age is told."""
    by_age = {look.age: said(look.looks) for look in one.by_age}
    others = [(name_of("age-band", age), looks) for age, looks in by_age.items() if age != band]
    return ResponseHelp(
        slug=one.slug, name=said(one.name), is_good=one.mood == "good", looks=by_age.get(band, said(one.looks)),
        now=each_said(one.now), next_time=each_said(one.next_time), tell=each_said(one.tell), stop=said(one.stop),
        medical=said(one.medical), other_ages=others, age=name_of("age-band", band) if band in by_age else "",
        is_reviewed=one.is_reviewed,
    )  # fmt: skip


@needs(Can.RECORD_VISIT)
@require_safe
def response(request: HttpRequest, response: str) -> HttpResponse:
    """One response; `?child=` says for whom, so that her age comes first. The others are one tap away."""
    slug = request.GET.get("child", "")
    child = request.find(request.which(Child).select_related("practice"), slug=slug) if slug else None
    every = library_of(child.practice).items("response") if child else items("response")
    one = next((one for one in every if one.slug == response), None)
    if one is None:
        raise Http404
    band = age_band(child, request.today) if child else ""
    context: dict[str, Any] = {
        "help": response_help(one, band), "child": child, "others": [(other.slug, said(other.name)) for other in every],
    }  # fmt: skip
    return render(request, "knowledge/response.html", context)
