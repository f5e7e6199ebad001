"""Numbered problems: what happened, what was kept, what to do. A page or a device shows all three.

A room declares its kinds in its own `problems.py` and raises them by calling them:

    LEVEL_OFF_SCALE = problem(401, what=_("…{level}…"), kept=_("…"), todo=_("…"))
    raise LEVEL_OFF_SCALE(level=7, low=0, high=6)

Ranges: people 100, library 150, intake 200, evaluation 250, plan 300, activities 380, record 400, visits 500,
devices 550, home 600, school 650, talk 700, notes 750, web 900.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

Text = str | Promise
KINDS: dict[int, "ProblemKind"] = {}


@dataclass(frozen=True)
class ProblemKind:
    """One numbered problem; the texts may hold `{facts}`."""

    number: int
    what: Text
    kept: Text
    todo: Text
    status: int = 400

    @property
    def code(self) -> str:
        """The number as people read it to each other: BW-401."""
        return f"BW-{self.number}"

    def __call__(self, **facts: Any) -> "Problem":
        """The problem to raise, with the facts its texts name."""
        return Problem(self, facts)


class Problem(Exception):
    """Something a person can act on. Never carries more about a child than the page already shows."""

    def __init__(self, kind: ProblemKind, facts: dict[str, Any]) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.facts = facts

    @property
    def code(self) -> str:
        """The number of its kind, for pages: a template would call the kind itself."""
        return self.kind.code

    @property
    def what(self) -> str:
        """What happened, in the reader's language."""
        return str(self.kind.what).format(**self.facts)

    @property
    def kept(self) -> str:
        """What was kept, in the reader's language."""
        return str(self.kind.kept).format(**self.facts)

    @property
    def todo(self) -> str:
        """What to do now, in the reader's language."""
        return str(self.kind.todo).format(**self.facts)

    def __str__(self) -> str:
        return f"{self.kind.code}: {self.what} {self.kept} {self.todo}"


def problem(number: int, *, what: Text, kept: Text, todo: Text, status: int = 400) -> ProblemKind:
    """Declare a kind of problem. Each number is used once."""
    if number in KINDS:
        raise ValueError(f"Problem {number} is declared twice.")
    KINDS[number] = ProblemKind(number, what, kept, todo, status)
    return KINDS[number]
