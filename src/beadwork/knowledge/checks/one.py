"""The checks of one item alone: its links, its language, how plain its family text is. For texts a practice writes."""

from collections.abc import Iterator
from typing import Any

from beadwork.knowledge.checks import language, links, plainness
from beadwork.knowledge.checks.finding import Finding
from beadwork.knowledge.item import Item


class Alone:
    """A library as the checks see it when one item of it is looked at: everything is known, one thing is read."""

    def __init__(self, item: Item, among: Any) -> None:
        self.item, self.among, self.kinds = item, among, among.kinds

    def items(self, kind: str) -> tuple[Any, ...]:
        """Every item of a kind, this one with them."""
        return (*self.among.items(kind), *([self.item] if kind == self.item.kind else []))

    def all(self) -> Iterator[Any]:
        """The one item that is looked at."""
        yield self.item


def broken_links(item: Item, among: Any) -> list[Finding]:
    """What keeps an item from being used: it names words or items that are not there."""
    return list(links.check(Alone(item, among)))  # type: ignore[arg-type]


def advice(item: Item, among: Any) -> list[Finding]:
    """What ought to be better and keeps nobody from using it: untranslated, unkind or too hard for families."""
    alone: Any = Alone(item, among)
    return [*language.check(alone), *plainness.check(alone)]
