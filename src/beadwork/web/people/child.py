"""The child's page: who she is, then what is worked on, then what comes next."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from beadwork.evaluation.models import Evaluation
from beadwork.intake.models import Concern, Referral
from beadwork.people.access import Can
from beadwork.people.models import Child, FactKind
from beadwork.people.queries import Around, around
from beadwork.plan.models import Goal, Plan
from beadwork.progress.picture import draw_mini
from beadwork.progress.series import many_series
from beadwork.progress.string import axis_of, beads_of
from beadwork.progress.summary import summary
from beadwork.visits.models import Visit
from beadwork.web.door import needs
from beadwork.web.people.thread import next_step, thread

MINI = 10
KIND_ORDER = (
    FactKind.INTEREST, FactKind.HELPS, FactKind.SENSITIVITY, FactKind.LANGUAGE, FactKind.EQUIPMENT, FactKind.CONDITION,
)  # fmt: skip


@needs(Can.FIND_CHILD)
def child(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything on one screen: for clinicians with the thread of care, for the front desk the people alone."""
    found = request.find(_with_thread(request), slug=slug)
    known = around(found, request.today)
    context = {
        "child": found,
        "age": found.age(request.today),
        "corrected": found.corrected_age(request.today),
        "care": _texts(known, FactKind.ALLERGY, FactKind.PRECAUTION),
        "facts": [(kind.label, texts) for kind in KIND_ORDER if (texts := _texts(known, kind))],
        "guardians": [one for one in known if one.kind == "guardian"],
        "team": [one for one in known if one.kind == "staff"],
        "schools": [one for one in known if one.kind == "school"],
        "may": {can.name: request.access.can(can) for can in Can},
    }
    if found.sees_record:
        context |= {"goals": _goals(found), "thread": thread(found), "step": next_step(found, request.access)}
    return render(request, "people/child.html", context)


def _texts(known: list[Around], *kinds: str) -> list[str]:
    return [one.text for one in known if one.kind in kinds]


def _with_thread(request: HttpRequest) -> QuerySet[Child]:
    """The children this person may find, each with where her thread is, in the same question."""
    of_child = {"child": OuterRef("pk")}
    visits = Visit.objects.filter(**of_child, cancelled_at=None)
    clinical = request.access.children(Can.SEE_RECORD).filter(pk=OuterRef("pk"))
    return request.which(Child).annotate(
        sees_record=Exists(clinical),
        concern=_newest(Concern.objects.filter(**of_child), "-noted_at", "words"),
        referral=_newest(Referral.objects.filter(**of_child), "-noted_at", "referred_on"),
        evaluation=_newest(Evaluation.objects.filter(**of_child), "-started_at", "pk"),
        evaluated_at=_newest(Evaluation.objects.filter(**of_child), "-started_at", "finished_at"),
        draft=_newest(Plan.objects.filter(**of_child, signed_at=None, ended_at=None), "-written_at", "pk"),
        plan_since=_newest(
            Plan.objects.filter(**of_child, signed_at__isnull=False, ended_at=None), "-signed_at", "starts_on"
        ),
        next_visit=_newest(visits.filter(planned_at__gte=request.now, started_at=None), "planned_at", "pk"),
        next_visit_at=_newest(visits.filter(planned_at__gte=request.now, started_at=None), "planned_at", "planned_at"),
        last_visit=_newest(visits.filter(started_at__isnull=False), "-started_at", "pk"),
        last_visit_at=_newest(visits.filter(started_at__isnull=False), "-started_at", "started_at"),
    )  # fmt: skip


def _newest(rows: QuerySet[Any], order: str, field: str) -> Subquery:
    return Subquery(rows.order_by(order).values(field)[:1])


def _goals(found: Child) -> list[dict[str, Any]]:
    """The open goals, each with a small string of beads and the sentence that says how it goes."""
    goals = list(Goal.objects.worked_on().with_beginning().filter(child=found).order_by("written_at", "pk"))
    strings = many_series(goals)
    return [{"goal": goal, **_told(goal, strings[goal.pk])} for goal in goals]


def _told(goal: Goal, series: Any) -> dict[str, Any]:
    axis = axis_of(series.measure)
    beads = beads_of(series)[-MINI:]
    drawn = draw_mini(beads, low=axis.low, high=axis.high, flipped=axis.flipped, most=MINI)
    return {"string": drawn, "says": summary(series, goal.beginning).answer}
