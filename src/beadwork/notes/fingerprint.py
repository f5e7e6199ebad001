"""The fingerprint of a note: the same for the same words, sources and minutes."""

import hashlib
import json
from collections.abc import Sequence

Said = Sequence[dict[str, object]]


def fingerprint(language: str, lines: Said, minutes: Said) -> str:
    """SHA-256 (hex) over a note."""
    text = json.dumps([language, list(lines), list(minutes)], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
