"""What is known about one child on one day, in the words of the vocabularies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from beadwork.activities.choosing.history import Done

Words = frozenset[str]
NONE: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal as the chooser sees it: with skills and steps where it began from a template, else its area alone.

    `steps` are "path/step". `weight` is 1, and less (above 0) for a goal that can wait today.
    """

    key: str
    name: str
    area: str
    template: str = ""
    skills: Words = NONE
    steps: Words = NONE
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One child, one day, one room, so many minutes.

    `bands`: the age bands that count (corrected age where due). `months`: that age. `nexts`: the next step on each
    path somebody works on, as "path" → number of the step from 0. `implied`: precautions that come with a condition
    and that nobody has noted, with the condition. `approached`: dislikes the plan comes near in small steps.
    `materials`: what is at hand, None where nobody has said.
    """

    bands: Words
    months: float
    minutes: int
    settings: Words
    grouping: str = "alone"
    aims: tuple[Aim, ...] = ()
    nexts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    precautions: Words = NONE
    implied: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    allergens: Words = NONE
    equipment: Words = NONE
    dislikes: Words = NONE
    approached: Words = NONE
    interests: Words = NONE
    materials: Words | None = None
    history: tuple[Done, ...] = ()

    @property
    def avoided(self) -> Words:
        """The dislikes that are not approached."""
        return self.dislikes - self.approached
