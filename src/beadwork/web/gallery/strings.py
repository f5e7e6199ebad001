"""The string of beads in every state it can be in. The days are fixed, so that two looks show the same."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.safestring import SafeString

from beadwork.progress.picture import (
    Axis,
    Band,
    BandPoint,
    Bead,
    Beads,
    Figure,
    Gap,
    Mark,
    Tick,
    draw_mini,
    figure,
)
from beadwork.progress.picture.parts import SETTINGS

FIRST = date(2026, 3, 2)
STEPS = Axis(0, 6, "steps", is_whole=True)
PERCENT = Axis(0, 100, "%")
SECONDS = Axis(0, 300, "seconds until it begins", flipped=True)
WORDS = Axis(
    -2, 2, ticks=tuple(Tick(level, words) for level, words in zip((-2, 0, 2), ("start", "hope", "more"), strict=True))
)  # fmt: skip
TARGET = Mark("target", "target: 6 steps", level=6, short="target")
START = Mark("baseline", "at the start: 1 step", level=1, short="start")


def strings() -> list[tuple[str, str, Figure]]:
    """Id, what to look at, and the figure."""
    shown = [
        ("empty", "Nothing yet", Beads(STEPS, name="Nothing yet", sentence="Nothing has been recorded yet.")),
        ("one", "One bead", Beads(STEPS, _beads([1], [0]), "One bead", marks=(START, TARGET))),
        ("few", "A few", Beads(STEPS, _beads([1, 2, 2], [0, 0.2, 0.5]), "A few", marks=(START, TARGET))),
        ("story", "A story: gap, new version, reached, every setting", _story()),
        ("forecast", "With a forecast", _ahead()),
        (
            "less",
            "Less is better",
            Beads(SECONDS, _beads([280, 240, 250, 120, 60], [0, 0, 0.5, 1, 1]), "Less"),
        ),
        (
            "levels",
            "Levels in words",
            Beads(WORDS, _beads([-2, -1, -1, 0, 1], [0, 0.3, 0.5, 0.5, 1]), "Levels"),
        ),
        ("many", "Many", _many()),
    ]
    return [(id, words, figure(string)) for id, words, string in shown]


def minis() -> list[tuple[str, SafeString]]:
    """The same in rows: words, and the small string."""
    rows = [("One", [3]), ("Three", [1, 3, 2]), ("As many as fit", [n % 7 for n in range(20)])]
    return [(words, draw_mini(_beads(levels, _fading(levels)), low=0, high=6)) for words, levels in rows]


def _beads(levels: Iterable[float], alone: Iterable[float], days: int = 7) -> tuple[Bead, ...]:
    """A bead every so many days, each in the next setting, the last ones clinic and home."""
    return tuple(
        Bead(
            FIRST + timedelta(days=days * number), level, share, SETTINGS[number % 2],
            words=f"level {level:g}", support="alone" if share == 1 else "with help",
            remark="Laughed and asked for more." if number % 5 == 2 else "",
        )
        for number, (level, share) in enumerate(zip(levels, alone, strict=True))
    )  # fmt: skip


def _fading(levels: list[int]) -> list[float]:
    return [number / max(1, len(levels) - 1) for number in range(len(levels))]


def _story() -> Beads:
    """Twelve beads, all settings, six weeks of nothing, a new version, and the goal reached."""
    levels = [1, 1, 2, 2, 3, 3, 2, 4, 5, 5, 6, 6]
    late = timedelta(weeks=6)
    beads = [
        Bead(
            FIRST + timedelta(weeks=number) + (late if number > 5 else timedelta()), level, alone,
            SETTINGS[number % 5], words=f"{level} of 6 steps", support="with words", is_mastered=number > 9,
            remark="The first time without tears." if number == 7 else "",
        )
        for number, (level, alone) in enumerate(zip(levels, _fading(levels), strict=True))
    ]  # fmt: skip
    marks = (
        START,
        TARGET,
        Mark("version", "new words", on=beads[6].on),
        Mark("mastery", "reached", on=beads[-1].on),
    )
    gap = Gap(beads[5].on, beads[6].on, "on holiday")
    return Beads(STEPS, tuple(beads), "A story", "Six of six steps alone, in five places.", marks, (gap,))


def _ahead() -> Beads:
    levels = [20, 30, 35, 50, 55, 60]
    beads = _beads(levels, _fading(levels))
    days = [beads[-1].on + timedelta(weeks=week) for week in (2, 4, 6)]
    band = Band(
        tuple(BandPoint(day, 55 + 5 * n, 65 + 6 * n, 75 + 7 * n) for n, day in enumerate(days)), "perhaps"
    )
    return Beads(
        PERCENT, beads, "With a forecast", forecast=band, marks=(Mark("target", "target: 90 %", level=90),)
    )


def _many() -> Beads:
    levels = [min(6, n // 12 + n % 3) for n in range(60)]
    return Beads(STEPS, _beads(levels, _fading(levels), days=5), "Many", marks=(START, TARGET))
