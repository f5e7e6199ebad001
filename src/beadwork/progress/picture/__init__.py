"""The string of beads as a picture. Pure functions from frozen data to SVG; nothing here knows a database.

`figure(Beads(…))` is what components/beads.html shows; `draw(beads)` and `draw(beads, NARROW)` are single drawings;
`draw_mini([Bead(…), …])` is one row of a list.
"""

from beadwork.progress.picture.draw import draw
from beadwork.progress.picture.figure import Figure, figure
from beadwork.progress.picture.mini import draw_mini
from beadwork.progress.picture.parts import Axis, Band, BandPoint, Bead, Beads, Gap, Mark, Tick
from beadwork.progress.picture.place import NARROW, WIDE

__all__ = [
    "NARROW",
    "WIDE",
    "Axis",
    "Band",
    "BandPoint",
    "Bead",
    "Beads",
    "Figure",
    "Gap",
    "Mark",
    "Tick",
    "draw",
    "draw_mini",
    "figure",
]
