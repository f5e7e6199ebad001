"""Plans and goals for tests, made through the room's own actions."""

from datetime import date, timedelta
from typing import Any

from beadwork.people.models import Child
from beadwork.plan.actions import NewGoal, share_goal, sign_plan, standard_ladder, write_goal, write_plan
from beadwork.plan.models import Goal, Plan, SupportLevel
from tests.world import World

STEPS = tuple((f"Step {number}", f"Paso {number}") for number in range(1, 7))
LEVELS = tuple((f"Level {number}", f"Nivel {number}") for number in range(-2, 3))
SCALES: dict[str, dict[str, Any]] = {
    "accuracy": {"baseline": 20, "target": 90},
    "steps": {"baseline": 1, "target": 6, "points": STEPS},
    "count": {"baseline": 1, "target": 8, "low": 0, "high": 10, "unit": "turns"},
    "duration": {"baseline": 60, "target": 300, "low": 0, "high": 600, "unit": "seconds"},
    "latency": {"baseline": 300, "target": 60, "low": 0, "high": 600, "unit": "seconds", "better": "lower"},
    "rate": {"baseline": 5, "target": 20, "low": 0, "high": 60, "unit": "letters a minute"},
    "attainment": {"baseline": -2, "target": 1, "points": LEVELS},
    "support": {},
}


def rung(world: World, slug: str) -> SupportLevel:
    """A level of the practice's standard ladder."""
    return standard_ladder(world.practice, at=world.now).levels.get(slug=slug)


def draft(world: World, child: Child | None = None) -> Plan:
    """A plan that is not signed."""
    return write_plan(
        child or world.mia, starts_on=world.today - timedelta(days=60), ends_on=date(2027, 1, 29), visits_a_week=1,
        minutes_a_visit=45, place="clinic", by=world.ana, at=world.now - timedelta(days=61),
    )  # fmt: skip


def new_goal(world: World, scale: str = "accuracy", **changes: Any) -> NewGoal:
    """A goal that lacks nothing."""
    return NewGoal(
        **{
            "name": "Puts on both socks", "family_name_en": "Putting on socks",
            "family_name_es": "Ponerse los calcetines", "area": "dressing", "occupation": "adl", "scale": scale,
            "does": "puts on both socks", "condition": "before going out",
            "family_words_en": "Mia puts on both socks.", "family_words_es": "Mia se pone los calcetines.",
            "baseline_support": rung(world, "some-hand-help"), "target_support": rung(world, "words"),
            "review_on": date(2027, 1, 15), **SCALES[scale], **changes,
        }
    )  # fmt: skip


def signed_goal(world: World, scale: str = "accuracy", *, child: Child | None = None, **changes: Any) -> Goal:
    """An open goal of a signed plan, shared with the family."""
    plan = draft(world, child)
    at = world.now - timedelta(days=60)
    goal = write_goal(plan, new_goal(world, scale, **changes), by=world.ana, at=at)
    sign_plan(plan, by=world.ana, at=at)
    return share_goal(goal, by=world.ana, at=at)
