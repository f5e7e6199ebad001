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

    @property
    def here(self) -> Any:
        """The levels of the newest phase, up to the origin."""
        phase = self.case.phase[: self.n]
        start = next((i for i in range(self.n, 0, -1) if phase[i - 1] != phase[-1]), 0)
        return self.past[start:]

    def stays(self, visits: int) -> bool:
        """Whether the phase is the same throughout so many visits."""
        return set(self.case.phase[self.n : self.n + visits]) <= {self.case.phase[self.n - 1]}

    def after(self, visits: int) -> float:
        """The level so many visits later; NaN beyond the end."""
        return float(self.future[visits - 1]) if visits <= len(self.future) else math.nan


class Scores(NamedTuple):
    """One entry per forecast."""

    dataset: Any
    crps: Any
    inside: Any
    width: Any
    stays: Any


def group_of(case: Case, leave_out: str) -> str:
    """The child, or the data set, whose points must not be learned from."""
    return case.key if leave_out == "child" else case.dataset


def split(scores: Scores, kept: Any) -> Scores:
    """Only some of the forecasts."""
    return Scores(*(column[kept] for column in scores))


def told_phases(origins: list[Origin], told: str, visits: int) -> dict[str, Any]:
    """What is told about phases, as forecast_levels takes it: nothing, those seen, or those to come too."""
    if told == "none":
        return {}
    seen = {"phase": [o.case.phase[: o.n] for o in origins]}
    coming = {"coming": [o.case.phase[o.n : o.n + visits] for o in origins]}
    return seen if told == "seen" else {**seen, **coming}
