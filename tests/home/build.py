"""A goal on a signed plan, and a routine that carries it home; `goal_row` makes rows only, on any scale."""

from datetime import date, timedelta

from beadwork.core.ids import new_id
from beadwork.home.actions import share_routine, tell_home_day
from beadwork.home.models import HomeDay, Routine
from beadwork.knowledge import items
from beadwork.plan.models import Goal, GoalVersion, Ladder, Plan, ScalePoint, SupportLevel
from beadwork.record.actions import NewAttempt
from tests.world import World

RANGES = {"accuracy": (0, 100), "steps": (0, 3), "attainment": (-2, 2), "support": (0, 6), "count": (0, 20)}
STEPS = ["Opens the sock", "Toes in", "Pulls the heel over"]
SIGNED = timedelta(days=60)


def ladder_row(world: World) -> Ladder:
    """The practice's ladder of support, with a rung for each support of `knowledge`."""
    ladder, is_new = Ladder.objects.get_or_create(practice=world.practice, name="Test ladder")
    for rank, one in enumerate(items("support") if is_new else ()):
        SupportLevel.objects.create(
            ladder=ladder, rank=rank, slug=one.slug, name_en=one.name.en, name_es=one.name.es,
            family_en=one.family.en, family_es=one.family.es, is_alone=one.is_alone,
        )  # fmt: skip
    return ladder


def plan_row(world: World) -> Plan:
    """Mia's open plan, signed by Ana 60 days before the world's moment."""
    at = world.now - SIGNED
    known = Plan.objects.filter(child=world.mia, ended_at=None).first()
    return known or Plan.objects.create(
        practice=world.practice, child=world.mia, starts_on=at.date(), ends_on=at.date() + timedelta(days=180),
        visits_a_week=1, minutes_a_visit=45, written_at=at, written_by=world.ana, signed_at=at, signed_by=world.ana,
    )  # fmt: skip


def goal_row(world: World, scale: str = "steps", *, slug: str = "socks", shared: bool = True) -> Goal:
    """A goal of Mia's open plan; its clinical words ("bilateral dressing") are not its family words ("both socks")."""
    low, high = RANGES.get(scale, (0, 60))
    at = world.now - SIGNED
    share = {"shared_at": at, "shared_by": world.ana} if shared else {}
    goal = Goal.objects.create(
        practice=world.practice, child=world.mia, plan=plan_row(world), slug=slug, name="Bilateral dressing sequence",
        family_name_en="Both socks on", family_name_es="Ponerse los calcetines", area="self-care",
        occupation="dressing", scale=scale, low=low, high=high, ladder=ladder_row(world), written_at=at,
        written_by=world.ana, **share,
    )  # fmt: skip
    GoalVersion.objects.create(
        goal=goal, number=1, effective_on=at.date(), does="dons both socks", baseline=low, target=high,
        baseline_support=rung(goal, "show"), target_support=rung(goal, "alone"),
        family_words_en="Mia puts on both socks by herself.", family_words_es="Mia se pone los calcetines sin ayuda.",
        review_on=world.today + timedelta(days=90), written_at=at, written_by=world.ana,
    )  # fmt: skip
    _points(goal)
    return goal


def _points(goal: Goal) -> None:
    words = {"steps": dict(enumerate(STEPS, 1)), "attainment": {n: f"Level {n}" for n in range(-2, 3)}}
    for value, text in words.get(goal.scale, {}).items():
        ScalePoint.objects.create(goal=goal, value=value, words_en=text, words_es=f"{text} (es)")


def rung(goal: Goal, slug: str) -> SupportLevel:
    """One rung of a goal's ladder."""
    return SupportLevel.objects.get(ladder=goal.ladder, slug=slug)


def routine_at_home(world: World, goal: Goal | None = None, **more: object) -> Routine:
    """A routine for Mia's socks after the bath, shared by Ana ten days ago."""
    said = {"moment_en": "after the bath", "moment_es": "después del baño", "words_en": "Sock puppets: you say heel.",
            "words_es": "Títeres de calcetín: usted dice talón.", "minutes": 3}  # fmt: skip
    at = world.now - timedelta(days=10)
    return share_routine(goal or goal_row(world), by=world.ana, at=at, **(said | more))


def attempt_at(world: World, goal: Goal, *, steps: str = "1,2", support: str = "words") -> NewAttempt:
    """What a guardian saw: some steps with some help."""
    return NewAttempt(
        id=new_id(), goal_id=goal.pk, support_id=rung(goal, support).pk, at=world.now,
        value=len(steps.split(",")), steps_done=steps,
    )  # fmt: skip


def day(world: World, back: int = 0) -> date:
    """The practice's day at the world's moment, or some days before it."""
    return world.now.astimezone(world.practice.zone).date() - timedelta(days=back)


def told(world: World, routine: Routine, **more: object) -> HomeDay:
    """Leo's answer for today: done. Give `by`, `on`, `done`, … to say something else."""
    said = {"id": new_id(), "on": day(world), "done": True, "by": world.leo, "at": world.now}
    return tell_home_day(world.mia, routine, **(said | more))
