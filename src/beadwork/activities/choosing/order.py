"""The order of a visit: one turn after another, each taking the best that is left for its part and its minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beadwork.activities.choosing.history import Numbers
from beadwork.activities.choosing.ranking import Ranking
from beadwork.activities.choosing.shelf import Mask

SHORTEST_WITH_ENDS = 20
END_SHARE, END_LEAST, END_MOST = 0.12, 3, 8
END_LIMIT = 0.25
"""A beginning or an end takes its share of the minutes, or as long as its activity needs, up to a quarter of them."""

WORK_MINUTES = ((12, 1), (25, 2), (40, 3))
MOST_WORK = 4
COVERED = 0.6
"""How much less a goal is wanted once a planned activity serves it fully."""

ALIKE = ("materials", "interests", "skills")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its part, how much the goals were still wanted, what each activity scored, which could be taken."""

    part: str
    wanted: Numbers
    scores: Numbers
    could: Mask
    minutes: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What a turn took (the row of the shelf), and its minutes."""

    turn: Turn
    place: int
    minutes: int


def turn(ranking: Ranking, part: str, minutes: int, planned: Sequence[int]) -> Turn:
    """What could be done now, after and beside what is planned (rows of the shelf), in at most so many minutes."""
    wanted = ranking.wanted * _still(ranking, planned)
    scores = sum(ranking.terms(part, wanted).values()) - ranking.weights.variety * alike(ranking, planned)
    could = ranking.in_part(part) & (ranking.shelf.least <= minutes)
    could[list(planned)] = False
    return Turn(part, wanted, np.round(scores, 6), could, minutes)


def _still(ranking: Ranking, planned: Sequence[int]) -> Numbers:
    left = 1.0 - COVERED * ranking.serves[list(planned)]
    return np.asarray(np.prod(left, axis=0))


def alike(ranking: Ranking, planned: Sequence[int]) -> Numbers:
    """How much of the materials, interests and skills each activity shares with the planned one most like it (0–1)."""
    most = np.zeros(len(ranking.shelf))
    for place in planned:
        share = np.zeros(len(ranking.shelf))
        for field in ALIKE:
            table = ranking.shelf.numbers(field)
            both = table @ table[place]
            share += both / np.maximum(table.sum(axis=1) + table[place].sum() - both, 1)
        most = np.maximum(most, share / len(ALIKE))
    return most


def best(now: Turn, count: int = 1) -> list[int]:
    """The best rows of the shelf in a turn; of equals the first by slug."""
    ranked = np.argsort(-np.where(now.could, now.scores, -np.inf), kind="stable")
    return [int(place) for place in ranked[:count] if now.could[place]]


def arrange(ranking: Ranking) -> list[Taken]:
    """Warm-up, work and calm-down within the minutes, in the order of the visit."""
    minutes = ranking.situation.minutes
    share, limit = _end_minutes(minutes)
    first = _take(ranking, "warm-up", limit, [], share)
    last = _take(ranking, "calm-down", limit, [one.place for one in first], share)
    around = first + last
    left = minutes - sum(one.minutes for one in around)
    work = _work(ranking, left, [one.place for one in around])
    return first + work + last


def _end_minutes(minutes: int) -> tuple[int, int]:
    """How long a beginning and an end should be, and at most; a short visit has neither."""
    if minutes < SHORTEST_WITH_ENDS:
        return 0, 0
    return int(min(max(round(minutes * END_SHARE), END_LEAST), END_MOST)), int(minutes * END_LIMIT)


def _take(
    ranking: Ranking, part: str, minutes: int, planned: Sequence[int], share: int | None = None
) -> list[Taken]:
    """The best of a turn, with its share of the minutes; nothing where nothing fits."""
    now = turn(ranking, part, minutes, planned)
    shelf = ranking.shelf
    return [
        Taken(now, place, int(min(max(share or minutes, shelf.least[place]), shelf.most[place], minutes)))
        for place in best(now)
    ]


def _work(ranking: Ranking, minutes: int, around: Sequence[int]) -> list[Taken]:
    count = next((count for most, count in WORK_MINUTES if minutes < most), MOST_WORK)
    taken: list[Taken] = []
    while len(taken) < MOST_WORK:
        left = minutes - sum(one.minutes for one in taken)
        share = left // max(1, count - len(taken))
        more = _take(ranking, "work", left, [*around, *(one.place for one in taken)], share)
        if not more or (len(taken) >= count and left < ranking.shelf.least[more[0].place]):
            break
        taken += more
    return _stretched(ranking, taken, minutes)


def _stretched(ranking: Ranking, taken: list[Taken], minutes: int) -> list[Taken]:
    """Give the minutes that are left to those that can last longer, the first one first."""
    left = minutes - sum(one.minutes for one in taken)
    longer = []
    for one in taken:
        more = min(left, int(ranking.shelf.most[one.place]) - one.minutes)
        longer.append(Taken(one.turn, one.place, one.minutes + more))
        left -= more
    return longer
