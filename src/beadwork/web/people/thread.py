"""Where a child's thread is, and the one step that comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from beadwork.people.access import Access, Can


@dataclass(frozen=True)
class Step:
    """One station of the thread: what it is called, where it leads, when it was reached (None: not yet)."""

    label: str
    url: str
    on: date | datetime | None
    done: bool


def thread(child: Any) -> list[Step]:
    """The stations, for a child that carries where she is (see `child._with_thread`)."""
    slug = child.slug
    evaluation = _url("evaluation", child.evaluation) if child.evaluation else _url("evaluation-start", slug)
    return [
        Step(_("Worry"), _url("concern-new", slug), None, bool(child.concern)),
        Step(_("Referral"), _url("referral-new", slug), child.referral, child.referral is not None),
        Step(_("Evaluation"), evaluation, child.evaluated_at, child.evaluated_at is not None),
        Step(_("Plan"), _url("plan", slug), child.plan_since, child.plan_since is not None),
        Step(_("Visits"), _url("visit-plan", slug), child.last_visit_at, child.last_visit_at is not None),
    ]


def next_step(child: Any, access: Access) -> tuple[str, str] | None:
    """The one button: (verb, address), for whoever may do it. A station that was left out is not asked for again."""
    can, label, name, argument = _next(child)
    return (label, _url(name, argument)) if access.can(can) else None


def _next(child: Any) -> tuple[Can, str, str, Any]:
    slug = child.slug
    stations = [
        (child.next_visit, Can.RECORD_VISIT, _("Open the next visit"), "visit", child.next_visit),
        (child.plan_since, Can.BOOK, _("Plan a visit"), "visit-plan", slug),
        (child.draft, Can.PLAN, _("Go on with the plan"), "plan", slug),
        (child.evaluated_at, Can.PLAN, _("Write the plan"), "plan-new", slug),
        (child.evaluation, Can.EVALUATE, _("Go on with the evaluation"), "evaluation", child.evaluation),
        (child.referral, Can.EVALUATE, _("Start the evaluation"), "evaluation-start", slug),
        (child.concern, Can.KEEP_RECORD, _("Add a referral"), "referral-new", slug),
        (True, Can.KEEP_RECORD, _("Note a worry"), "concern-new", slug),
    ]
    return next(station[1:] for station in stations if station[0])


def _url(name: str, argument: Any) -> str:
    """The address of a page."""
    try:
        return reverse(name, args=[argument])
    except NoReverseMatch:
        return ""
