"""What a made-up child does with a goal on one occasion: attempts on the goal's own scale."""

from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from beadwork.demo.learning import on_the_day, rung
from beadwork.plan.models import Goal, SupportLevel
from beadwork.record.actions import NewAttempt

TRIES = {"accuracy": (8, 12), "steps": (2, 4), "count": (2, 4), "rate": (1, 2), "duration": (1, 2), "latency": (1, 2),
         "attainment": (1, 1), "support": (2, 4)}  # fmt: skip


def tries(
    goal: Goal,
    template: dict[str, Any],
    levels: list[SupportLevel],
    ready: float,
    at: datetime,
    random: Random,
    *,
    at_home: bool = False,
) -> list[NewAttempt]:
    """The attempts of one occasion; at home somebody looks once, or a few times."""
    few, many = TRIES[goal.scale]
    ranks = {level.slug: level.rank for level in levels}
    start, target = ranks[template["start_support"]], ranks[template["target_support"]]
    made = []
    for number in range(
        random.randint(1, 3) if at_home and goal.scale == "accuracy" else random.randint(few, many)
    ):
        today = on_the_day(ready, random)
        support = levels[rung(today, start, target, len(levels) - 1, random)]
        moment = at + timedelta(seconds=40 * number)
        seen = _seen(goal, template, support, today, random)
        made.append(NewAttempt(_id(moment, random), goal.pk, support.pk, moment, **seen))
    return made


def _id(at: datetime, random: Random) -> UUID:
    """A UUIDv7 of that moment, from the practice's own chance, as the device would have made it."""
    bits = (int(at.timestamp() * 1000) << 80) | random.getrandbits(80)
    return UUID(int=(bits & ~(0xF << 76) & ~(0x3 << 62)) | (0x7 << 76) | (0x2 << 62))


def _seen(
    goal: Goal, template: dict[str, Any], support: SupportLevel, ready: float, random: Random
) -> dict[str, Any]:
    """The outcome on the goal's scale."""
    if goal.scale == "support":
        return {"value": float(support.rank)}
    exact = template["start"] + (template["target"] - template["start"]) * min(1.0, ready * 1.08)
    if goal.scale == "accuracy":
        return {"success": random.random() * 100 < exact}
    value = float(round(min(max(exact, goal.low), goal.high)))
    if goal.scale == "steps":
        return {"value": value, "steps_done": ",".join(str(step) for step in range(1, int(value) + 1))}
    return {"value": value}
