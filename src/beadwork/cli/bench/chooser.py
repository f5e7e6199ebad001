"""How long it takes to choose for one child: 2,000 activities, 104 visits of seven each, all reasons.

The content's activities are repeated under other slugs until there are 2,000. Choosing is arithmetic on one child's
situation; nothing of other children goes in, so their number cannot matter. The figure to keep: the median at most
20 ms of processor time.
"""

from dataclasses import replace
from random import Random
from statistics import median
from time import process_time

from beadwork.activities.choosing import Aim, Done, Ranking, Shelf, Situation, propose, why_not
from beadwork.cli.say import say
from beadwork.knowledge import items

AT_MOST_MS = 20
ACTIVITIES, VISITS, A_VISIT, ROUNDS = 2000, 104, 7, 40


def run(arguments: list[str]) -> int:
    """Say the figures; 1 where choosing takes too long."""
    begun = process_time()
    shelf = _shelf()
    built = (process_time() - begun) * 1000
    situations = [_situation(shelf, Random(number)) for number in range(ROUNDS)]
    took = [_time(lambda now=now: propose(Ranking(shelf, now))) for now in situations]
    ranking = Ranking(shelf, situations[0])
    proposal = propose(ranking)
    asked = _time(lambda: why_not(ranking, proposal, shelf.activities[0].slug))
    say(
        f"{len(shelf)} activities, {VISITS * A_VISIT} done before: {median(took):.1f} ms of processor a proposal"
    )
    say(f"(slowest {max(took):.1f}; “why not?” {asked:.1f} more; laying the library out, once, {built:.0f}).")
    say(f"At most {AT_MOST_MS} are allowed for the median.")
    return int(median(took) > AT_MOST_MS)


def _time(act: object) -> float:
    begun = process_time()
    act()  # type: ignore[operator]
    return (process_time() - begun) * 1000


def _shelf() -> Shelf:
    known = items("activity")
    many = [
        replace(known[n % len(known)], slug=f"{known[n % len(known)].slug}-{n}") for n in range(ACTIVITIES)
    ]
    return Shelf(many, {path.slug: path.refs() for path in items("path")})


def _situation(shelf: Shelf, random: Random) -> Situation:
    band = random.choice(items("age-band"))
    goals = random.sample([one for one in items("goal") if band.slug in one.ages], 3)
    aims = tuple(
        Aim(one.slug, one.slug, one.area, one.slug, frozenset(one.skills), frozenset(one.steps))
        for one in goals
    )
    return Situation(
        bands=frozenset({band.slug}), months=float(band.from_months), minutes=60, settings=frozenset({"clinic"}),
        aims=aims, nexts={path.slug: 2 for path in items("path")[:6]}, precautions=frozenset({"seizures"}),
        allergens=frozenset({"peanut"}), interests=frozenset({"animals", "music"}), dislikes=frozenset({"sticky"}),
        equipment=frozenset({"wheelchair"}), history=_history(shelf, random),
    )  # fmt: skip


def _history(shelf: Shelf, random: Random) -> tuple[Done, ...]:
    return tuple(
        Done(
            random.choice(shelf.activities).slug, visit, 7 * visit, random.random(), random.uniform(-0.3, 0.3)
        )
        for visit in range(1, VISITS + 1)
        for _ in range(A_VISIT)
    )
