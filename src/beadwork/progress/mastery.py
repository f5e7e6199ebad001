"""Whether a goal is reached: the rule of its version, and the occasions that show it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from beadwork.plan.models import GoalVersion
from beadwork.plan.models.scale import Scale
from beadwork.progress.level import level_of, successes, tries
from beadwork.progress.series import Measure, Point, Series

ACCURACY_TARGET = 90.0  # of 100 tries, where a version names no target
KEPT_AFTER = timedelta(days=28)


class State(StrEnum):
    """How far a goal is by its own rule."""

    NOT_YET = "not yet"
    REACHED = "reached"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Rule:
    """`target` at the help of `rank` or less, on `running` occasions in a row, in `settings` different settings."""

    target: float
    rank: int
    running: int = 3
    settings: int = 2


@dataclass(frozen=True, slots=True)
class Mastery:
    """The state, and its evidence: `shown` are the occasions that meet the rule in a row, the longest-running last."""

    state: State
    rule: Rule
    reached_on: date | None
    shown: tuple[Point, ...]

    @property
    def running(self) -> int:
        """How many occasions in a row met the rule."""
        return len(self.shown)

    @property
    def settings(self) -> tuple[str, ...]:
        """In which settings they were."""
        return tuple(dict.fromkeys(point.setting for point in self.shown))


def rule_of(version: GoalVersion | None, measure: Measure) -> Rule | None:
    """The rule of a version; None where it names no target (accuracy then asks for nine tries of ten)."""
    if version is None:
        return None
    rank = None if version.target_support is None else version.target_support.rank
    return rule_from(version.target, rank, version.visits_running, version.settings_needed, measure)


def rule_from(
    target: float | None, rank: int | None, running: int, settings: int, measure: Measure
) -> Rule | None:
    """The rule that the parts of a version make."""
    if target is None and measure.scale == Scale.ACCURACY:
        target = ACCURACY_TARGET
    return None if target is None else Rule(target, rank or 0, running, settings)


def meets(point: Point, rule: Rule, measure: Measure) -> bool:
    """Whether one occasion shows the target at the help allowed.

    Accuracy counts the successes made with that help or less among all tries. On the other scales at least half of the
    tries must have been made with that help or less, and the level of those tries must reach the target.
    """
    allowed = [tally for tally in point.tallies if tally.rank >= rule.rank]
    if measure.scale == Scale.ACCURACY:
        return measure.reaches(100.0 * successes(allowed) / point.tries, rule.target)
    level = level_of(measure.scale, allowed)
    return level is not None and 2 * tries(allowed) >= point.tries and measure.reaches(level, rule.target)


def mastery(series: Series, rule: Rule) -> Mastery:
    """Reached on the first day the rule held; kept when one four weeks or more later shows it, and the last too."""
    run: list[Point] = []
    reached: tuple[Point, ...] = ()
    last_met = kept = False
    for point in series:
        last_met = meets(point, rule, series.measure)
        run = [*run, point] if last_met else []
        if reached:
            kept = kept or (last_met and point.on - reached[-1].on >= KEPT_AFTER)
        elif _holds(run, rule):
            reached = tuple(run)
    if not reached:
        return Mastery(State.NOT_YET, rule, None, tuple(run))
    state = State.KEPT if kept and last_met else State.REACHED
    return Mastery(state, rule, reached[-1].on, reached)


def _holds(run: list[Point], rule: Rule) -> bool:
    return len(run) >= rule.running and len({point.setting for point in run}) >= rule.settings
