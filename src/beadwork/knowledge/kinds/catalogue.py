"""The catalogue care is described with: areas, occupations, skills, codes, conditions, equipment, instruments."""

from dataclasses import dataclass

from beadwork.knowledge.fields import lines, link, links, number, parts, plain, span, words
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class Area(Item):
    """One area of a child's profile. `group` is one of the five areas of life, `domains` some of the six domains."""

    group: str = link("area-group", optional=True)
    domains: tuple[str, ...] = links("domain", least=1)


@dataclass(frozen=True, kw_only=True)
class Occupation(Item):
    """A category of occupations (OTPF-4, category names only)."""


@dataclass(frozen=True, kw_only=True)
class Skill(Item):
    """Something a child does that can be watched: pinching, pacing, taking turns."""

    group: str = link("skill-group")


@dataclass(frozen=True, kw_only=True)
class Factor(Item):
    """Something in the body or the person that a skill rests on, with its ICF codes."""

    group: str = link("factor-group")
    icf: tuple[str, ...] = links("icf")


@dataclass(frozen=True, kw_only=True)
class IcfCode(Item):
    """A code of the ICF-CY: the slug is the code; the name is our own short label, not WHO's text."""


@dataclass(frozen=True, kw_only=True)
class IcdCode:
    """One ICD-10-CM code and our own short label."""

    code: str = plain()
    label: Text = words()


@dataclass(frozen=True, kw_only=True)
class Condition(Item):
    """A condition a doctor has named, with its codes and what a therapist minds. We never name one ourselves."""

    group: str = link("condition-group")
    codes: tuple[IcdCode, ...] = parts(IcdCode, least=1)
    mind: tuple[Text, ...] = lines(least=2)
    precautions: tuple[str, ...] = links("precaution")
    equipment: tuple[str, ...] = links("equipment")


@dataclass(frozen=True, kw_only=True)
class Equipment(Item):
    """Adaptive equipment: what to mind with it, and how play is laid out for it."""

    group: str = link("equipment-group")
    mind: tuple[Text, ...] = lines(least=2)
    play: tuple[Text, ...] = lines(least=1)
    call_maker: Text | None = words(optional=True)


@dataclass(frozen=True, kw_only=True)
class ScoreKind:
    """One kind of score an instrument gives; bounds and metric only where its publisher states them openly."""

    kind: str = link("score-kind")
    what: Text | None = words(optional=True)
    mean: float | None = number(0, 500, decimal=True, optional=True)
    sd: float | None = number(0, 100, decimal=True, optional=True)
    bounds: tuple[float, float] | None = span(-10, 1000, decimal=True, optional=True)


@dataclass(frozen=True, kw_only=True)
class Instrument(Item):
    """A slot for the scores of a licensed instrument: never its items, forms, norms or scoring rules."""

    publisher: str = plain()
    edition: str = plain(optional=True)
    months: tuple[int, int] = span(0, 1212)
    scores: tuple[ScoreKind, ...] = parts(ScoreKind, least=1)
    better: str = link("direction")
    reading: Text = words()
    change: Text | None = words(optional=True)
