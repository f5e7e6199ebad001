"""How a goal goes, in words: now and at the start, by setting, the help, and how often it was seen.

"Now" is the last three occasions and "then" the first three (or the baseline the plan wrote down), so that one good
or bad day says little. Level and help are told side by side, not mixed into one number. Too little is said to be.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, median_low

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beadwork.plan.models import GoalVersion
from beadwork.plan.models.scale import Scale
from beadwork.progress.level import successes, tries, usual_rank
from beadwork.progress.series import Measure, Point, Series
from beadwork.progress.words import say_level, say_place, say_point, say_rung, say_tries

LATELY = timedelta(weeks=12)  # places are compared over the same stretch of time
ENOUGH = 3  # occasions, before anything is said about where a child is
FURTHER = 0.1  # of the scale: less of a difference between settings is none
STEPPED = (Scale.STEPS, Scale.ATTAINMENT, Scale.SUPPORT)  # here a whole step is a difference


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences; an empty one had nothing to rest on. `answer` is the one that is always there."""

    answer: str
    settings: str = ""
    support: str = ""
    dose: str = ""
    is_enough: bool = False


def summary(series: Series, first: GoalVersion | None = None, *, family: bool = False) -> Summary:
    """What the series says. `first` is the goal's first version, with its baseline; `family` picks their words."""
    points = series.points
    if not points:
        return Summary(_("Not seen yet."))
    if len(points) < ENOUGH:
        return Summary(_too_few(series, family=family), dose=dose(series))
    return Summary(
        answer=_now_and_then(series, first, family=family),
        settings=by_setting(series),
        support=help_then_and_now(series),
        dose=dose(series),
        is_enough=True,
    )


def now_level(series: Series) -> float:
    """Where the child is: over the last three occasions, all tries for accuracy, else the middle occasion."""
    return _middle(series.measure, series.points[-ENOUGH:])


def by_setting(series: Series) -> str:
    """Where it goes further, of the places seen often enough in the last twelve weeks."""
    if not series.points:
        return ""
    lately = series.within(since=series.points[-1].on - LATELY)
    groups = {setting: lately.within(setting=setting).points[-ENOUGH:] for setting in lately.settings}
    levels = {
        setting: _middle(series.measure, points)
        for setting, points in groups.items()
        if len(points) >= ENOUGH
    }
    if len(levels) < 2:
        return ""
    ordered = sorted(levels, key=levels.__getitem__, reverse=not series.measure.is_lower_better)
    return _compare(series.measure, levels, ordered[0], ordered[-1])


def help_then_and_now(series: Series) -> str:
    """How many tries were made alone, in the last occasions and in the first; nothing where none was yet."""
    if len(series) < ENOUGH:
        return ""
    now, tried = _alone(series.measure, series.points[-ENOUGH:])
    if not (now or _alone(series.measure, series.points[:ENOUGH])[0]):
        return ""
    sentence = _("Alone in %(tries)s lately") % {"tries": say_tries(now, tried)}
    if len(series) < 2 * ENOUGH:
        return f"{sentence}."
    then, tried_then = _alone(series.measure, series.points[:ENOUGH])
    return _("%(lately)s; at first in %(tries)s.") % {
        "lately": sentence,
        "tries": say_tries(then, tried_then),
    }


def dose(series: Series) -> str:
    """How often it was seen, how many tries, since when, and where."""
    seen = ngettext("Seen %(count)d time", "Seen %(count)d times", len(series)) % {"count": len(series)}
    tried = ngettext("%(count)d try", "%(count)d tries", series.tries) % {"count": series.tries}
    counts = Counter(point.setting for point in series)
    where = ", ".join(f"{count} {say_place(setting)}" for setting, count in counts.most_common())
    return _("%(seen)s since %(day)s (%(where)s), %(tried)s.") % {
        "seen": seen,
        "day": date_format(series.points[0].on),
        "where": where,
        "tried": tried,
    }


def _too_few(series: Series, *, family: bool) -> str:
    last = series.points[-1]
    return _("Not enough seen yet to tell how it goes. Last time: %(level)s, %(help)s.") % {
        "level": say_point(series.measure, last),
        "help": say_rung(last.usual, family=family),
    }


def _now_and_then(series: Series, first: GoalVersion | None, *, family: bool) -> str:
    measure = series.measure
    now = _told(measure, series.points[-ENOUGH:], family=family)
    then = _start(series, first, family=family)
    if not then:
        return f"{now[:1].upper()}{now[1:]}."
    return _("%(now)s; at the start it was %(then)s.") % {"now": now[:1].upper() + now[1:], "then": then}


def _start(series: Series, first: GoalVersion | None, *, family: bool) -> str:
    """The written baseline; else the first occasions, once they are not the last ones as well."""
    measure = series.measure
    if first is not None and first.baseline is not None:
        level = say_level(measure, first.baseline)
        if first.baseline_support is None:
            return level
        return f"{level}, {say_rung(measure.rung(first.baseline_support.rank), family=family)}"
    if len(series) < 2 * ENOUGH:
        return ""
    return _told(measure, series.points[:ENOUGH], family=family)


def _told(measure: Measure, points: Sequence[Point], *, family: bool) -> str:
    """Level and usual help of some occasions together."""
    pooled = [tally for point in points for tally in point.tallies]
    level = say_level(measure, _middle(measure, points))
    if measure.scale == Scale.ACCURACY:
        level = say_tries(successes(pooled), tries(pooled))
    if measure.scale == Scale.SUPPORT:
        return level
    return f"{level}, {say_rung(measure.rung(usual_rank(pooled)), family=family)}"


def _middle(measure: Measure, points: Sequence[Point]) -> float:
    if measure.scale == Scale.ACCURACY:
        pooled = [tally for point in points for tally in point.tallies]
        return 100.0 * successes(pooled) / tries(pooled)
    middle = median_low if measure.scale in STEPPED else median
    return middle(point.level for point in points)


def _alone(measure: Measure, points: Sequence[Point]) -> tuple[int, int]:
    pooled = [tally for point in points for tally in point.tallies]
    return tries(tally for tally in pooled if tally.rank in measure.alone), tries(pooled)


def _compare(measure: Measure, levels: dict[str, float], best: str, least: str) -> str:
    difference = abs(levels[best] - levels[least])
    enough = 1.0 if measure.scale in STEPPED else FURTHER * (measure.high - measure.low)
    facts = {
        "best": say_place(best),
        "least": say_place(least),
        "more": say_level(measure, levels[best]),
        "less": say_level(measure, levels[least]),
    }
    if difference < enough and len(levels) > 2:
        return _("About the same in every place.")
    if difference < enough:
        return _("About the same %(best)s and %(least)s.") % facts
    return _("Further %(best)s (%(more)s) than %(least)s (%(less)s).") % facts
