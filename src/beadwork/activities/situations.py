"""One child's situation today, put together from her record, her goals, and what the day and the room are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from beadwork.activities.choosing import Aim, Situation
from beadwork.activities.known import Known
from beadwork.knowledge import items
from beadwork.knowledge.age import DAYS_A_MONTH
from beadwork.people.models import Child, FactKind
from beadwork.plan.models import Goal
from beadwork.plan.models.plan import Place

Words = frozenset[str]
SETTINGS = {Place.COMMUNITY: frozenset({"community", "outdoors"})}
"""A place and its settings, where they are not of one name."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day: how long, where, with how many children, what is not at hand (nothing said: all may be)."""

    minutes: int
    place: str
    grouping: str = "alone"
    outdoors: bool = False
    without: Words = frozenset()

    @property
    def settings(self) -> Words:
        """The settings that are open today."""
        here = SETTINGS.get(self.place, frozenset({str(self.place)}))  # type: ignore[call-overload]
        return frozenset(here | {"outdoors"} if self.outdoors else here)

    @property
    def materials(self) -> Words | None:
        """What is at hand; None where nobody said that something is missing."""
        everything = frozenset(one.slug for one in items("material"))
        return everything - self.without if self.without else None


def situation(child: Child, on: date, goals: Iterable[Goal], known: Known, today: Today) -> Situation:
    """The situation of a child on a day, without what went before. `goals` are those worked on."""
    months = (child.corrected_age(on) or child.age(on)).total_days / DAYS_A_MONTH
    aims = tuple(aim_of(goal) for goal in goals)
    return Situation(
        bands=bands(months), months=months, minutes=today.minutes, settings=today.settings, grouping=today.grouping,
        aims=aims, nexts=nexts(aims), precautions=known.of(FactKind.PRECAUTION), implied=known.implied,
        allergens=known.of(FactKind.ALLERGY), equipment=known.of(FactKind.EQUIPMENT),
        dislikes=known.of(FactKind.SENSITIVITY), approached=known.approached, interests=known.of(FactKind.INTEREST),
        materials=today.materials,
    )  # fmt: skip


def bands(months: float) -> Words:
    """The age bands an age (in months) lies in; the last one for anybody older."""
    every = items("age-band")
    age = min(months, max(band.to_months for band in every) - 1)
    return frozenset(band.slug for band in every if band.from_months <= age < band.to_months)


def aim_of(goal: Goal) -> Aim:
    """A goal as the chooser sees it; one that began from a template has its skills and steps."""
    template = templates().get(goal.template)
    if template is None:
        return Aim(key=str(goal.pk), name=goal.name, area=goal.area)
    skills, steps = frozenset(template.skills), frozenset(template.steps)
    return Aim(str(goal.pk), goal.name, goal.area, goal.template, skills, steps)


@cache
def templates() -> dict[str, Any]:
    """The goal templates by slug: a goal keeps its template's slug also when the content no longer has it."""
    return {one.slug: one for one in items("goal")}


def nexts(aims: Iterable[Aim]) -> dict[str, int]:
    """Where the child is on each path: the first step of the goal that is furthest along it."""
    found: dict[str, int] = {}
    paths = {path.slug: path.refs() for path in items("path")}
    for aim in aims:
        for name, steps in paths.items():
            if mine := [number for number, step in enumerate(steps) if step in aim.steps]:
                found[name] = max(found.get(name, 0), min(mine))
    return found
