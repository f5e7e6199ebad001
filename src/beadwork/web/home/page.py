"""What is on a child's family page: gathered in few queries, and only what this guardian's rights open."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.safestring import SafeString

from beadwork.evaluation.models import Evaluation
from beadwork.home.actions import DAYS_BACK
from beadwork.home.models import HomeDay, Routine
from beadwork.people.access import Can
from beadwork.people.models import Child
from beadwork.plan.models import Goal, GoalVersion, Plan
from beadwork.plan.models.ladder import in_language
from beadwork.progress.picture import draw_mini
from beadwork.progress.series import Series, many_series
from beadwork.progress.string import beads_of
from beadwork.progress.summary import summary
from beadwork.record.models import Remark
from beadwork.talk.queries import unread_messages
from beadwork.visits.models import Visit

RIGHTS = {
    "may_see": Can.SEE_FAMILY,
    "may_practise": Can.PRACTISE,
    "may_talk": Can.TALK,
    "may_decide": Can.DECIDE,
}


def own_children(request: HttpRequest) -> QuerySet[Child]:
    """The children this guardian has any right for, each with `may_…` flags and her count of `new_messages`."""
    flags = {
        name: Exists(request.which(Child, can).filter(pk=OuterRef("pk"))) for name, can in RIGHTS.items()
    }
    opened = Q(may_see=True) | Q(may_practise=True) | Q(may_decide=True)
    if not request.access.can(
        Can.FIND_CHILD
    ):  # staff who are parents too talk about their patients elsewhere
        opened |= Q(may_talk=True)
    return (
        Child.objects.annotate(**flags, new_messages=_new_messages(request))
        .filter(opened)
        .order_by("given_name")
    )


def _new_messages(request: HttpRequest) -> Subquery:
    new = unread_messages(request.user).filter(child=OuterRef("pk")).order_by()
    return Subquery(new.values("child").annotate(count=Count("pk")).values("count"))


def with_news(request: HttpRequest) -> QuerySet[Child]:
    """Own children with what is worth a card: the last shared remark, the next visit, a plan to agree to."""
    said = Remark.objects.standing().filter(child=OuterRef("pk"), for_family=True).order_by("-at")
    said = said.filter(Q(goal=None) | Q(goal__shared_at__isnull=False))
    to_come = {"cancelled_at": None, "started_at": None, "planned_at__gte": request.now}
    visits = Visit.objects.filter(child=OuterRef("pk"), **to_come).order_by("planned_at")
    plans = Plan.objects.filter(child=OuterRef("pk"), signed_at__isnull=False, ended_at=None)
    waiting = plans.exclude(agreements__caregiver__user=request.user)
    return own_children(request).annotate(
        remark=_first(said, "text"),
        remark_by=_first(said, "by__name"),
        remark_at=_first(said, "at"),
        visit_at=_first(visits, "planned_at"),
        visit_place=_first(visits, "place"),
        plan_waiting=Exists(waiting),
        is_new=~Exists(Evaluation.objects.filter(child=OuterRef("pk"))),
    )


def _first(rows: QuerySet[Any], field: str) -> Subquery:
    return Subquery(rows.values(field)[:1])


def routines_of(request: HttpRequest, child: Child) -> QuerySet[Routine]:
    """Routines a guardian can practise now, each with `told`: her own answer for today (True, False, or None)."""
    own = HomeDay.objects.filter(routine=OuterRef("pk"), caregiver__user=request.user, on=request.today)
    shared = child.routines.filter(ended_at=None, goal__shared_at__isnull=False, goal__closed_at=None)
    return shared.annotate(told=_first(own, "done")).select_related("goal").order_by("shared_at", "pk")


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal in the family's words, with its last beads and one sentence."""

    goal: Goal
    words: str
    beads: SafeString
    sentence: str


def goal_cards(request: HttpRequest, child: Child) -> list[GoalCard]:
    """What we work on: the goals shared with the family that are open."""
    shared = child.goals.shared().open().with_beginning().annotate(**_words(request.today))
    goals = list(shared.order_by("written_at"))
    strings = many_series(goals, for_family=True) if goals else {}
    return [_card(goal, strings[goal.pk]) for goal in goals]


def _words(on: date) -> dict[str, Subquery]:
    """Today's words of a goal, in the goals' own query."""
    now = GoalVersion.objects.filter(goal=OuterRef("pk"), effective_on__lte=on).order_by("-number")
    return {"words_en": _first(now, "family_words_en"), "words_es": _first(now, "family_words_es")}


def _card(goal: Any, series: Series) -> GoalCard:
    words = in_language(goal.words_en or "", goal.words_es or "")
    return GoalCard(goal, words, mini(series), summary(series, goal.beginning, family=True).answer)


def mini(series: Series) -> SafeString:
    """The last beads of a string, small; nothing where there are none."""
    scale = series.measure
    if not series.points:
        return SafeString("")
    return draw_mini(beads_of(series), low=scale.low, high=scale.high, flipped=scale.is_lower_better)


def days_back(request: HttpRequest) -> list[date]:
    """The days that can still be told, today first."""
    return [request.today - timedelta(days=back) for back in range(DAYS_BACK + 1)]
