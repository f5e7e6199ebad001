"""From a goal's series to a forecast: what is asked of `stats`, in one batch for any number of goals, and its answer.

Two series are asked about. The band goes on from the beads, so it forecasts the level that the beads show. Whether and
when the goal is reached rests on the level that counts: what was done with no more help than the goal allows.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from beadwork.plan.models.scale import Scale
from beadwork.progress.level import level_of, successes, tries
from beadwork.progress.mastery import Rule
from beadwork.progress.series import Measure, Point, Series

METHOD = 1  # another number makes every outlook stale: the way of computing has changed
AHEAD = (1, 2, 3, 4, 5)  # visits the band reaches; further has not been tested against real series
WEEKS_AHEAD = 26
FEWEST_VISITS, MOST_VISITS = 10, 80
PACE_OVER = timedelta(weeks=12)
SLOWEST = 0.25  # occasions a week
GROUP = 5  # occasions at either end that are compared
GRAINS = (Scale.ATTAINMENT, Scale.SUPPORT)  # here only whole levels exist

Table = list[list[float]]


@dataclass(frozen=True, slots=True)
class Question:
    """Everything an outlook rests on. Levels are shares of the scale, 1 the best."""

    shown: tuple[float, ...]
    counted: tuple[float, ...]
    trials: tuple[int, ...]
    days: tuple[float, ...]
    target: float
    running: int
    grain: float | None
    pace: float

    @property
    def visits(self) -> int:
        """How many visits ahead are asked about: half a year's, in tens."""
        wanted = round(WEEKS_AHEAD * self.pace / 10) * 10
        return min(max(wanted, FEWEST_VISITS), MOST_VISITS)

    def fingerprint(self) -> str:
        """The same for the same question, and for no other."""
        said = json.dumps([METHOD, asdict(self)], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """What `stats` said: a status, the chance of having reached the goal by each visit ahead, and a band.

    `earliest` and `latest` are visits ahead, None where they do not exist; `pace` is occasions a week, lately. `band`
    has low, middle and high shares of the scale for each of `AHEAD`. Of `pairs` of an early and a late occasion
    `later_better` are better late.
    """

    status: str
    seen: int
    pace: float
    chance: tuple[float, ...] = ()
    earliest: float | None = None
    latest: float | None = None
    band: tuple[tuple[float, ...], ...] = ()
    later_better: int = 0
    pairs: int = 0


def question_of(series: Series, rule: Rule | None) -> Question | None:
    """What to ask about one goal; None where nothing was seen or no target is set."""
    if rule is None or not series.points:
        return None
    measure, points = series.measure, series.points
    return Question(
        shown=tuple(_share(measure, point.level) for point in points),
        counted=tuple(_share(measure, counted_level(point, rule, measure)) for point in points),
        trials=tuple(point.tries for point in points) if measure.scale == Scale.ACCURACY else (),
        days=_days(points),
        target=_share(measure, rule.target),
        running=rule.running,
        grain=1 / (measure.high - measure.low) if measure.scale in GRAINS else None,
        pace=_pace(points),
    )


def counted_level(point: Point, rule: Rule, measure: Measure) -> float:
    """The level that counts toward the goal: with too much help it is the lowest of the scale."""
    allowed = [tally for tally in point.tallies if tally.rank >= rule.rank]
    if measure.scale == Scale.ACCURACY:
        return 100.0 * successes(allowed) / point.tries
    level = level_of(measure.scale, allowed)
    if level is None or 2 * tries(allowed) < point.tries:
        return measure.high if measure.is_lower_better else measure.low
    return level


def _share(measure: Measure, level: float) -> float:
    share = (level - measure.low) / (measure.high - measure.low)
    share = min(max(share, 0.0), 1.0)
    return round(1 - share if measure.is_lower_better else share, 6)


def _days(points: Sequence[Point]) -> tuple[float, ...]:
    """Days since the first occasion; the second of one day is a little later."""
    days: list[float] = []
    for point in points:
        day = float((point.on - points[0].on).days)
        days.append(day if not days or day > days[-1] else round(days[-1] + 0.1, 1))
    return tuple(days)


def _pace(points: Sequence[Point]) -> float:
    """Occasions a week, lately."""
    last = points[-1].on
    lately = [point for point in points if point.on > last - PACE_OVER]
    weeks = max((last - lately[0].on).days / 7, 1.0)
    return round(max((len(lately) - 1) / weeks, SLOWEST), 2)


def answers(questions: Sequence[Question]) -> list[Answer]:
    """One answer each, in order; questions that are alike but for their points are asked together."""
    groups: dict[Any, list[int]] = defaultdict(list)
    for number, asked in enumerate(questions):
        key = (asked.target, asked.running, asked.grain, asked.visits, bool(asked.trials))
        groups[key].append(number)
    told: dict[int, Answer] = {}
    for numbers in groups.values():
        told |= zip(numbers, _answer_alike([questions[number] for number in numbers]), strict=True)
    return [told[number] for number in range(len(questions))]


def _answer_alike(asked: Sequence[Question]) -> Iterable[Answer]:
    from beadwork.stats import forecast_levels, time_to_goal

    one = asked[0]
    beside = {"days": _table(q.days for q in asked)}
    if one.trials:
        beside["trials"] = _table(q.trials for q in asked)
    unit: dict[str, Any] = {"low": 0.0, "high": 1.0, "grain": one.grain, **beside}
    when = time_to_goal(
        _table(q.counted for q in asked), target=one.target, consecutive=one.running, horizon_visits=one.visits, **unit
    )  # fmt: skip
    levels = forecast_levels(
        _table(q.shown for q in asked), horizons=AHEAD, quantiles=(0.1, 0.5, 0.9), **unit
    )
    for row, question in enumerate(asked):
        yield _answer(question, row, when, levels)


def _answer(asked: Question, row: int, when: Any, levels: Any) -> Answer:
    status, seen = str(when.status[row]), len(asked.shown)
    if status == "not enough data":
        return Answer(status, seen, asked.pace)
    edges = [levels.quantiles[chance][row] for chance in (0.1, 0.5, 0.9)]
    return Answer(
        status,
        seen,
        asked.pace,
        chance=tuple(round(float(chance), 3) for chance in when.chance[row]),
        earliest=_number(when.earliest[row]),
        latest=_number(when.latest[row]),
        band=tuple(tuple(round(float(edge), 4) for edge in visit) for visit in zip(*edges, strict=True)),
        **_compared(asked.shown),
    )  # fmt: skip


def _compared(shown: Sequence[float]) -> dict[str, int]:
    """How many pairs of an early and a late occasion are better late; equal ones count half (NAP)."""
    from beadwork.stats import nap

    size = min(GROUP, len(shown) // 2)
    if size < 3:
        return {}
    pairs = size * size
    share = nap(list(shown[:size]), list(shown[-size:]), better="higher").value
    return {"later_better": round(share * pairs), "pairs": pairs}


def _number(value: Any) -> float | None:
    return None if value != value else round(float(value), 2)


def _table(rows: Iterable[Sequence[float]]) -> Table:
    """Rows of one length, the short ones filled up with nothing."""
    rows = [list(row) for row in rows]
    width = max(map(len, rows))
    return [[*row, *[float("nan")] * (width - len(row))] for row in rows]
