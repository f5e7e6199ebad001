"""Where a child is on a path of skills, from what was seen of its steps: what is done, what is next, what it lacks.

Only what was seen counts: a later step that is done says nothing about an earlier one nobody noted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from beadwork.knowledge.kinds.development import Path, Step


class Seen(StrEnum):
    """What was seen of a step."""

    DOES = "does"
    WITH_HELP = "with-help"
    NOT_YET = "not-yet"


@dataclass(frozen=True)
class Standing:
    """Where a child is on one path: the furthest step done, the next one, and what that one needs and lacks.

    `here` is None while no step is done; `next` is None when the last one is done. `lacks` are "path/step".
    """

    here: Step | None
    next: Step | None
    lacks: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        """Whether the end of the path is reached."""
        return self.next is None


def standing(path: Path, seen: Mapping[str, Seen]) -> Standing:
    """Where a child is on a path. `seen` says of "path/step" what was seen last; steps nobody noted are not in it."""
    states = [seen.get(ref) for ref in path.refs()]
    done = max((place for place, state in enumerate(states) if state == Seen.DOES), default=-1)
    ahead = path.steps[done + 1 :]
    lacks = tuple(ref for ref in ahead[0].needs if seen.get(ref) != Seen.DOES) if ahead else ()
    return Standing(path.steps[done] if done >= 0 else None, ahead[0] if ahead else None, lacks)
