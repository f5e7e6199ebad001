"""Published single-case series from CSV files, on their scales: what the forecast's prior and its judge read.

A folder is given; every CSV file in it with the columns dataset, case, phase, a time (mt or session) and a value (value
or outcome) is read. Where a data set's scale is not known it runs from 0 (or the lowest value) to a round number above
the highest, and higher is better.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SCALES = {  # lowest, highest, better
    "exampleAB": (0, 100, "higher"),
    "exampleAB_score": (0, 20, "higher"),
    "exampleAB_simple": (0, 20, "higher"),
    "exampleAB_decreasing": (0, 150, "lower"),
    "exampleABAB": (0, 40, "higher"),
    "exampleABC": (0, 100, "higher"),
    "exampleAB_50": (0, 125, "higher"),
    "Huber2014": (0, 100, "higher"),
    "Huitema2000": (0, 150, "higher"),
    "Lenz2013": (0, 30, "lower"),
    "Parker2007": (0, 40, "higher"),
    "Parker2009": (0, 100, "higher"),
    "Parker2009b": (0, 15, "higher"),
    "Parker2011": (0, 10, "higher"),
    "Parker2011b": (0, 40, "higher"),
    "SSDforR2017": (0, 5, "lower"),
    "Tarlow2017": (0, 40, "lower"),
    "Waddell2011": (0, 15, "higher"),
    "Beretvas2008": (0, 20, "higher"),
    "Borckardt2014": (0, 10, "lower"),
    "McKissick": (0, 25, "lower"),
    "English1997": (0, 40, "higher"),
    "Crozier2005": (0, 20, "lower"),
    "Facon2008": (40, 80, "higher"),
    "Olszewski2017": (0, 20, "higher"),
    "Byiers2014": (0, 100, "higher"),
    "Casey1978": (0, 1, "higher"),
    "Strasberger2014": (0, 10, "higher"),
}


@dataclass(frozen=True)
class Case:
    """One child's series on the unit scale (1 the best), with the phase of each point."""

    dataset: str
    child: str
    level: np.ndarray
    phase: tuple[str, ...]

    @property
    def key(self) -> str:
        """Names the child among all data sets."""
        return f"{self.dataset}|{self.child}"


def whole(folder: Path) -> list[Case]:
    """Every child's whole series, in the order of its sessions."""
    rows = [row for path in sorted(folder.glob("*.csv")) for row in _rows(path)]
    values: dict[str, list[float]] = {}
    for dataset, _, _, value in rows:
        values.setdefault(dataset, []).append(value)
    children: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for dataset, child, phase, value in rows:
        children.setdefault((dataset, child), []).append((phase, value))
    return [_case(dataset, child, points, values[dataset]) for (dataset, child), points in children.items()]


def treated(folder: Path) -> list[Case]:
    """Only the runs of points after a baseline (phases not called A...), each a series of its own."""
    return [run for case in whole(folder) for run in _treated_runs(case)]


def _treated_runs(case: Case) -> Iterator[Case]:
    baseline = np.array([phase.startswith("A") for phase in case.phase])
    cuts = np.flatnonzero(baseline[1:] != baseline[:-1]) + 1
    for run in np.split(np.arange(len(baseline)), cuts):
        if not baseline[run[0]]:
            yield Case(case.dataset, case.child, case.level[run], tuple(case.phase[i] for i in run))


def _rows(path: Path) -> Iterator[tuple[str, str, str, float]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            value = row.get("value", row.get("outcome", "NA"))
            if "case" in row and value not in ("NA", "", None):
                yield row["dataset"], row["case"], row["phase"], float(value)


def _case(dataset: str, child: str, points: list[tuple[str, float]], everything: list[float]) -> Case:
    low, high, better = SCALES.get(dataset) or _guessed(everything)
    share = (np.array([value for _, value in points]) - low) / (high - low)
    level = share if better == "higher" else 1 - share
    return Case(dataset, child, level, tuple(phase for phase, _ in points))


def _guessed(values: list[float]) -> tuple[float, float, str]:
    low, top = min(0.0, *values), max(values)
    step = 10 ** math.floor(math.log10(max(top - low, 1e-9))) / 2
    return low, low + step * math.ceil((top - low) / step), "higher"
