"""Words of controlled vocabularies, and the people and papers content rests on."""

from dataclasses import dataclass

from beadwork.knowledge.fields import link, number, plain, words, yes
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class Word(Item):
    """One word of a controlled vocabulary: a setting, a position, a hazard. `hint` says when it applies."""

    hint: Text | None = words(optional=True)


@dataclass(frozen=True, kw_only=True)
class AgeBand(Word):
    """An age band: from a month, up to and without a month."""

    from_months: int = number(0, 252)
    to_months: int = number(1, 264)


@dataclass(frozen=True, kw_only=True)
class Material(Word):
    """Something an activity needs; `household` where most homes have it."""

    household: bool = yes()


@dataclass(frozen=True, kw_only=True)
class Feeling(Item):
    """How a home practice felt, for a tired parent's thumb."""


@dataclass(frozen=True, kw_only=True)
class Support(Item):
    """One rung of the standard ladder of support; `is_alone` where it counts as doing it alone."""

    is_alone: bool = yes()


@dataclass(frozen=True, kw_only=True)
class Source(Item):
    """A paper, guideline, dataset or craft that content rests on. `seen` says how well we know it."""

    citation: str = plain()
    year: int = number(1900, 2100)
    evidence: str = link("evidence")
    seen: str = link("seen")
    address: str = plain(optional=True)


@dataclass(frozen=True, kw_only=True)
class Reviewer(Item):
    """A licensed clinician who reviewed content and agreed to be named; nobody else may stand in a passport."""

    name: Text = words(proper=True)
    credential: str = plain()
    agreed_on: str = plain()
