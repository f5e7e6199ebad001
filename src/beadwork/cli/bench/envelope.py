"""`beadwork bench envelope`: three hundred attempts from a tablet, durable and acknowledged, beside the bare rows.

The figure to keep, on both databases: no more than four times as long as a bare insert of the same rows in one
transaction. Both are timed in turn, through the real stack in one process; the middle of many counts.
"""

import argparse
import json
import os
import subprocess
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from beadwork.cli.ground import HOUSE
from beadwork.cli.postgres import embedded_postgres
from beadwork.cli.say import Stop, say

TIMES_BARE = 4.0
CHILDREN = 20


def run(arguments: list[str]) -> int:
    """Measure on SQLite and PostgreSQL; 1 where the figure is missed."""
    parser = argparse.ArgumentParser(prog="beadwork bench envelope", description=__doc__)
    parser.add_argument("--times", type=int, default=30, help="how often each is timed")
    times = parser.parse_args(arguments).times
    missed = 0
    for name in ("SQLite", "PostgreSQL"):
        told = _measure(times, on_postgresql=name == "PostgreSQL")
        ratio = told["envelope"] / told["bare"]
        kept = ratio <= TIMES_BARE
        say(
            f"{'ok    ' if kept else 'MISSED'}  {name:<10}  bare {told['bare']:6.1f} ms  envelope "
            f"{told['envelope']:6.1f} ms  {ratio:4.1f} × (at most {TIMES_BARE:g}); {told['queries']:.0f} queries"
        )
        missed += not kept
    return int(missed > 0)


def _measure(times: int, *, on_postgresql: bool) -> dict[str, float]:
    """One process a database."""
    data = Path(os.environ.get("BEADWORK_DATA", "var")).resolve() / "bench"
    folder = data / "envelope"
    folder.mkdir(parents=True, exist_ok=True)
    database: AbstractContextManager[str] = nullcontext(f"sqlite:///{folder}/beadwork.sqlite3")
    if on_postgresql:
        database = embedded_postgres(folder / "postgresql")
    with database as url:
        run_once = [sys.executable, "-m", "beadwork.cli.bench.envelope_once", str(CHILDREN), str(times)]
        here = os.environ | {"BEADWORK_DATABASE_URL": url, "BEADWORK_DATA": str(data)}
        done = subprocess.run(run_once, cwd=HOUSE, stdout=subprocess.PIPE, env=here, text=True, check=False)
    if done.returncode:
        raise Stop("The measuring stopped; the lines above say why.")
    told: dict[str, float] = json.loads(done.stdout)
    return told
