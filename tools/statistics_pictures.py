"""Draw the pictures of docs/statistics from the numbers of beadwork.stats: `python -m tools.statistics_pictures`."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import fmean, stdev

from beadwork import stats

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "statistics" / "pictures"
WIDE, TALL, EDGE = 460, 200, 30
INK, SOFT, BEFORE, AFTER = "#3b3f46", "#9aa1ab", "#b4652f", "#1f6f78"
WORDS = {"theil_sen": "Theil-Sen", "ols": "least squares (grey)"}
A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]


class Sheet:
    """A small SVG with a scale of its own: x from left to right, y from bottom to top."""

    def __init__(self, title: str, x: tuple[float, float], y: tuple[float, float]) -> None:
        self.title, self.x, self.y, self.parts = title, x, y, list[str]()

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Place on the paper, rounded so that the file never changes by a hair."""
        across = EDGE + (x - self.x[0]) / (self.x[1] - self.x[0]) * (WIDE - 2 * EDGE)
        up = TALL - EDGE - (y - self.y[0]) / (self.y[1] - self.y[0]) * (TALL - 2 * EDGE)
        return round(across, 1), round(up, 1)

    def dots(self, points: Iterable[tuple[float, float]], colour: str, hollow: bool = False) -> None:
        """Draw one bead a point."""
        fill = "#fff" if hollow else colour
        for x, y in points:
            cx, cy = self.at(x, y)
            self.parts.append(
                f'<circle cx="{cx}" cy="{cy}" r="5" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'
            )

    def line(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, dashed: bool = False
    ) -> None:
        """Draw a straight line."""
        (x1, y1), (x2, y2) = self.at(*start), self.at(*end)
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        self.parts.append(f'<path d="M{x1} {y1}L{x2} {y2}" stroke="{colour}" stroke-width="1.5"{dash}/>')

    def band(self, low: float, high: float, colour: str) -> None:
        """Shade everything between two levels."""
        (x1, y1), (x2, y2) = self.at(self.x[0], high), self.at(self.x[1], low)
        size = f'width="{round(x2 - x1, 1)}" height="{round(y2 - y1, 1)}"'
        self.parts.append(f'<rect x="{x1}" y="{y1}" {size} fill="{colour}" opacity=".15"/>')

    def area(self, x: Sequence[float], low: Sequence[float], high: Sequence[float], colour: str) -> None:
        """Fill what lies between two lines."""
        around = [*zip(x, low, strict=True), *reversed([*zip(x, high, strict=True)])]
        corners = "L".join("{} {}".format(*self.at(*place)) for place in around)
        self.parts.append(f'<path d="M{corners}Z" fill="{colour}"/>')

    def say(self, x: float, y: float, words: str, colour: str = INK) -> None:
        """Write words that begin at a point."""
        across, up = self.at(x, y)
        self.parts.append(f'<text x="{across}" y="{up}" fill="{colour}">{words}</text>')

    def svg(self) -> str:
        """The file's text."""
        style = 'font-family="system-ui,sans-serif" font-size="12" fill="none"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}" {style} role="img">'
        paper = f'<rect width="{WIDE}" height="{TALL}" rx="8" fill="#fff"/>'
        return "\n".join([head, f"<title>{self.title}</title>", paper, *self.parts, "</svg>", ""])


def phases(title: str, a: list[float], b: list[float], y: tuple[float, float]) -> Sheet:
    """Two phases as beads, hollow before and filled after, with a line between them."""
    sheet = Sheet(title, (0.5, len(a) + len(b) + 0.5), y)
    sheet.line((len(a) + 0.5, y[0]), (len(a) + 0.5, y[0] + 0.88 * (y[1] - y[0])), SOFT)
    sheet.dots(enumerate(a, 1), BEFORE, hollow=True)
    sheet.dots(enumerate(b, len(a) + 1), AFTER)
    return sheet


def nap() -> Sheet:
    """One later point and the earlier ones it beats, equals or misses."""
    sheet = phases("NAP compares every later point with every earlier one", A, B, (18, 33))
    for session, level in enumerate(A, 1):
        sheet.line((session, level), (8, 25), AFTER if level < 25 else SOFT, dashed=level >= 25)
    sheet.say(0.6, 32, f"NAP {stats.nap(A, B).value:.2f}: this point beats four of six and equals one")
    return sheet


def overlap() -> Sheet:
    """The best and the middle of the baseline."""
    sheet = phases("PND looks at the best earlier point, PEM at the median", A, B, (18, 33))
    for level, words in ((26, "best: PND"), (22.5, "median: PEM")):
        sheet.line((0.5, level), (13.5, level), SOFT, dashed=True)
        sheet.say(0.6, level + 0.4, words, INK)
    shares = [f"{name.upper()} {getattr(stats, name)(A, B).value:.2f}" for name in ("pnd", "pem", "pand")]
    sheet.say(0.6, 32, ", ".join(shares))
    return sheet


def pogo() -> Sheet:
    """The two means and the goal."""
    sheet = phases("PoGO measures the way to the goal", A, B, (18, 43))
    for start, end, level, colour in (
        (0.5, 6.5, fmean(A), BEFORE),
        (6.5, 13.5, fmean(B), AFTER),
        (0.5, 13.5, 40, SOFT),
    ):
        sheet.line((start, level), (end, level), colour, dashed=level == 40)
    sheet.say(0.6, 40.8, "goal 40")
    sheet.say(7, 33, f"{stats.pogo(A, B, goal=40).value:.0f} % of the way", AFTER)
    return sheet


def baseline() -> Sheet:
    """The dual criterion's two lines, moved by a quarter of a standard deviation."""
    told = stats.cdc(A, B).details
    sheet = phases("Points count that lie beyond both lines", A, B, (18, 33))
    up, mean = stdev(A) / 4, fmean(A)
    sheet.line((0.5, mean + up), (13.5, mean + up), SOFT, dashed=True)
    rise = [(at, told["intercept"] + told["slope"] * at + up) for at in (0.5, 13.5)]
    sheet.line(rise[0], rise[1], BEFORE)
    sheet.say(0.6, 32, f"{told['hits']} of {len(B)} beyond both; {told['needed']} are needed")
    return sheet


def trend() -> Sheet:
    """Theil-Sen beside least squares when one day went badly."""
    y = [10, 12, 13, 15, 4, 18, 19, 21]
    sheet = Sheet("One bad day tilts least squares and not Theil-Sen", (0.5, 8.5), (2, 25))
    sheet.dots(enumerate(y, 1), AFTER)
    for name, colour, level in (("theil_sen", AFTER, 23.5), ("ols", SOFT, 21)):
        line = getattr(stats, name)(y)
        ends = [(at, line.details["intercept"] + line.value * at) for at in (0.6, 8.4)]
        sheet.line(ends[0], ends[1], colour)
        sheet.say(0.7, level, f"{WORDS[name]}: {line.value:.2f} a session", INK if name == "ols" else colour)
    return sheet


def scores() -> Sheet:
    """The band of change that measurement error alone can make."""
    change = stats.reliable_change(78, 90, sd=15, reliability=0.9).details["threshold"]
    sheet = Sheet("Only a change beyond the band is reliable", (0, 3), (60, 105))
    sheet.band(78 - change, 78 + change, SOFT)
    sheet.dots([(0.5, 78)], BEFORE, hollow=True)
    sheet.dots([(1.5, 90), (2.3, 92)], AFTER)
    sheet.say(0.62, 77, "78 at the start")
    sheet.say(1.58, 86, "90: within error")
    sheet.say(2.0, 97, "92: reliable", AFTER)
    return sheet


def attainment() -> Sheet:
    """T against the mean level, for one goal and for five."""
    sheet = Sheet("The same mean level gives a larger T with more goals", (-2, 2.6), (15, 85))
    for goals, colour in ((1, BEFORE), (5, AFTER)):
        ends = [(level, stats.gas_t([level] * goals).value) for level in (-2, 2)]
        sheet.line(ends[0], ends[1], colour)
        sheet.say(2.03, ends[1][1] - 1, f"{goals} goal{'s' if goals > 1 else ''}", colour)
    sheet.line((-2, 50), (2, 50), SOFT, dashed=True)
    sheet.say(-1.95, 52, "T 50: all as expected")
    return sheet


def agreement() -> Sheet:
    """Differences of two observers against their mean, with the limits of agreement."""
    first, second = [6, 9, 4, 12, 7, 10, 5, 8], [5, 9, 5, 10, 7, 11, 4, 7]
    told = stats.bland_altman(first, second)
    sheet = Sheet("Most differences lie between the two limits", (3.5, 12.5), (-3, 4))
    for level in (told.details["lower"], told.value, told.details["upper"]):
        sheet.line((3.5, level), (12.5, level), SOFT, dashed=level != told.value)
    sheet.dots([((x + y) / 2, x - y) for x, y in zip(first, second, strict=True)], AFTER)
    sheet.say(3.6, told.details["upper"] + 0.2, f"{told.details['lower']:.1f} to {told.details['upper']:.1f}")
    return sheet


def forecast() -> Sheet:
    """Eight points, and where the coming five visits are likely to lie."""
    y = [20, 30, 25, 40, 45, 40, 55, 60]
    told = stats.forecast_levels(y, low=0, high=100, horizons=range(1, 6))
    sheet = Sheet("The range widens the further one looks ahead", (0.5, 13.5), (10, 95))
    visits = [len(y) + ahead for ahead in told.horizons]
    for level, colour in ((0.8, "#cfe3e5"), (0.5, "#9cc7cb")):
        low, high = told.interval(level)
        sheet.area(visits, low, high, colour)
    sheet.line((0.5, 80), (13.5, 80), SOFT, dashed=True)
    sheet.dots(enumerate(y, 1), AFTER)
    sheet.dots(zip(visits, told.mean, strict=True), AFTER, hollow=True)
    sheet.say(0.6, 82, "goal 80")
    sheet.say(6.9, 25, "dark: 5 in 10; light: 8 in 10")
    return sheet


DRAWINGS: list[Callable[[], Sheet]] = [
    nap,
    overlap,
    pogo,
    baseline,
    trend,
    scores,
    attainment,
    agreement,
    forecast,
]


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(exist_ok=True)
    for draw in DRAWINGS:
        (PICTURES / f"{draw.__name__}.svg").write_text(draw().svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
