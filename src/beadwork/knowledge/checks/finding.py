"""What a check found: where, how bad, and what to do."""

from dataclasses import dataclass

from beadwork.knowledge.item import Item


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. An error fails the check; a warning is told."""

    where: str
    says: str
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.says}"


def error(item: Item, says: str) -> Finding:
    """Something wrong with an item."""
    return Finding(f"{item.file}: {item.slug}", says)


def warning(item: Item, says: str) -> Finding:
    """Something about an item that will need somebody soon."""
    return Finding(f"{item.file}: {item.slug}", says, is_error=False)
