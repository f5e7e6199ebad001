"""Occasions with tries and remarks, as rows: what the series reads."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from beadwork.core.ids import new_id
from beadwork.plan.models import Goal, SupportLevel
from beadwork.record.models import Attempt, Occasion, Remark
from tests.record.build import goal_row
from tests.world import World

Try = tuple[str, bool | float]
"""With what help (a slug of the ladder), and the outcome: success or not, or a value."""

__all__ = ["goal_row", "remark", "saw", "socks"]


def saw(world: World, goal: Goal, on: date, tries: Sequence[Try], setting: str = "clinic") -> list[Attempt]:
    """An occasion of a day with its tries, a minute apart."""
    at = datetime.combine(on, time(15), UTC)
    occasion = Occasion.objects.create(
        practice=goal.practice, child=goal.child, setting=setting, on=on, begun_at=at, begun_by=world.ana
    )
    rungs = {level.slug: level for level in SupportLevel.objects.filter(ladder=goal.ladder)}
    return Attempt.objects.bulk_create(
        _attempt(world, goal, occasion, rungs[slug], outcome, at + timedelta(minutes=minute))
        for minute, (slug, outcome) in enumerate(tries)
    )


def _attempt(
    world: World, goal: Goal, occasion: Occasion, support: SupportLevel, outcome: bool | float, at: datetime
) -> Attempt:
    said = {"success": outcome} if isinstance(outcome, bool) else {"value": outcome}
    return Attempt(
        practice_id=goal.practice_id, child_id=goal.child_id, occasion=occasion, goal=goal, support=support,
        at=at, by=world.ana, fingerprint="f", **said,
    )  # fmt: skip


def correct(world: World, wrong: Attempt, *, withdrawn: bool = False, **said: bool | float) -> Attempt:
    """A new row in place of a wrong one, or one that takes it back."""
    said = said or {"success": wrong.success, "value": wrong.value}
    return Attempt.objects.create(
        practice=wrong.practice, child=wrong.child, occasion=wrong.occasion, goal=wrong.goal, support=wrong.support,
        at=wrong.at, by=world.ana, fingerprint="f", supersedes=wrong, withdrawn=withdrawn, **said,
    )  # fmt: skip


def remark(world: World, goal: Goal, occasion: Occasion, text: str, *, for_family: bool = False) -> Remark:
    """Something said about a goal on an occasion."""
    return Remark.objects.create(
        practice=goal.practice, child=goal.child, occasion=occasion, goal=goal, text=text, for_family=for_family,
        at=world.now, by=world.ana, fingerprint="f",
    )  # fmt: skip


def socks(world: World, occasions: int = 12) -> Goal:
    """A goal of six steps, seen every week: help fades, home joins in, one remark in four."""
    goal = goal_row(
        world, "steps", slug="socks", name="Puts on both socks", family_name_en="Socks on, all by myself"
    )
    first = world.today - timedelta(weeks=occasions)
    fading = ["full-hand-help", "some-hand-help", "words", "alone"]
    goal.versions.update(
        baseline=1,
        baseline_support=goal.ladder.levels.get(slug="full-hand-help"),
        target=6,
        target_support=goal.ladder.levels.get(slug="alone"),
        effective_on=first,
    )
    for week in range(occasions):
        level = 1 + 5 * week // max(occasions - 1, 1)
        slug = fading[min(4 * week // occasions, 3)]
        setting = "home" if week % 3 == 2 else "clinic"
        tries = saw(world, goal, first + timedelta(weeks=week), [(slug, float(level))] * 2, setting)
        if week % 4 == 1:
            remark(world, goal, tries[0].occasion, "Raced the <timer> & laughed.", for_family=week % 8 == 1)
    return goal


def thousand(world: World) -> Goal:
    """A goal of accuracy with 1,000 tries on 100 occasions."""
    goal = goal_row(world, "accuracy", slug="snips", name="Snips along a line", id=new_id())
    rungs = list(SupportLevel.objects.filter(ladder=goal.ladder))
    first = world.today - timedelta(days=300)
    occasions = Occasion.objects.bulk_create(
        Occasion(
            practice=goal.practice, child=goal.child, setting=["clinic", "home", "school"][day % 3],
            on=first + timedelta(days=3 * day), begun_by=world.ana,
            begun_at=datetime.combine(first + timedelta(days=3 * day), time(15), UTC),
        )
        for day in range(100)
    )  # fmt: skip
    Attempt.objects.bulk_create(
        _attempt(
            world,
            goal,
            occasion,
            rungs[min(6, (day + turn) // 16)],
            (day + 7 * turn) % 100 < day,
            occasion.begun_at + timedelta(minutes=turn),
        )
        for day, occasion in enumerate(occasions)
        for turn in range(10)
    )
    for occasion in occasions[::5]:
        remark(world, goal, occasion, "Held the paper with the other hand.")
    return goal
