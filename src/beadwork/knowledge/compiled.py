"""Content already parsed and checked for shape, kept beside the code like compiled Python.

TOML is for people and slow to parse; JSON is not. What is kept carries the fingerprint of the files it was made from
and is made anew whenever they differ. Where nothing may be written (a read-only installation), content is parsed at
each start, unless `./beadwork knowledge compile` was run when it was built.
"""

import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beadwork.knowledge.files import ContentError, digest

if TYPE_CHECKING:
    from beadwork.knowledge.library import Library


def entries(library: "Library", kind: str) -> list[dict[str, Any]]:
    """The entries of a kind, from what is kept where it still holds. `ContentError` where a file is wrong."""
    fingerprint = digest(library.folder, library.files(kind)) + _schema()
    kept = _read(library.keep, kind)
    if kept.get("of") == fingerprint:
        return list(kept["entries"])
    fresh = _checked(library, kind)
    _write(library.keep, kind, {"of": fingerprint, "entries": fresh})
    return fresh


@cache
def _schema() -> str:
    """A fingerprint of the code that says what content must look like."""
    here = Path(__file__).parent
    return digest(
        here, [here / "shapes.py", here / "fields.py", here / "item.py", *sorted(here.glob("kinds/*.py"))]
    )


def _checked(library: "Library", kind: str) -> list[dict[str, Any]]:
    fresh = library.entries(kind)
    if faults := list(library.faults(kind, fresh)):
        raise ContentError("\n".join(faults))
    return fresh


def _read(keep: Path | None, kind: str) -> dict[str, Any]:
    path = keep and keep / f"content-{kind}.json"
    if not path or not path.exists():
        return {}
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def _write(keep: Path | None, kind: str, content: dict[str, Any]) -> None:
    """Put it in place whole: a reader sees the old or the new, never half."""
    if keep is None or not os.access(keep.parent, os.W_OK):
        return
    keep.mkdir(exist_ok=True)
    path = keep / f"content-{kind}.{os.getpid()}.tmp"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    path.replace(keep / f"content-{kind}.json")
