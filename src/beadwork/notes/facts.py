"""What a visit's note is written from: the record of the visit, and what lies between it and the visit before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beadwork.home.models import HomeDay, Routine
from beadwork.notes.agreement import Agreement, agreement, second_views
from beadwork.people.models import Child
from beadwork.plan.models import Goal, GoalVersion
from beadwork.progress.series import Point, Series, many_series
from beadwork.record.models import CheckIn, Second
from beadwork.school.models import ClassAnswer
from beadwork.visits.journal import Line, journal
from beadwork.visits.models import Visit

COMPARED = 3  # earlier visits a level is told beside


@dataclass(frozen=True)
class GoalFacts:
    """One goal of the visit: its series up to and with the visit, what held then, and the tries."""

    goal: Goal
    version: GoalVersion
    first: GoalVersion
    series: Series
    lines: tuple[Line, ...]
    remarks: tuple[Line, ...]
    agreement: Agreement | None

    @property
    def point(self) -> Point:
        """The visit's own bead."""
        return self.series.points[-1]

    @property
    def before(self) -> tuple[Point, ...]:
        """The visits before, in the same place, oldest first."""
        same = [point for point in self.series.points[:-1] if point.setting == self.point.setting]
        return tuple(same[-COMPARED:])


@dataclass(frozen=True)
class Facts:
    """Everything a note may speak of."""

    visit: Visit
    child: Child
    since: datetime | None
    goals: tuple[GoalFacts, ...]
    responses: tuple[Line, ...]
    activities: tuple[Line, ...]
    remarks: tuple[Line, ...]
    check_ins: tuple[CheckIn, ...]
    home: tuple[HomeDay, ...]
    school: tuple[ClassAnswer, ...]
    routines: tuple[Routine, ...]
    next_visit: Visit | None


def gather(visit: Visit) -> Facts:
    """The facts of a visit that has begun."""
    lines = journal(visit.occasion_id) if visit.occasion_id else []
    before = _before(visit)
    since = before.started_at if before else None
    goals = _goals(visit, lines)
    return Facts(
        visit=visit,
        child=visit.child,
        since=since,
        goals=goals,
        responses=_of(lines, "response"),
        activities=_of(lines, "activity"),
        remarks=tuple(line for line in _of(lines, "remark") if line.goal_id is None),
        check_ins=tuple(CheckIn.objects.standing().filter(occasion=visit.occasion_id).order_by("at", "pk")),
        home=tuple(_told_at_home(visit, since)),
        school=tuple(_told_at_school(visit, since)),
        routines=tuple(_routines(visit, [one.goal.pk for one in goals])),
        next_visit=_next(visit),
    )


def _of(lines: Iterable[Line], what: str) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.what == what)


def _before(visit: Visit) -> Visit | None:
    """The visit of the child before this one."""
    held = Visit.objects.held().filter(child=visit.child_id, started_at__lt=visit.started_at)
    before: Visit | None = held.exclude(pk=visit.pk).first()
    return before


def _next(visit: Visit) -> Visit | None:
    """The next one that is planned."""
    to_come = Visit.objects.standing().filter(
        child=visit.child_id, planned_at__gt=visit.planned_at, started_at=None
    )
    next_visit: Visit | None = to_come.select_related("practice").order_by("planned_at", "pk").first()
    return next_visit


def _goals(visit: Visit, lines: list[Line]) -> tuple[GoalFacts, ...]:
    """The goals that were tried, in the order they were written."""
    tried = {line.goal_id for line in lines if line.what == "attempt"}
    goals = list(
        Goal.objects.filter(pk__in=tried)
        .with_versions()
        .select_related("ladder")
        .prefetch_related("ladder__levels")
        .order_by("written_at", "name")
    )
    series = many_series(goals)
    views = second_views(visit.occasion_id) if goals else []
    return tuple(_goal(goal, series[goal.pk], visit, lines, views) for goal in goals)


def _goal(
    goal: Goal, series: Series, visit: Visit, lines: list[Line], views: list[tuple[UUID, Second]]
) -> GoalFacts:
    mine = [line for line in lines if line.goal_id == goal.pk]
    day = next(point.on for point in series if point.occasion_id == visit.occasion_id)
    return GoalFacts(
        goal=goal,
        version=goal.version_on(day),
        first=next(iter(goal.versions.all())),
        series=Series(series.measure, _up_to(series, visit.occasion_id)),
        lines=(tries := _of(mine, "attempt")),
        remarks=_of(mine, "remark"),
        agreement=agreement(goal, tries, views),
    )


def _up_to(series: Series, occasion_id: UUID | None) -> tuple[Point, ...]:
    """The beads up to the visit's own, which comes last also where another place was seen later that day."""
    own = next(point for point in series if point.occasion_id == occasion_id)
    earlier = [point for point in series if point.on <= own.on and point is not own]
    return (*earlier, own)


def _told_at_home(visit: Visit, since: datetime | None) -> Iterable[HomeDay]:
    days = HomeDay.objects.filter(child=visit.child_id, told_at__lte=visit.started_at)
    days = days.filter(told_at__gt=since) if since else days
    return days.select_related("routine", "caregiver").order_by("on", "told_at")


def _told_at_school(visit: Visit, since: datetime | None) -> Iterable[ClassAnswer]:
    answers = ClassAnswer.objects.filter(child=visit.child_id, answered_at__lte=visit.started_at)
    answers = answers.filter(answered_at__gt=since) if since else answers
    return answers.select_related("question__goal", "answered_by").order_by("answered_at")


def _routines(visit: Visit, goals: list[UUID]) -> Iterable[Routine]:
    return Routine.objects.filter(goal__in=goals, ended_at=None).order_by("shared_at")
