"""`beadwork test`: everything, on SQLite, on PostgreSQL and in a browser.

`test quick` leaves the last two out, and the long walks. `test faults` runs the storms in full, on both databases.
"""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from beadwork.cli.chromium import find_chromium
from beadwork.cli.ground import HOUSE
from beadwork.cli.postgres import embedded_postgres
from beadwork.cli.say import say


@dataclass(frozen=True)
class Part:
    """One run of the tests: its name and what pytest is asked."""

    name: str
    choose: str
    on_postgresql: bool = False
    in_browser: bool = False
    full_storm: bool = False


QUICK = (Part("SQLite", "not browser and not long"),)
FAULTS = (
    Part("faults on SQLite", "long", full_storm=True),
    Part("faults on PostgreSQL", "long", on_postgresql=True, full_storm=True),
)
STORM = "tests/faults/storm"
PARTS = (
    Part("SQLite", "not browser"),
    Part("PostgreSQL", "not browser and not once", on_postgresql=True),
    Part("browser", "browser", in_browser=True),
)


def run(arguments: list[str]) -> int:
    """Run the parts one after another; end with one summary. Further arguments go to pytest."""
    chosen = {"quick": QUICK, "faults": FAULTS}.get(arguments[0]) if arguments else None
    parts, rest = (chosen, arguments[1:]) if chosen else (PARTS, arguments)
    took = [(part, *_run(part, rest)) for part in parts]
    say()
    for part, status, seconds in took:
        say(f"  {'passed' if status == 0 else 'FAILED'}  {part.name} ({seconds:.0f} s)")
    if chosen is QUICK:
        say("  not run: PostgreSQL, browser and the long walks (`./beadwork test` runs them)")
    return int(any(status for _, status, _ in took))


def _run(part: Part, rest: list[str]) -> tuple[int, float]:
    """Pytest's exit status and the seconds it took."""
    say(f"\n== {part.name}")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="beadwork-") as scratch:
        environment = os.environ | {"BEADWORK_DATA": scratch, "OPENBLAS_NUM_THREADS": "1"}
        if part.in_browser:
            environment["BEADWORK_CHROMIUM"] = find_chromium()
        database: AbstractContextManager[str] = nullcontext("sqlite:///:memory:")
        if part.full_storm:
            return _storm(part, environment, rest), time.monotonic() - began
        if part.on_postgresql:
            database = embedded_postgres(Path(scratch) / "postgresql")
        with database as environment["BEADWORK_TEST_DATABASE_URL"]:
            command = [sys.executable, "-m", "pytest", "-m", part.choose, *_side_by_side(part), *rest]
            status = subprocess.run(command, cwd=HOUSE, env=environment, check=False).returncode
    return status, time.monotonic() - began


def _storm(part: Part, environment: dict[str, str], rest: list[str]) -> int:
    """Every storm in full, one after another, each with a database of its own."""
    on = "postgresql" if part.on_postgresql else "sqlite"
    command = [sys.executable, "-m", "pytest", "-m", part.choose, STORM, *rest]
    full = {"BEADWORK_FAULTS": "full", "BEADWORK_FAULTS_ON": on}
    return subprocess.run(command, cwd=HOUSE, env=environment | full, check=False).returncode


def _side_by_side(part: Part) -> list[str]:
    """One worker a core, each with a database of its own; in the browser with a server, so files stay whole."""
    way = "loadscope" if part.in_browser else "worksteal"
    return ["-n", str(min(4, os.cpu_count() or 1)), "--maxprocesses", "4", "--dist", way]
