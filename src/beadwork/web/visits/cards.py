"""What the record screen shows of each goal: its ladder, its points, and what was recorded on it so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from beadwork.people.models import Child
from beadwork.plan.models import Goal, GoalVersion, SupportLevel
from beadwork.record.models import Attempt
from beadwork.visits.journal import Line

FILLS = 5
ANSWERS = {"count": "number", "rate": "number", "duration": "time", "latency": "time"}


def open_goals(on: date) -> QuerySet[Goal]:
    """Goals that take attempts now, with what the child does (`does`), and help and time of the last try."""
    versions = GoalVersion.objects.filter(goal=OuterRef("pk"))
    now = versions.filter(effective_on__lte=on).order_by("-number")
    first = versions.order_by("number")
    last = Attempt.objects.standing().filter(goal=OuterRef("pk")).order_by("-at")
    rows = Goal.objects.filter(closed_at=None, plan__signed_at__isnull=False, plan__ended_at=None)
    return rows.annotate(
        does=Coalesce(Subquery(now.values("does")[:1]), Subquery(first.values("does")[:1])),
        last_support=Subquery(last.values("support")[:1], output_field=UUIDField()),
        tried_at=Subquery(last.values("at")[:1]),
    )


def waiting_longest(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    """The goals to turn to next: those nobody tried for the longest time first."""
    return goals.order_by(F("tried_at").asc(nulls_first=True), "name")


@dataclass(frozen=True)
class Rung:
    """One kind of help on a card, with the icon that shows how much of it is the child's own."""

    level: SupportLevel
    fill: str
    is_last: bool


@dataclass(frozen=True)
class Card:
    """One goal on the record screen."""

    goal: Any
    lines: Sequence[Line]

    @cached_property
    def rungs(self) -> list[Rung]:
        """The ladder, most help first; the one used last is marked."""
        levels = list(self.goal.ladder.levels.all())
        used = self._used(levels)
        return [Rung(level, fill_of(n, len(levels)), level.pk == used) for n, level in enumerate(levels)]

    def _used(self, levels: list[SupportLevel]) -> UUID | None:
        """Used last in this visit, else in the last one, else the middle of the ladder."""
        if self.lines:
            return self.lines[-1].support_id
        middle = levels[len(levels) // 2].pk if levels else None
        return self.goal.last_support or middle

    @property
    def answer(self) -> str:
        """The template of the part that takes the answer."""
        return f"visits/answer_{ANSWERS.get(self.goal.scale, self.goal.scale)}.html"

    @property
    def dots(self) -> list[str]:
        """One icon an attempt, in order."""
        fills = {rung.level.pk: rung.fill for rung in self.rungs}
        return [dot(line, fills) for line in self.lines]


def dot(line: Line, fills: dict[UUID, str]) -> str:
    """The icon of an attempt: how much was done alone, or that it did not work yet."""
    return "not-yet" if line.success is False else fills.get(line.support_id, "fill-0")  # type: ignore[arg-type]


def fill_of(place: int, rungs: int) -> str:
    """The icon for a rung: empty for the most help, full for none."""
    return f"fill-{round(place * (FILLS - 1) / max(rungs - 1, 1))}"


def cards(child: Child, on: date, lines: Sequence[Line]) -> list[Card]:
    """The child's open goals as cards, in an order that does not change during a visit."""
    goals = (
        open_goals(on)
        .filter(child=child)
        .select_related("ladder")
        .prefetch_related("ladder__levels", "points")
    )
    return [
        Card(goal, [line for line in lines if line.what == "attempt" and line.goal_id == goal.pk])
        for goal in goals.order_by("written_at", "name")
    ]


def trail(lines: Sequence[Line], all_cards: Sequence[Card]) -> list[dict[str, str]]:
    """What stands, as the page's script needs it: kind, id, what it counts under, and its dot."""
    fills = {rung.level.pk: rung.fill for card in all_cards for rung in card.rungs}
    return [
        {"of": line.what, "id": str(line.id), "key": line.key}
        | ({"dot": dot(line, fills)} if line.what == "attempt" else {})
        for line in lines
    ]
