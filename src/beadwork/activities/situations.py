"""One child's situation today, put together from her record, her goals, and what the day and the room are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from beadwork.activities.choosing import Aim, Situation
from beadwork.activities.known import Known
from beadwork.knowledge import items
from beadwork.knowledge.age import DAYS_A_MONTH
from beadwork.knowledge.kinds.development import Path
from beadwork.knowledge.paths import Seen, standing
from beadwork.library.own import OwnLibrary
from beadwork.people.models import Child, FactKind
from beadwork.plan.models import Goal
from beadwork.plan.models.plan import Place

Words = frozenset[str]
NOTHING_SEEN: Mapping[str, Seen] = MappingProxyType({})
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

    def materials(self, library: OwnLibrary) -> Words | None:
        """What is at hand; None where nobody said that something is missing."""
        everything = frozenset(one.slug for one in library.items("material"))
        return everything - self.without if self.without else None


def situation(
    child: Child, on: date, goals: Iterable[Goal], known: Known, today: Today, library: OwnLibrary,
    seen: Mapping[str, Seen] = NOTHING_SEEN,
) -> Situation:  # fmt: skip
    """The situation of a child on a day, without what went before. `goals` are those worked on.

    `seen`: what was seen last of steps of skill paths ("path/step").
    """
    months = (child.corrected_age(on) or child.age(on)).total_days / DAYS_A_MONTH
    aims = tuple(aim_of(goal, library) for goal in goals)
    return Situation(
        bands=bands(months), months=months, minutes=today.minutes, settings=today.settings, grouping=today.grouping,
        aims=aims, nexts=nexts(aims, library.items("path"), seen), implied=known.implied,
        precautions=known.of(FactKind.PRECAUTION), allergens=known.of(FactKind.ALLERGY),
        equipment=known.of(FactKind.EQUIPMENT),
        dislikes=known.of(FactKind.SENSITIVITY), approached=known.approached, interests=known.of(FactKind.INTEREST),
        materials=today.materials(library),
    )  # fmt: skip


def bands(months: float) -> Words:
    """The age bands an age (in months) lies in; the last one for anybody older."""
    every = items("age-band")
    age = min(months, max(band.to_months for band in every) - 1)
    return frozenset(band.slug for band in every if band.from_months <= age < band.to_months)


def aim_of(goal: Goal, library: OwnLibrary) -> Aim:
    """A goal as the chooser sees it; one that began from a template has its skills and steps."""
    try:
        template = library.item("goal", goal.template)
    except KeyError:  # in own words, or from a template that the content no longer has
        return Aim(key=str(goal.pk), name=goal.name, area=goal.area)
    skills, steps = frozenset(template.skills), frozenset(template.steps)
    return Aim(str(goal.pk), goal.name, goal.area, goal.template, skills, steps)


def nexts(aims: Iterable[Aim], paths: Iterable[Path], seen: Mapping[str, Seen]) -> dict[str, int]:
    """The next step on each path somebody works on; a path that is done to its end has none."""
    goals = [aim.steps for aim in aims if aim.steps]
    found = {path.slug: _next(path, goals, seen) for path in paths}
    return {slug: step for slug, step in found.items() if step is not None}


def _next(path: Path, goals: Iterable[Words], seen: Mapping[str, Seen]) -> int | None:
    """The one after the furthest step that was seen done.

    Where none was, the first step of the goal that is furthest along the path, or one before it that was not done yet.
    """
    refs = path.refs()
    starts = [min(refs.index(ref) for ref in mine) for goal in goals if (mine := goal.intersection(refs))]
    where = standing(path, seen)
    if not starts or where.is_done:
        return None
    if where.here is None:
        return min(max(starts), *(number for number, ref in enumerate(refs) if ref in seen), len(refs))
    return path.steps.index(where.next)  # type: ignore[arg-type]
