"""Fewer beads where there would be too many to see: one a week, two weeks, a month, a quarter, a year."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from statistics import median_low

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from beadwork.progress.picture.days import say_day
from beadwork.progress.picture.parts import Bead


def _week(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _two_weeks(on: date) -> date:
    return on - timedelta(days=(on.toordinal() - 1) % 14)


def _months(number: int) -> Callable[[date], date]:
    return lambda on: on.replace(month=(on.month - 1) // number * number + 1, day=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time one bead may stand for."""

    start_of: Callable[[date], date]
    note: Promise


SPANS = (
    Span(_week, gettext_lazy("Each bead is one week.")),
    Span(_two_weeks, gettext_lazy("Each bead is two weeks.")),
    Span(_months(1), gettext_lazy("Each bead is one month.")),
    Span(_months(3), gettext_lazy("Each bead is three months.")),
    Span(_months(12), gettext_lazy("Each bead is one year.")),
)


def gather(beads: tuple[Bead, ...], room_for: int) -> tuple[Bead, ...]:
    """Every bead where there is room; else one for each week, month or longer."""
    span = _span(beads, room_for)
    if span is None:
        return beads
    return tuple(_join(day, group) for day, group in groupby(beads, key=lambda bead: span.start_of(bead.on)))


def note(beads: tuple[Bead, ...], room_for: int) -> str:
    """What a bead stands for where it is more than one occasion."""
    span = _span(beads, room_for)
    return str(span.note) if span else ""


def _span(beads: tuple[Bead, ...], room_for: int) -> Span | None:
    """The shortest span that leaves few enough beads; None where every bead fits, the longest where nothing does."""
    if len(beads) <= room_for:
        return None
    few = (span for span in SPANS if len({span.start_of(bead.on) for bead in beads}) <= room_for)
    return next(few, SPANS[-1])


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
    return _("From %(day)s: %(times)s") % {"day": say_day(day), "times": times}
