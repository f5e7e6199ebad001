"""Anchors: heads of the chains, written down outside the database.

Whoever owns the database can rewrite a whole chain so that it holds again; she cannot rewrite what was written down
elsewhere before. An anchor therefore proves every event up to it, and nothing after it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beadwork.core.models import ChainHead, Event


@dataclass(frozen=True)
class Anchor:
    """One chain's last event at one moment. As a line: time, practice, number, hash, with spaces between."""

    at: datetime
    practice_id: UUID
    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {self.practice_id} {self.seq} {self.hash}"

    @classmethod
    def of_line(cls, line: str) -> "Anchor":
        """The anchor that a line says. Raises ValueError where it says none."""
        at, practice_id, seq, digest = line.split()
        return cls(datetime.fromisoformat(at), UUID(practice_id), int(seq), digest)


def present_anchors(at: datetime) -> list[Anchor]:
    """An anchor for each practice's chain as it is now."""
    return [Anchor(at, head.pk, head.seq, head.hash) for head in ChainHead.objects.order_by("practice_id")]


def broken_anchors(anchors: Iterable[Anchor]) -> Iterator[tuple[Anchor, str]]:
    """Anchors that the chains of today do not hold, and what is wrong, in the order they were written down."""
    for anchor in anchors:
        event = Event.objects.filter(practice_id=anchor.practice_id, seq=anchor.seq).first()
        if event is None:
            yield anchor, f"is gone; it was there on {anchor.at:%Y-%m-%d}"
        elif event.hash != anchor.hash:
            yield (
                anchor,
                f"is not the one that was written down on {anchor.at:%Y-%m-%d}: the chain was rewritten",
            )
