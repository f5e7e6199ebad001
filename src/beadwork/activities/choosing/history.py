"""What went before, for one child: what is usual for her, what she takes to, and what went well itself.

Engagement is shrunk twice, by Beta-like counts (empirical Bayes in its simplest form): an activity toward what things
like it would do, and these toward what is usual for the child; so one bad day moves a toy a little and bans nothing.
Older days count less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from beadwork.activities.choosing.shelf import Shelf

Numbers = NDArray[np.float64]

USUAL_ENGAGEMENT = 0.7
HALF_LIFE_DAYS = 180.0
LATELY = 4
"""The last visits that count for repetition and variety."""

CHILD, WORD, ITEM, GAIN = 6.0, 5.0, 4.0, 3.0
"""How many observations the prior is worth: a child's usual, a word's, an activity's, and a gain's."""

TASTES = ("interests", "sensory", "energy", "areas")


@dataclass(frozen=True, slots=True)
class Done:
    """An activity done once. `visits`: how many visits ago (1 is the last); `days`: how many days.

    `engagement` 0–1 from how the child was; `gain` −1–1: how much better tries went than just before. None: not told.
    """

    activity: str
    visits: int
    days: int
    engagement: float | None = None
    gain: float | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """The past laid out on a shelf, one number an activity: see the fields."""

    usual: float
    expected: Numbers
    engaged: Numbers
    gained: Numbers
    told: Numbers
    lately: Numbers
    ever: NDArray[np.bool_]
    words: dict[str, Numbers]


def past(shelf: "Shelf", history: Sequence[Done]) -> Past:
    """Everything the reasons need of the past. Activities that are no longer on the shelf count for nothing."""
    rows = [one for one in history if one.activity in shelf.place]
    place = np.array([shelf.place[one.activity] for one in rows], dtype=int)
    weight = np.array([0.5 ** (one.days / HALF_LIFE_DAYS) for one in rows])
    engaged, told = _values([one.engagement for one in rows])
    gain, measured = _values([one.gain for one in rows])
    seen = weight * told
    usual = float((CHILD * USUAL_ENGAGEMENT + (seen * engaged).sum()) / (CHILD + seen.sum()))
    off = seen * (engaged - usual)
    words = {field: _liking(shelf, field, place, seen, off) for field in TASTES}
    expected = np.clip(usual + sum(_of(shelf, field, words[field]) for field in TASTES), 0.02, 0.98)
    count, total = _sums(shelf, place, seen), _sums(shelf, place, seen * engaged)
    gains, counted = _sums(shelf, place, weight * measured * gain), _sums(shelf, place, weight * measured)
    recent = np.array([one.visits <= LATELY for one in rows], dtype=float)
    return Past(
        usual=usual, expected=expected, engaged=(ITEM * expected + total) / (ITEM + count),
        gained=gains / (GAIN + counted), told=_sums(shelf, place, told), lately=_sums(shelf, place, recent),
        ever=_sums(shelf, place, np.ones(len(rows))) > 0, words=words,
    )  # fmt: skip


def _values(given: list[float | None]) -> tuple[Numbers, Numbers]:
    """The numbers (0 where none was told), and whether each was told."""
    return (
        np.array([0.0 if one is None else one for one in given]),
        np.array([one is not None for one in given], dtype=float),
    )


def _sums(shelf: "Shelf", place: NDArray[np.int_], values: Numbers) -> Numbers:
    return np.bincount(place, weights=values, minlength=len(shelf)).astype(float)


def _liking(shelf: "Shelf", field: str, place: NDArray[np.int_], seen: Numbers, off: Numbers) -> Numbers:
    """How far from usual the child is with each word of a field, shrunk toward not at all."""
    rows = shelf.numbers(field)[place]
    return (off @ rows) / (WORD + seen @ rows)


def _of(shelf: "Shelf", field: str, liking: Numbers) -> Numbers:
    """What an activity's words say together: their sum, tempered where there are many."""
    table = shelf.numbers(field)
    return (table @ liking) / np.sqrt(np.maximum(table.sum(axis=1), 1))
