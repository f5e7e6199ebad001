"""What families read: when to call, and what to expect."""

from dataclasses import dataclass

from beadwork.knowledge.fields import lines, link, links, words, yes
from beadwork.knowledge.item import Item
from beadwork.knowledge.text import Text


@dataclass(frozen=True, kw_only=True)
class Call(Item):
    """Something worth a call: what families may see, what to do now, whom to call and how soon, what we do then.

    `leaves_scope` where the answer is a physician's or an emergency service's, not a therapist's.
    """

    family: Text = words(family=True)
    group: str = link("call-group")
    ages: tuple[str, ...] = links("age-band", least=1)
    seen: tuple[Text, ...] = lines(least=2, family=True)
    now: tuple[Text, ...] = lines(least=1, family=True)
    goes_to: str = link("goes-to")
    urgency: str = link("urgency")
    therapist: tuple[Text, ...] = lines(least=2)
    leaves_scope: bool = yes()


@dataclass(frozen=True, kw_only=True)
class Ready(Item):
    """What to expect at one moment of care, and how to get ready for it. `name` is the heading families read."""

    name: Text = words(family=True)
    moment: str = link("moment")
    body: tuple[Text, ...] = lines(least=2, family=True)
    bring: tuple[Text, ...] = lines(family=True)
    ask: tuple[Text, ...] = lines(family=True)
