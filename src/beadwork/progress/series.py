"""A goal over time: one point for each occasion, from the tries that stand (corrections taken into account).

Level and support are two series: a point has a level, and beside it the help that was usual and the most help needed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, DateTimeField, Max, Value

from beadwork.plan.models import Goal, ScalePoint, SupportLevel
from beadwork.plan.models.ladder import in_language
from beadwork.plan.models.scale import Better, Scale
from beadwork.progress.level import Rung, Tally, level_of, share_alone, tries, usual_rank
from beadwork.record.models import Attempt, Remark


@dataclass(frozen=True, slots=True)
class Measure:
    """How a goal is measured: its scale, the rungs of its ladder (most help first), its described levels if any."""

    scale: str
    low: float
    high: float
    unit: str = ""
    is_lower_better: bool = False
    rungs: tuple[Rung, ...] = ()
    described: tuple[tuple[int, str], ...] = ()

    def rung(self, rank: int) -> Rung:
        """The rung of a rank."""
        return next(rung for rung in self.rungs if rung.rank == rank)

    @property
    def alone(self) -> frozenset[int]:
        """The ranks that count as doing it alone."""
        return frozenset(rung.rank for rung in self.rungs if rung.is_alone)

    def reaches(self, level: float, target: float) -> bool:
        """Whether a level is as good as a target."""
        return level <= target if self.is_lower_better else level >= target


@dataclass(frozen=True, slots=True)
class Point:
    """One occasion. `usual` and `most` are rungs: the help most tries had, and the most help any try needed."""

    occasion_id: UUID
    on: date
    setting: str
    level: float
    alone: float
    usual: Rung
    most: Rung
    tallies: tuple[Tally, ...]
    remarks: tuple[str, ...] = ()

    @property
    def tries(self) -> int:
        """How many tries were seen."""
        return tries(self.tallies)


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one goal, oldest first."""

    measure: Measure
    points: tuple[Point, ...] = ()

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    def __len__(self) -> int:
        return len(self.points)

    @property
    def tries(self) -> int:
        """How many tries in all."""
        return sum(point.tries for point in self.points)

    @property
    def settings(self) -> tuple[str, ...]:
        """The settings that occur, in the order of their first occasion."""
        return tuple(dict.fromkeys(point.setting for point in self.points))

    def within(
        self, *, setting: str | None = None, since: date | None = None, until: date | None = None
    ) -> "Series":
        """The part of one setting and one period, both ends included."""
        return replace(
            self,
            points=tuple(
                point
                for point in self.points
                if (not setting or point.setting == setting)
                and (since is None or point.on >= since)
                and (until is None or point.on <= until)
            ),
        )


def goal_series(
    goal: Goal,
    *,
    setting: str | None = None,
    since: date | None = None,
    until: date | None = None,
    for_family: bool = False,
) -> Series:
    """The series of one goal, in three queries; `for_family`: only remarks meant for them."""
    whole = many_series([goal], for_family=for_family)[goal.pk]
    return whole.within(setting=setting, since=since, until=until)


def many_series(goals: Iterable[Goal], *, for_family: bool = False) -> dict[UUID, Series]:
    """The series of many goals by their ids, in the same three queries."""
    goals = list(goals)
    named = _named(goals)
    seen = _tallies(goals)
    remarks = _remarks(goals, for_family=for_family)
    series: dict[UUID, Series] = {}
    for goal in goals:
        measure = _measure(goal, named)
        points = (_point(measure, when, tallies, remarks) for when, tallies in seen[goal.pk].items())
        series[goal.pk] = Series(measure, tuple(points))
    return series


def bare_series(goals: Iterable[Goal]) -> dict[UUID, Series]:
    """The series of goals without words and remarks, for arithmetic: in one query."""
    goals = list(goals)
    seen, series = _tallies(goals), {}
    for goal in goals:
        ranks = sorted({tally.rank for tallies in seen[goal.pk].values() for tally in tallies})
        measure = _measure(goal, {goal.ladder_id: [_Name(rank, "", "", False) for rank in ranks]})
        points = (_point(measure, when, tallies, {}) for when, tallies in seen[goal.pk].items())
        series[goal.pk] = Series(measure, tuple(points))
    return series


@dataclass(frozen=True, slots=True)
class _When:
    """What makes two tries the same occasion of the same goal."""

    goal_id: UUID
    occasion_id: UUID
    on: date
    setting: str


_OCCASION = ("occasion_id", "occasion__on", "occasion__setting")


class _Name(NamedTuple):
    """A rung or a described level: its number, its words, and for a rung the family's words and whether it is alone."""

    number: int
    words: str
    family: str
    is_alone: bool


def _named(goals: Sequence[Goal]) -> dict[UUID, list[_Name]]:
    """The rungs of ladders and the described levels of goals, by the id of the ladder or goal, in order."""
    attained = [goal for goal in goals if goal.scale == Scale.ATTAINMENT]
    rungs = SupportLevel.objects.filter(ladder__in={goal.ladder_id for goal in goals}).order_by()
    points = ScalePoint.objects.filter(goal__in=attained).order_by()
    rows = rungs.values_list(
        "ladder_id", "rank", "name_en", "name_es", "family_en", "family_es", "is_alone"
    ).union(
        points.values_list("goal_id", "value", "words_en", "words_es", Value(""), Value(""), Value(False)),
        all=True,
    )
    named: dict[UUID, list[_Name]] = defaultdict(list)
    for owner, number, english, spanish, family_en, family_es, is_alone in rows:
        family = in_language(family_en, family_es)
        named[owner].append(_Name(number, in_language(english, spanish), family, bool(is_alone)))
    return {owner: sorted(names) for owner, names in named.items()}


def _measure(goal: Goal, named: dict[UUID, list[_Name]]) -> Measure:
    return Measure(
        scale=goal.scale,
        low=goal.low,
        high=goal.high,
        unit=goal.unit,
        is_lower_better=goal.better == Better.LOWER,
        rungs=tuple(Rung(*name) for name in named.get(goal.ladder_id, ())),
        described=tuple((name.number, name.words) for name in named.get(goal.pk, ())),
    )


def _tallies(goals: Sequence[Goal]) -> dict[UUID, dict[_When, list[Tally]]]:
    """Equal tries counted by the database: for each goal its occasions in order, with what was seen on them."""
    is_last_needed = any(goal.scale == Scale.ATTAINMENT for goal in goals)
    last_at = Max("at") if is_last_needed else Value(None, output_field=DateTimeField())
    rows = (
        Attempt.objects.standing()
        .filter(goal__in=goals)
        .values_list("goal_id", *_OCCASION, "support__rank", "success", "value")
        .annotate(times=Count("pk"), last_at=last_at)
        .order_by("occasion__on", "occasion__begun_at", "occasion_id")
    )
    seen: dict[UUID, dict[_When, list[Tally]]] = defaultdict(lambda: defaultdict(list))
    for goal_id, occasion_id, on, setting, rank, success, value, times, last in rows:
        tally = Tally(rank, times, success, value, last.timestamp() if last else 0.0)
        seen[goal_id][_When(goal_id, occasion_id, on, setting)].append(tally)
    return seen


def _remarks(goals: Sequence[Goal], *, for_family: bool) -> dict[tuple[UUID, UUID], list[str]]:
    """What was said about each goal on each occasion, in order."""
    rows: Any = Remark.objects.standing().filter(goal__in=goals)
    if for_family:
        rows = rows.filter(for_family=True)
    said: dict[tuple[UUID, UUID], list[str]] = defaultdict(list)
    for goal_id, occasion_id, text in rows.order_by("at").values_list("goal_id", "occasion_id", "text"):
        said[goal_id, occasion_id].append(text)
    return said


def _point(
    measure: Measure,
    when: _When,
    tallies: Sequence[Tally],
    remarks: dict[tuple[UUID, UUID], list[str]],
) -> Point:
    level = level_of(measure.scale, tallies)
    return Point(
        occasion_id=when.occasion_id,
        on=when.on,
        setting=when.setting,
        level=0.0 if level is None else level,
        alone=share_alone(tallies, measure.alone),
        usual=measure.rung(usual_rank(tallies)),
        most=measure.rung(min(tally.rank for tally in tallies)),
        tallies=tuple(tallies),
        remarks=tuple(remarks.get((when.goal_id, when.occasion_id), ())),
    )
