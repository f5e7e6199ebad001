"""The index of a practice's library, kept as long as the library says the same."""

from beadwork.library.own import OwnLibrary
from beadwork.library.search import Index


def index_of(own: OwnLibrary) -> Index:
    """The index of a library, built the first time it is asked for and kept with it."""
    known: Index | None = own.__dict__.get("_index")
    if known is None:
        known = own.__dict__["_index"] = Index(own.items("activity"), own.item)
    return known
