"""Whether the demo is as its last start left it, so that the next one can serve it at once."""

import os
from pathlib import Path

from beadwork.cli.ground import HOUSE

STAMP = "demo.ready"


def is_as_it_was(data: Path) -> bool:
    """The practice is there, and no line of the product has changed since it was brought up to date."""
    stamp, practice = data / STAMP, data / "demo.sqlite3"
    if _is_elsewhere() or not (stamp.exists() and practice.exists()):
        return False
    source = [HOUSE / "uv.lock", *(HOUSE / "src").rglob("*")]
    newest = max(path.stat().st_mtime for path in source if path.parent.name != "__pycache__")
    return newest < stamp.stat().st_mtime and (data / "static" / "staticfiles.json").exists()


def forget(data: Path) -> None:
    """Say nothing any more: what is stopped half-way from here on is made again."""
    (data / STAMP).unlink(missing_ok=True)


def keep(data: Path) -> None:
    """Say that everything is up to date now."""
    if not _is_elsewhere():
        (data / STAMP).touch()


def _is_elsewhere() -> bool:
    """In a database of which no file tells whether it is there."""
    return "BEADWORK_DATABASE_URL" in os.environ
