"""Does the chooser learn? 1,000 made-up children with hidden likings and tolerances, three ways to choose for them.

`python -m tools.simulate_chooser [children] [seed]`. Each child has ten visits. The chooser sees what a record holds:
two of the liked interests, half of what is hard to bear, precautions, goals, and how she seemed after an activity (told
six times in ten, with noise). The others choose for the same child within the same rules: at random, or always what is
liked best by 300 other children. What is compared is the engagement she truly has in visits 8 to 10.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beadwork.activities.choosing import Aim, Done, Ranking, Shelf, Situation, faults, propose
from beadwork.knowledge import items

VISITS, LAST, MINUTES = 10, 3, 45
TOLD, NOISE = 0.6, 0.15
WEARY = 0.2
"""What a child has done in each of the last three visits is that much less inviting (on the logit scale)."""

Numbers = NDArray[np.float64]
Plan = list[int]


def library() -> Shelf:
    """The activities of the content, laid out."""
    paths = {path.slug: path.refs() for path in items("path")}
    return Shelf(items("activity"), paths, [one.slug for one in items("material") if one.household])


@dataclass
class Child:
    """What the record says (`situation`), and what it does not: how inviting each activity truly is."""

    situation: Situation
    pull: Numbers
    past: list[Plan] = field(default_factory=list)

    def engagement(self) -> Numbers:
        """The true engagement (0–1) in each activity today."""
        often = np.zeros(len(self.pull))
        for plan in self.past[-LAST:]:
            often[plan] += 1
        return np.asarray(1 / (1 + np.exp(WEARY * often - self.pull)))


def made_up(shelf: Shelf, random: Random) -> Child:
    """A child of any age with two goals, likings and things that are hard to bear."""
    chance = np.random.default_rng(random.getrandbits(32))
    band = random.choice([one for one in items("age-band") if one.slug != "infant"])
    likes, bears = (
        chance.normal(0, 0.8, len(shelf.words("interests"))),
        chance.normal(0, 0.4, len(shelf.words("sensory"))),
    )
    hard = random.sample(range(len(bears)), 3)
    bears[hard] -= 2.0
    pull = (
        0.6
        + _mean(shelf, "interests", likes)
        + shelf.numbers("sensory") @ bears
        + chance.normal(0, 0.5, len(shelf))
    )
    liked = [shelf.words("interests")[place] for place in np.argsort(-likes)[:2]]
    precautions = random.sample([one.slug for one in items("precaution")], random.choice((0, 0, 1, 2)))
    situation = Situation(
        bands=frozenset({band.slug}), months=(band.from_months + band.to_months) / 2, minutes=MINUTES,
        settings=frozenset({"clinic"}), aims=_aims(band.slug, random), precautions=frozenset(precautions),
        interests=frozenset(liked), dislikes=frozenset(shelf.words("sensory")[place] for place in hard[:1]),
    )  # fmt: skip
    return Child(situation, pull)


def _mean(shelf: Shelf, name: str, weights: Numbers) -> Numbers:
    table = shelf.numbers(name)
    return np.asarray((table @ weights) / np.sqrt(np.maximum(table.sum(axis=1), 1)))


def _aims(band: str, random: Random) -> tuple[Aim, ...]:
    fitting = [one for one in items("goal") if band in one.ages]
    return tuple(
        Aim(one.slug, one.slug, one.area, one.slug, frozenset(one.skills), frozenset(one.steps))
        for one in random.sample(fitting, min(2, len(fitting)))
    )


def played(child: Child, shelf: Shelf, choose: Callable[[Situation], Plan], random: Random) -> list[float]:
    """The true mean engagement of each of ten visits, chosen for by `choose`."""
    seen: list[Done] = []
    means = []
    for visit in range(VISITS):
        history = tuple(
            replace(one, visits=visit - one.visits, days=7 * (visit - one.visits)) for one in seen
        )
        plan = choose(replace(child.situation, history=history))
        truly = child.engagement()
        means.append(float(truly[plan].mean()) if plan else 0.0)
        seen += [Done(shelf.activities[place].slug, visit, 0, _told(truly[place], random)) for place in plan]
        child.past.append(plan)
    return means


def _told(truly: float, random: Random) -> float | None:
    return min(1.0, max(0.0, random.gauss(float(truly), NOISE))) if random.random() < TOLD else None


def chooser(shelf: Shelf) -> Callable[[Situation], Plan]:
    """The chooser as it is."""

    def choose(situation: Situation) -> Plan:
        return [taken.place for taken in propose(Ranking(shelf, situation)).taken]

    return choose


def at_random(shelf: Shelf, random: Random) -> Callable[[Situation], Plan]:
    """As many for each part as the chooser takes, at random among those that no rule excludes."""
    return _like_the_chooser(shelf, lambda places: random.sample(places, len(places)))


def most_popular(shelf: Shelf, liked: Numbers) -> Callable[[Situation], Plan]:
    """The same, always those that other children are most engaged in."""
    return _like_the_chooser(shelf, lambda places: sorted(places, key=lambda place: -liked[place]))


def _like_the_chooser(shelf: Shelf, order: Callable[[list[int]], list[int]]) -> Callable[[Situation], Plan]:
    def choose(situation: Situation) -> Plan:
        ranking, plan = Ranking(shelf, replace(situation, history=())), []
        for taken in propose(ranking).taken:
            possible = [
                place for place in np.flatnonzero(ranking.in_part(taken.turn.part)) if place not in plan
            ]
            plan += order([int(place) for place in possible])[:1]
        return plan

    return choose


@dataclass(frozen=True)
class Result:
    """Mean engagement in the last visits by way of choosing, the standard error of each lead, and dangers proposed."""

    means: dict[str, float]
    errors: dict[str, float]
    dangers: int
    first: dict[str, float]


def simulate(children: int, seed: int, others: int = 300) -> Result:
    """Every child lives three times, once with each way of choosing."""
    shelf = library()
    liked = np.mean([made_up(shelf, Random(f"other {seed} {n}")).engagement() for n in range(others)], axis=0)
    told: dict[str, list[list[float]]] = {"chooser": [], "random": [], "popular": []}
    dangers = 0
    for number in range(children):
        ways: dict[str, Any] = {
            "chooser": chooser(shelf), "random": at_random(shelf, Random(f"way {seed} {number}")),
            "popular": most_popular(shelf, liked),
        }  # fmt: skip
        for name, choose in ways.items():
            child = made_up(shelf, Random(f"child {seed} {number}"))
            told[name].append(played(child, shelf, choose, Random(f"told {seed} {number}")))
            dangers += sum(_is_danger(shelf, child, place) for plan in child.past for place in plan)
    return _result(told, dangers)


def _is_danger(shelf: Shelf, child: Child, place: int) -> bool:
    return bool(faults(shelf.activities[place], child.situation, shelf))


def _result(told: dict[str, list[list[float]]], dangers: int) -> Result:
    late = {name: np.array([np.mean(visits[-LAST:]) for visits in rows]) for name, rows in told.items()}
    lead = {name: late["chooser"] - values for name, values in late.items() if name != "chooser"}
    return Result(
        means={name: float(values.mean()) for name, values in late.items()},
        errors={name: float(values.std(ddof=1) / np.sqrt(len(values))) for name, values in lead.items()},
        dangers=dangers, first={name: float(np.mean([row[0] for row in rows])) for name, rows in told.items()},
    )  # fmt: skip


def main(arguments: Iterable[str]) -> None:
    """Say what came out."""
    children, seed = [*map(int, arguments), *(1000, 20261124)[len(list(arguments)) :]]
    result = simulate(children, seed)
    for name, mean in result.means.items():
        print(f"{name:8} first visit {result.first[name]:.3f}, visits 8-10 {mean:.3f}")
    for name, error in result.errors.items():
        print(f"lead over {name}: {result.means['chooser'] - result.means[name]:+.3f} (SE {error:.3f})")
    print(f"activities proposed against a rule: {result.dangers}")


if __name__ == "__main__":
    main(sys.argv[1:])
