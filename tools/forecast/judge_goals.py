"""The chance of reaching a level within ten visits, ours and the rivals', against what came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from judged import Origin, group_of, told_phases

from beadwork.stats.forecast import time_to_goal
from beadwork.stats.forecast_prior import Prior
from beadwork.stats.series import pad

TARGETS = (0.6, 0.7, 0.8, 0.9)
WITHIN = 10


def print_goals(
    origins: list[Origin],
    priors: dict[str, Prior],
    theirs: dict[str, list[Any]],
    leave_out: str,
    phases: str,
) -> None:
    """Brier score and reliability of 'reached within ten visits', for goals not yet reached."""
    asked = list(_goals(origins))
    group = np.array([group_of(origins[i].case, leave_out) for i, _, _, _ in asked])
    came = np.array([reached for *_, reached in asked])
    told = {"beadwork": _our_chances(asked, origins, priors, group, phases)}
    for name, points in theirs.items():
        told[name] = _their_chances(asked, origins, points, group, leave_out)
    told["how often others did"] = np.array([came[group != g].mean() for g in group])
    stays = np.array([origins[i].stays(visits) for i, _, visits, _ in asked])
    _print(told, came, np.ones(len(came), bool), f"within {WITHIN} visits, or by the end")
    if phases != "none" and not stays.all():
        _print(told, came, stays, f"within {WITHIN} visits, or by the end, where the phase stays the same")


def _print(told: dict[str, Any], came: Any, kept: Any, when: str) -> None:
    print(f"\nReached {when}: {kept.sum()} questions, {came[kept].mean():.0%} yes.\n")
    print(
        "| method | Brier | reliability | told 0–.2: came | .2–.4 | .4–.6 | .6–.8 | .8–1 |\n"
        + "|---" * 8
        + "|"
    )
    for name, chance in told.items():
        print(f"| {name} | {_reliability(chance[kept], came[kept])} |")


def _reliability(chance: Any, came: Any) -> str:
    """Brier score, its reliability part (mean squared gap in five bins), and what came in each bin."""
    bins = np.minimum((chance * 5).astype(int), 4)
    rows = [bins == b for b in range(5)]
    gap = sum(row.sum() * (chance[row].mean() - came[row].mean()) ** 2 for row in rows if row.any()) / len(
        came
    )
    cells = [f"{came[row].mean():.2f} ({row.sum()})" if row.any() else "–" for row in rows]
    return " | ".join([f"{((chance - came) ** 2).mean():.4f}", f"{gap:.4f}", *cells])


def _goals(origins: list[Origin]) -> Iterator[tuple[int, float, int, bool]]:
    for place, origin in enumerate(origins):
        visits = min(WITHIN, len(origin.future))
        for goal in TARGETS:
            if origin.past.max() < goal:
                yield place, goal, visits, bool((origin.future[:visits] >= goal).any())


def _our_chances(
    asked: list[Any], origins: list[Origin], priors: dict[str, Prior], group: Any, phases: str
) -> Any:
    """time_to_goal, asked about one goal of all who are forecast by the same prior at a time."""
    answer, goals = np.empty(len(asked)), np.array([goal for _, goal, *_ in asked])
    for left_out in np.unique(group):
        for goal in TARGETS:
            these = np.flatnonzero((group == left_out) & (goals == goal))
            if len(these):
                past = pad([list(origins[asked[place][0]].past) for place in these])
                told = time_to_goal(
                    past,
                    target=goal,
                    low=0,
                    high=1,
                    consecutive=1,
                    horizon_visits=WITHIN,
                    prior=priors[left_out],
                    **told_phases([origins[asked[place][0]] for place in these], phases, WITHIN),
                )
                answer[these] = [told.chance[row, asked[place][2] - 1] for row, place in enumerate(these)]
    return answer


def _their_chances(
    asked: list[Any], origins: list[Origin], points: list[Any], group: Any, leave_out: str
) -> Any:
    """Share of the paths 'number plus another child's errors over the same visits' that reach the goal."""
    owner = np.array([group_of(origin.case, leave_out) for origin in origins])
    padded = np.full((len(origins), WITHIN), np.nan)
    for row, (origin, point) in enumerate(zip(origins, points, strict=True)):
        error = origin.future[:WITHIN] - np.asarray(point)[: len(origin.future)]
        padded[row, : len(error)] = error
    answer = np.empty(len(asked))
    for place, (i, goal, visits, _) in enumerate(asked):
        usable = padded[(owner != group[place]) & ~np.isnan(padded[:, visits - 1]), :visits]
        answer[place] = ((points[i][:visits] + usable).max(axis=1) >= goal).mean()
    return answer
