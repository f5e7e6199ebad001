"""The shelf a practice chooses from: its own library laid out for arithmetic, once for each state of it."""

from functools import lru_cache

from beadwork.activities.choosing import Shelf
from beadwork.library.own import OwnLibrary

MOST_PRACTICES = 32


@lru_cache(maxsize=MOST_PRACTICES)
def shelf_of(library: OwnLibrary) -> Shelf:
    """A library's activities as a shelf, with its paths and its household materials."""
    paths = {path.slug: path.refs() for path in library.items("path")}
    household = [one.slug for one in library.items("material") if one.household]
    content = f"{library.shipped.version} {library.shipped.digest[:12]} {library.newest or ''}".strip()
    return Shelf(library.items("activity"), paths, household, content)
