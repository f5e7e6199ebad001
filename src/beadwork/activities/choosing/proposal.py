"""What is proposed for a visit: an order of activities, each with its reasons and with what to mind."""

from dataclasses import dataclass

from beadwork.activities.choosing.order import Taken, arrange, best, turn
from beadwork.activities.choosing.ranking import Ranking
from beadwork.activities.choosing.reasons import Reason


@dataclass(frozen=True, slots=True)
class Pick:
    """One activity in a plan: its part, its minutes, why, and which precautions and equipment it says more about."""

    part: str
    slug: str
    minutes: int
    why: tuple[Reason, ...]
    mind: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """What its reasons come to."""
        return round(sum(one.points for one in self.why), 2)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The picks in their order, and the turns they came from (for `why_not`)."""

    picks: tuple[Pick, ...]
    taken: tuple[Taken, ...]

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(one.minutes for one in self.picks)


def propose(ranking: Ranking) -> Proposal:
    """The plan of a visit. The same situation, shelf and weights give the same plan."""
    taken = arrange(ranking)
    return Proposal(tuple(pick_for(ranking, one) for one in taken), tuple(taken))


def offers(ranking: Ranking, part: str, minutes: int, planned: list[str], count: int = 3) -> tuple[Pick, ...]:
    """The next best for a part beside what is planned (slugs): what to swap in, or to add."""
    places = [ranking.shelf.place[slug] for slug in planned if slug in ranking.shelf.place]
    now = turn(ranking, part, minutes, places)
    most = ranking.shelf.most
    return tuple(
        pick_for(ranking, Taken(now, place, int(min(minutes, most[place])))) for place in best(now, count)
    )


def pick_of(ranking: Ranking, slug: str, part: str, minutes: int) -> Pick:
    """Any activity as a pick, with what speaks for and against it; for somebody who chose it herself."""
    place = ranking.shelf.place[slug]
    most = int(ranking.shelf.most[place])
    return pick_for(ranking, Taken(turn(ranking, part, minutes, []), place, min(max(1, minutes), most)))


def pick_for(ranking: Ranking, taken: Taken) -> Pick:
    """What a turn took, with its reasons."""
    activity = ranking.shelf.activities[taken.place]
    situation = ranking.situation
    return Pick(
        part=taken.turn.part, slug=activity.slug, minutes=taken.minutes,
        why=ranking.reasons(taken.place, taken.turn.part, taken.turn.wanted),
        mind=tuple(one.when for one in activity.precautions if one.when in situation.precautions),
        equipment=tuple(one.equipment for one in activity.with_equipment if one.equipment in situation.equipment),
    )  # fmt: skip
