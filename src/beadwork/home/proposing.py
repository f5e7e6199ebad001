"""The chooser for a routine at home: family versions that serve one goal, with what most homes have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.db.models import OuterRef, QuerySet, Subquery

from beadwork.activities.choosing import (
    Done,
    Proposal,
    Ranking,
    Shelf,
    Situation,
    WhyNot,
    family_versions,
    faults,
    why_not,
)
from beadwork.activities.known import Known, known, noted
from beadwork.activities.models import WeightSet, weights_from
from beadwork.activities.sentences import say_fault
from beadwork.activities.shelves import shelf_of
from beadwork.activities.situations import Today, situation
from beadwork.knowledge.text import Text
from beadwork.library.own import OwnLibrary, library_at, library_of, newest_of
from beadwork.plan.models import Goal
from beadwork.plan.models.plan import Place
from beadwork.progress.steps import last_seen, steps_seen

LONG = 240
"""Minutes: the family version has its own, so that no activity is too long for a day at home."""

MOST_WORDS = 400


@dataclass(frozen=True)
class AtHome:
    """Everything that is asked for a routine of one goal; each question is asked of the database once.

    `others`: the other goals there are or were (of `goals_of`): what was reached of them moves the next step on.
    `past`: from shelf and situation, what went before in visits; the room of visits knows it, this one does not.
    """

    goal: Goal
    now: datetime
    others: Sequence[Goal] = ()
    past: Callable[[Shelf, Situation], tuple[Done, ...]] = lambda shelf, situation: ()

    @cached_property
    def known(self) -> Known:
        """What is noted of the child."""
        return known(noted(self.goal.child))

    @cached_property
    def library(self) -> OwnLibrary:
        """The practice's library: its newest version asked along with the goal (`asked_along`), or now."""
        practice = self.goal.child.practice
        if "library_newest" in vars(self.goal):
            return library_at(practice, self.goal.library_newest)
        return library_of(practice)

    @cached_property
    def shelf(self) -> Shelf:
        """The library laid out."""
        return shelf_of(self.library)

    @cached_property
    def situation(self) -> Situation:
        """The child at home, with this goal and with what most homes have."""
        child = self.goal.child
        day = child.practice.day(self.now)
        seen = last_seen(steps_seen(child, self.known.noted, self.others, self.library))
        household = frozenset(one.slug for one in self.library.items("material") if one.household)
        today = Today(LONG, Place.HOME)
        here = situation(child, day, [self.goal], self.known, today, self.library, seen)
        return replace(here, materials=household)

    @cached_property
    def ranking(self) -> Ranking:
        """Every activity, judged."""
        full = replace(self.situation, history=self.past(self.shelf, self.situation))
        return Ranking(self.shelf, full, weights_from(self._points))

    @property
    def _points(self) -> dict[str, float] | None:
        """The points of the newest weights: asked along with the goal, or now."""
        if "weight_points" in vars(self.goal):
            return self.goal.weight_points
        newest = WeightSet.objects.filter(practice=self.goal.practice_id).last()
        return newest and newest.points

    @cached_property
    def proposal(self) -> Proposal:
        """The few that fit best."""
        return family_versions(self.ranking)

    def danger(self, slug: str) -> str:
        """Why an activity is a danger to this child, in a sentence; nothing where it is none."""
        broken = faults(self.shelf.activities[self.shelf.place[slug]], self.situation, self.shelf)
        return next((say_fault(one) for one in broken if one.kind == "danger"), "")

    def is_told(self, slug: str) -> bool:
        """Whether an activity has a version for families."""
        return bool(self.shelf.told_at_home[self.shelf.place[slug]])

    def serves(self, slug: str) -> bool:
        """Whether an activity serves the goal."""
        return bool(self.ranking.serves[self.shelf.place[slug]].any())

    def why_not(self, slug: str) -> WhyNot:
        """Why an activity is not among the few."""
        return why_not(self.ranking, self.proposal, slug)

    def words(self, slug: str) -> dict[str, str | int]:
        """An activity's family version as the words of a routine, in both languages."""
        home = self.shelf.activities[self.shelf.place[slug]].home
        routine: Text = self.library.item("routine", home.routine).name
        told = {f"moment_{tongue}": routine.said(tongue) for tongue in Text._fields}
        return (
            told
            | {f"words_{tongue}": _told(home, tongue) for tongue in Text._fields}
            | {"minutes": home.minutes}
        )


def asked_along(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    """Goals with what the chooser asks of their practice: the newest weights and the newest version of its library."""
    weights = WeightSet.objects.filter(practice=OuterRef("practice")).order_by("-number")
    library = newest_of(OuterRef("practice")).values("pk")
    return goals.annotate(
        weight_points=Subquery(weights.values("points")[:1]), library_newest=Subquery(library)
    )


def _told(home: object, tongue: str) -> str:
    """What to do, what to say, when to stop, each on its line; what to say gives way where it gets too long."""
    do = " ".join(text.said(tongue) for text in home.do)  # type: ignore[attr-defined]
    say = [text.said(tongue) for text in home.say]  # type: ignore[attr-defined]
    stop = home.stop.said(tongue)  # type: ignore[attr-defined]
    while say and len("\n".join((do, " ".join(say), stop))) > MOST_WORDS:
        say.pop()
    return "\n".join(filter(None, (do, " ".join(say), stop)))[:MOST_WORDS]
