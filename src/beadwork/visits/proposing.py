"""The chooser at work for one visit: her situation put together, ranked, and proposed."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from beadwork.activities.choosing import Proposal, Ranking, Shelf, Situation, propose
from beadwork.activities.choosing.reasons import serving
from beadwork.activities.known import Known, known, noted
from beadwork.activities.models import WeightSet, weights_from
from beadwork.activities.shelves import shelf_of
from beadwork.activities.situations import Today, situation
from beadwork.plan.models import Goal
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
    def goals(self) -> list[Goal]:
        """The goals that are worked on."""
        return list(Goal.objects.worked_on().filter(child=self.visit.child_id).order_by("written_at", "pk"))

    @cached_property
    def weight_set(self) -> WeightSet | None:
        """The practice's newest weights; None for the usual ones."""
        return WeightSet.objects.filter(practice=self.visit.practice_id).last()

    @cached_property
    def shelf(self) -> Shelf:
        """The practice's library."""
        return shelf_of(self.visit.child.practice)

    @cached_property
    def situation(self) -> Situation:
        """Her situation without what went before: all that the hard rules look at."""
        day = self.visit.child.practice.day(self.visit.planned_at)
        return situation(self.visit.child, day, self.goals, self.known, self.today)

    @cached_property
    def ranking(self) -> Ranking:
        """Every activity, judged."""
        today = self.visit.child.practice.day(self.now)
        past = history(rows(self.visit.child_id, self.now), self.shelf, self._serves(), today)
        full = replace(self.situation, history=past)
        return Ranking(self.shelf, full, weights_from(self._points))

    @property
    def _points(self) -> dict[str, float] | None:
        """The points of the newest weights: asked along with the visit (`with_weights`), or now."""
        if "weight_points" in vars(self.visit):
            return self.visit.weight_points
        return self.weight_set and self.weight_set.points

    def _serves(self) -> dict[str, frozenset[str]]:
        strong = serving(self.shelf, self.situation)
        keys = [str(goal.pk) for goal in self.goals]
        return {
            one.slug: frozenset(key for key, strength in zip(keys, strong[place], strict=True) if strength)
            for place, one in enumerate(self.shelf.activities)
        }

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
