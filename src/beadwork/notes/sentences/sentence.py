"""A sentence of a note, and the rows it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Part(StrEnum):
    """The four parts of a note, in their order, and what the family reads."""

    SUBJECTIVE = "subjective"
    OBJECTIVE = "objective"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    FAMILY = "family"


NOTE = (Part.SUBJECTIVE, Part.OBJECTIVE, Part.ASSESSMENT, Part.PLAN)


@dataclass(frozen=True, slots=True)
class Source:
    """One row a sentence rests on, in words for whoever asks where it came from."""

    kind: str
    id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`key` stays the same when the record grows: an edit of the line stays with it. At most 40 characters."""

    key: str
    part: Part
    text: str
    sources: tuple[Source, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"{self.key}: a sentence without a source")


def key(part: Part, what: str, id: UUID | None = None) -> str:
    """A line's name: the part's first letter, what it tells, and of which row."""
    return "-".join(filter(None, (part[0], what, id.hex[-16:] if id else "")))


def listed(words: Iterable[str]) -> str:
    """Things in a row, as a sentence lists them."""
    return "; ".join(words)


def capital(words: str) -> str:
    """A sentence begins with a capital letter."""
    return words[:1].upper() + words[1:]
