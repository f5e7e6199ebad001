"""The forecast against its rivals on published series, each child forecast by what was learned from the others.

    python tools/forecast/judge_forecast.py FOLDER [--only treated|whole] [--leave-out child|dataset]
        [--rivals "last value" ...]

FOLDER holds CSV files as tools/forecast/published_series.py reads them. From the fifth point on, every point is an
origin; levels 1, 3 and 5 visits ahead are forecast. The prior is learned anew without the child (or without its
whole data set). A rival's band is its number plus the errors it made, at that horizon, on all other children, held to
the scale. All figures are shares of the scale. Also judged: the chance that a level not yet reached is reached within
ten visits.

All this is done three times: without phases; with the phase of each point seen; and with the phases of the visits to
come told too. Rivals who are told the phase see only its points (the mean of the last three where there are fewer than
three of them), and where the phases to come are told, they have bands of their own for visits in the same phase and
for visits in another.
"""

from __future__ import annotations

import argparse
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from forecast_rivals import RIVALS, Forecaster, mean_of_three
from judge_goals import WITHIN, print_goals
from judged import Origin, Scores, group_of, split, told_phases
from published_series import Case, treated, whole

from beadwork.stats.forecast import forecast_levels
from beadwork.stats.forecast_changes import KINDS
from beadwork.stats.forecast_grid import NODES
from beadwork.stats.forecast_prior import (
    Prior,
    learned,
    learned_by_phase,
    likelihoods,
    likelihoods_by_phase,
)
from beadwork.stats.series import pad

HORIZONS = (1, 3, 5)
FIRST = 5
TOLD = ("none", "seen", "coming")
FEWEST = 3  # points of a phase from which a rival fits anything
ENOUGH = 10  # forecasts a data set needs before its coverage is told


def main() -> None:
    """Read the arguments, judge, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=("whole", "treated"))
    parser.add_argument("--leave-out", choices=("child", "dataset"), default="child")
    parser.add_argument("--rivals", nargs="+", choices=RIVALS, default=list(RIVALS))
    asked = parser.parse_args()
    for name, read in (("whole", whole), ("treated", treated)):
        if asked.only in (None, name):
            cases = [case for case in read(asked.folder) if len(case.level) >= FIRST]
            judge(name, cases, asked.leave_out, {rival: RIVALS[rival] for rival in asked.rivals})


def judge(name: str, cases: list[Case], leave_out: str, rivals: dict[str, Forecaster]) -> None:
    """Print the tables for one way of cutting the series."""
    origins = [Origin(case, n) for case in cases for n in range(FIRST, len(case.level))]
    priors = priors_without(cases, leave_out)
    print(f"\n# {name} series: {len(cases)}, origins: {len(origins)}, left out: the {leave_out}", flush=True)
    for told in TOLD if any(len(set(case.phase)) > 1 for case in cases) else TOLD[:1]:
        judge_told(told, origins, priors, leave_out, rivals)


def judge_told(
    told: str, origins: list[Origin], priors: dict[str, Prior], leave_out: str, rivals: dict[str, Forecaster]
) -> None:
    """Print the tables for what is told about phases."""
    theirs = {rival: [_point(f, origin, told) for origin in origins] for rival, f in rivals.items()}
    table = {"beadwork": grid_scores(origins, priors, leave_out, told)}
    for rival, points in theirs.items():
        table[rival] = band_scores(origins, points, leave_out, apart=told == "coming")
    print(f"\n## phases told: {told}\n")
    print_scores(table)
    for stays, where in ((True, "in the same phase"), (False, "in another phase")):
        if not all(s.stays.all() for s in table["beadwork"].values()):
            print(f"\nVisits {where}:\n")
            print_scores({k: {h: split(s, s.stays == stays) for h, s in v.items()} for k, v in table.items()})
    print_datasets(table["beadwork"])
    if told != "coming":
        print_goals(origins, priors, theirs, leave_out, told)


def priors_without(cases: list[Case], leave_out: str) -> dict[str, Prior]:
    """For every child (or data set) a prior learned from all others."""
    levels, even = [case.level for case in cases], np.full(NODES, 1 / NODES)
    alone, by_phase = likelihoods(levels), likelihoods_by_phase(levels, [case.phase for case in cases])
    kinds = np.multiply.outer(np.full(len(KINDS), 1 / len(KINDS)), even)
    groups = np.array([group_of(case, leave_out) for case in cases])
    answer = {}
    for group in np.unique(groups):
        others = groups != group
        within, changes = learned_by_phase(by_phase[others], kinds)
        weights = learned(alone[others], even)
        answer[str(group)] = Prior(weights, int(others.sum()), "all others", within, changes)
    return answer


def grid_scores(
    origins: list[Origin], priors: dict[str, Prior], leave_out: str, told: str
) -> dict[int, Scores]:
    """Scores of this library's forecast at every horizon, one child's origins at a time."""
    kept: dict[int, list[Any]] = {h: [] for h in HORIZONS}
    for _, child in groupby(origins, key=lambda origin: origin.case.key):
        some = list(child)
        past, prior = pad([list(o.past) for o in some]), priors[group_of(some[0].case, leave_out)]
        labels = told_phases(some, told, max(HORIZONS))
        answer = forecast_levels(past, low=0, high=1, horizons=HORIZONS, prior=prior, **labels)
        actual = np.array([[o.after(h) for h in HORIZONS] for o in some])
        scores, (low, high) = answer.crps(actual), answer.interval(0.8)
        for row, column in np.argwhere(~np.isnan(actual)):
            at = row, column
            judged = _judged(low[at], high[at], actual[at])
            stays = some[row].stays(HORIZONS[column])
            kept[HORIZONS[column]].append((some[row].case.dataset, scores[at], *judged, stays))
    return {h: Scores(*(np.array(column) for column in zip(*rows, strict=True))) for h, rows in kept.items()}


def band_scores(origins: list[Origin], told: list[Any], leave_out: str, apart: bool) -> dict[int, Scores]:
    """Scores of a rival's number with a band of its errors on other children.

    apart: bands of their own for visits in the same phase and for visits in another.
    """
    answer = {}
    for h in HORIZONS:
        usable = [(o, t) for o, t in zip(origins, told, strict=True) if h <= len(o.future)]
        point = np.clip([t[h - 1] for _, t in usable], 0, 1)
        actual = np.array([o.future[h - 1] for o, _ in usable])
        group = np.array([group_of(o.case, leave_out) for o, _ in usable])
        stays = np.array([o.stays(h) for o, _ in usable])
        like = stays if apart else np.ones(len(stays), bool)
        rows = [
            (
                o.case.dataset,
                *_band(point[i], (actual - point)[(group != group[i]) & (like == like[i])], actual[i]),
                stays[i],
            )
            for i, (o, _) in enumerate(usable)
        ]
        answer[h] = Scores(*(np.array(column) for column in zip(*rows, strict=True)))
    return answer


def print_scores(table: dict[str, dict[int, Scores]]) -> None:
    """CRPS, coverage and width of everybody, pooled over forecasts; CRPS also as the mean over data sets."""
    head = (f"CRPS {h} | by data set | 80 % holds | width" for h in HORIZONS)
    print("| method | " + " | ".join(head) + " |")
    print("|---" * (1 + 4 * len(HORIZONS)) + "|")
    for name, scores in table.items():
        cells = [_cell(s) for s in scores.values()]
        print(f"| {name} | " + " | ".join(cells) + " |")
    for h in HORIZONS:
        rivals = {name: scores[h].crps.mean() for name, scores in table.items() if name != "beadwork"}
        best = min(rivals, key=lambda name: rivals[name])
        gain = 1 - table["beadwork"][h].crps.mean() / rivals[best]
        print(f"\n{h} ahead: {gain:.1%} below the best rival ({best}).", end="")
    print()


def print_datasets(scores: dict[int, Scores]) -> None:
    """Coverage by data set at every horizon."""
    print("\n| data set | " + " | ".join(f"{h} ahead: forecasts | holds" for h in HORIZONS) + " |")
    print("|---" * (1 + 2 * len(HORIZONS)) + "|")
    for dataset in sorted(set(scores[1].dataset)):
        cells = []
        for s in scores.values():
            here = s.inside[s.dataset == dataset]
            cells.append(f"{len(here)} | {here.mean():.2f}" if len(here) >= ENOUGH else f"{len(here)} | –")
        print(f"| {dataset} | " + " | ".join(cells) + " |")


def _point(rival: Forecaster, origin: Origin, told: str) -> Any:
    """A rival's numbers for the coming visits; told the phase, it sees only the points of the newest."""
    seen = origin.past if told == "none" else origin.here
    return rival(seen, WITHIN) if len(seen) >= FEWEST else mean_of_three(seen, WITHIN)


def _band(point: float, errors: Any, actual: float) -> tuple[float, bool, float]:
    members = np.sort(np.clip(point + errors, 0, 1))
    rank = 2 * np.arange(1, len(members) + 1) - len(members) - 1
    crps = np.abs(members - actual).mean() - (rank * members).sum() / len(members) ** 2
    low, high = np.quantile(members, (0.1, 0.9))
    return crps, *_judged(low, high, actual)


def _judged(low: float, high: float, actual: float) -> tuple[bool, float]:
    return bool(low - 1e-9 <= actual <= high + 1e-9), high - low


def _cell(scores: Scores) -> str:
    by_dataset = [scores.crps[scores.dataset == name].mean() for name in np.unique(scores.dataset)]
    figures = scores.crps.mean(), np.mean(by_dataset), scores.inside.mean(), scores.width.mean()
    return "{:.4f} | {:.4f} | {:.3f} | {:.3f}".format(*figures)


if __name__ == "__main__":
    main()
