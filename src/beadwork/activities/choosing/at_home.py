"""Family versions for a goal: the few that serve it best, unlike one another, each with its reasons."""

from dataclasses import replace

from beadwork.activities.choosing.order import Taken, Turn, alike, best, turn
from beadwork.activities.choosing.proposal import Proposal, pick_for
from beadwork.activities.choosing.ranking import AT_HOME, Ranking

FEW, LONG = 3, 240


def family_versions(ranking: Ranking, count: int = FEW) -> Proposal:
    """Up to so many activities with a family version, the best first; alternatives, not a plan."""
    now = turn(ranking, AT_HOME, LONG, [])
    taken: list[Taken] = []
    while len(taken) < count and (found := best(_beside(ranking, now, taken))):
        taken.append(Taken(now, found[0], ranking.shelf.activities[found[0]].home.minutes))
    return Proposal(tuple(pick_for(ranking, one) for one in taken), tuple(taken))


def _beside(ranking: Ranking, now: Turn, taken: list[Taken]) -> Turn:
    """The same turn beside what was taken: not the same again, and less of what is like it."""
    places = [one.place for one in taken]
    could = now.could.copy()
    could[places] = False
    return replace(now, could=could, scores=now.scores - ranking.weights.variety * alike(ranking, places))
