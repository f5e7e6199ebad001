"""What rows say, as a mark: a page carries the mark of what it showed, so that an old page undoes nobody's change."""

import hashlib
from collections.abc import Collection

from django.db.models import Model


def state_of(*rows: Model, of: Collection[str]) -> str:
    """A mark (32 hex digits) of the named fields of rows: the same as long as they say the same."""
    said = [
        [str(field.value_from_object(row)) for field in row._meta.concrete_fields if field.name in of]
        for row in rows
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]
