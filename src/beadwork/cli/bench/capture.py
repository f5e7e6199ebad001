"""`beadwork bench capture`: the recording screen in a real browser, on a practice of its own that is thrown away.

How soon a tap is durable on the device, beside a bare row written as strictly; how soon the screen is there without
network; how many bytes it takes to have it there for good; the longest task while a visit is opened, recorded and
finished: the least of some visits, so that only what is the screen's own counts.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from beadwork.cli.bench.tablet import Figures
from beadwork.cli.ground import HOUSE
from beadwork.cli.say import Stop, say

MOST_DURABLE, MOST_READY, MOST_TASK = 50, 1000, 50  # milliseconds
MOST_BYTES = 120 * 1024


def run(arguments: list[str]) -> int:
    """Measure once; 1 when a figure is missed."""
    parser = argparse.ArgumentParser(prog="beadwork bench capture", description=__doc__)
    parser.add_argument("--taps", type=int, default=300, help="how many tries are tapped (300)")
    parser.add_argument("--visits", type=int, default=3, help="how many visits are recorded (3)")
    options = parser.parse_args(arguments)
    figures = _measure(options.taps, options.visits)
    for line in table(figures):
        say(line)
    return int(any(line.startswith("MISSED") for line in table(figures)))


def table(figures: Figures) -> list[str]:
    """The figures as a person reads them."""
    ratio = figures.durable_p50 / figures.bare_p50
    return [
        _line(
            figures.durable_p99 <= MOST_DURABLE, "a tap, durable",
            f"p50 {figures.durable_p50:.1f} ms, p99 {figures.durable_p99:.1f} ms (at most {MOST_DURABLE}); "
            f"{ratio:.1f} × a bare row ({figures.bare_p50:.1f} ms)",
        ),
        _line(
            figures.ready <= MOST_READY, "ready offline",
            f"p50 {figures.ready_p50:.0f} ms, longest {figures.ready:.0f} ms (at most {MOST_READY})",
        ),
        _line(
            figures.bytes <= MOST_BYTES, "over the wire",
            f"{figures.bytes:,} bytes, headers and the worker's included (at most {MOST_BYTES:,})",
        ),
        _line(
            max(figures.opening, figures.recording)[0] <= MOST_TASK, "longest task",
            "opening {:.0f} ms ({:.0f} of the processor), ".format(*figures.opening)
            + "recording {:.0f} ms ({:.0f}) ".format(*figures.recording) + f"(at most {MOST_TASK})",
        ),
    ]  # fmt: skip


def _line(kept: bool, name: str, said: str) -> str:
    return f"{'ok    ' if kept else 'MISSED'}  {name:<15}  {said}"


def _measure(taps: int, visits: int) -> Figures:
    """In a process and a folder of its own."""
    with tempfile.TemporaryDirectory() as data:
        measuring = [sys.executable, "-m", "beadwork.cli.bench.capture_once", str(taps), str(visits)]
        here = os.environ | {"BEADWORK_DATA": data}
        here.pop("BEADWORK_DATABASE_URL", None)
        done = subprocess.run(measuring, cwd=HOUSE, stdout=subprocess.PIPE, env=here, text=True, check=False)
    if done.returncode:
        raise Stop("The measuring stopped; the lines above say why.")
    return Figures(**json.loads(done.stdout))
