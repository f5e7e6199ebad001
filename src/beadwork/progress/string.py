"""From a goal and its series to the string of beads that is drawn."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from beadwork.plan.models import Goal, GoalVersion, SupportLevel
from beadwork.plan.models.scale import Scale
from beadwork.progress.mastery import Mastery, meets
from beadwork.progress.picture import Axis, Band, Bead, Beads, Gap, Mark, Tick
from beadwork.progress.picture.days import say_day
from beadwork.progress.series import Measure, Point, Series
from beadwork.progress.words import say_level, say_place, say_point, say_rung, signed


def string_of(
    goal: Goal,
    series: Series,
    versions: Sequence[GoalVersion] = (),
    *,
    mastery: Mastery | None = None,
    forecast: Band | None = None,
    gaps: Sequence[Gap] = (),
    family: bool = False,
    from_start: bool = True,
) -> Beads:
    """The string of a goal. `versions`, oldest first, give baseline, target and changes; `family` uses their words.

    A series that is only a part of the goal's is not `from_start`: its thread does not begin at the baseline.
    """
    levels = _levels(series.measure, versions, family=family)
    has_target = bool(versions and versions[-1].target is not None)
    return Beads(
        axis=axis_of(series.measure, told_by_target=has_target),
        beads=beads_of(series, mastery=mastery, family=family),
        name=goal.family_name if family else goal.name,
        marks=(
            *(mark for mark in levels if from_start or mark.kind != "baseline"),
            *_days(series, versions, mastery),
        ),
        gaps=tuple(gaps),
        forecast=forecast,
    )


def beads_of(series: Series, *, mastery: Mastery | None = None, family: bool = False) -> tuple[Bead, ...]:
    """One bead for each occasion; those that meet the goal's rule since it was reached carry a halo."""
    return tuple(_bead(series.measure, point, mastery, family=family) for point in series)


def axis_of(measure: Measure, *, told_by_target: bool = False) -> Axis:
    """The scale as an axis; up is the better way. Its unit is left out where the target's words say it already."""
    return Axis(
        low=measure.low,
        high=measure.high,
        words="" if told_by_target and not measure.is_lower_better else _unit(measure),
        flipped=measure.is_lower_better,
        is_whole=measure.scale in (Scale.STEPS, Scale.COUNT),
        ticks=_ticks(measure),
    )


def _unit(measure: Measure) -> str:
    units = {
        Scale.ACCURACY: _("of 100 tries"),
        Scale.STEPS: _("steps"),
        Scale.COUNT: measure.unit or _("times"),
        Scale.DURATION: _("seconds"),
        Scale.LATENCY: _("seconds"),
        Scale.RATE: _("a minute"),
    }
    unit = units.get(Scale(measure.scale), "")
    return _("%(unit)s, less is better") % {"unit": unit} if measure.is_lower_better and unit else unit


def _ticks(measure: Measure) -> tuple[Tick, ...]:
    if measure.scale == Scale.SUPPORT:
        return tuple(Tick(rung.rank, rung.name) for rung in measure.rungs)
    if measure.scale == Scale.ATTAINMENT:
        return tuple(Tick(level, signed(level)) for level in range(int(measure.low), int(measure.high) + 1))
    return ()


def _bead(measure: Measure, point: Point, mastery: Mastery | None, *, family: bool) -> Bead:
    since = mastery.reached_on if mastery else None
    return Bead(
        on=point.on,
        level=point.level,
        alone=point.alone,
        setting=point.setting,
        title=f"{say_day(point.on)}, {say_place(point.setting)}",
        words=say_point(measure, point),
        support="" if measure.scale == Scale.SUPPORT else say_rung(point.usual, family=family),
        remark=" ".join(point.remarks),
        is_mastered=bool(mastery and since and point.on >= since and meets(point, mastery.rule, measure)),
    )


def _levels(measure: Measure, versions: Sequence[GoalVersion], *, family: bool) -> list[Mark]:
    """Where it began, by the first version, and where it is to go, by the last."""
    marks = []
    if versions and (baseline := versions[0].baseline) is not None:
        words = _("start: %(level)s") % {"level": say_level(measure, baseline)}
        marks.append(Mark("baseline", words, level=baseline))
    if versions and (target := versions[-1].target) is not None:
        words = target_words(measure, target, versions[-1].target_support, family=family)
        marks.append(Mark("target", words, level=target, short=target_words(measure, target, None)))
    return marks


def target_words(
    measure: Measure, target: float, support: SupportLevel | None, *, family: bool = False
) -> str:
    """The target in words: its level, and the help it allows."""
    level = say_level(measure, target)
    if support is None or measure.scale == Scale.SUPPORT:
        return _("goal: %(level)s") % {"level": level}
    rung = say_rung(measure.rung(support.rank), family=family)
    return _("goal: %(level)s, %(help)s") % {"level": level, "help": rung}


def _days(series: Series, versions: Sequence[GoalVersion], mastery: Mastery | None) -> list[Mark]:
    """Days within the string on which the goal changed, and the one on which it was reached."""
    first = series.points[0].on if series.points else None
    marks = [
        Mark("version", _("goal changed"), on=version.effective_on)
        for version in versions[1:]
        if first and first < version.effective_on <= series.points[-1].on
    ]
    if mastery and mastery.reached_on:
        marks.append(Mark("mastery", _("reached"), on=mastery.reached_on))
    return marks
