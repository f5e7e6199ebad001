"""The frozen answer every method gives: a number with everything needed to judge it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import numpy as np

from .cautions import Caution, caution

Number = Any  # a float for one series, a 1-D array with one entry per series for a batch
Bounds = Callable[["Result", float], tuple[Number, Number]]


def normal_quantile(level: float) -> float:
    """Two-sided normal quantile, e.g. 1.96 for level 0.95."""
    from scipy.special import ndtri

    return float(ndtri(0.5 + level / 2))


def wald(result: Result, level: float) -> tuple[Number, Number]:
    """Value plus and minus a normal quantile of standard errors."""
    assert result.se is not None
    reach = normal_quantile(level) * result.se
    return result.value - reach, result.value + reach


class Later(Mapping[str, Any]):
    """Cautions that are worked out when somebody asks for them: with many series they cost more than the number."""

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        self._make: Callable[[], Mapping[str, Any]] | None = make
        self._made: Mapping[str, Any] = {}

    def _all(self) -> Mapping[str, Any]:
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made

    def __getitem__(self, code: str) -> Any:
        return self._all()[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


@dataclass(frozen=True, eq=False)
class Result:
    """One number (or, for a batch, one per series) with its method, uncertainty and cautions.

    value, se, n and the entries of `flags` and `details` are plain numbers for one series and arrays
    whose first axis runs over the series for a batch. `se` is None where the method has none.
    """

    value: Number
    method: str
    n: Number
    sentence: str = "{value:.3g}"
    se: Number | None = None
    flags: Mapping[str, Any] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
    bounds: Bounds | None = wald

    def __post_init__(self) -> None:
        for name in ("flags", "details"):
            given = getattr(self, name)
            kept = given if isinstance(given, Later) else MappingProxyType(dict(given))
            object.__setattr__(self, name, kept)

    @property
    def is_batch(self) -> bool:
        """Whether the value is an array, one entry a problem."""
        return np.ndim(self.value) > 0

    @property
    def has_interval(self) -> bool:
        """Whether an interval can be given."""
        return self.bounds is not None and (self.se is not None or self.bounds is not wald)

    def interval(self, level: float = 0.95) -> tuple[Number, Number]:
        """Lower and upper limit at this confidence level; ValueError where the method has no interval."""
        if not 0 < level < 1:
            raise ValueError(f"level must lie between 0 and 1, not {level!r}")
        if not self.has_interval or self.bounds is None:
            raise ValueError(f"{self.method} has no interval: no trustworthy standard error is known for it")
        low, high = self.bounds(self, level)
        return low, high

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """The cautions that hold here; for a batch, those that hold for any of its series."""
        return tuple(caution(code) for code, holds in self.flags.items() if np.any(holds))

    def has(self, code: str) -> bool:
        """Whether this caution holds (for a batch: for any series)."""
        return bool(np.any(self.flags.get(code, False)))

    def explain(self) -> Any:
        """One line in plain words; for a batch, a list with one line per series."""
        if self.is_batch:
            return [one.explain() for one in self]
        if not np.isfinite(self.value):
            return "This cannot be computed from these points."
        return self.sentence.format(value=self.value, n=self.n, **self.details)

    def __len__(self) -> int:
        if not self.is_batch:
            raise TypeError("this result is about one series and has no length")
        return len(self.value)

    def __getitem__(self, row: int) -> Result:
        """The result of one series of a batch."""
        if not self.is_batch:
            raise TypeError("this result is about one series and cannot be indexed")
        return replace(
            self,
            value=_row(self.value, row),
            n=_row(self.n, row),
            se=_row(self.se, row),
            flags={code: bool(_row(holds, row)) for code, holds in self.flags.items()},
            details={name: _row(item, row) for name, item in self.details.items()},
        )

    def __iter__(self) -> Iterator[Result]:
        return (self[row] for row in range(len(self)))


def _row(item: Any, row: int) -> Any:
    if not isinstance(item, np.ndarray) or item.ndim == 0:
        return item
    picked = item[row]
    return picked.item() if np.ndim(picked) == 0 else picked
