"""`beadwork fix`: put right what a machine can put right."""

import subprocess
import sys

from beadwork.cli.check import BIN
from beadwork.cli.ground import HOUSE

FIXES = (
    (BIN / "ruff", "check", "--fix", "--quiet", "src", "tests", "tools"),
    (BIN / "ruff", "format", "--quiet", "src", "tests", "tools"),
    (sys.executable, "tools/words.py", "update"),
)


def run(arguments: list[str]) -> int:
    """Run every fix; what is left is for a person."""
    return max(subprocess.run(fix, cwd=HOUSE, check=False).returncode for fix in FIXES)
