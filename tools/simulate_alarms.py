"""How often our alarms cry wolf, and how soon they find a real loss, beside the textbook rules. Seeded, repeatable.

`python -m tools.simulate_alarms [children]` prints the tables of docs/statistics/watch.md (about two minutes).

The children: a skill of known true share, stable. Mastery was called on its first three visits in a row at 90 % (80 %
with five tries), so the visits that showed it are luckier than the rest, as in life. Then come probes: a year of them,
or five and three after a loss of 25 points of 100. Two kinds of noise: tries (binomial; what makes neighbours alike is
a movement of the child's own share, of lag-one correlation .8, just large enough that the series has the correlation
asked for), and levels measured with normal noise of that correlation, cut off at the ends of the scale.
Textbook rules take the first five points as their baseline and look at the rest; only signals downwards are counted.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from beadwork.stats.watch import Budget, skill_lost
from tools.textbook_charts import beyond_three_sigma, four_below, western_electric, xmr

WAIT = 40  # visits within which mastery is called
SHOWN, BASELINE, STABLE, DROP, SOON = 3, 5, 5, 0.25, 3
PERSISTENCE = 0.8


@dataclass(frozen=True)
class Noise:
    """Tries a probe, or the standard deviation of levels (as a share of the scale); lag-one autocorrelation."""

    tries: int | None = None
    sd: float = 0.0
    alike: float = 0.0

    def __str__(self) -> str:
        return f"{self.tries} tries" if self.tries else f"levels, sd {100 * self.sd:.0f}"

    @property
    def needed(self) -> float:
        """The share that called mastery."""
        return 0.8 if self.tries and self.tries < 10 else 0.9

    def see(self, share: Any, drawn: Any) -> Any:
        """Levels (0 to 1) seen of true shares (children, visits)."""
        if self.tries is None:
            return np.clip(share + self.sd * alike(share.shape, self.alike, drawn), 0, 1)
        chance = share * (1 - share) / self.tries
        moving = np.sqrt(chance * self.alike / (PERSISTENCE - self.alike))
        moved = np.clip(share + moving * alike(share.shape, PERSISTENCE, drawn), 0, 1)
        return drawn.binomial(self.tries, moved) / self.tries


def alike(shape: tuple[int, int], lag_one: float, drawn: Any) -> Any:
    """Standard normal series (rows) with this lag-one autocorrelation."""
    noise = drawn.normal(size=shape)
    for visit in range(1, shape[1]):
        noise[:, visit] = lag_one * noise[:, visit - 1] + np.sqrt(1 - lag_one**2) * noise[:, visit]
    return noise


def children(
    noise: Noise, share: float, probes: int, drawn: Any, how_many: int, lost_after: int | None = None
) -> Any:
    """(children, 3 + probes) levels of those who were called mastered, from the visits that showed it on.

    With lost_after, the true share is DROP lower from that probe on.
    """
    length = WAIT + SHOWN + probes
    truth = np.full((how_many, length), share)
    seen = noise.see(truth, drawn)
    met = seen >= noise.needed - 1e-9
    runs = met[:, :WAIT] & met[:, 1 : WAIT + 1] & met[:, 2 : WAIT + 2]
    who, since = np.flatnonzero(runs.any(axis=1)), runs.argmax(axis=1)
    place = since[who][:, None] + np.arange(SHOWN + probes)
    kept = seen[who[:, None], place]
    if lost_after is not None:
        after = np.full((len(who), probes - lost_after), share - DROP)
        kept[:, SHOWN + lost_after :] = noise.see(after, drawn)
    return kept


Rule = Callable[[Any, Noise, Budget], Any]


def ours(levels: Any, noise: Noise, budget: Budget) -> Any:
    """Alarms of `skill_lost`, look by look."""
    seen = 100 * levels
    found = skill_lost(seen[:, :SHOWN], seen[:, SHOWN:], tries=noise.tries, budget=budget)
    return np.pad(found.details["alarms"], ((0, 0), (SHOWN, 0)))


def _chart(signal: Callable[[Any], Any]) -> Rule:
    def rule(levels: Any, noise: Noise, budget: Budget) -> Any:
        centre, sigma = xmr(levels[:, :BASELINE])
        z = (levels[:, BASELINE:] - centre[:, None]) / np.maximum(sigma, 1e-9)[:, None]
        return np.pad(signal(np.round(z, 9)), ((0, 0), (BASELINE, 0)))

    return rule


RULES: dict[str, Rule] = {
    "ours": ours,
    "Western Electric": _chart(western_electric),
    "XmR from five": _chart(beyond_three_sigma),
    "four below": _chart(four_below),
}


@dataclass(frozen=True)
class Cell:
    """False alarms a child-year, and the share of real losses found within three probes, rule by rule."""

    false: dict[str, float]
    found: dict[str, float]


def measure(
    noise: Noise, share: float, budget: Budget, how_many: int = 2000, seed: int = 1, rules: Any = RULES
) -> Cell:
    """One kind of child, watched a year at budget.looks probes; and others, who lose it after five."""
    drawn = np.random.default_rng(seed)
    year = children(noise, share, int(budget.looks), drawn, how_many)
    loss = children(noise, share, STABLE + SOON, drawn, how_many, lost_after=STABLE)
    false = {
        name: float(rule(year, noise, budget).sum(axis=1).mean() * budget.skills)
        for name, rule in rules.items()
    }
    found = {
        name: float(rule(loss, noise, budget)[:, SHOWN + STABLE :].any(axis=1).mean())
        for name, rule in rules.items()
    }
    return Cell(false, found)


NOISES = [Noise(tries=n) for n in (5, 10, 20)] + [Noise(sd=sd) for sd in (0.05, 0.08, 0.10, 0.12)]
SHARES, ALIKE = (0.9, 0.95, 0.98), (0.0, 0.2, 0.4)
BUDGETS = [Budget(looks=5), Budget(looks=10), Budget(looks=20), Budget(looks=52), Budget(looks=20, skills=5)]


def table(budget: Budget, how_many: int) -> list[str]:
    """Markdown rows: worst false alarms over true shares and autocorrelations; losses found, mean and worst."""
    lines = ["| noise | " + " | ".join(RULES) + " |", "|---|" + "---|" * len(RULES)]
    for noise in NOISES:
        cells = [
            measure(Noise(noise.tries, noise.sd, lag), share, budget, how_many)
            for share in SHARES
            for lag in ALIKE
        ]
        row = [
            _told([cell.false[name] for cell in cells], [cell.found[name] for cell in cells])
            for name in RULES
        ]
        lines.append(f"| {noise} | " + " | ".join(row) + " |")
    return lines


def _told(false: list[float], found: list[float]) -> str:
    return f"{max(false):.2f} · {np.mean(found):.0%} ({min(found):.0%})"


def main(how_many: int) -> None:
    """Print every table."""
    print(
        "In each cell: false alarms a child-year, worst case · losses found within three probes, mean (worst case)"
    )
    for budget in BUDGETS:
        skills = f", {budget.skills:.0f} skills" if budget.skills > 1 else ""
        print(f"\n{budget.looks:.0f} probes a year{skills}\n")
        print("\n".join(table(budget, how_many)), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
