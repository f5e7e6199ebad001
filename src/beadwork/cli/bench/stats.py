"""How fast the statistics are: many children at once, beside the same work one child at a time in plain Python.

Figures to keep, on one core: effect sizes of 100,000 pairs of phases within 10 s and at least 50 times as fast as the
loop; forecasts of 100,000 goals of 20 points within 60 s, under 1 GiB, at least 100 times as fast as statsmodels'
exponential smoothing; importing the library within 0.4 s in a process of its own. Times are processor seconds.
"""

import argparse
import resource
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from time import process_time
from typing import Any, NamedTuple

from beadwork.cli.say import say

MANY, POINTS = 100_000, 20
PAIRS_S, GOALS_S = 10.0, 60.0  # seconds allowed for MANY; fewer are allowed their part
LOOPED, FITTED = 300, 20  # how many are measured one by one


class Line(NamedTuple):
    """One row of the table; `kept` is whether its figure is."""

    what: str
    figure: str
    at_most: str
    kept: bool


def run(arguments: list[str]) -> int:
    """Say the table; 1 where a figure is missed."""
    parser = argparse.ArgumentParser(prog="beadwork bench stats", description=__doc__)
    parser.add_argument(
        "--many", type=int, default=MANY, help="pairs and goals (fewer are allowed their part)"
    )
    many = parser.parse_args(arguments).many
    missed = 0
    for line in (importing(), *pairs(many), *forecasts(many)):
        say(f"{'ok    ' if line.kept else 'MISSED'}  {line.what:<36}  {line.figure:>12}  ({line.at_most})")
        missed += not line.kept
    return int(missed > 0)


def importing() -> Line:
    """Seconds to import the library, the best of three processes."""
    code = "from time import process_time as t; b = t(); import beadwork.stats; print(t() - b)"
    took = min(
        float(subprocess.run((sys.executable, "-c", code), capture_output=True, check=True).stdout)
        for _ in range(3)
    )
    return Line("import", f"{took:.3f} s", "at most 0.4 s", took <= 0.4)


def pairs(many: int) -> Iterator[Line]:
    """NAP with its interval, and the usual effect sizes, of many pairs of phases of 8 and 12 points."""
    import numpy as np

    from beadwork import stats

    drawn = np.random.default_rng(1)
    before, after = drawn.integers(0, 21, (many, 8)) * 5.0, drawn.integers(4, 21, (many, 12)) * 5.0
    stats.nap(before[:2], after[:2]).interval()  # what is imported on first use is not counted
    nap = seconds(lambda: stats.nap(before, after).interval())
    rest = sum(
        seconds(lambda f=f: f(before, after)) for f in (stats.tau, stats.smd, stats.lrr, stats.percent_change)
    )
    some = list(zip(before[:LOOPED].tolist(), after[:LOOPED].tolist(), strict=True))
    looped = seconds(lambda: [plain_nap(a, b) for a, b in some])
    ratio = looped / LOOPED * many / nap
    allowed = PAIRS_S * many / MANY
    limit = f"at most {allowed:.3g} s"
    yield Line(f"NAP with interval, {many:,} pairs", f"{nap:.2f} s", limit, nap <= allowed)
    yield Line(f"five effect sizes, {many:,} pairs", f"{nap + rest:.2f} s", limit, nap + rest <= allowed)
    yield Line("NAP: faster than plain Python", f"{ratio:.0f} times", "at least 50", ratio >= 50)


def plain_nap(before: list[float], after: list[float], z: float = 1.959964) -> tuple[float, float, float]:
    """NAP and Newcombe's fifth interval of one pair of phases, as one would write it for one."""
    m, n = len(before), len(after)
    nap = sum((b > a) + 0.5 * (b == a) for a in before for b in after) / (m * n)
    h = (m + n) / 2 - 1

    def outside(t: float) -> bool:
        spread = t * (1 - t)
        return m * n * (nap - t) ** 2 * (2 - t) * (1 + t) > z**2 * spread * (2 + h + (1 + 2 * h) * spread)

    def border(inner: float, outer: float) -> float:
        for _ in range(50):
            middle = (inner + outer) / 2
            inner, outer = (inner, middle) if outside(middle) else (middle, outer)
        return (inner + outer) / 2

    return nap, border(nap, 0.0), border(nap, 1.0)


def forecasts(many: int) -> Iterator[Line]:
    """Forecasts one, three and five visits ahead of many goals, beside statsmodels' ETS fitted goal by goal."""
    import numpy as np

    from beadwork import stats

    drawn = np.random.default_rng(2)
    rise = 20 + 60 * (1 - np.exp(-drawn.uniform(0.02, 0.2, (many, 1)) * np.arange(POINTS)))
    levels = np.clip(rise + drawn.normal(0, 8, (many, POINTS)), 0, 100)
    stats.forecast_levels(levels[:2], low=0, high=100, horizons=(1, 3, 5))
    took = seconds(lambda: stats.forecast_levels(levels, low=0, high=100, horizons=(1, 3, 5)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2  # before statsmodels comes in
    ratio = seconds(lambda: [fitted(row) for row in levels[:FITTED]]) / FITTED * many / took
    allowed = GOALS_S * many / MANY
    yield Line(
        f"forecasts, {many:,} goals of {POINTS}", f"{took:.1f} s", f"at most {allowed:.3g} s", took <= allowed
    )
    yield Line("forecasts: memory of the process", f"{memory:.2f} GiB", "at most 1 GiB", memory <= 1)
    yield Line("forecasts: faster than statsmodels", f"{ratio:.0f} times", "at least 100", ratio >= 100)


def fitted(row: Any) -> Any:
    """Mean and 80 % interval, five visits ahead, of a damped ETS."""
    from pandas import Series
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = ETSModel(Series(row), error="add", trend="add", damped_trend=True).fit(disp=False)
        return told.get_prediction(start=len(row), end=len(row) + 4).summary_frame(alpha=0.2)


def seconds(work: Callable[[], Any]) -> float:
    """Processor seconds of one run: what one core needs, whatever else the machine does."""
    begun = process_time()
    work()
    return process_time() - begun
