"""The shelf a practice chooses from: its library laid out for arithmetic, once."""

from functools import cache

from beadwork.activities.choosing import Shelf
from beadwork.knowledge import items
from beadwork.people.models import Practice


def shelf_of(practice: Practice) -> Shelf:
    """The shelf of a practice's library."""
    return _shelf()


@cache
def _shelf() -> Shelf:
    return lay_out(items("activity"))


def lay_out(activities: object) -> Shelf:
    """Activities as a shelf, with the paths and the household materials of the content."""
    paths = {path.slug: path.refs() for path in items("path")}
    household = [one.slug for one in items("material") if one.household]
    return Shelf(activities, paths, household)  # type: ignore[arg-type]
