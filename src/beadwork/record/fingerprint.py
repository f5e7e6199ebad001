"""The fingerprint of an entry: the same for the same content, whoever sends it and however often."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from beadwork.record.new import New

CAME_LATER = frozenset({"slug"})
"""Fields that entries had not from the first day: empty they count for nothing, so that an old entry stays the same."""


def fingerprint(occasion_id: UUID, new: New) -> str:
    """SHA-256 (hex) over the occasion, the kind of entry and everything it says."""
    said = {name: _plain(value) for name, value in vars(new).items() if value or name not in CAME_LATER}
    text = json.dumps([str(occasion_id), type(new).__name__, said], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """A value as JSON that does not depend on how it was written: times in UTC, numbers as floats."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value
