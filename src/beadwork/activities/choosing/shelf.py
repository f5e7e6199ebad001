"""Activities laid out for arithmetic: one row an activity, one column a word. Built once, then read."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Numbers = NDArray[np.float64]
FAR = 10_000

FIELDS: dict[str, Callable[[Any], Iterable[str]]] = {
    "ages": lambda one: one.ages,
    "areas": lambda one: one.areas,
    "skills": lambda one: one.skills,
    "steps": lambda one: one.steps,
    "goals": lambda one: one.goals,
    "interests": lambda one: one.interests,
    "occasions": lambda one: one.occasions,
    "energy": lambda one: (one.energy,),
    "settings": lambda one: one.settings,
    "groupings": lambda one: one.groupings,
    "materials": lambda one: one.materials,
    "sensory": lambda one: one.sensory,
    "allergens": lambda one: one.allergens,
    "hazards": lambda one: one.hazards,
    "contraindicated": lambda one: one.contraindicated,
    "minded": lambda one: (each.when for each in one.precautions),
    "equipment": lambda one: (each.equipment for each in one.with_equipment),
}


class Shelf:
    """Some activities (n of them, ordered by slug) and the order of steps on the paths.

    `household`: slugs of materials most homes have. `content`: which content it is, for the record.
    """

    def __init__(
        self,
        activities: Iterable[Any],
        paths: Mapping[str, tuple[str, ...]],
        household: Iterable[str] = (),
        content: str = "",
    ) -> None:
        self.content = content
        self.activities = tuple(sorted(activities, key=lambda one: one.slug))
        self.place = {one.slug: number for number, one in enumerate(self.activities)}
        self.least = np.array([one.minutes[0] for one in self.activities], dtype=int)
        self.most = np.array([one.minutes[1] for one in self.activities], dtype=int)
        self._columns: dict[str, dict[str, int]] = {}
        self._words: dict[str, Mask] = {}
        self._numbers: dict[str, Numbers] = {}
        for field, read in FIELDS.items():
            self._lay_out(field, [set(read(one)) for one in self.activities])
        at_home = frozenset(household)
        self.household = np.array([at_home.issuperset(one.materials) for one in self.activities], dtype=bool)
        self.told_at_home = np.array([one.home is not None for one in self.activities], dtype=bool)
        self.paths = {name: tuple(steps) for name, steps in paths.items()}
        self.first = {name: self._first(steps) for name, steps in self.paths.items()}

    def __len__(self) -> int:
        return len(self.activities)

    def _lay_out(self, field: str, rows: list[set[str]]) -> None:
        columns = {word: number for number, word in enumerate(sorted(set().union(*rows)))}
        table = np.zeros((len(rows), len(columns)), dtype=bool)
        for number, row in enumerate(rows):
            table[number, [columns[word] for word in row]] = True
        self._columns[field], self._words[field] = columns, table

    def _first(self, steps: tuple[str, ...]) -> NDArray[np.int_]:
        """The number of the earliest step of a path each activity practises; `FAR` for none."""
        order = {step: number for number, step in enumerate(steps)}
        return np.array(
            [
                min((order[step] for step in one.steps if step in order), default=FAR)
                for one in self.activities
            ],
            dtype=int,
        )

    def numbers(self, field: str) -> Numbers:
        """Every word of a field as zeros and ones, n × words."""
        if field not in self._numbers:
            self._numbers[field] = self._words[field].astype(float)
        return self._numbers[field]

    def words(self, field: str) -> list[str]:
        """The words that are the columns of `numbers(field)`."""
        return list(self._columns[field])

    def has(self, field: str, word: str) -> Mask:
        """Which activities name a word in a field."""
        column = self._columns[field].get(word)
        return np.zeros(len(self), dtype=bool) if column is None else self._words[field][:, column]

    def any(self, field: str, words: Iterable[str]) -> Mask:
        """Which activities name at least one of the words in a field."""
        return self.count(field, words) > 0

    def count(self, field: str, words: Iterable[str]) -> NDArray[np.int_]:
        """How many of the words each activity names in a field."""
        known = self._columns[field]
        return self._words[field][:, [known[word] for word in set(words) if word in known]].sum(axis=1)

    def total(self, field: str) -> NDArray[np.int_]:
        """How many words each activity has in a field."""
        return self._words[field].sum(axis=1)
