"""Clinical content as governed data: files a person can edit, each item with its passport. No Django here.

`items("task")` gives every item of a kind, `item("task", "beads")` one of them; `library()` is the whole of it.
How to write an item: docs/knowledge.md.
"""

from functools import cache
from pathlib import Path
from typing import Any

from beadwork.knowledge.files import ContentError
from beadwork.knowledge.item import UNREVIEWED, Item, Passport
from beadwork.knowledge.kinds import KINDS
from beadwork.knowledge.library import Library
from beadwork.knowledge.text import LANGUAGES, Text

HERE = Path(__file__).parent

__all__ = [
    "KINDS",
    "LANGUAGES",
    "UNREVIEWED",
    "ContentError",
    "Item",
    "Library",
    "Passport",
    "Text",
    "item",
    "items",
    "kinds",
    "library",
]


@cache
def library() -> Library:
    """The content that came with this version of the product."""
    return Library(HERE / "content", keep=HERE / "__pycache__")


def items(kind: str) -> tuple[Any, ...]:
    """Every item of a kind, in the order of its files. `KeyError` for a kind that does not exist."""
    return library().items(kind)


def item(kind: str, slug: str) -> Any:
    """One item. `KeyError` where there is none."""
    return library().item(kind, slug)


def kinds() -> frozenset[str]:
    """The kinds of content there are."""
    return frozenset(KINDS)
