"""A goal template: the parts a therapist starts from, never a goal that is put on a child unread."""

from dataclasses import dataclass

from beadwork.knowledge.fields import lines, link, links, number, span, words
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class GoalTemplate(Item):
    """One occupation, in the parts of a goal: who does what, how, when, how measured, from where to where.

    `family` names the goal, `family_words` tell it, with {child} for the name. `points` are the steps of a *steps*
    scale (in order, `high` of them), or the five levels of *attainment* (−2 to +2). Numbers are on the scale.
    """

    family: Text = words(family=True)
    area: str = link("area")
    occupation: str = link("occupation")
    ages: tuple[str, ...] = links("age-band", least=1)
    steps: tuple[str, ...] = links("step")
    skills: tuple[str, ...] = links("skill", least=1)
    icf: tuple[str, ...] = links("icf", least=1)
    does: Text = words()
    manner: Text | None = words(optional=True)
    condition: Text = words()
    measure: Text = words()
    scale: str = link("scale")
    low: float = number(-1000, 10000, decimal=True)
    high: float = number(-1000, 10000, decimal=True)
    unit: Text | None = words(optional=True)
    better: str = link("direction")
    points: tuple[Text, ...] = lines()
    baseline: tuple[float, float] = span(-1000, 10000, decimal=True)
    baseline_support: str = link("support")
    target: float = number(-1000, 10000, decimal=True)
    target_support: str = link("support")
    family_words: Text = words(family=True)
    home: tuple[Text, ...] = lines(least=1, family=True)
