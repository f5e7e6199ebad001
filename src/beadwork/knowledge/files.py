"""Content files: their fingerprint, and the error that names one."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


class ContentError(ValueError):
    """A content file is not what it should be; the text names the file and what to mend."""


def digest(folder: Path, paths: Iterable[Path]) -> str:
    """A fingerprint of files: their names and their bytes."""
    total = sha256()
    for path in paths:
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
