"""Ten thousand simulated children with known learning curves: does time_to_goal keep its word?

    python tools/forecast/simulate_goals.py [--children 10000] [--seed 1]

Curves: exponential, S-shaped, straight with an end, power law, a sudden step, and a plateau below the target (three in
ten). Points scatter and drift a little. Each child is asked about once, at a random visit, for the range; and after
every visit from the fifth to the twentieth for what the family would have been told.
"""

from __future__ import annotations

import argparse
from typing import Any, NamedTuple

import numpy as np

from beadwork.stats.forecast import time_to_goal

SHAPES = ("exponential", "S-shaped", "straight", "power law", "step", "plateau below")
SHARES = (0.2, 0.15, 0.15, 0.1, 0.1, 0.3)
LOOKS = range(5, 21)
HORIZON = 26
CONSECUTIVE = 3


class Children(NamedTuple):
    """Simulated children: (k,) targets, shapes, asymptotes; (k, visits) levels as they would be recorded."""

    target: Any
    shape: Any
    top: Any
    level: Any


def simulated(count: int, seed: int) -> Children:
    """Draw children with their curves and their points."""
    rng = np.random.default_rng(seed)
    shape = rng.choice(len(SHAPES), count, p=SHARES)
    target = rng.choice((0.7, 0.8, 0.9), count)
    top = np.where(
        shape == len(SHAPES) - 1, target - rng.uniform(0.05, 0.35, count), rng.uniform(target, 1.0)
    )
    start = rng.uniform(0.05, 0.5, count) * top
    t = np.arange(LOOKS[-1] + HORIZON)[None, :]
    share = _shares(rng, shape, t, count)
    curve = start[:, None] + (top - start)[:, None] * share
    return Children(target, shape, top, np.clip(curve + _scatter(rng, curve.shape), 0, 1))


def _shares(rng: Any, shape: Any, t: Any, count: int) -> Any:
    """How much of the way each child has gone by each visit."""
    rate = np.exp(rng.uniform(np.log(0.03), np.log(0.3), count))[:, None]
    middle = rng.uniform(3, 20, count)[:, None]
    curves = [
        1 - np.exp(-rate * t),
        1 / (1 + np.exp(-(rate + 0.15) * (t - middle))),
        np.minimum(t * rate / 2, 1),
        1 - (1.0 + t) ** -(0.3 + 2 * rate),
        np.where(t >= middle, 1.0, 0.1),
        1 - np.exp(-rate * t),
    ]
    return np.select([shape[:, None] == i for i in range(len(SHAPES))], curves)


def _scatter(rng: Any, size: tuple[int, int]) -> Any:
    """Noise from visit to visit, part of it lasting (autocorrelation 0 to 0.4)."""
    noise = rng.uniform(0.03, 0.12, size[0])[:, None]
    lasting, memory = np.zeros(size[0]), rng.uniform(0, 0.4, size[0])
    fresh = rng.normal(size=size)
    out = np.empty(size)
    for t in range(size[1]):
        lasting = memory * lasting + np.sqrt(1 - memory**2) * fresh[:, t]
        out[:, t] = lasting
    return noise * out


def first_met(level: Any, target: Any) -> Any:
    """Number of visits (from 1) after which the rule is met for the first time; infinite where it is not."""
    hit = level >= target[:, None] - 1e-9
    run = np.stack([hit[:, i : hit.shape[1] - CONSECUTIVE + 1 + i] for i in range(CONSECUTIVE)]).all(axis=0)
    return np.where(run.any(axis=1), run.argmax(axis=1) + CONSECUTIVE, np.inf)


def asked_once(children: Children, seed: int) -> dict[str, Any]:
    """Each child at one random visit: coverage of the ranges told, Brier score of 'within ten visits'."""
    look = np.random.default_rng(seed + 1).choice(np.array(LOOKS), len(children.target))
    met = first_met(children.level, children.target)
    covered, before, after, brier, sure = [], 0, 0, [], []
    for n in LOOKS:
        for goal in np.unique(children.target):
            who = (look == n) & (children.target == goal) & (met > n)
            if not who.any():
                continue
            told = _asked(children.level[who, :n], goal)
            ahead = met[who] - n
            has = ~np.isnan(told.latest)
            covered.extend((told.earliest <= ahead)[has] & (ahead <= told.latest)[has])
            before += int((ahead < told.earliest)[has].sum())
            after += int((ahead > told.latest)[has].sum())
            brier.extend(zip(told.chance[:, 9], ahead <= 10, strict=True))
            sure.extend(zip(told.status == "expected", ahead <= HORIZON, strict=True))
    chance, came = np.array(brier, float).T
    said, right = np.array(sure, bool).T
    return {
        "children asked": len(brier),
        "ranges told": len(covered),
        "80 % ranges hold": float(np.mean(covered)),
        "earlier than told": before / len(covered),
        "later than told": after / len(covered),
        "Brier, within ten visits": float(((chance - came) ** 2).mean()),
        "Brier of the overall share": float(came.mean() * (1 - came.mean())),
        "told expected": float(said.mean()),
        "of those reached": float(right[said].mean()),
        "reliability": _reliability(chance, came),
    }


def ever_expected(children: Children) -> float:
    """Share of the children heading for a plateau below the target who are told `expected` at any visit."""
    below = children.top < children.target
    told = np.zeros(below.sum(), bool)
    level, target = children.level[below], children.target[below]
    for goal in np.unique(target):
        who = target == goal
        for n in LOOKS:
            told[who] |= _asked(level[who, :n], goal).status == "expected"
    return float(told.mean())


def _asked(level: Any, goal: float) -> Any:
    return time_to_goal(level, target=goal, low=0, high=1, consecutive=CONSECUTIVE, horizon_visits=HORIZON)


def _reliability(chance: Any, came: Any) -> str:
    bins = np.minimum((chance * 5).astype(int), 4)
    rows = [bins == b for b in range(5)]
    return ", ".join(
        f"{chance[row].mean():.2f}→{came[row].mean():.2f} ({row.sum()})" for row in rows if row.any()
    )


def main() -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--children", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    children = simulated(asked.children, asked.seed)
    for name, value in asked_once(children, asked.seed).items():
        print(f"{name}: {value if isinstance(value, str) else round(value, 4)}")
    print(f"plateau below the target, ever told expected: {ever_expected(children):.4f}")


if __name__ == "__main__":
    main()
