"""The few words on the picture: heights, months, what marks and gaps say. Words that do not fit are left out."""

from collections.abc import Sequence
from datetime import date
from math import ceil, floor, log10

from django.utils.formats import date_format, number_format
from django.utils.html import escape

from beadwork.progress.picture.days import short_day
from beadwork.progress.picture.parts import Bead, Tick
from beadwork.progress.picture.place import Place, Size
from beadwork.progress.picture.shapes import n


def text(x: float, y: float, words: str, name: str, anchor: str = "start") -> str:
    """A line of text; `anchor` is start, middle or end."""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{name}" x="{n(x)}" y="{n(y)}"{at}>{escape(words)}</text>'


def heights(place: Place) -> list[Tick]:
    """The labelled heights: given ones, or round numbers, not more than there is room for."""
    given = list(place.axis.ticks)
    if given:
        every = ceil((len(given) - 1) / place.size.ticks) or 1
        return given[::every] if every == 1 else [given[0], *given[every:-1:every], given[-1]]
    step = round_step(place.high - place.low, place.size.ticks, whole=place.axis.is_whole)
    count = floor((place.high - place.low) / step + 1e-9)
    first = ceil(place.low / step - 1e-9) * step
    levels = [first + index * step for index in range(count + 1)]
    return [Tick(level, number(level)) for level in levels if level <= place.high + 1e-9]


def round_step(span: float, most: int, *, whole: bool) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50 … (and their tenths) that makes not more than `most` steps of a span."""
    power = 10.0 ** floor(log10(span / most)) if span > 0 else 1.0
    steps = (power * factor for factor in (1, 2, 5, 10))
    step = next(step for step in steps if span / step <= most + 1e-9)
    return max(1.0, step) if whole else step


def number(value: float) -> str:
    """A number as the reader's language writes it, without zeros at the end."""
    digits = 0 if float(value).is_integer() else 1
    return str(number_format(round(value, digits), digits))


def months(beads: Sequence[Bead], xs: Sequence[float], size: Size, right: float) -> list[tuple[float, str]]:
    """Labels under the plot: months as they begin, then the day of the last bead, none upon another."""
    if not beads:
        return []
    last = _Label(xs[-1], short_day(beads[-1].on), size, right)
    placed: list[_Label] = []
    seen: tuple[int, int] | None = None
    for bead, x in zip(beads, xs, strict=True):
        if (bead.on.year, bead.on.month) == seen:
            continue
        label = _Label(x, _month(bead.on, seen), size, right)
        seen = (bead.on.year, bead.on.month)
        if not label.touches(last) and not (placed and label.touches(placed[-1])):
            placed.append(label)
    return [(label.x, label.words) for label in [*placed, last]]


class _Label:
    """A label around a point, kept inside the drawing."""

    def __init__(self, x: float, words: str, size: Size, right: float) -> None:
        self.words = words
        self.half = len(words) * size.letter / 2
        self.x = min(x, right + size.right - self.half)

    def touches(self, other: "_Label") -> bool:
        return abs(self.x - other.x) < self.half + other.half + 10


def _month(on: date, seen: tuple[int, int] | None) -> str:
    """The month; with its year where a year begins within the string."""
    return date_format(on, "M Y") if seen and seen[0] != on.year else date_format(on, "M")


def in_lanes(wanted: Sequence[tuple[float, str]], size: Size) -> list[tuple[float, int, str, str]]:
    """Where labels of marks go: x, lane (0 is the top), words, anchor. Those with no room in two lanes are left out."""
    ends = [float("-inf"), float("-inf")]
    placed: list[tuple[float, int, str, str]] = []
    for x, words in wanted:
        width = len(words) * size.letter
        anchor = "end" if x + width > size.width - 4 else "start"
        begin = x - width - 5 if anchor == "end" else x + 5
        lane = next((lane for lane in (0, 1) if begin >= ends[lane] + 8), None)
        if lane is not None and begin > 0:
            ends[lane] = begin + width
            placed.append((x - 5 if anchor == "end" else x + 5, lane, words, anchor))
    return placed
