"""What children do and when: milestone sets, windows, and paths of skills with bands of ages."""

from dataclasses import dataclass

from beadwork.knowledge.fields import lines, link, links, number, part, parts, plain, span, words
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class MilestoneSet(Item):
    """A country's set of lists: at which share of children a thing is placed, and how early birth is counted."""

    threshold_percent: int = number(1, 99)
    correct_born_before_days: int = number(0, 294)
    correct_until_days: int = number(0, 2000)
    limits: tuple[Text, ...] = lines(least=1, family=True)


@dataclass(frozen=True, kw_only=True)
class Milestone(Item):
    """One thing of a list. `name` is our own short wording, read by families; `example` helps to answer."""

    name: Text = words(family=True)
    set: str = link("milestone-set")
    months: int = number(0, 252)
    domain: str = link("milestone-domain")
    areas: tuple[str, ...] = links("area")
    example: Text | None = words(family=True, optional=True)


@dataclass(frozen=True, kw_only=True)
class Window(Item):
    """The span of ages (months) in which 98 of 100 children of a study first did something."""

    criterion: Text = words()
    p1: float = number(0, 60, decimal=True)
    p50: float = number(0, 60, decimal=True)
    p99: float = number(0, 60, decimal=True)
    mean: float | None = number(0, 60, decimal=True, optional=True)
    sd: float | None = number(0, 60, decimal=True, optional=True)
    note: Text | None = words(optional=True)


@dataclass(frozen=True, kw_only=True)
class Band:
    """Ages (months) in which a step is often seen: a soft band, never a line to pass. `kind` says what it is."""

    months: tuple[float, float] = span(0, 252, decimal=True)
    kind: str = link("band-kind")
    sources: tuple[str, ...] = links("source", least=1)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a path. `needs` are steps, of this path or another, written "path/step"."""

    slug: str = plain()
    name: Text = words()
    family: Text = words(family=True)
    needs: tuple[str, ...] = links("step")
    band: Band | None = part(Band, optional=True)
    watch: tuple[Text, ...] = lines(least=1)


@dataclass(frozen=True, kw_only=True)
class Path(Item):
    """An ordered way to a skill, each step with what it needs first."""

    area: str = link("area")
    occupation: str = link("occupation")
    purpose: Text = words()
    steps: tuple[Step, ...] = parts(Step, least=3)

    def refs(self) -> tuple[str, ...]:
        """The steps as other items name them: "path/step"."""
        return tuple(f"{self.slug}/{step.slug}" for step in self.steps)
