"""Goals and occasions for tests: rows only, so that recording can be tested by itself."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from beadwork.core.ids import new_id
from beadwork.knowledge import items
from beadwork.people.access import Can
from beadwork.people.models import Child, Practice
from beadwork.plan.models import Goal, GoalVersion, Ladder, Plan, ScalePoint, SupportLevel
from beadwork.record.actions import NewAttempt, open_occasion
from beadwork.record.models import Occasion
from tests.world import World

SCALES: dict[str, tuple[float, float, str]] = {
    "accuracy": (0, 100, "%"),
    "steps": (0, 6, "steps"),
    "count": (0, 50, "times"),
    "duration": (0, 600, "seconds"),
    "latency": (0, 120, "seconds"),
    "rate": (0, 60, "a minute"),
    "attainment": (-2, 2, ""),
    "support": (0, 6, ""),
}
SOCK_STEPS = [
    "finds the heel", "opens the sock", "toes in", "over the foot", "heel over", "pulls up",
]  # fmt: skip
ATTAINMENT = [
    "needs a break at once", "joins for a minute", "joins for one song", "joins for two", "asks for more",
]  # fmt: skip


def ladder_of(practice: Practice) -> Ladder:
    """The practice's standard ladder with its seven rungs."""
    ladder, is_new = Ladder.objects.get_or_create(
        practice=practice, is_standard=True, defaults={"name": "Standard"}
    )
    if is_new:
        SupportLevel.objects.bulk_create(
            SupportLevel(
                ladder=ladder, rank=rank, slug=one.slug, name_en=one.in_words("en"), name_es=one.in_words("es"),
                family_en=one.family_words("en"), family_es=one.family_words("es"),
                is_alone=one.is_alone,
            )
            for rank, one in enumerate(items("support"))
        )  # fmt: skip
    return ladder


def open_plan(world: World, child: Child) -> Plan:
    """The child's signed plan, made if there is none."""
    signed_at = world.now - timedelta(days=30)
    return child.plans.filter(signed_at__isnull=False, ended_at=None).first() or Plan.objects.create(
        practice=world.practice, child=child, starts_on=signed_at.date(), ends_on=date(2026, 12, 18),
        visits_a_week=2, minutes_a_visit=45, written_at=signed_at, written_by=world.ana, signed_at=signed_at,
        signed_by=world.ana,
    )  # fmt: skip


def goal_row(world: World, scale: str = "steps", *, child: Child | None = None, **more: Any) -> Goal:
    """A goal of an open plan, with its points and first version."""
    child = child or world.mia
    low, high, unit = SCALES[scale]
    goal = Goal.objects.create(
        practice=world.practice, child=child, plan=open_plan(world, child), ladder=ladder_of(world.practice),
        scale=scale, low=low, high=high, unit=unit, written_at=world.now - timedelta(days=31), written_by=world.ana,
        **{"slug": f"{scale}-{new_id().hex[-6:]}", "name": f"Goal of {scale}", "family_name_en": f"Our {scale}",
           "area": "daily-living", "occupation": "dressing"} | more,
    )  # fmt: skip
    _points(goal)
    GoalVersion.objects.create(
        goal=goal, number=1, effective_on=world.today - timedelta(days=30), does="puts on both socks",
        written_at=goal.written_at, written_by=world.ana, target=high,
    )  # fmt: skip
    return goal


def _points(goal: Goal) -> None:
    words = {"steps": (1, SOCK_STEPS), "attainment": (-2, ATTAINMENT)}.get(goal.scale, (0, []))
    ScalePoint.objects.bulk_create(
        ScalePoint(goal=goal, value=value, words_en=text)
        for value, text in enumerate(words[1], start=words[0])
    )


def occasion(world: World, child: Child | None = None, setting: str = "clinic") -> Occasion:
    """An occasion of today, opened by Ana."""
    return open_occasion(
        child or world.mia,
        setting,
        world.today,
        id=new_id(),
        can=Can.RECORD_VISIT,
        by=world.ana,
        at=world.now,
    )


def rung(goal: Goal, slug: str = "words") -> SupportLevel:
    """A level of the goal's ladder."""
    return goal.ladder.levels.get(slug=slug)


ANSWERS: dict[str, dict[str, Any]] = {
    "accuracy": {"success": True},
    "steps": {"value": 3, "steps_done": "1,2,4"},
    "count": {"value": 4},
    "duration": {"value": 41.5},
    "latency": {"value": 8},
    "rate": {"value": 12.5},
    "attainment": {"value": -1},
    "support": {"value": 3},
}


def attempt(
    world: World, goal: Goal, *, id: UUID | None = None, support: str = "words", **said: Any
) -> NewAttempt:
    """An attempt that fits the goal's scale, unless `said` says otherwise."""
    answer = {} if {"success", "value"} & said.keys() else ANSWERS[goal.scale]
    return NewAttempt(
        id=id or new_id(),
        goal_id=goal.pk,
        support_id=rung(goal, support).pk,
        **{"at": world.now} | answer | said,
    )
