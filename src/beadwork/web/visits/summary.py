"""What was recorded in a visit, goal by goal: counted, with the help told beside the result."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beadwork.knowledge import item
from beadwork.plan.models import Goal, SupportLevel
from beadwork.plan.models.scale import Scale
from beadwork.visits.journal import Line, journal
from beadwork.visits.models import Visit
from beadwork.web.visits.cards import dot, fill_of
from beadwork.web.visits.record import FEELING_ICONS

MOST_RESULTS = 6


@dataclass(frozen=True)
class Told:
    """One attempt in words, with its dot."""

    line: Line
    dot: str
    result: str
    support: SupportLevel


@dataclass(frozen=True)
class GoalTold:
    """One goal's attempts of the visit."""

    goal: Goal
    attempts: list[Told]

    @property
    def result(self) -> str:
        """The sentence for the card: how many tries, and how they went."""
        count = len(self.attempts)
        tries = ngettext("%(count)d try", "%(count)d tries", count) % {"count": count}
        if self.goal.scale == Scale.ACCURACY:
            done = sum(bool(told.line.success) for told in self.attempts)
            return _("%(tries)s, %(done)d worked") % {"tries": tries, "done": done}
        results = [told.result for told in self.attempts if told.result]
        return ": ".join([tries, " · ".join(results[-MOST_RESULTS:])]) if results else tries

    @property
    def help(self) -> str:
        """How often with which help, least help first."""
        counts = Counter(told.support for told in self.attempts)
        ordered = sorted(counts.items(), key=lambda pair: -pair[0].rank)
        return ", ".join(f"{level.name} {count}×" for level, count in ordered)


def summary(visit: Visit, request: HttpRequest) -> dict[str, Any]:
    """Goals, responses, activities and remarks of a visit, for its page."""
    lines = journal(visit.occasion_id) if visit.occasion_id else []
    kinds = {
        what: [line for line in lines if line.what == what] for what in ("response", "remark", "activity")
    }
    return {
        "goals": _goals(visit, [line for line in lines if line.what == "attempt"]),
        "responses": [_response(line, request.LANGUAGE_CODE) for line in kinds["response"]],
        "remarks": kinds["remark"],
        "activities": kinds["activity"],
        "activity_minutes": sum(line.number for line in kinds["activity"]),
        "is_empty": not lines,
    }


def _goals(visit: Visit, lines: list[Line]) -> list[GoalTold]:
    wanted = {line.goal_id for line in lines}
    goals = Goal.objects.filter(pk__in=wanted).select_related("ladder")
    goals = goals.prefetch_related("ladder__levels", "points").order_by("written_at", "name")
    return [_goal(goal, [line for line in lines if line.goal_id == goal.pk]) for goal in goals if lines]


def _goal(goal: Goal, lines: list[Line]) -> GoalTold:
    levels = list(goal.ladder.levels.all())
    fills = {level.pk: fill_of(n, len(levels)) for n, level in enumerate(levels)}
    by_id = {level.pk: level for level in levels}
    told = [Told(line, dot(line, fills), in_words(goal, line), by_id[line.support_id]) for line in lines]  # type: ignore[index]
    return GoalTold(goal, told)


def in_words(goal: Goal, line: Line) -> str:
    """The result of one attempt: never a bare number without what it counts."""
    value = f"{line.value:g}" if line.value is not None else ""
    match goal.scale:
        case Scale.ACCURACY:
            return _("got it") if line.success else _("not yet")
        case Scale.STEPS:
            return _("%(done)s of %(all)d steps") % {"done": value, "all": len(goal.points.all())}
        case Scale.ATTAINMENT:
            return next((str(point) for point in goal.points.all() if point.value == line.value), value)
        case Scale.SUPPORT:
            return ""
        case Scale.DURATION | Scale.LATENCY:
            return _("%(value)s seconds") % {"value": value}
    return f"{value} {goal.unit}".strip()


def _response(line: Line, language: str) -> dict[str, Any]:
    known = item("response", line.words)
    return {
        "line": line,
        "name": known.in_words(language),
        "icon": FEELING_ICONS[line.words],
        "is_good": known.mood == "good",
        "strength": {1: _("a little"), 2: _("clearly"), 3: _("strongly")}[line.number],
    }
