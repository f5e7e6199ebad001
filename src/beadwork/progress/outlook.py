"""An outlook in words: when a goal may be reached, how clear the change is, and how we know.

A range and a chance, never a promised day. For clinicians only: families see what a clinician tells them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from beadwork.plan.models import GoalVersion
from beadwork.progress.forecast import AHEAD, WEEKS_AHEAD
from beadwork.progress.models import Outlook
from beadwork.progress.picture import Band, BandPoint
from beadwork.progress.picture.labels import number
from beadwork.progress.series import Measure, Series
from beadwork.progress.words import say_level

LONG_AGO = timedelta(weeks=6)
FEWEST = 5  # occasions before anything is forecast: what `stats` asks for
Says = dict[str, Any]  # a `forecast.Answer` as it is kept
CLEAR, SOME = 0.85, 0.65  # shares of pairs; rules of thumb, so that only words hang on them


@dataclass(frozen=True, slots=True)
class Told:
    """`when` is the answer; `chance` and `change` stand below it, empty where there is nothing to say."""

    when: str
    chance: str = ""
    change: str = ""
    basis: tuple[tuple[str, str], ...] = ()
    band: Band | None = None


def tell(outlook: Outlook, series: Series, version: GoalVersion | None, *, today: date) -> Told:
    """What an outlook says on a day."""
    says = outlook.told
    if says["status"] == "not enough data":
        return Told(_not_yet(says["seen"]))
    last = series.points[-1].on
    return Told(
        when=_when(says, last, today),
        chance=_chance(says, last, version, today),
        change=_change(says),
        basis=_basis(says, series, last, today),
        band=_band(says, series.measure, last),
    )


def _not_yet(seen: int) -> str:
    return _("Not enough data yet to say when: seen %(seen)d times, %(fewest)d are needed.") % {
        "seen": seen,
        "fewest": FEWEST,
    }


def _when(says: Says, last: date, today: date) -> str:
    status = says["status"]
    if status == "reached":
        return _("The level is there. It still has to show as the goal asks.")
    if status == "not forecast to reach":
        return _("Going on like this, it is not likely to be reached by %(day)s.") % {
            "day": say_month(last + timedelta(weeks=WEEKS_AHEAD), today)
        }
    if status == "expected" and says["latest"] is not None:
        return _("Likely between %(early)s and %(late)s.") % {
            "early": say_month(_day(says, last, says["earliest"]), today),
            "late": say_month(_day(says, last, says["latest"]), today),
        }
    return _("Too early to say when.")


def _chance(says: Says, last: date, version: GoalVersion | None, today: date) -> str:
    """The chance by the day on which the goal is looked at again, or in twelve weeks."""
    if says["status"] == "reached":
        return ""
    by = (
        version.review_on
        if version and version.review_on and version.review_on > today
        else today + timedelta(weeks=12)
    )
    visits = min(int((by - last).days * says["pace"] / 7), len(says["chance"]))
    chance = says["chance"][visits - 1] if visits > 0 else 0.0
    return _("%(chance)s that it is reached by %(day)s, at the recent pace.") % {
        "chance": say_chance(chance), "day": date_format(by),
    }  # fmt: skip


def _change(says: Says) -> str:
    """How clearly the late occasions differ from the early ones."""
    if not says["pairs"]:
        return ""
    share = says["later_better"] / says["pairs"]
    counts = {"better": says["later_better"], "pairs": says["pairs"]}
    if share >= CLEAR:
        said = _(
            "The change is clear: late times go further than early ones in %(better)d of %(pairs)d pairs."
        )
    elif share >= SOME:
        said = _("There is some change: late times go further in %(better)d of %(pairs)d pairs.")
    elif share > 1 - SOME:
        said = _(
            "Late times are hardly different from early ones (%(better)d of %(pairs)d pairs go further)."
        )
    else:
        said = _("Late times go less far than early ones: further in only %(better)d of %(pairs)d pairs.")
    return said % counts


def _basis(says: Says, series: Series, last: date, today: date) -> tuple[tuple[str, str], ...]:
    """How do we know: the data, the method, its source, its limits."""
    data = _("%(seen)d occasions from %(first)s to %(last)s, %(pace)s a week lately.") % {
        "seen": says["seen"],
        "first": date_format(series.points[0].on),
        "last": date_format(last),
        "pace": number(round(says["pace"], 1)),
    }
    return (
        (_("Data"), data),
        (
            _("What counts"),
            _("The level with no more help than the goal allows. The band shows the level as seen."),
        ),
        (
            _("Method"),
            _(
                "Learning that slows toward a ceiling of the child's own, which may lie below the goal; how it usually "
                "goes was learned from published series. Change: each of the first five times against each of the last."
            ),
        ),
        (
            _("Source"),
            _(
                "Heathcote, Brown and Mewhort 2000; Parker and Vannest 2009. More in docs/statistics/forecast.md."
            ),
        ),
        (_("Limits"), " ".join(_limits(says, series, last, today))),
    )


def _limits(says: Says, series: Series, last: date, today: date) -> Sequence[str]:
    limits = [
        _("No other child is compared. The first times stand in for a baseline, so chance is not ruled out."),
        _("More than five visits ahead it has not been tested on real series."),
    ]
    if says["seen"] < 2 * FEWEST:
        limits.append(_("There are few occasions; one more could change it."))
    if today - last > LONG_AGO:
        limits.append(
            _("It was last seen on %(day)s; what happened since is not known.") % {"day": date_format(last)}
        )
    if len(series.settings) < 2:
        limits.append(_("It was seen in one place only."))
    return limits


def _band(says: Says, measure: Measure, last: date) -> Band:
    points = tuple(
        BandPoint(_day(says, last, visits), *sorted(_level(measure, share) for share in edges)) for visits, edges in
        zip(AHEAD, says["band"], strict=True)
    )  # fmt: skip
    ahead = points[-1]
    words = _("In five visits probably between %(low)s and %(high)s.") % {
        "low": say_level(measure, _told_level(measure, ahead.low)),
        "high": say_level(measure, _told_level(measure, ahead.high)),
    }
    return Band(points, words)


def _told_level(measure: Measure, level: float) -> float:
    """A level as exact as a forecast may be said: whole numbers on scales of more than a few levels."""
    return float(round(level)) if measure.high - measure.low > 4 else round(level, 1)


def _level(measure: Measure, share: float) -> float:
    share = 1 - share if measure.is_lower_better else share
    return measure.low + share * (measure.high - measure.low)


def _day(says: Says, last: date, visits: float) -> date:
    return last + timedelta(days=round(7 * visits / says["pace"]))


def say_month(day: date, today: date) -> str:
    """A third of a month: exact days would promise what nobody knows."""
    parts = [_("early %(month)s"), _("mid-%(month)s"), _("late %(month)s")]
    month = date_format(day, "F" if day.year == today.year else pgettext("format of a month", "F Y"))
    return parts[min((day.day - 1) // 10, 2)] % {"month": month}


def say_chance(chance: float) -> str:
    """A chance in tenths, as people say it."""
    tenths = round(10 * chance)
    if tenths <= 0:
        return _("Less than 1 in 10")
    if tenths >= 10:
        return _("More than 9 in 10")
    return _("%(tenths)d in 10") % {"tenths": tenths}
