"""What an evaluation offers and asks."""

from dataclasses import dataclass

from beadwork.knowledge.fields import lines, link, links, number, words
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class Task(Item):
    """Something offered in play at an evaluation; ours, no publisher's. `ladder` runs from least help to most."""

    area: str = link("area")
    ages: tuple[str, ...] = links("age-band", least=1)
    minutes: int = number(1, 30)
    materials: Text = words()
    offer: Text = words()
    watch: Text = words()
    ladder: tuple[Text, ...] = lines(least=3)
    safety: Text = words()
    steps: tuple[str, ...] = links("step")
    icf: tuple[str, ...] = links("icf")


@dataclass(frozen=True, kw_only=True)
class Question(Item):
    """What the interview asks; `name` is the question, read by families. `follow_up` where the answer is short."""

    name: Text = words(family=True)
    topic: str = link("topic")
    follow_up: tuple[Text, ...] = lines(family=True)
    ages: tuple[str, ...] = links("age-band")
