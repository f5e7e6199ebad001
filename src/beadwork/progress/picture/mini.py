"""A string in one line, for rows and cards: no axis, no words, the last beads."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString

from beadwork.progress.picture.parts import SETTINGS, Bead
from beadwork.progress.picture.shapes import body, n, quarters, rim_width
from beadwork.progress.picture.thread import path

HEIGHT, RADIUS, STEP = 44.0, 6.2, 15.0


def draw_mini(
    beads: Sequence[Bead],
    *,
    sentence: str = "",
    low: float | None = None,
    high: float | None = None,
    flipped: bool = False,
    most: int = 12,
) -> SafeString:
    """The last `most` beads as a small `<svg>`; `low` and `high` are the ends of the scale (else of the beads)."""
    last = list(beads)[-most:]
    spots = [
        (RADIUS + 4 + index * STEP, _y(bead, last, low, high, flipped)) for index, bead in enumerate(last)
    ]
    width = 2 * (RADIUS + 4) + max(len(last) - 1, 0) * STEP
    name = f'role="img" aria-label="{escape(sentence)}"' if sentence else 'aria-hidden="true"'
    inside = _thread(spots) + "".join(_bead(bead, *spot) for bead, spot in zip(last, spots, strict=True))
    return SafeString(
        f'<svg class="string mini" viewBox="0 0 {n(width)} {n(HEIGHT)}" width="{n(width)}" height="{n(HEIGHT)}" '
        f'focusable="false" {name}><g stroke-width="{n(rim_width(RADIUS))}">{inside}</g></svg>'
    )


def _y(
    bead: Bead, all_of_them: Sequence[Bead], low: float | None, high: float | None, flipped: bool
) -> float:
    levels = [each.level for each in all_of_them]
    least = min(levels) if low is None else min(low, *levels)
    most = max(levels) if high is None else max(high, *levels)
    share = (bead.level - least) / (most - least) if most > least else 0.5
    return HEIGHT - RADIUS - 4 - (1 - share if flipped else share) * (HEIGHT - 2 * (RADIUS + 4))


def _thread(spots: Sequence[tuple[float, float]]) -> str:
    return f'<path class="cord" d="{path(spots, [False] * len(spots), HEIGHT)}"/>'


def _bead(bead: Bead, x: float, y: float) -> str:
    setting = bead.setting if bead.setting in SETTINGS else "clinic"
    return (
        f'<g class="bead {setting}" transform="translate({n(x)} {n(y)})">'
        f"{body(setting, RADIUS, quarters(bead.alone))}</g>"
    )
