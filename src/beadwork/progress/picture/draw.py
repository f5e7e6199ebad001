"""One drawing of a string: ground, marks, thread and beads, from back to front."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from beadwork.progress.picture.gather import gather
from beadwork.progress.picture.labels import heights, in_lanes, months, text
from beadwork.progress.picture.parts import Bead, Beads, Gap, Mark, Tick
from beadwork.progress.picture.place import WIDE, Place, Size, place
from beadwork.progress.picture.shapes import bead as bead_svg
from beadwork.progress.picture.shapes import n, rim_width
from beadwork.progress.picture.thread import is_loose, lowest, path, tail

STOPS_UP_TO = 60  # beads the Tab key stops at without the script, which makes one stop of them all


@dataclass(frozen=True)
class Sheet:
    """Everything one drawing needs to know: what, where and how big."""

    string: Beads
    beads: tuple[Bead, ...]
    place: Place
    xs: list[float]
    r: float

    @property
    def points(self) -> list[tuple[float, float]]:
        """The middles of the beads."""
        return [(x, self.place.y(bead.level)) for x, bead in zip(self.xs, self.beads, strict=True)]


def draw(string: Beads, size: Size = WIDE) -> SafeString:
    """The string as one `<svg>`, all of it escaped; colours come from css/beads.css."""
    return SafeString(_svg(_sheet(string, size)))


def _sheet(string: Beads, size: Size) -> Sheet:
    beads = gather(string.beads, size.room_for(string))
    spot, xs = place(string, beads, size, left=_left(string, size), top=size.top + _lanes(string, size))
    return Sheet(string, beads, spot, xs, _radius(xs, size))


def _left(string: Beads, size: Size) -> float:
    """Room for the longest label of a height; long ones stand inside the plot instead."""
    longest = max((len(tick.label) for tick in string.axis.ticks), default=0) * size.letter + 12
    return max(size.left, longest) if longest <= 0.18 * size.width else size.left / 2


def _lanes(string: Beads, size: Size) -> float:
    """Room above the plot for the words of days that are marked."""
    days = sum(mark.on is not None for mark in string.marks)
    return min(days, 2) * size.line


def _radius(xs: Sequence[float], size: Size) -> float:
    """As big as fits: neighbours may touch, and overlap only where they share a day."""
    gaps = sorted(after - before for before, after in pairwise(xs))
    if not gaps:
        return size.radius
    return round(max(size.smallest * 0.8, min(size.radius, gaps[len(gaps) // 4] / 1.85)), 1)


def _svg(sheet: Sheet) -> str:
    size = sheet.place.size
    parts = [_ground(sheet), _days(sheet), _target(sheet), _forecast(sheet), _thread(sheet), _string(sheet)]
    name = escape(sheet.string.sentence or sheet.string.name)
    return (
        f'<svg class="string {size.name}" viewBox="0 0 {n(size.width)} {n(size.height)}" role="group" '
        f'aria-label="{name}">{"".join(parts)}</svg>'
    )


def _ground(sheet: Sheet) -> str:
    """Quiet lines with their heights, and the months below."""
    place = sheet.place
    lines = [_height(sheet, tick) for tick in heights(place)]
    for x, words in months(sheet.beads, sheet.xs, place.size, place.right):
        lines.append(text(x, place.bottom + 31, words, "tick", "middle"))
    if sheet.string.forecast and sheet.string.forecast.points:
        ends = date_format(sheet.string.forecast.points[-1].on, "M")
        lines.append(text(place.right, place.bottom + 31, ends, "tick", "end"))
    if sheet.string.axis.words:
        lines.append(text(max(place.left - 10, 4), 15, sheet.string.axis.words, "word"))
    return f'<g aria-hidden="true">{"".join(lines)}</g>'


def _height(sheet: Sheet, tick: Tick) -> str:
    """One line and its label; labels too long to stand before the plot stand in it, where beads are rare."""
    place = sheet.place
    y = place.y(tick.level)
    line = f'<path class="line" d="M{n(place.left)} {n(y)}H{n(place.right)}"/>'
    if place.left >= place.size.left:
        return line + text(place.left - 10, y + 5, tick.label, "tick", "end")
    target = sheet.string.mark("target")
    if target and target.level == tick.level:
        return line
    if y > (place.top + place.bottom) / 2:
        return line + text(place.right, y - 5, tick.label, "tick", "end")
    return line + text(place.left, y - 5, tick.label, "tick")


def _target(sheet: Sheet) -> str:
    mark = sheet.string.mark("target")
    if mark is None or mark.level is None:
        return ""
    place = sheet.place
    y = place.y(mark.level)
    line = f'<path class="target" d="M{n(place.left)} {n(y)}H{n(place.right)}"/>'
    fits = len(mark.words) * place.size.letter <= 0.8 * (place.right - place.left)
    return line + text(place.left + 6, y - 7, mark.words if fits else mark.short or mark.words, "word good")


def _days(sheet: Sheet) -> str:
    """Fine lines on days that matter: the goal changed, it was reached."""
    place = sheet.place
    marks = sorted((mark for mark in sheet.string.marks if mark.on), key=lambda mark: mark.on or 0)
    xs = [_before(sheet, mark) for mark in marks]
    lines = [
        f'<g class="day {mark.kind}"><title>{escape(mark.words)}</title>'
        f'<path d="M{n(x)} {n(place.size.line * 0.4)}V{n(place.bottom)}"/></g>'
        for mark, x in zip(marks, xs, strict=True)
    ]
    lanes = in_lanes([(x, mark.words) for x, mark in zip(xs, marks, strict=True)], place.size)
    base = 15 + (place.size.line if sheet.string.axis.words else 0)
    lines += [
        text(x, base + lane * place.size.line, words, "word", anchor) for x, lane, words, anchor in lanes
    ]
    return "".join(lines)


def _before(sheet: Sheet, mark: Mark) -> float:
    """The x of a marked day: through the bead on which a goal was reached, and just before the day it changed."""
    x = sheet.place.x(mark.on) if mark.on else 0.0
    if mark.kind == "mastery":
        return x
    earlier = [at for at, bead in zip(sheet.xs, sheet.beads, strict=True) if mark.on and bead.on < mark.on]
    later = [at for at, bead in zip(sheet.xs, sheet.beads, strict=True) if mark.on and bead.on >= mark.on]
    return (earlier[-1] + later[0]) / 2 if earlier and later else x


def _forecast(sheet: Sheet) -> str:
    """The band ahead: it opens from the last bead."""
    band = sheet.string.forecast
    if band is None or not band.points or not sheet.beads:
        return ""
    place = sheet.place
    x, y = sheet.points[-1]
    over = [f"{n(place.x(point.on))} {n(place.y(point.high))}" for point in band.points]
    under = [f"{n(place.x(point.on))} {n(place.y(point.low))}" for point in reversed(band.points)]
    middle = [f"{n(place.x(point.on))} {n(place.y(point.mid))}" for point in band.points]
    start = f"M{n(x)} {n(y)}L"
    return (
        f'<g class="ahead"><title>{escape(band.words)}</title><path class="band" d="{start}{"L".join(over + under)}Z"/>'
        f'<path class="mid" d="{start}{"L".join(middle)}"/></g>'
    )


def _thread(sheet: Sheet) -> str:
    """The thread: a cord with a lighter ply, a knot where it began, loose loops with their words."""
    points = sheet.points
    if not points:
        return ""
    floor = sheet.place.bottom
    loose = [is_loose(a, b) for a, b in pairwise(sheet.beads)]
    words = "".join(_loop_words(sheet, index, floor) for index, hangs in enumerate(loose) if hangs)
    knot = _knot(sheet)
    if knot:
        points, loose = [knot, *points], [False, *loose]
    line = path(points, loose, floor)
    if not sheet.string.forecast:
        line += tail(points[-1], sheet.r, sheet.place.size.width - 4)
    cord = f'<path class="cord" d="{line}"/><path class="ply" d="{line}"/>'
    start = sheet.string.mark("baseline")
    if knot and start:
        at = f'cx="{n(knot[0])}" cy="{n(knot[1])}"'
        cord += f'<g class="knot"><title>{escape(start.words)}</title><circle {at} r="4.2"/></g>'
    return f"<g>{cord}</g>{words}"


def _knot(sheet: Sheet) -> tuple[float, float] | None:
    mark = sheet.string.mark("baseline")
    if mark is None or mark.level is None:
        return None
    return sheet.place.left + 7, sheet.place.y(mark.level)


def _loop_words(sheet: Sheet, index: int, floor: float) -> str:
    """Why the thread hangs loose, under it or, where it hangs to the ground, above it; only if there is room."""
    a, b = sheet.points[index], sheet.points[index + 1]
    words = _gap_words(sheet.string.gaps, sheet.beads[index], sheet.beads[index + 1])
    if len(words) * sheet.place.size.letter > 1.9 * (b[0] - a[0]) + 16:
        return ""
    x, y = lowest(a, b, floor)
    return text(x, y + 18 if y + 22 < floor else y - 12, words, "word", "middle")


def _gap_words(gaps: Sequence[Gap], before: Bead, after: Bead) -> str:
    said = (gap.words for gap in gaps if gap.since <= after.on and gap.until >= before.on and gap.words)
    weeks = round((after.on - before.on).days / 7)
    return next(said, _("%(weeks)d weeks") % {"weeks": weeks})


def _string(sheet: Sheet) -> str:
    stop = len(sheet.beads) <= STOPS_UP_TO
    beads = (
        bead_svg(seen, x, y, sheet.r, stop=stop)
        for seen, (x, y) in zip(sheet.beads, sheet.points, strict=True)
    )
    return f'<g class="beads-on" stroke-width="{n(rim_width(sheet.r))}">{"".join(beads)}</g>'
