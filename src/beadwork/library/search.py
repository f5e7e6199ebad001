"""Finding activities: words in both languages, ranked name before purpose before the rest, and filters that count.

An index is built once for a library and asked many times. Every word of the question has to be found; where no
activity has them all, those with most of them come.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beadwork.knowledge import Item, Text
from beadwork.knowledge.shapes import Words, leaves
from beadwork.library.facets import FACETS
from beadwork.library.words import asked, beginnings, tokens

NAME, PURPOSE, TAG, REST = 100, 30, 20, 4
WHOLE = 2  # a whole word counts twice a beginning
LONGEST = 200  # letters of a question that are read
MOST_WORDS = 8

Named = Callable[[str, str], Item]


@dataclass(frozen=True)
class Found:
    """The activities found, best first; for each filter and option, how many would be found with it.

    `is_near`: no activity has every word that was asked for; these have most of them.
    """

    items: list[Any]
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    is_near: bool = False


class Index:
    """An index of some activities. `named` gives the item of a kind and slug, for the words of tags."""

    def __init__(self, activities: Iterable[Any], named: Named) -> None:
        self.activities = tuple(activities)
        self.facets = {name: facet.masks(self.activities, named) for name, facet in FACETS.items()}
        found: dict[str, list[tuple[int, int]]] = {}
        for number, one in enumerate(self.activities):
            for word, weight in _weighed(one, named).items():
                found.setdefault(word, []).append((number, weight))
        self._words = sorted(found)
        self._starts = [0, *accumulate(len(found[word]) for word in self._words)]
        rows = np.array([row for word in self._words for row in found[word]], dtype=np.int64).reshape(-1, 2)
        self._where, self._weight = rows[:, 0], rows[:, 1]

    def find(self, question: str = "", chosen: Mapping[str, str] | None = None) -> Found:
        """Activities that have the words of a question and pass the chosen filters (`FACETS` by name)."""
        words = asked(question[:LONGEST])[:MOST_WORDS]
        score, is_near = self._score(words)
        asked_for = self._chosen(chosen or {})
        hit = score > 0
        passing = hit.copy()
        for mask in asked_for.values():
            passing &= mask
        best = np.flatnonzero(passing)
        best = best[np.argsort(-score[best], kind="stable")]
        items = [self.activities[number] for number in best]
        return Found(items, self._counts(hit, asked_for), is_near and bool(items))

    def _chosen(self, chosen: Mapping[str, str]) -> dict[str, NDArray[np.bool_]]:
        """The masks of the options that were chosen; an option nobody knows finds nothing."""
        nothing = np.zeros(len(self.activities), dtype=bool)
        return {
            name: self.facets[name].get(option, nothing)
            for name, option in chosen.items()
            if option and name in self.facets
        }

    def _counts(
        self, hit: NDArray[np.bool_], chosen: Mapping[str, NDArray[np.bool_]]
    ) -> dict[str, dict[str, int]]:
        """How many each option would find, the other filters staying as they are."""
        counts = {}
        for name, options in self.facets.items():
            rest = hit.copy()
            for other, mask in chosen.items():
                if other != name:
                    rest &= mask
            counts[name] = {option: int(np.count_nonzero(mask & rest)) for option, mask in options.items()}
        return counts

    def _score(self, words: list[str]) -> tuple[NDArray[np.int64], bool]:
        """A number for every activity, 0 where it is not meant; and whether words had to be left out."""
        size = len(self.activities)
        if not words:
            return np.ones(size, dtype=np.int64), False
        each = np.array([self._score_of(word) for word in words]).reshape(len(words), size)
        met = np.count_nonzero(each, axis=0)
        most = int(met.max(initial=0))
        return np.where((met == most) & (met > 0), each.sum(axis=0), 0), 0 < most < len(words)

    def _score_of(self, word: str) -> NDArray[np.int64]:
        """What one word of the question is worth for every activity."""
        score = np.zeros(len(self.activities), dtype=np.int64)
        for beginning in beginnings(word):
            first = bisect_left(self._words, beginning)
            last = bisect_left(self._words, beginning + "\uffff", lo=first)
            begin, end = self._starts[first], self._starts[last]
            np.maximum.at(score, self._where[begin:end], self._weight[begin:end])
            if first < last and self._words[first] == beginning:
                whole = slice(begin, self._starts[first + 1])
                np.maximum.at(score, self._where[whole], self._weight[whole] * WHOLE)
        return score


def _weighed(one: Any, named: Named) -> dict[str, int]:
    """Every word of an activity with the most it is worth."""
    worth: dict[str, int] = {}
    for text, weight in _texts(one, named):
        for said in dict.fromkeys(text):
            for word in _tokens(said):
                if weight > worth.get(word, 0):
                    worth[word] = weight
    return worth


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    """The words of a text, each once; the names of tags come again and again."""
    return tuple(dict.fromkeys(tokens(text)))


def _texts(one: Any, named: Named) -> Iterable[tuple[Text | tuple[str, ...], int]]:
    yield from ((text, NAME) for text in (one.name, one.family) if text)
    yield one.purpose, PURPOSE
    for kind, slugs in TAGS.items():
        for slug in slugs(one):
            tag = named(kind, slug)
            yield tag.name, TAG
            yield getattr(tag, "also", ()), TAG
    for where, shape, value in leaves(one):
        if isinstance(shape, Words) and where not in {"name", "family", "purpose"}:
            yield value, REST


TAGS: dict[str, Callable[[Any], Iterable[str]]] = {
    "area": lambda one: one.areas,
    "skill": lambda one: one.skills,
    "interest": lambda one: one.interests,
    "material": lambda one: one.materials,
    "equipment": lambda one: (each.equipment for each in one.with_equipment),
}
