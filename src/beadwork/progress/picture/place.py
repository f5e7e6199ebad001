"""Where things go: time from left to right, level from bottom to top, in the units of one drawing."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from beadwork.progress.picture.parts import Axis, Bead, Beads

LONG_DAYS = 21  # three weeks without a bead: the thread hangs loose


@dataclass(frozen=True, slots=True)
class Size:
    """One format of the drawing, in its own units. `letter` is about how wide a letter is."""

    name: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    radius: float
    smallest: float
    ticks: int
    ahead: float
    letter: float = 7.4
    line: float = 17.0

    def room_for(self, string: Beads) -> int:
        """How many beads fit when they are as small as they may be."""
        return int(
            (1 - self.ahead_of(string)) * (self.width - self.left - self.right) / (2.1 * self.smallest)
        )

    def ahead_of(self, string: Beads) -> float:
        """The share of the width kept for the days ahead."""
        return self.ahead if string.forecast and string.forecast.points else 0.0


WIDE = Size("wide", 900, 324, 46, 40, 40, 46, radius=11.5, smallest=4.6, ticks=7, ahead=0.24)
NARROW = Size("narrow", 340, 274, 30, 22, 38, 44, radius=10, smallest=4.6, ticks=4, ahead=0.2, letter=8.0)


@dataclass(frozen=True)
class Place:
    """Positions on one drawing: `days` and `xs` run in parallel, and days between them lie between."""

    size: Size
    axis: Axis
    low: float
    high: float
    days: tuple[float, ...]
    xs: tuple[float, ...]
    left: float
    top: float

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.size.width - self.size.right

    @property
    def bottom(self) -> float:
        """Where the plot ends below."""
        return self.size.height - self.size.bottom

    def y(self, level: float) -> float:
        """The height of a level; up is better."""
        share = (level - self.low) / (self.high - self.low)
        share = 1 - share if self.axis.flipped else share
        return self.bottom - share * (self.bottom - self.top)

    def x(self, on: date) -> float:
        """The place of a day; days before the first and after the last stay at the ends."""
        day = float(on.toordinal())
        if not self.days or day <= self.days[0]:
            return self.xs[0] if self.xs else self.left
        if day >= self.days[-1]:
            return self.xs[-1]
        after = bisect_right(self.days, day)
        before = after - 1
        share = (day - self.days[before]) / (self.days[after] - self.days[before])
        return self.xs[before] + share * (self.xs[after] - self.xs[before])


def steps_between(beads: Sequence[Bead]) -> list[float]:
    """How far apart neighbours lie, in days, but evened: same-day beads still have room, long breaks are shortened."""
    days = [(after.on - before.on).days for before, after in pairwise(beads)]
    usual = median([day for day in days if day] or [7])
    return [min(max(day, 0.62 * usual), 2.6 * usual) for day in days]


def place(
    string: Beads, beads: Sequence[Bead], size: Size, *, left: float, top: float
) -> tuple[Place, list[float]]:
    """The places of a drawing, and the x of every bead (two beads of one day have two)."""
    has_baseline = string.mark("baseline") is not None
    begin = left + size.radius + (1.7 * size.radius if has_baseline else 2)
    end = size.width - size.right - size.ahead_of(string) * (size.width - size.right - left)
    xs = _along(beads, begin, end - 0.8 * size.radius)
    low, high = _reach(string)
    days, at = _one_a_day(beads, xs)
    if string.forecast and string.forecast.points and days:
        days.append(float(string.forecast.points[-1].on.toordinal()))
        at.append(size.width - size.right)
    return Place(size, string.axis, low, high, tuple(days), tuple(at), left, top), xs


def _along(beads: Sequence[Bead], begin: float, end: float) -> list[float]:
    """Positions from `begin` on; a short string stays short and does not stretch over the whole width."""
    if not beads:
        return []
    steps = steps_between(beads)
    unit = min((end - begin) / (sum(steps) or 1), (end - begin) / 6 / median(steps or [1]))
    xs = [begin]
    for step in steps:
        xs.append(xs[-1] + step * unit)
    return xs


def _one_a_day(beads: Sequence[Bead], xs: Sequence[float]) -> tuple[list[float], list[float]]:
    days: list[float] = []
    at: list[float] = []
    for bead, x in zip(beads, xs, strict=True):
        if not days or bead.on.toordinal() > days[-1]:
            days.append(float(bead.on.toordinal()))
            at.append(x)
    return days, at


def _reach(string: Beads) -> tuple[float, float]:
    """The axis, made longer where a bead, a mark or the band lies outside it."""
    levels = [bead.level for bead in string.beads]
    levels += [mark.level for mark in string.marks if mark.level is not None]
    if string.forecast:
        levels += [level for point in string.forecast.points for level in (point.low, point.high)]
    low, high = min([string.axis.low, *levels]), max([string.axis.high, *levels])
    return low, high if high > low else low + 1
