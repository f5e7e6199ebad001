"""Series without a database: a measure, and points from tries written by hand."""

from datetime import date, timedelta
from uuid import UUID

from beadwork.progress.level import Rung, Tally, level_of, share_alone, usual_rank
from beadwork.progress.series import Measure, Point, Series

RUNGS = (
    Rung(0, "Full hand-over-hand", "with hands over hands"),
    Rung(1, "Shown first", "after seeing it done"),
    Rung(2, "With words", "with words to remind"),
    Rung(3, "Alone", "alone", is_alone=True),
)
FIRST = date(2026, 3, 2)

STEPS = Measure("steps", 0, 6, "steps", rungs=RUNGS)
ACCURACY = Measure("accuracy", 0, 100, rungs=RUNGS)
SECONDS = Measure("latency", 0, 120, is_lower_better=True, rungs=RUNGS)


def values(rank: int, *seen: float) -> list[Tally]:
    """Tries with a value each, all with the help of one rung."""
    return [Tally(rank, 1, value=value, last_at=turn) for turn, value in enumerate(seen)]


def hits(rank: int, good: int, missed: int = 0) -> list[Tally]:
    """Tries that succeeded and tries that did not, with the help of one rung."""
    both = [Tally(rank, good, success=True), Tally(rank, missed, success=False)]
    return [tally for tally in both if tally.times]


def point(measure: Measure, week: int, tallies: list[Tally], setting: str = "clinic", *said: str) -> Point:
    """What was seen in a week."""
    level = level_of(measure.scale, tallies)
    assert level is not None
    return Point(
        occasion_id=UUID(int=week),
        on=FIRST + timedelta(weeks=week),
        setting=setting,
        level=level,
        alone=share_alone(tallies, measure.alone),
        usual=measure.rung(usual_rank(tallies)),
        most=measure.rung(min(tally.rank for tally in tallies)),
        tallies=tuple(tallies),
        remarks=said,
    )


def series(measure: Measure, *weeks: list[Tally] | tuple[list[Tally], str]) -> Series:
    """A week each: tries at the clinic, or tries and where."""
    pairs = [week if isinstance(week, tuple) else (week, "clinic") for week in weeks]
    return Series(
        measure, tuple(point(measure, n, tallies, where) for n, (tallies, where) in enumerate(pairs))
    )
