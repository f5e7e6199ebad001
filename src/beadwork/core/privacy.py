"""How private each stored field is. A model says it beside its fields; a test fails where one is missing."""

from enum import StrEnum

from django.db.models import Model


class Privacy(StrEnum):
    """The classes, from most to least protected. They drive logs, exports and the scrubbed development dump."""

    CHILD = "about a child"
    PERSON = "about a grown-up"
    SECRET = "opens a door"
    PRACTICE = "about how the practice works"
    HOUSEKEEPING = "ids, times and links that mean nothing alone"


def classify(
    *, child: str = "", person: str = "", secret: str = "", practice: str = "", housekeeping: str = ""
) -> dict[str, Privacy]:
    """Field names (space-separated, one argument a class) as a dictionary from field to class."""
    named = zip(
        (Privacy.CHILD, Privacy.PERSON, Privacy.SECRET, Privacy.PRACTICE, Privacy.HOUSEKEEPING),
        (child, person, secret, practice, housekeeping),
        strict=True,
    )
    return {field: privacy for privacy, fields in named for field in fields.split()}


def unclassified(model: type[Model]) -> set[str]:
    """Fields of one model that have no privacy class, its own or inherited."""
    classes: dict[str, Privacy] = {}
    for ancestor in reversed(model.__mro__):
        classes |= vars(ancestor).get("privacy", {})
    return {field.name for field in model._meta.local_concrete_fields} - classes.keys()
