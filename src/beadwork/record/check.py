"""What may be recorded: the entry fits its goal, its scale and its ladder."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import prefetch_related_objects

from beadwork.knowledge import items
from beadwork.plan.models import Goal, SupportLevel
from beadwork.plan.models.scale import Scale
from beadwork.record.models import Asked, Occasion
from beadwork.record.new import NewAttempt, NewCheckIn, NewRemark, NewResponse, NewSecond
from beadwork.record.problems import (
    GOAL_CLOSED,
    GOAL_OF_ANOTHER_CHILD,
    LEVEL_NOT_WHOLE,
    LEVEL_OFF_SCALE,
    NOTHING_SAID,
    OTHER_SCALE,
    PLAN_NOT_OPEN,
    STEPS_MISCOUNTED,
    STRENGTH_OFF,
    SUPPORT_IS_THE_LEVEL,
    SUPPORT_OFF_LADDER,
    TEXT_TOO_LONG,
    UNKNOWN_ANSWER,
    UNKNOWN_RESPONSE,
    UNKNOWN_STEPS,
)

Tried = NewAttempt | NewSecond
ANSWER = re.compile(r"[a-z0-9-]{1,40}")
WHOLE = {Scale.STEPS, Scale.COUNT, Scale.ATTAINMENT, Scale.SUPPORT}


def check_attempts(occasion: Occasion, news: Sequence[Tried]) -> None:
    """Refuse attempts at another child's goal, at a goal that is not open, off its scale or off its ladder."""
    for new, goal in check_answers(occasion, news):
        if new.supersedes_id is None:
            check_open(goal, new.at)


def check_answers(occasion: Occasion, news: Sequence[Tried]) -> list[tuple[Tried, Goal]]:
    """The same, of goals open or closed: for what somebody reviewed. Each entry with its goal."""
    goals = {goal.pk: goal for goal in _goals(occasion, {new.goal_id for new in news})}
    levels = SupportLevel.objects.in_bulk({new.support_id for new in news})
    pairs = [(new, _own(goals, new.goal_id)) for new in news]
    for new, goal in pairs:
        _check_answer(new, goal, _rung(goal, levels.get(new.support_id)))
    return pairs


def check_seconds(occasion: Occasion, news: Sequence[NewSecond]) -> None:
    """Refuse what a second observer cannot have seen: it has to fit the goal as an attempt does."""
    check_attempts(occasion, news)
    for new in news:
        check_length(new.observer, 60)


def check_check_ins(occasion: Occasion, news: Sequence[NewCheckIn]) -> None:
    """Refuse answers to questions we do not ask, and answers that are no slug."""
    for new in news:
        if new.asked not in Asked.values or not ANSWER.fullmatch(new.answer):
            raise UNKNOWN_ANSWER(asked=new.asked[:40], answer=new.answer[:40])
        check_length(new.about, 120)


def _goals(occasion: Occasion, ids: set[UUID]) -> Sequence[Goal]:
    goals = list(Goal.objects.filter(child_id=occasion.child_id, pk__in=ids).select_related("plan"))
    prefetch_related_objects([goal for goal in goals if goal.scale == Scale.STEPS], "points")
    return goals


def _own(goals: dict[UUID, Goal], id: UUID) -> Goal:
    if id not in goals:
        raise GOAL_OF_ANOTHER_CHILD()
    return goals[id]


def check_open(goal: Goal, at: datetime) -> None:
    """Refuse a new entry on a goal that was closed, or whose plan was not open, at that time."""
    if goal.closed_at is not None and at >= goal.closed_at:
        raise GOAL_CLOSED(goal=goal)
    plan = goal.plan
    if plan.signed_at is None or (plan.ended_at is not None and at >= plan.ended_at):
        raise PLAN_NOT_OPEN(goal=goal)


def _rung(goal: Goal, level: SupportLevel | None) -> SupportLevel:
    if level is None or level.ladder_id != goal.ladder_id:
        raise SUPPORT_OFF_LADDER(goal=goal)
    return level


def _check_answer(new: Tried, goal: Goal, level: SupportLevel) -> None:
    """Accuracy takes a yes or no; every other scale takes a number on it, and only steps take steps."""
    by_success = goal.scale == Scale.ACCURACY
    has_its_answer = (new.success is not None) == by_success and (new.value is None) == by_success
    if not has_its_answer or (new.steps_done and goal.scale != Scale.STEPS):
        raise OTHER_SCALE(goal=goal, scale=goal.get_scale_display())
    if new.value is not None:
        _check_value(new.value, goal)
    if goal.scale == Scale.STEPS:
        _check_steps(new, goal)
    if goal.scale == Scale.SUPPORT and new.value != level.rank:
        raise SUPPORT_IS_THE_LEVEL(goal=goal)


def _check_value(value: float, goal: Goal) -> None:
    if not goal.low <= value <= goal.high:
        raise LEVEL_OFF_SCALE(level=f"{value:g}", goal=goal, low=f"{goal.low:g}", high=f"{goal.high:g}")
    if goal.scale in WHOLE and not float(value).is_integer():
        raise LEVEL_NOT_WHOLE(level=f"{value:g}", goal=goal)


def _check_steps(new: Tried, goal: Goal) -> None:
    named = new.steps_done.split(",") if new.steps_done else []
    steps = {str(point.value) for point in goal.points.all()}
    if not steps.issuperset(named) or len(set(named)) != len(named):
        raise UNKNOWN_STEPS(steps=new.steps_done[:80], goal=goal)
    if len(named) != new.value:
        raise STEPS_MISCOUNTED(steps=len(named), level=f"{new.value:g}")


def check_responses(occasion: Occasion, news: Sequence[NewResponse]) -> None:
    """Refuse responses we have no word for, a strength off 1 to 3, and texts that do not fit."""
    for new in news:
        if new.kind not in response_slugs():
            raise UNKNOWN_RESPONSE(kind=new.kind[:40])
        if new.strength not in (1, 2, 3):
            raise STRENGTH_OFF(strength=new.strength)
        check_length(new.during, 120)
        check_length(new.helped, 200)


@cache
def response_slugs() -> frozenset[str]:
    """The responses we have words for."""
    return frozenset(one.slug for one in items("response"))


def check_remarks(occasion: Occasion, news: Sequence[NewRemark]) -> None:
    """Refuse empty remarks, long ones, and remarks about another child's goal."""
    wanted = {new.goal_id for new in news if new.goal_id}
    own = set(Goal.objects.filter(child_id=occasion.child_id, pk__in=wanted).values_list("pk", flat=True))
    if wanted - own:
        raise GOAL_OF_ANOTHER_CHILD()
    for new in news:
        if not new.text.strip():
            raise NOTHING_SAID()
        check_length(new.text, 1000)


def check_length(text: str, most: int) -> None:
    """Refuse a text that does not fit its column."""
    if len(text) > most:
        raise TEXT_TOO_LONG(length=len(text), most=most)
