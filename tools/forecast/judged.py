"""What the judges of the forecast speak of: origins in series, scores of forecasts, and who is left out."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from published_series import Case


class Origin(NamedTuple):
    """A series up to some point, and what came after."""

    case: Case
    n: int

    @property
    def past(self) -> Any:
        """The levels up to the origin."""
        return self.case.level[: self.n]

    @property
    def future(self) -> Any:
        """The levels after it."""
        return self.case.level[self.n :]

    def after(self, visits: int) -> float:
        """The level so many visits later; NaN beyond the end."""
        return float(self.future[visits - 1]) if visits <= len(self.future) else math.nan


class Scores(NamedTuple):
    """One entry per forecast."""

    dataset: Any
    crps: Any
    inside: Any
    width: Any


def group_of(case: Case, leave_out: str) -> str:
    """The child, or the data set, whose points must not be learned from."""
    return case.key if leave_out == "child" else case.dataset
