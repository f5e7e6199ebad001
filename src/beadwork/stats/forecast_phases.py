"""Labels of the conditions under which points were seen and visits will be made."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

Labels = tuple[Hashable, ...]


class Phases(NamedTuple):
    """One row of labels per series: of its points, and of the visits to come as far as they are known."""

    seen: tuple[Labels, ...]
    coming: tuple[Labels, ...]

    def ahead(self, row: int, visits: int) -> Labels:
        """Labels of the next visits: those told, then the last of them goes on."""
        told = self.coming[row][:visits]
        return told + (visits - len(told)) * (told or self.seen[row])[-1:]


def phases_of(phase: Any, coming: Any, n: Any, *, single: bool) -> Phases | None:
    """Check the labels; None where there are none. ValueError where they do not fit the series."""
    if phase is None:
        if coming is not None:
            raise ValueError("coming phases need the phase of every point seen")
        return None
    seen = _rows(phase, single)
    if [len(row) for row in seen] != list(n):
        raise ValueError("phase must have one label for every point of y")
    ahead = ((),) * len(seen) if coming is None else _rows(coming, single)
    if len(ahead) != len(seen):
        raise ValueError("coming must have one row of labels for every series")
    return Phases(seen, ahead)


def _rows(labels: Any, single: bool) -> tuple[Labels, ...]:
    return (tuple(labels),) if single else tuple(tuple(row) for row in labels)
