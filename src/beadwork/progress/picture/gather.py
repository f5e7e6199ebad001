"""Fewer beads where there would be too many to see: one a week, two weeks, a month, a quarter, a year."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from statistics import median_low

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beadwork.progress.picture.parts import Bead


def _week(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _two_weeks(on: date) -> date:
    return on - timedelta(days=(on.toordinal() - 1) % 14)


def _months(number: int) -> Callable[[date], date]:
    return lambda on: on.replace(month=(on.month - 1) // number * number + 1, day=1)


def gather(beads: tuple[Bead, ...], room_for: int) -> tuple[tuple[Bead, ...], str]:
    """Every bead where there is room; else one for each week, month or longer, and a note that says so."""
    if len(beads) <= room_for:
        return beads, ""
    spans = [
        (_week, _("Each bead is one week.")),
        (_two_weeks, _("Each bead is two weeks.")),
        (_months(1), _("Each bead is one month.")),
        (_months(3), _("Each bead is three months.")),
        (_months(12), _("Each bead is one year.")),
    ]
    choices = ((_by(beads, start_of), note) for start_of, note in spans)
    best = next(choices)
    while len(best[0]) > room_for and (coarser := next(choices, None)):
        best = coarser
    return best


def _by(beads: tuple[Bead, ...], start_of: Callable[[date], date]) -> tuple[Bead, ...]:
    return tuple(_join(day, group) for day, group in groupby(beads, key=lambda bead: start_of(bead.on)))


def _join(day: date, group: Iterable[Bead]) -> Bead:
    """One bead for several: the middle level, the mean share alone, the setting most of them had."""
    beads = list(group)
    if len(beads) == 1:
        return beads[0]
    middle = median_low(bead.level for bead in beads)
    shares = [bead.alone for bead in beads if bead.alone is not None]
    return replace(
        next(bead for bead in beads if bead.level == middle),
        on=day,
        alone=sum(shares) / len(shares) if shares else None,
        setting=Counter(bead.setting for bead in beads).most_common(1)[0][0],
        title=_title(day, sum(bead.count for bead in beads)),
        support="",
        remark="",
        is_mastered=any(bead.is_mastered for bead in beads),
        count=sum(bead.count for bead in beads),
    )


def _title(day: date, count: int) -> str:
    times = ngettext("%(count)d time", "%(count)d times", count) % {"count": count}
    return _("From %(day)s: %(times)s") % {"day": date_format(day), "times": times}
