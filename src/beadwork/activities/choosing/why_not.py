"""Why an activity is not in the plan: the rules it breaks, or the reasons it came behind."""

from dataclasses import dataclass

import numpy as np

from beadwork.activities.choosing.order import Taken
from beadwork.activities.choosing.proposal import Proposal
from beadwork.activities.choosing.ranking import Ranking
from beadwork.activities.choosing.reasons import Reason
from beadwork.activities.choosing.rules import Fault, faults

TOLD = 3


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Faults, where rules exclude it; else how it fared in the turn it came nearest to being taken.

    There it came `rank` of `of`, `points` behind the one `taken`; `reasons` made the difference, with the points lost.
    `too_long`: it fits the visit, but not the minutes that were left. `chosen`: it is in the plan.
    """

    slug: str
    faults: tuple[Fault, ...] = ()
    chosen: bool = False
    too_long: bool = False
    part: str = ""
    rank: int = 0
    of: int = 0
    taken: str = ""
    points: float = 0.0
    reasons: tuple[Reason, ...] = ()


def why_not(ranking: Ranking, proposal: Proposal, slug: str) -> WhyNot:
    """The answer for any activity of the shelf. `KeyError` for one that is not on it."""
    place = ranking.shelf.place[slug]
    if broken := faults(ranking.shelf.activities[place], ranking.situation, ranking.shelf):
        return WhyNot(slug, faults=broken)
    if any(one.place == place for one in proposal.taken):
        return WhyNot(slug, chosen=True)
    tried = [one for one in proposal.taken if one.turn.could[place]]
    if not tried:
        return WhyNot(slug, too_long=True)
    return _behind(ranking, min(tried, key=lambda one: _lost(one, place)), place)


def _lost(taken: Taken, place: int) -> float:
    return float(taken.turn.scores[taken.place] - taken.turn.scores[place])


def _behind(ranking: Ranking, taken: Taken, place: int) -> WhyNot:
    now = taken.turn
    ahead = now.could & (
        (now.scores > now.scores[place]) | (now.scores == now.scores[place]) & _before(place, now.could)
    )
    mine = {one.name: one for one in ranking.reasons(place, now.part, now.wanted)}
    theirs = {one.name: one for one in ranking.reasons(taken.place, now.part, now.wanted)}
    lost = [_difference(name, mine, theirs) for name in mine.keys() | theirs.keys()]
    told = sorted((one for one in lost if one.points > 0), key=lambda one: (-one.points, one.name))
    return WhyNot(
        ranking.shelf.activities[place].slug, part=now.part, rank=int(ahead.sum()) + 1, of=int(now.could.sum()),
        taken=ranking.shelf.activities[taken.place].slug, points=round(_lost(taken, place), 2),
        reasons=tuple(told[:TOLD]),
    )  # fmt: skip


def _before(place: int, could: np.ndarray) -> np.ndarray:
    return np.arange(len(could)) < place


def _difference(name: str, mine: dict[str, Reason], theirs: dict[str, Reason]) -> Reason:
    """The points one reason made between two activities, with the facts of the stronger one."""
    zero = Reason(name, 0.0)
    low, high = mine.get(name, zero), theirs.get(name, zero)
    stronger = high if high.points > 0 else low
    return Reason(name, round(high.points - low.points, 2), stronger.words, stronger.numbers)
