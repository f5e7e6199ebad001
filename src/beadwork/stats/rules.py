"""Mastery rules: what counts as having it, whether a series shows it, and how sure that makes us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .results import Result
from .series import Batch, Floats, as_batch


@dataclass(frozen=True)
class Rule:
    """`share` of the tries or more, on `running` visits in a row that together saw `settings` different settings.

    A visit with fewer than `tries` tries neither counts nor breaks a run. With `sure`, the tries of the last `running`
    visits must also make it at least that probable (uniform prior) that the child's true share is `level` or more.
    ValueError for impossible numbers.
    """

    share: float = 0.9
    tries: int = 10
    running: int = 3
    settings: int = 1
    sure: float | None = None
    level: float = 0.8

    def __post_init__(self) -> None:
        if not (0 <= self.share <= 1 and 0 < self.level < 1 and (self.sure is None or 0 < self.sure < 1)):
            raise ValueError("share must lie from 0 to 1, level and sure between 0 and 1")
        if min(self.tries, self.running, self.settings) < 1:
            raise ValueError("tries, running and settings must be 1 or more")
        if self.share == 0 and self.sure is None:
            raise ValueError("a rule needs a share above 0, or to be sure")

    def need(self, tries: Any) -> Any:
        """The fewest successes of so many tries that reach the share."""
        return np.ceil(self.share * np.asarray(tries, dtype=float) - 1e-9).astype(np.int64)

    def __str__(self) -> str:
        each = f"{int(self.need(self.tries))} of {self.tries}"
        where = f", in {self.settings} settings" if self.settings > 1 else ""
        sure = f", and {self.sure:.0%} sure of a true {self.level:.0%}" if self.sure is not None else ""
        return f"{each} on {self.running} visit{'s in a row' if self.running > 1 else ''}{where}{sure}"


def probability_at_least(
    p: float, successes: Any, tries: Any, prior: tuple[float, float] = (1.0, 1.0)
) -> Result:
    """Chance that the true share is p or more after these successes of these tries, with a Beta prior.

    successes, tries: numbers, or 1-D arrays with one entry per child. details: `estimate`, the posterior mean.
    All tries are taken to have the same chance. Source: Bayes 1763; ground for `Rule.sure`.
    """
    hits, many = _counts(successes, tries)
    if not (0 <= p <= 1 and min(prior) > 0):
        raise ValueError("p must lie from 0 to 1, and both numbers of the prior above 0")
    single = np.ndim(successes) == 0 and np.ndim(tries) == 0
    batch = Batch(many[:, None], np.ones(len(many), np.int64), single)
    chance = chance_at_least(p, hits, many, prior)
    flags = {"few_trials": batch.answer(many < 10), "same_chance": batch.answer(np.ones(len(many), bool))}
    details = {"estimate": batch.answer((prior[0] + hits) / (sum(prior) + many)), "p": p}
    sentence = "The chance that the true share is {p:.0%} or more is {value:.0%}."
    n = batch.answer(many)
    return Result(
        batch.answer(chance), "Beta-binomial", n, sentence, flags=flags, details=details, bounds=None
    )


def chance_at_least(p: float, hits: Any, many: Any, prior: tuple[float, float] = (1.0, 1.0)) -> Any:
    """The upper tail of the Beta posterior, as plain arrays."""
    from scipy.special import betainc

    return betainc(prior[1] + many - hits, prior[0] + hits, 1 - p)


def mastered(successes: Any, tries: Any, rule: Rule, *, settings: Any = None) -> Result:
    """Whether and when a series of visits met a rule; value is True once it did, whatever came later.

    successes, tries: one child's visits, oldest first, or tables padded with NaN (tries may be one number). settings:
    the setting of each visit (names or numbers, the same shape), needed where the rule asks for more than one.
    details: at (the visit, from 1, at which the rule was first met; 0 if it was not), running (visits in a row that
    meet it now), chance (that the true share is the rule's level or more, from the visits that showed it or the last).
    """
    hits = as_batch(successes, "successes", low=0)
    many = np.where(
        hits.seen, np.broadcast_to(np.atleast_2d(np.asarray(tries, dtype=float)), hits.values.shape), 0.0
    )
    _counts(np.where(hits.seen, hits.values, 0.0), many)
    if rule.settings > 1 and settings is None:
        raise ValueError("the rule asks for more than one setting: say where each visit was")
    at, running, shown, whole = _walk(
        np.where(hits.seen, hits.values, 0.0), many, rule, _places(settings, hits)
    )
    chance = chance_at_least(rule.level, shown, whole)
    told = [_words(*row) for row in zip(at, running, chance, strict=True)]
    details = {"at": at, "running": running, "chance": chance, "told": np.array(told)}
    every = np.ones(len(at), bool)
    flags = {
        "convention_only": hits.answer(every & (rule.sure is None)),
        "few_trials": hits.answer(whole < 10),
    }
    answers = {name: hits.answer(item) for name, item in details.items()} | {"level": rule.level}
    n = hits.answer(hits.n)
    return Result(hits.answer(at > 0), str(rule), n, "{told}", flags=flags, details=answers, bounds=None)


def _walk(hits: Floats, many: Floats, rule: Rule, places: NDArray[np.int64]) -> tuple[Any, ...]:
    """Visit by visit for all children: (at, running, hits and tries that show it)."""
    rows = len(hits)
    at, running = np.zeros((2, rows), np.int64)
    seen_in = np.zeros((rows, places.max(initial=0) + 1), bool)
    recent = np.zeros((2, rows, rule.running))  # hits and tries of the last visits that counted
    shown = np.zeros((2, rows))
    for visit in range(hits.shape[1]):
        counts = np.flatnonzero(many[:, visit] >= rule.tries)
        recent[:, counts] = np.roll(recent[:, counts], 1, axis=2)
        recent[0, counts, 0], recent[1, counts, 0] = hits[counts, visit], many[counts, visit]
        met = hits[counts, visit] >= rule.need(many[counts, visit])
        running[counts] = np.where(met, running[counts] + 1, 0)
        seen_in[counts[~met]] = False
        seen_in[counts[met], places[counts[met], visit]] = True
        holds = (running >= rule.running) & (seen_in.sum(axis=1) >= rule.settings)
        if rule.sure is not None:
            holds &= chance_at_least(rule.level, *recent.sum(axis=2)) >= rule.sure
        shown = np.where(at > 0, shown, recent.sum(axis=2))
        at = np.where((at == 0) & holds, visit + 1, at)
    return at, running, shown[0], shown[1]


def _counts(successes: Any, tries: Any) -> tuple[Floats, Floats]:
    hits, many = np.broadcast_arrays(
        np.atleast_1d(np.asarray(successes, float)), np.atleast_1d(np.asarray(tries, float))
    )
    whole = (hits == np.rint(hits)) & (many == np.rint(many))
    if not (whole & (hits >= 0) & (hits <= many)).all():
        raise ValueError("successes and tries must be whole numbers, with no more successes than tries")
    return hits, many


def _places(settings: Any, hits: Batch) -> NDArray[np.int64]:
    """Settings as numbers 0, 1, 2 ... in the shape of the visits."""
    if settings is None:
        return np.zeros(hits.values.shape, np.int64)
    table = np.atleast_2d(np.asarray(settings))
    if table.shape != hits.values.shape:
        raise ValueError("settings must have one entry per visit")
    return np.unique(table.astype(str), return_inverse=True)[1].reshape(table.shape)


def _words(at: int, running: int, chance: float) -> str:
    if not at:
        return f"The rule is not met yet; the last {running} visit(s) in a row meet their part."
    return (
        f"The rule was first met at visit {at}; the tries that show it make the level {chance:.0%} probable."
    )
