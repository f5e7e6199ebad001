"""The thread through the beads: it rises and falls with them, and hangs loose where weeks are missing."""

from collections.abc import Sequence

from beadwork.progress.picture.parts import Bead
from beadwork.progress.picture.place import LONG_DAYS
from beadwork.progress.picture.shapes import n

Point = tuple[float, float]
TAIL = 34.0


def is_loose(before: Bead, after: Bead) -> bool:
    """Whether so many weeks lie between two beads that the thread hangs loose."""
    span = 0 if before.count == after.count == 1 else 31
    return (after.on - before.on).days >= LONG_DAYS + span


def lowest(a: Point, b: Point, floor: float) -> Point:
    """Where a loose thread between two points hangs deepest, above the floor of the plot."""
    sag = min(0.42 * (b[0] - a[0]), 54.0)
    return (a[0] + b[0]) / 2, min(max(a[1], b[1]) + sag, floor - 4)


def path(points: Sequence[Point], loose: Sequence[bool], floor: float) -> str:
    """The `d` of the thread. `loose[i]` says that it hangs between points i and i + 1."""
    if not points:
        return ""
    moves = [f"M{n(points[0][0])} {n(points[0][1])}"]
    for a, b, hangs in zip(points, points[1:], loose, strict=False):
        moves.append(_hanging(a, b, floor) if hangs else _taut(a, b))
    return "".join(moves)


def tail(last: Point, r: float, edge: float) -> str:
    """The loose end after the last bead: this string goes on."""
    x, y = last
    end = min(x + r + TAIL, edge)
    return f"M{n(x)} {n(y)}C{n(x + r + 8)} {n(y)} {n(end - 9)} {n(y + 3)} {n(end)} {n(y + 13)}"


def _taut(a: Point, b: Point) -> str:
    middle = (a[0] + b[0]) / 2
    return f"C{n(middle)} {n(a[1])} {n(middle)} {n(b[1])} {n(b[0])} {n(b[1])}"


def _hanging(a: Point, b: Point, floor: float) -> str:
    x, y = lowest(a, b, floor)
    pull = 0.3 * (b[0] - a[0])
    return (
        f"C{n(a[0] + 0.25 * pull)} {n((a[1] + y) / 2)} {n(x - 0.7 * pull)} {n(y)} {n(x)} {n(y)}"
        f"S{n(b[0] - 0.25 * pull)} {n((b[1] + y) / 2)} {n(b[0])} {n(b[1])}"
    )
