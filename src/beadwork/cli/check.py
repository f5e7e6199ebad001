"""`beadwork check`: everything a machine can find wrong without running the product."""

import os
import subprocess
import sys
from pathlib import Path

from beadwork.cli.ground import HOUSE
from beadwork.cli.say import say

PYTHON = sys.executable
BIN = Path(PYTHON).parent
DJANGO = (PYTHON, "-m", "django")
CHECKS: dict[str, tuple[str | Path, ...]] = {
    "formatting": (BIN / "ruff", "format", "--check", "--quiet", "src", "tests", "tools"),
    "linting": (BIN / "ruff", "check", "--quiet", "src", "tests", "tools"),
    "types": (BIN / "mypy", "--no-error-summary"),
    "import rules": (BIN / "lint-imports", "--no-logo"),
    "templates": (BIN / "djlint", "--lint", "--quiet", "src/beadwork/web/templates"),
    "system": (*DJANGO, "check", "--fail-level", "WARNING"),
    "migrations": (*DJANGO, "makemigrations", "--check", "--dry-run"),
    "words": (PYTHON, "tools/words.py", "check"),
    "documents": (PYTHON, "-m", "beadwork.cli", "docs", "check"),
    "knowledge": (PYTHON, "-m", "beadwork.cli", "knowledge", "check"),
    "secrets": (PYTHON, "tools/secrets.py"),
    "links": (PYTHON, "tools/links.py"),
}


def run(arguments: list[str]) -> int:
    """Run every check, or those named; say which failed, and why."""
    chosen = arguments or list(CHECKS)
    failed = [name for name in chosen if not _passes(name)]
    say(
        f"\n{len(chosen) - len(failed)} of {len(chosen)} checks passed."
        + (f" Failed: {', '.join(failed)}." if failed else "")
    )
    return 1 if failed else 0


def _passes(name: str) -> bool:
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "beadwork.settings.demo"}
    done = subprocess.run(
        CHECKS[name], cwd=HOUSE, env=environment, capture_output=True, text=True, check=False
    )
    say(f"  {'ok    ' if done.returncode == 0 else 'FAILED'}  {name}")
    if done.returncode:
        say(done.stdout + done.stderr)
    return done.returncode == 0
