"""What became of an entry: stored, kept aside, in conflict, waiting for another, or refused."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beadwork.core.problems import Problem
from beadwork.devices.problems import BASE_MISSING, OTHER_CONTENT
from beadwork.devices.wire import Entry
from beadwork.record.problems import SAME_ID_OTHER_WORDS

Timed = tuple[Entry, datetime]
"""An entry, and when it was seen as the server makes it out."""

Key = tuple[UUID, str]
"""Id and digest: two contents under one id are two things to answer."""

CONFLICTS = (OTHER_CONTENT, SAME_ID_OTHER_WORDS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`problem` says why, unless it is stored. `final`: the device may delete it."""

    state: str
    problem: Problem | None = None

    @property
    def final(self) -> bool:
        """Whether the server has it, whatever is done with it."""
        return self.state in ("stored", "aside", "conflict")


STORED = Outcome("stored")


def kept_aside(problem: Problem) -> Outcome:
    """Kept with all it says, but not in the record."""
    return Outcome("conflict" if problem.kind in CONFLICTS else "aside", problem)


def waiting() -> Outcome:
    """Something it builds on has not come yet."""
    return Outcome("waits", BASE_MISSING())
