"""The chooser at work for one visit: her situation put together, ranked, and proposed."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from beadwork.activities.choosing import Proposal, Ranking, Shelf, Situation, propose
from beadwork.activities.choosing.reasons import served
from beadwork.activities.known import Known, known, noted
from beadwork.activities.models import WeightSet, weights_from
from beadwork.activities.shelves import shelf_of
from beadwork.activities.situations import Today, situation
from beadwork.library.own import OwnLibrary, library_at, library_of
from beadwork.plan.models import Goal
from beadwork.progress.steps import goals_of, last_seen, steps_seen
from beadwork.visits.history import history, rows
from beadwork.visits.models import Visit, VisitPlan


@dataclass(frozen=True)
class Chooser:
    """Everything that is asked for one visit on one day; each question is asked of the database once."""

    visit: Visit
    today: Today
    now: datetime

    @cached_property
    def known(self) -> Known:
        """What is noted of the child."""
        return known(noted(self.visit.child))

    @cached_property
    def every_goal(self) -> list[Goal]:
        """All goals there are or were."""
        return goals_of(self.visit.child, self.visit.child.practice.day(self.now))

    @cached_property
    def goals(self) -> list[Goal]:
        """The goals that are worked on."""
        return [goal for goal in self.every_goal if goal.is_open and goal.plan.is_open]

    @cached_property
    def library(self) -> OwnLibrary:
        """The practice's library: its newest version asked along with the visit (`with_library`), or now."""
        practice = self.visit.child.practice
        if "library_newest" in vars(self.visit):
            return library_at(practice, self.visit.library_newest)
        return library_of(practice)

    @cached_property
    def weight_set(self) -> WeightSet | None:
        """The practice's newest weights; None for the usual ones."""
        return WeightSet.objects.filter(practice=self.visit.practice_id).last()

    @cached_property
    def shelf(self) -> Shelf:
        """The library laid out."""
        return shelf_of(self.library)

    @cached_property
    def situation(self) -> Situation:
        """Her situation without what went before: all that the hard rules look at."""
        child = self.visit.child
        day = child.practice.day(self.visit.planned_at)
        seen = last_seen(steps_seen(child, self.known.noted, self.every_goal, self.library))
        return situation(child, day, self.goals, self.known, self.today, self.library, seen)

    @cached_property
    def ranking(self) -> Ranking:
        """Every activity, judged."""
        today = self.visit.child.practice.day(self.now)
        past = history(
            rows(self.visit.child_id, self.now), self.shelf, served(self.shelf, self.situation), today
        )
        full = replace(self.situation, history=past)
        return Ranking(self.shelf, full, weights_from(self._points))

    @property
    def _points(self) -> dict[str, float] | None:
        """The points of the newest weights: asked along with the visit (`with_weights`), or now."""
        if "weight_points" in vars(self.visit):
            return self.visit.weight_points
        return self.weight_set and self.weight_set.points

    @cached_property
    def proposal(self) -> Proposal:
        """What is proposed."""
        return propose(self.ranking)


def usual_day(visit: Visit) -> Today:
    """The day as the visit was booked."""
    return Today(visit.planned_minutes, visit.place)


def planned_day(plan: VisitPlan) -> Today:
    """The day as a plan was made for."""
    return Today(plan.minutes, plan.visit.place, plan.grouping, plan.outdoors, frozenset(plan.without))
