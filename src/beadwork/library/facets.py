"""The filters of the library: each has options, each option holds for some activities."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beadwork.knowledge import Item

Masks = dict[str, NDArray[np.bool_]]
MINUTES = (5, 10, 15, 20)
HOUSEHOLD = "household"

Named = Callable[[str, str], Item]


@dataclass(frozen=True)
class Facet:
    """A filter. `options`: those one activity has; `kind`: whose words they are, empty where it is no vocabulary.

    `refuses`: an activity has the options it must not be offered with, and passes the others.
    """

    options: Callable[[Any, Named], Iterable[str]]
    kind: str = ""
    refuses: bool = False

    def masks(self, activities: Sequence[Any], named: Named) -> Masks:
        """For every option that any activity has, which ones pass."""
        has: dict[str, list[int]] = {}
        for number, one in enumerate(activities):
            for option in self.options(one, named):
                has.setdefault(option, []).append(number)
        return {option: self._mask(numbers, len(activities)) for option, numbers in has.items()}

    def _mask(self, numbers: list[int], size: int) -> NDArray[np.bool_]:
        mask = np.full(size, self.refuses)
        mask[numbers] = not self.refuses
        return mask


def _at_home(one: Any, named: Named) -> Iterable[str]:
    return (
        [HOUSEHOLD]
        if all(getattr(named("material", slug), "household", False) for slug in one.materials)
        else []
    )


FACETS: dict[str, Facet] = {
    "age": Facet(lambda one, _: one.ages, "age-band"),
    "area": Facet(lambda one, _: one.areas, "area"),
    "setting": Facet(lambda one, _: one.settings, "setting"),
    "minutes": Facet(lambda one, _: [str(most) for most in MINUTES if one.minutes[0] <= most]),
    "interest": Facet(lambda one, _: one.interests, "interest"),
    "group": Facet(lambda one, _: one.groupings, "grouping"),
    "safe": Facet(lambda one, _: one.contraindicated, "precaution", refuses=True),
    "things": Facet(_at_home),
}
"""By the name they have in an address. `minutes`: can be done in so many; `safe`: is not ruled out by a precaution."""
