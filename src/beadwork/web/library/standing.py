"""How every item of a practice's library stands: reviewed or not, due, ours, set aside, changed beneath."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from beadwork.library.own import OwnLibrary

SOON = timedelta(days=60)
STATES = {
    "unreviewed": _("Not reviewed"), "due": _("Review due"), "moved": _("Changed beneath"), "ours": _("Ours"),
    "aside": _("Set aside"), "reviewed": _("Reviewed"),
}  # fmt: skip
"""What can be asked for; an item may stand in several."""


@dataclass(frozen=True)
class Standing:
    """One item and how it stands."""

    item: Any
    states: frozenset[str]


def standings(own: OwnLibrary, kind: str, on: date) -> Iterator[Standing]:
    """Every item of a kind, those set aside last."""
    for one in own.items(kind):
        yield Standing(one, frozenset(_states(own, one, on)))
    for (of, slug), word in own.words.items():
        if of == kind and own.is_set_aside(of, slug) and (word.base_digest or own.is_own(of, slug)):
            yield Standing(own.item(of, slug), frozenset({"aside"}))


def _states(own: OwnLibrary, one: Any, on: date) -> Iterator[str]:
    key = (one.kind, one.slug)
    yield "reviewed" if one.is_reviewed else "unreviewed"
    if one.is_reviewed and date.fromisoformat(one.passport.next_review) - on <= SOON:
        yield "due"
    if own.has_moved(*key) or key in own.unfit:
        yield "moved"
    if own.is_own(*key):
        yield "ours"


def counts(own: OwnLibrary, kind: str, on: date) -> Counter[str]:
    """How many items of a kind stand how; `all` of them."""
    found: Counter[str] = Counter()
    for one in standings(own, kind, on):
        found.update(one.states)
        found["all"] += 1
    return found


def next_one(own: OwnLibrary, kind: str, after: str, on: date) -> str:
    """The next item of a kind that nobody reviewed, or whose text changed; from the top after the last; "" for none."""
    rows = list(standings(own, kind, on))
    place = next((n for n, row in enumerate(rows) if row.item.slug == after), 0)
    around = [*rows[place + 1 :], *rows[:place]]
    return next((row.item.slug for row in around if row.states & {"unreviewed", "due"}), "")
