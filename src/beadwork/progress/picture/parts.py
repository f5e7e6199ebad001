"""What a string is made of: beads, an axis, marks, gaps, and the band of a forecast."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

SETTINGS = ("clinic", "home", "school", "community", "tele")
"""Each has an outline of its own: circle, square, diamond, triangle, lozenge."""

MarkKind = Literal["baseline", "target", "version", "mastery"]


@dataclass(frozen=True, slots=True)
class Bead:
    """One occasion. `alone` is the share done alone, 0…1, or None where support was not seen.

    `title` is its first line ("12 September, clinic"), `words` what was reached, `support` with what help, `remark`
    what was said. `count` is more than one when the bead stands for several occasions.
    """

    on: date
    level: float
    alone: float | None = None
    setting: str = "clinic"
    title: str = ""
    words: str = ""
    support: str = ""
    remark: str = ""
    is_mastered: bool = False
    count: int = 1

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything it says, a line each."""
        reached = " · ".join(part for part in (self.words, self.support) if part)
        return tuple(part for part in (self.title or self.on.isoformat(), reached, self.remark) if part)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled height."""

    level: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale, from `low` to `high`. Up is always the better way: where less is better, `flipped` turns it over.

    `ticks` replace the numbers drawn otherwise; `is_whole` keeps those to whole numbers; `words` says the unit.
    """

    low: float
    high: float
    words: str = ""
    flipped: bool = False
    is_whole: bool = False
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without beads, and why if somebody said so. The thread hangs loose there."""

    since: date
    until: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A level (baseline, target) or a day (version, mastery) worth a line; `short` is told where `words` do not fit."""

    kind: MarkKind
    words: str
    on: date | None = None
    level: float | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class BandPoint:
    """What may be on a day ahead: most likely `mid`, probably between `low` and `high`."""

    on: date
    low: float
    mid: float
    high: float


@dataclass(frozen=True, slots=True)
class Band:
    """A forecast, from after the last bead on, in order of days."""

    points: tuple[BandPoint, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Beads:
    """One string, oldest bead first. `sentence` is what a screen reader says for the whole picture."""

    axis: Axis
    beads: tuple[Bead, ...] = ()
    name: str = ""
    sentence: str = ""
    marks: tuple[Mark, ...] = ()
    gaps: tuple[Gap, ...] = ()
    forecast: Band | None = None

    def mark(self, kind: MarkKind) -> Mark | None:
        """The latest mark of a kind."""
        return next((mark for mark in reversed(self.marks) if mark.kind == kind), None)
