"""How long the clinical content takes to load and to check.

Loads every kind in a fresh process, once parsing the files and once from what was kept, and once runs the whole check.
The figure to keep: everything loaded from what was kept in at most 150 ms of processor time.
"""

import subprocess
import sys
import tempfile
from time import process_time

from beadwork.cli.say import say
from beadwork.knowledge import HERE

AT_MOST_MS = 150
ROUNDS = 5
LOAD = """
import sys
from pathlib import Path
from time import process_time
from beadwork.knowledge import Library
begun = process_time()
count = sum(1 for _ in Library(Path(sys.argv[1]), keep=Path(sys.argv[2]) if sys.argv[2] else None).all())
print(count, (process_time() - begun) * 1000)
"""


def run(arguments: list[str]) -> int:
    """Say the figures; 1 where loading takes too long."""
    with tempfile.TemporaryDirectory() as keep:
        count, parsing = _load("")
        _load(keep)
        kept = min(_load(keep)[1] for _ in range(ROUNDS))
    say(
        f"{count:.0f} items, ms of processor: {parsing:.0f} parsing the files, {kept:.0f} from what was kept."
    )
    say(f"At most {AT_MOST_MS} are allowed for the second.")
    say(f"The whole check: {_check():.0f} ms of processor.")
    return int(kept > AT_MOST_MS)


def _load(keep: str) -> tuple[float, float]:
    done = subprocess.run(
        (sys.executable, "-c", LOAD, str(HERE / "content"), keep), capture_output=True, text=True, check=True
    )
    count, took = map(float, done.stdout.split())
    return count, took


def _check() -> float:
    from datetime import UTC, datetime

    from beadwork.knowledge import library
    from beadwork.knowledge.checks import check

    begun = process_time()
    check(library(), on=datetime.now(UTC).date())
    return (process_time() - begun) * 1000
