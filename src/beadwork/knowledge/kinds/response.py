"""How a child may respond, what it looks like, and what helps."""

from dataclasses import dataclass

from beadwork.knowledge.fields import lines, link, parts, words
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class LooksByAge:
    """How it often looks at one age; every child has ways of their own."""

    age: str = link("age-band")
    looks: Text = words()


@dataclass(frozen=True, kw_only=True)
class Response(Item):
    """A response. `looks` and `helps` are the one-liners of the visit; the rest is one tap further."""

    mood: str = link("mood")
    looks: Text = words()
    helps: Text = words()
    by_age: tuple[LooksByAge, ...] = parts(LooksByAge, least=5)
    now: tuple[Text, ...] = lines(least=2)
    next_time: tuple[Text, ...] = lines(least=2)
    tell: tuple[Text, ...] = lines(least=1, family=True)
    stop: Text = words()
    medical: Text = words()
