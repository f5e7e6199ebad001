"""Names for things. A UUIDv7 (RFC 9562) carries its time, so rows made later sort later."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A fresh UUIDv7. A device makes its own the same way, so that a retry names the same thing."""
    return uuid7()
