"""The string of beads that README.md shows: drawn by the product, with a made-up child's socks.

A picture on its own reaches no style sheet and no font, so the rules it needs are read from the product's style sheets
and put into it, once in the light colours and once in the dark ones.
"""

import re
from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import override

from beadwork.progress.picture import Axis, Bead, Beads, Gap, Mark, draw
from beadwork.progress.picture.days import say_day
from beadwork.progress.picture.place import WIDE

THEMES = ("light", "dark")
MARGIN = 14
FIRST = date(2026, 2, 2)
# days after the first, where, steps of six, share done alone
SEEN = (
    (0, "clinic", 1, 0.0), (3, "home", 1, 0.0), (7, "clinic", 2, 0.0), (10, "home", 1, 0.0), (14, "clinic", 2, 0.2),
    (21, "clinic", 3, 0.2), (24, "home", 2, 0.2), (28, "clinic", 3, 0.4), (63, "clinic", 2, 0.3), (66, "home", 3, 0.3),
    (70, "clinic", 4, 0.5), (77, "clinic", 4, 0.6), (80, "home", 4, 0.5), (84, "clinic", 5, 0.8),
    (91, "clinic", 5, 1.0), (93, "school", 5, 0.8), (98, "clinic", 6, 1.0),
    (101, "home", 6, 1.0), (105, "clinic", 6, 1.0),
)  # fmt: skip
RULE = re.compile(r"^((?:\.string|\.bead(?!s )|\.beads-on)[^{@]*)\{([^}]*)\}", re.MULTILINE)
NAMED = re.compile(r"(--[\w-]+):\s*([^;]+);")
EITHER = re.compile(r"light-dark\(([^,()]+),\s*([^()]+)\)")


def document(theme: str) -> str:
    """The picture as a file, in the light or the dark colours."""
    with override("en"):
        drawn = str(draw(string(), WIDE))
    width, height = f"{WIDE.width + 2 * MARGIN:g}", f"{WIDE.height + 2 * MARGIN:g}"
    frame = f'xmlns="http://www.w3.org/2000/svg" viewBox="-{MARGIN} -{MARGIN} {width} {height}"'
    ground = f'<rect class="ground" x="-{MARGIN}" y="-{MARGIN}" width="{width}" height="{height}" rx="18"/>'
    head, rest = re.sub(r'viewBox="[^"]*"', frame, drawn, count=1).split(">", 1)
    return f"{head}><style>{style(theme)}</style>{ground}{rest}\n"


def string() -> Beads:
    """Six steps of a sock in fifteen weeks, with a month of being ill."""
    target = Mark("target", "goal: 6 of 6 steps, alone", level=6)
    begun = Mark("baseline", "start: 1 of 6 steps", level=1)
    reached = Mark("mastery", "reached", on=FIRST + timedelta(days=SEEN[-1][0]))
    ill = Gap(FIRST + timedelta(days=30), FIRST + timedelta(days=60), "ill in March")
    return Beads(
        Axis(0, 6, words="steps", is_whole=True),
        tuple(_bead(*seen) for seen in SEEN),
        "Puts on both socks",
        marks=(begun, target, reached),
        gaps=(ill,),
        sentence="Puts on both socks: from 1 of 6 steps with help to 6 of 6 steps alone, in 15 weeks.",
    )


def _bead(day: int, setting: str, steps: int, alone: float) -> Bead:
    on = FIRST + timedelta(days=day)
    words = f"{steps} of 6 steps"
    is_last = day == SEEN[-1][0]
    return Bead(
        on, steps, alone, setting, title=f"{say_day(on)}, {setting}", words=words, is_mastered=is_last
    )


def style(theme: str) -> str:
    """The rules the picture needs, with every name replaced by its colour."""
    css = "\n".join(_sheet(name) for name in ("tokens.css", "beads.css"))
    named = dict(NAMED.findall(css))
    rules = "".join(f"{who.strip()}{{{what.strip()}}}" for who, what in RULE.findall(css))
    rules += ".ground{fill:var(--card)}"
    while names := set(re.findall(r"var\((--[\w-]+)", rules)):
        for name in names:
            rules = re.sub(rf"var\({name}(?:, (?:[^()]|\([^()]*\))+)?\)", named[name], rules)
    return EITHER.sub(rf"\{THEMES.index(theme) + 1}", rules)


def _sheet(name: str) -> str:
    path = settings.SOURCE / "web" / "static" / "css" / name
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
