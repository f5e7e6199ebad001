"""What a device or a page sends to be recorded, and the receipt it gets."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


class New(Protocol):
    """What every new entry has: its own id, when it was seen, and, for a correction, what it replaces."""

    @property
    def id(self) -> UUID:
        """Made by the device (UUIDv7): the same id again is the same entry."""

    @property
    def at(self) -> datetime:
        """When it was seen, by the device's clock (aware)."""

    @property
    def supersedes_id(self) -> UUID | None:
        """The entry this one corrects."""

    @property
    def withdrawn(self) -> bool:
        """Whether it takes that entry back instead of replacing it."""


@dataclass(frozen=True)
class NewAttempt:
    """One try at a goal. `success` on a scale of accuracy; on every other scale a `value` on the goal's scale."""

    id: UUID
    goal_id: UUID
    support_id: UUID
    at: datetime
    success: bool | None = None
    value: float | None = None
    steps_done: str = ""
    supersedes_id: UUID | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class NewResponse:
    """How the child was: a slug of `knowledge`'s responses, strength 1 to 3, during what, and what helped."""

    id: UUID
    kind: str
    strength: int
    at: datetime
    during: str = ""
    helped: str = ""
    supersedes_id: UUID | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class NewRemark:
    """A sentence worth keeping, about one goal or about the whole occasion."""

    id: UUID
    text: str
    at: datetime
    goal_id: UUID | None = None
    for_family: bool = False
    supersedes_id: UUID | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class NewCheckIn:
    """One answer of the child's own: to `felt`, `fun` or `more`; `about` names the activity, if it was about one."""

    id: UUID
    asked: str
    answer: str
    at: datetime
    about: str = ""
    supersedes_id: UUID | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class NewSecond:
    """What a second observer saw of a try: an answer on the goal's scale, as in `NewAttempt`."""

    id: UUID
    goal_id: UUID
    support_id: UUID
    at: datetime
    success: bool | None = None
    value: float | None = None
    steps_done: str = ""
    of: UUID | None = None
    observer: str = ""
    supersedes_id: UUID | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class Receipt:
    """Ids stored now and ids that were there already. Every id that was sent is in one of the two."""

    stored: tuple[UUID, ...] = ()
    known: tuple[UUID, ...] = ()
