"""What families read before a visit and when something worries them, in their words and for their child's age."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beadwork.evaluation.models import Evaluation
from beadwork.knowledge.kinds.family import Call, Ready
from beadwork.library.own import library_of
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.web.ages import age_band
from beadwork.web.door import needs
from beadwork.web.home.page import own_children
from beadwork.web.knowledge.words import each_said, family_name, name_of, said
from beadwork.web.reviewed import all_reviewed

FIRST = "first-visit"
SOONEST = ("now", "today", "this-week", "next-visit")


@dataclass(frozen=True)
class Moment:
    """What to expect at one moment, and how to get ready."""

    slug: str
    name: str
    body: list[str]
    bring: list[str]
    ask: list[str]
    is_next: bool


@needs(Can.SEE_FAMILY)
@require_safe
def family_ready(request: HttpRequest, slug: str) -> HttpResponse:
    """Every moment of care; before the evaluation the first visit stands open at the top."""
    child = request.find(own_children(request), slug=slug, may_see=True)
    is_new = is_before_evaluation(child)
    found: tuple[Ready, ...] = library_of(child.practice).items("ready")
    moments = [_moment(one, is_next=is_new and one.moment == FIRST) for one in found]
    context = {"child": child, "moments": moments, "reviewed": all_reviewed(found)}
    return render(request, "knowledge/ready.html", context)


def is_before_evaluation(child: Child) -> bool:
    """Whether the first visit is still to come."""
    return not Evaluation.objects.filter(child=child).exists()


def _moment(one: Ready, *, is_next: bool) -> Moment:
    return Moment(
        slug=one.slug, name=said(one.name), body=each_said(one.body), bring=each_said(one.bring),
        ask=each_said(one.ask), is_next=is_next,
    )  # fmt: skip


@dataclass(frozen=True)
class WhenToCall:
    """Something worth a call: what is seen, what to do now, whom to call and how soon, and what is done then."""

    name: str
    seen: list[str]
    now: list[str]
    whom: str
    soon: str
    urgency: str
    then: list[str]


@needs(Can.SEE_FAMILY)
@require_safe
def family_call(request: HttpRequest, slug: str) -> HttpResponse:
    """What to call about at the child's age, the most urgent first."""
    child = request.find(own_children(request), slug=slug, may_see=True)
    band = age_band(child, request.today)
    found: list[Call] = [one for one in library_of(child.practice).items("call") if band in one.ages]
    calls = [_call(one) for one in sorted(found, key=lambda one: SOONEST.index(one.urgency))]
    context = {"child": child, "calls": calls, "reviewed": all_reviewed(found)}
    return render(request, "knowledge/call.html", context)


def _call(one: Call) -> WhenToCall:
    return WhenToCall(
        name=family_name(one), seen=each_said(one.seen), now=each_said(one.now), whom=name_of("goes-to", one.goes_to),
        soon=name_of("urgency", one.urgency), urgency=one.urgency, then=each_said(one.therapist),
    )  # fmt: skip
