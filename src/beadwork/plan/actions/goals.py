"""Writing, changing, sharing and closing a goal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.people.access import Can, require
from beadwork.people.actions import check_seen, sent_before
from beadwork.people.models import User
from beadwork.plan.actions.check import check_goal, check_version
from beadwork.plan.actions.ladders import standard_ladder
from beadwork.plan.actions.plans import held
from beadwork.plan.models import Goal, GoalVersion, Ladder, Plan, ScalePoint, SupportLevel
from beadwork.plan.models.goal import VERSION
from beadwork.plan.models.scale import Better, Scale
from beadwork.plan.problems import (
    CLOSED,
    NO_REASON,
    NOT_SIGNED,
    NOTHING_CHANGED,
    OFF_LADDER,
    SIGNED,
    TOO_EARLY,
)

FIRST_OF = {Scale.STEPS: 1, Scale.ATTAINMENT: -2}


@dataclass(frozen=True)
class NewGoal:
    """A goal to be. `low` and `high` count only where the scale has no ends of its own (count, duration…).

    `points` are the steps of the task, or the five levels of attainment from −2 to +2, each in English and Spanish.
    Everything a first version holds may be missing while the plan is a draft. `template` is the slug of the goal
    template it was begun from, `icf` its codes, with a space between.
    """

    name: str
    family_name_en: str
    area: str
    occupation: str
    scale: str
    does: str
    family_name_es: str = ""
    manner: str = ""
    condition: str = ""
    family_words_en: str = ""
    family_words_es: str = ""
    points: tuple[tuple[str, str], ...] = ()
    low: float = 0
    high: float = 0
    unit: str = ""
    better: str = Better.HIGHER
    ladder: Ladder | None = None
    template: str = ""
    icf: str = ""
    baseline: float | None = None
    baseline_support: SupportLevel | None = None
    target: float | None = None
    target_support: SupportLevel | None = None
    visits_running: int = 3
    settings_needed: int = 2
    review_on: date | None = None


STAYS = (
    "name", "family_name_en", "family_name_es", "area", "occupation", "scale", "unit", "better", "template", "icf",
)  # fmt: skip


@transaction.atomic
def write_goal(plan: Plan, new: NewGoal, *, by: User, at: datetime, id: UUID | None = None) -> Goal:
    """Write a goal into a draft, with its scale and its first version. The same `id` twice is one goal."""
    require(by, Can.PLAN, plan, at=at)
    plan = held(plan)
    if known := sent_before(Goal, id, plan=plan):
        return known
    if plan.is_signed:
        raise SIGNED()
    ladder = new.ladder or standard_ladder(plan.practice, by=by, at=at)
    if ladder.practice_id != plan.practice_id:
        raise OFF_LADDER()
    goal = Goal(
        id=id or new_id(), practice_id=plan.practice_id, child_id=plan.child_id, plan=plan, ladder=ladder,
        slug=_free_slug(plan, new.name), written_at=at, written_by=by, **{name: getattr(new, name) for name in STAYS},
    )  # fmt: skip
    goal.low, goal.high = _ends(new, ladder)
    version = GoalVersion(goal=goal, number=1, effective_on=plan.starts_on, written_at=at, written_by=by)
    _fill(version, {name: getattr(new, name) for name in VERSION})
    check_goal(goal, new.points)
    check_version(goal, version)
    goal.save(force_insert=True)
    _save_points(goal, new.points)
    version.save(force_insert=True)
    record_event("goal.written", by=by, about=goal, at=at, scale=goal.scale, template=goal.template)
    return goal


def _ends(new: NewGoal, ladder: Ladder) -> tuple[float, float]:
    """The lowest and the highest level of the scale."""
    match new.scale:
        case Scale.ACCURACY:
            return 0.0, 100.0
        case Scale.STEPS:
            return 0.0, float(len(new.points))
        case Scale.ATTAINMENT:
            return -2.0, 2.0
        case Scale.SUPPORT:
            return 0.0, float(max(ladder.levels.values_list("rank", flat=True)))
    return float(new.low), float(new.high)


def _free_slug(plan: Plan, name: str) -> str:
    """A name for links, the goal's own: "puts-on-both-socks", and with a number where the child has one like it."""
    wanted = slugify(name)[:50].strip("-") or "goal"
    taken = set(
        Goal.objects.filter(child=plan.child_id, slug__startswith=wanted).values_list("slug", flat=True)
    )
    numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(slug for slug in numbers if slug not in taken)


def _fill(version: GoalVersion, said: dict[str, Any]) -> None:
    """Take over what was said; on the scale of support the level is the rung itself."""
    for name, value in said.items():
        setattr(version, name, value)
    if version.goal.scale == Scale.SUPPORT:
        version.baseline = None if version.baseline_support is None else float(version.baseline_support.rank)
        version.target = None if version.target_support is None else float(version.target_support.rank)


def _save_points(goal: Goal, points: tuple[tuple[str, str], ...]) -> None:
    first = FIRST_OF.get(Scale(goal.scale))
    if first is not None:
        ScalePoint.objects.bulk_create(
            ScalePoint(goal=goal, value=first + index, words_en=english, words_es=spanish)
            for index, (english, spanish) in enumerate(points)
        )


@transaction.atomic
def change_goal(
    goal: Goal,
    *,
    effective_on: date,
    reason: str,
    by: User,
    at: datetime,
    seen: str | None = None,
    **changes: Any,
) -> GoalVersion:
    """Change what may change (see `VERSION`), from a day on, for a reason. Every version before stays as it was.

    In a draft there is no history to keep: the first version is simply put right.
    """
    require(by, Can.PLAN, goal, at=at)
    goal = _open(goal)
    now = goal.newest_version
    check_seen(seen, now, of=VERSION)
    said = {name: changes.get(name, getattr(now, name)) for name in VERSION}
    if all(said[name] == getattr(now, name) for name in VERSION):
        raise NOTHING_CHANGED()
    version = now if not goal.plan.is_signed else _next(goal, now, effective_on, reason, by, at)
    _fill(version, said)
    check_version(goal, version)
    version.save()
    record_event("goal.changed", by=by, about=goal, at=at, version=version.number)
    return version


def _open(goal: Goal) -> Goal:
    goal = Goal.objects.select_for_update(of=("self",)).select_related("plan", "ladder").get(pk=goal.pk)
    if not goal.is_open:
        raise CLOSED()
    return goal


def _next(
    goal: Goal, now: GoalVersion, effective_on: date, reason: str, by: User, at: datetime
) -> GoalVersion:
    if not 0 < len(reason.strip()) <= 200:
        raise NO_REASON()
    if effective_on < now.effective_on:
        raise TOO_EARLY(effective_on=effective_on, since=now.effective_on)
    return GoalVersion(
        goal=goal, number=now.number + 1, effective_on=effective_on, reason=reason.strip(), written_at=at,
        written_by=by,
    )  # fmt: skip


@transaction.atomic
def share_goal(goal: Goal, *, by: User, at: datetime) -> Goal:
    """Show the goal to the family. It belongs to a signed plan. Sharing twice changes nothing."""
    require(by, Can.PLAN, goal, at=at)
    goal = _open(goal)
    if not goal.plan.is_signed:
        raise NOT_SIGNED()
    if goal.shared_at is None:
        goal.shared_at, goal.shared_by = at, by
        goal.save(update_fields=["shared_at", "shared_by"])
        record_event("goal.shared", by=by, about=goal, at=at)
    return goal


@transaction.atomic
def close_goal(goal: Goal, because: str, *, by: User, at: datetime) -> Goal:
    """Close a goal: reached, no longer wanted, or put off. Closing twice changes nothing."""
    require(by, Can.PLAN, goal, at=at)
    because = " ".join(because.split())
    if not 0 < len(because) <= 200:
        raise NO_REASON()
    goal = Goal.objects.select_for_update().get(pk=goal.pk)
    if goal.is_open:
        goal.closed_at, goal.closed_by, goal.closed_because = at, by, because
        goal.save(update_fields=["closed_at", "closed_by", "closed_because"])
        record_event("goal.closed", by=by, about=goal, at=at)
    return goal
