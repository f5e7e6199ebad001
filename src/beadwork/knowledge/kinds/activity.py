"""An activity: something to do with a child, told so that a therapist wants to do it tomorrow."""

from dataclasses import dataclass

from beadwork.knowledge.fields import lines, link, links, number, part, parts, span, words
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class Precaution:
    """What to do differently for a child with something noted in the record."""

    when: str = link("precaution")
    do: Text = words()


@dataclass(frozen=True, kw_only=True)
class WithEquipment:
    """How to lay it out for a child who uses a piece of equipment."""

    equipment: str = link("equipment")
    how: Text = words()


@dataclass(frozen=True, kw_only=True)
class HomeVersion:
    """The family's version: a few minutes inside a routine, what to do, what to say, when to stop."""

    routine: str = link("routine")
    minutes: int = number(1, 5)
    do: tuple[Text, ...] = lines(least=2, family=True)
    say: tuple[Text, ...] = lines(least=1, family=True)
    stop: Text = words(family=True)


@dataclass(frozen=True, kw_only=True)
class Activity(Item):
    """Purpose, who it is for, how to do it, how to change it, what to mind, and what the family can do of it.

    `goals` only where a template is served that neither shares a step nor an area and a skill (see `serving`).
    `contraindicated`: with one of these noted, it is not offered at all; `precautions` say what to do differently.
    """

    family: Text = words(family=True)
    purpose: Text = words()
    areas: tuple[str, ...] = links("area", least=1)
    ages: tuple[str, ...] = links("age-band", least=1)
    skills: tuple[str, ...] = links("skill", least=1)
    factors: tuple[str, ...] = links("factor")
    steps: tuple[str, ...] = links("step")
    goals: tuple[str, ...] = links("goal")
    interests: tuple[str, ...] = links("interest", least=1)
    minutes: tuple[int, int] = span(1, 45)
    occasions: tuple[str, ...] = links("occasion", least=1)
    energy: str = link("energy")
    settings: tuple[str, ...] = links("setting", least=1)
    groupings: tuple[str, ...] = links("grouping", least=1)
    positions: tuple[str, ...] = links("position", least=1)
    materials: tuple[str, ...] = links("material", least=1)
    sensory: tuple[str, ...] = links("sensory")
    allergens: tuple[str, ...] = links("allergen")
    hazards: tuple[str, ...] = links("hazard")
    contraindicated: tuple[str, ...] = links("precaution")
    set_up: tuple[Text, ...] = lines(least=1)
    do: tuple[Text, ...] = lines(least=3)
    watch: tuple[Text, ...] = lines(least=2)
    easier: tuple[Text, ...] = lines(least=2)
    harder: tuple[Text, ...] = lines(least=2)
    safety: tuple[Text, ...] = lines(least=1)
    precautions: tuple[Precaution, ...] = parts(Precaution)
    with_equipment: tuple[WithEquipment, ...] = parts(WithEquipment)
    home: HomeVersion = part(HomeVersion)
    icons: tuple[str, ...] = links("icon", least=3)
