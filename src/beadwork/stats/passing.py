"""How often a child of known true skill meets a mastery rule: by luck too early, or rightly and soon."""

from __future__ import annotations

from typing import Any

import numpy as np

from .results import Result
from .rules import Rule, chance_at_least
from .series import Batch, Floats

MOST_STATES = 5_000


def false_mastery(
    rule: Rule, true_p: Any, *, visits: int = 12, between: float = 0.0, lasting: float = 0.0, seed: int = 0,
    runs: int = 20_000,
) -> Result:  # fmt: skip
    """Chance that a child whose true share is true_p meets the rule within so many visits of `rule.tries` tries.

    true_p: one child; a 1-D array, one child each; or 2-D, one row a child with its share in each setting, visited in
    turn (then rule.settings matters). between: standard deviation of the child's own share from visit to visit (beta
    distributed), lasting: its lag-1 autocorrelation. Exact by the Markov chain of the visits that still count;
    simulated with the given seed only where `lasting` is not 0 or the chain is too long, and then with `se`.
    details: per_visit (chance to meet the share in one visit), in_a_row, expected_visits (mean number of visits among
    those who pass), by_visit (chance to have passed by each visit).
    """
    table = (
        np.atleast_2d(np.asarray(true_p, dtype=float).T).T
        if np.ndim(true_p) < 2
        else np.asarray(true_p, dtype=float)
    )
    _check(table, visits, between, lasting)
    child = Batch(table, np.full(len(table), table.shape[1], np.int64), np.ndim(true_p) == 0)
    exact = lasting == 0 and _states(rule) <= MOST_STATES
    if exact:
        by_visit = np.array([_exact(rule, _visit_chances(rule, row, between), visits) for row in table])
    else:
        drawn = np.random.default_rng(seed)
        by_visit = np.array([_simulated(rule, row, visits, between, lasting, drawn, runs) for row in table])
    by_visit = np.minimum(by_visit, 1.0)
    value = by_visit[:, -1]
    per_visit = np.array(
        [_visit_chances(rule, row, between)[:, rule.need(rule.tries) :].sum(axis=1)[0] for row in table]
    )
    arrive = np.diff(by_visit, axis=1, prepend=0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (arrive * np.arange(1, visits + 1)).sum(axis=1) / value
    details = {
        "per_visit": per_visit,
        "in_a_row": per_visit**rule.running,
        "expected_visits": mean,
        "by_visit": by_visit,
    }
    told = {name: child.answer(item) for name, item in details.items()} | {
        "rule": str(rule),
        "visits": visits,
    }
    se = None if exact else child.answer(np.sqrt(value * (1 - value) / runs))
    flags = {"simulated": child.answer(np.full(len(table), not exact))}
    sentence = "With this true share, {rule} is met within {visits} visits with a chance of {value:.1%}."
    method = "Markov chain" if exact else f"Simulation ({runs} runs, seed {seed})"
    bounds = {} if se is not None else {"bounds": None}
    return Result(child.answer(value), method, visits, sentence, se=se, flags=flags, details=told, **bounds)


def _check(table: Floats, visits: int, between: float, lasting: float) -> None:
    if table.size == 0 or not ((table >= 0) & (table <= 1)).all():
        raise ValueError("true_p must lie from 0 to 1")
    if visits < 1 or not 0 <= lasting < 1:
        raise ValueError("visits must be 1 or more, and lasting from 0 up to 1")
    room = np.sqrt(table * (1 - table))
    if between < 0 or (between >= np.where(room > 0, room, np.inf)).any():
        raise ValueError("between must be 0 or more, and less than the share itself allows")


def _states(rule: Rule) -> int:
    return (
        max(rule.running, rule.settings) + 1 if rule.sure is None else (rule.tries + 1) ** (rule.running - 1)
    )


def _visit_chances(rule: Rule, shares: Floats, between: float) -> Any:
    """(settings, tries + 1) chances of 0, 1 ... successes in one visit."""
    from scipy.special import betaln, comb

    hits = np.arange(rule.tries + 1)
    ways, p = comb(rule.tries, hits), shares[:, None]
    fixed = ways * p**hits * (1 - p) ** (rule.tries - hits)
    if between == 0:
        return fixed
    safe = np.clip(p, 1e-9, 1 - 1e-9)
    strength = np.maximum(safe * (1 - safe) / between**2 - 1, 1e-9)
    a, b = safe * strength, (1 - safe) * strength
    return np.where(
        (p > 0) & (p < 1), ways * np.exp(betaln(hits + a, rule.tries - hits + b) - betaln(a, b)), fixed
    )


def _exact(rule: Rule, chances: Floats, visits: int) -> Floats:
    return _by_run(rule, chances, visits) if rule.sure is None else _by_counts(rule, chances, visits)


def _by_run(rule: Rule, chances: Floats, visits: int) -> Floats:
    """The chain of the number of visits in a row that meet the share; settings come in turn."""
    meets = chances[:, rule.need(rule.tries) :].sum(axis=1)
    goal = _run_needed(rule, len(chances))
    at, passed, by_visit = np.eye(goal)[0], 0.0, np.zeros(visits)
    for visit in range(visits):
        p = meets[visit % len(meets)]
        passed += at[-1] * p
        at = np.concatenate([[at.sum() * (1 - p)], at[:-1] * p])
        by_visit[visit] = passed
    return by_visit


def _run_needed(rule: Rule, settings: int) -> int:
    if rule.settings > settings:
        raise ValueError(f"the rule asks for {rule.settings} settings; give true_p a column for each")
    return max(rule.running, rule.settings)


def _by_counts(rule: Rule, chances: Floats, visits: int) -> Floats:
    """The chain of the success counts of the last visits (each state one tuple), where the sum of tries matters too.

    Runs longer than `running` are not told apart, so the settings asked for may not be more than the visits in a row.
    """
    if _run_needed(rule, len(chances)) > rule.running:
        raise ValueError("with sure, a rule cannot ask for more settings than visits in a row")
    back = rule.running - 1
    need = int(rule.need(rule.tries))
    at: dict[tuple[int, ...], float] = {(): 1.0}
    passed, by_visit = 0.0, np.zeros(visits)
    enough = _enough(rule)
    for visit in range(visits):
        nxt: dict[tuple[int, ...], float] = {}
        for past, weight in at.items():
            for hits, chance in enumerate(chances[visit % len(chances)]):
                if hits >= need and len(past) == back and sum(past) + hits >= enough:
                    passed += weight * chance
                else:
                    kept = ((*past, hits) if hits >= need else ())[-back:] if back else ()
                    nxt[kept] = nxt.get(kept, 0.0) + weight * chance
        at, by_visit[visit] = nxt, passed
    return by_visit


def _enough(rule: Rule) -> int:
    """The fewest successes of `running` visits that make the level probable enough; one more than all if none do."""
    whole = rule.running * rule.tries
    sure = chance_at_least(rule.level, np.arange(whole + 1), whole) >= (rule.sure or 0.0)
    return int(np.argmax(sure)) if sure.any() else whole + 1


def _simulated(
    rule: Rule, shares: Floats, visits: int, between: float, lasting: float, drawn: Any, runs: int
) -> Floats:
    """The share of runs that passed by each visit; the ranks of the child's share move as a first-order series."""
    from scipy.special import betaincinv, ndtr

    from .rules import mastered

    noise = drawn.normal(size=(runs, visits))
    for visit in range(1, visits):
        noise[:, visit] = lasting * noise[:, visit - 1] + np.sqrt(1 - lasting**2) * noise[:, visit]
    places = np.arange(visits) % len(shares)
    p = np.broadcast_to(shares[places], noise.shape)
    if between > 0:
        strength = np.maximum(p * (1 - p) / between**2 - 1, 1e-9)
        p = np.where(
            (p > 0) & (p < 1),
            betaincinv(np.maximum(p, 1e-9) * strength, np.maximum(1 - p, 1e-9) * strength, ndtr(noise)),
            p,
        )
    hits = drawn.binomial(rule.tries, p)
    _run_needed(rule, len(shares))
    at = mastered(hits, rule.tries, rule, settings=np.broadcast_to(places, noise.shape)).details["at"]
    return np.array([((at > 0) & (at <= visit)).mean() for visit in range(1, visits + 1)])
