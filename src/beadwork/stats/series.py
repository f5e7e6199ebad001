"""One series or many: checked once, then always a NaN-padded table with one row per series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
CELLS_AT_ONCE = 1_000_000


@dataclass(frozen=True, eq=False)
class Batch:
    """Series as rows. values (k, width) padded with NaN on the right; n (k,) counts the points of each row."""

    values: Floats
    n: NDArray[np.int64]
    single: bool

    @property
    def seen(self) -> NDArray[np.bool_]:
        """(k, width): True where there is a point."""
        return np.arange(self.values.shape[1]) < self.n[:, None]

    def flipped(self, better: str) -> Batch:
        """The same points with the sign turned when lower is better, so that more is always better."""
        return self if check_better(better) == "higher" else Batch(-self.values, self.n, self.single)

    def answer(self, rows: Any) -> Any:
        """Per-row numbers as the caller expects them: a plain number for one series, the array for a batch."""
        rows = np.asarray(rows)
        return rows[0].item() if self.single and rows.ndim == 1 else rows[0] if self.single else rows


def check_better(better: str) -> str:
    """Return `better` if it is "higher" or "lower"; ValueError otherwise."""
    return check_option("better", better, ("higher", "lower"))


def check_option(name: str, given: str, allowed: Sequence[str]) -> str:
    """Return the option if it is allowed; ValueError names the choices otherwise."""
    if given not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(map(repr, allowed))}, not {given!r}")
    return given


def pad(rows: Iterable[Sequence[float]]) -> Floats:
    """Series of unequal length as one table, padded with NaN on the right."""
    listed = [np.asarray(row, dtype=float) for row in rows]
    table = np.full((len(listed), max((len(row) for row in listed), default=0)), np.nan)
    for index, row in enumerate(listed):
        table[index, : len(row)] = row
    return table


def as_batch(
    series: Any, name: str = "series", *, low: float | None = None, high: float | None = None, least: int = 1
) -> Batch:
    """Check one series (1-D) or a batch (2-D, NaN on the right) and return it as rows.

    ValueError for other shapes, no series at all, fewer than `least` points, infinite numbers, NaN anywhere but
    as padding on the right of a batch, and values off the scale from `low` to `high`.
    """
    values = _as_numbers(series, name)
    if values.ndim not in (1, 2):
        raise ValueError(f"{name} must be one series or a table with one series per row")
    single = values.ndim == 1
    table = np.atleast_2d(values)
    if len(table) == 0:
        raise ValueError(f"{name} holds no series")
    n = _count(table, name, single)
    if n.min() < least:
        raise ValueError(f"{name} needs at least {least} point(s){_which(n < least, single)}")
    _check_scale(table, name, low, high)
    return Batch(table, n, single)


def as_phases(
    before: Any, after: Any, *, low: float | None = None, high: float | None = None
) -> tuple[Batch, Batch]:
    """Check two phases of the same series (or of the same batch of series)."""
    a = as_batch(before, "before", low=low, high=high)
    b = as_batch(after, "after", low=low, high=high)
    if a.single != b.single or len(a.n) != len(b.n):
        raise ValueError("before and after must both be one series, or tables with the same number of rows")
    return a, b


def in_blocks(rows: int, cells_per_row: int) -> Iterator[slice]:
    """Slices over the rows, small enough that a working table stays in the processor's cache."""
    step = max(1, CELLS_AT_ONCE // max(1, cells_per_row))
    return (slice(start, min(start + step, rows)) for start in range(0, rows, step))


def by_blocks(work: Callable[..., tuple[Any, ...]], cells_per_row: int, *tables: Any) -> tuple[Any, ...]:
    """Apply `work` to blocks of rows of the tables and put its answers (tuples of per-row arrays) together."""
    parts = [work(*(table[block] for table in tables)) for block in in_blocks(len(tables[0]), cells_per_row)]
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))


def mean_and_variance(batch: Batch) -> tuple[Floats, Floats]:
    """Mean and sample variance (n - 1) of each row; the variance of one point is NaN."""
    values = np.where(batch.seen, batch.values, 0.0)
    mean = values.sum(axis=1) / batch.n
    squares = np.where(batch.seen, batch.values - mean[:, None], 0.0) ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        return mean, squares.sum(axis=1) / (batch.n - 1.0)


def _as_numbers(series: Any, name: str) -> Floats:
    try:
        return np.array(series, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must hold numbers, with rows of one length; pad() makes them so") from None


def _count(table: Floats, name: str, single: bool) -> NDArray[np.int64]:
    if np.isinf(table).any():
        raise ValueError(f"{name} holds an infinite number{_which(np.isinf(table).any(axis=1), single)}")
    seen = ~np.isnan(table)
    n: NDArray[np.int64] = seen.sum(axis=1, dtype=np.int64)
    holes = (seen != (np.arange(table.shape[1]) < n[:, None])).any(axis=1)
    if single and n[0] < table.shape[1]:
        raise ValueError(f"{name} holds NaN; leave missed sessions out")
    if holes.any():
        raise ValueError(
            f"{name} holds NaN between points{_which(holes, single)}; NaN may only pad a row on the right"
        )
    return n


def _check_scale(table: Floats, name: str, low: float | None, high: float | None) -> None:
    if low is not None and high is not None and not low < high:
        raise ValueError(f"the scale must rise: low={low!r}, high={high!r}")
    if low is not None and (table < low).any():
        raise ValueError(f"{name} holds {np.nanmin(table):g}, below the scale's lowest value {low:g}")
    if high is not None and (table > high).any():
        raise ValueError(f"{name} holds {np.nanmax(table):g}, above the scale's highest value {high:g}")


def _which(rows: Any, single: bool) -> str:
    return "" if single else f" (row {int(np.flatnonzero(rows)[0])})"
