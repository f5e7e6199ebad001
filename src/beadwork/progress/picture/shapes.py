"""One bead: a rim in the shape of its setting, pale wood inside, and a core that grows as help fades."""

from functools import lru_cache
from math import sqrt

from django.utils.html import escape

from beadwork.progress.picture.parts import SETTINGS, Bead

FULL = 0.97  # from here on a bead is solid


def n(value: float) -> str:
    """A number for SVG: one decimal, no trailing zero."""
    return f"{value:.1f}".removesuffix(".0")


@lru_cache(maxsize=512)
def outline(setting: str, r: float, name: str) -> str:
    """The shape of a setting around 0, 0, about as big as a circle of radius `r`; `name` is its class."""
    if setting == "home":
        return _box(0.9 * r, 0.9 * r, 0.34 * r, name)
    if setting == "school":
        return _box(0.88 * r, 0.88 * r, 0.22 * r, name, ' transform="rotate(45)"')
    if setting == "community":
        return f'<path class="{name}" d="M0 {n(-1.12 * r)}L{n(1.14 * r)} {n(0.82 * r)}H{n(-1.14 * r)}Z"/>'
    if setting == "tele":
        return _box(1.26 * r, 0.76 * r, 0.76 * r, name)
    return f'<circle class="{name}" r="{n(r)}"/>'


def _box(across: float, up: float, corner: float, name: str, more: str = "") -> str:
    size = f'x="{n(-across)}" y="{n(-up)}" width="{n(2 * across)}" height="{n(2 * up)}" rx="{n(corner)}"'
    return f'<rect class="{name}" {size}{more}/>'


@lru_cache(maxsize=512)
def body(setting: str, r: float, alone: float | None, is_mastered: bool = False) -> str:
    """A bead around 0, 0. `alone` None (not seen) is an open rim with a dashed edge."""
    rim = outline(setting, r, "rim unseen" if alone is None else "rim")
    halo = f'<circle class="halo" r="{n(r + 4.5)}"/>' if is_mastered else ""
    return halo + rim + _core(setting, r, alone or 0.0) + _shine(r)


def _core(setting: str, r: float, alone: float) -> str:
    """The part done alone, by area."""
    if alone <= 0:
        return ""
    size = r if alone >= FULL else max(0.16, sqrt(alone)) * (r - rim_width(r)) * 0.96
    return outline(setting, round(size, 1), "core")


def _shine(r: float) -> str:
    if r < 3.4:
        return ""
    at = f'cx="{n(-0.32 * r)}" cy="{n(-0.4 * r)}" rx="{n(0.3 * r)}" ry="{n(0.17 * r)}"'
    return f'<ellipse class="shine" {at} transform="rotate(-32)"/>'


def rim_width(r: float) -> float:
    """How thick the rim of a bead is."""
    return round(max(1.2, 0.27 * r), 1)


def quarters(alone: float | None) -> float | None:
    """The share in twentieths, so that equal beads are drawn once."""
    return None if alone is None else round(min(max(alone, 0.0), 1.0) * 20) / 20


def bead(seen: Bead, x: float, y: float, r: float, *, stop: bool) -> str:
    """A bead in its place, with its words. `stop` makes it a stop for the Tab key."""
    setting = seen.setting if seen.setting in SETTINGS else "clinic"
    words = escape("\n".join(seen.lines))
    tab = ' tabindex="0"' if stop else ""
    return (
        f'<g class="bead {setting}" transform="translate({n(x)} {n(y)})" role="img" data-bead=""{tab}>'
        f"<title>{words}</title>{body(setting, r, quarters(seen.alone), seen.is_mastered)}</g>"
    )
