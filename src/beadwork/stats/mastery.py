"""Mastery: whether a rule is met, how often a rule is met by luck, and which rule to choose.

"80 % on three visits" is a convention, not a finding (Fienup & Brodsky 2021); what it lets through is arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .passing import false_mastery
from .rules import Rule, mastered, probability_at_least

__all__ = ["Advice", "Rule", "false_mastery", "mastered", "probability_at_least", "recommend_rule"]

MOST_RUNNING = 5


@dataclass(frozen=True)
class Advice:
    """The rule to use (None if none is strict enough), what it lets through and finds, and why, in plain sentences.

    false: chance that a child who is not there yet meets it within the visits; found: that a child who is there does;
    expected_visits: how many visits that takes on average; reasons; usual: the same chance for the common 80 % x 3.
    """

    rule: Rule | None
    false: float
    found: float
    expected_visits: float
    usual: float
    reasons: tuple[str, ...]


def recommend_rule(
    max_false: float,
    *,
    not_yet: float = 0.75,
    there: float = 0.95,
    tries: int = 10,
    visits: int = 12,
    settings: int = 2,
    between: float = 0.0,
) -> Advice:
    """The rule that finds a child who is there most often, among those that few pass who are not: the same every time.

    max_false: the chance (0-1) that is acceptable for a child whose true share is `not_yet` to meet the rule within
    `visits` visits of `tries` tries. there: the true share of a child who has it. between: as in `false_mastery`.
    Among rules that find equally often (to one per cent) the quickest is taken. Settings come in turn.
    """
    if not 0 < max_false < 1 or not 0 < not_yet < there <= 1:
        raise ValueError("max_false must lie between 0 and 1, and not_yet below there")
    usual = _chance(Rule(share=0.8, tries=tries, settings=min(settings, 3)), not_yet, visits, between)[0]

    def weigh(rule: Rule) -> Advice:
        passed, _ = _chance(rule, not_yet, visits, between)
        found, expected = _chance(rule, there, visits, between)
        return Advice(rule, passed, found, expected, usual, ())

    kept = [advice for rule in _candidates(tries, settings) if (advice := weigh(rule)).false <= max_false]
    if not kept:
        return Advice(None, float("nan"), 0.0, float("nan"), usual, (_none(max_false, tries),))
    best = min(kept, key=lambda advice: (-round(advice.found, 2), advice.expected_visits))
    said = _reasons(best, f"{not_yet:.0%}", f"{there:.0%}", visits)
    return replace(best, reasons=tuple(said))


def _candidates(tries: int, settings: int) -> Iterator[Rule]:
    for running in range(settings, MOST_RUNNING + 1):
        for need in range((tries + 1) // 2, tries + 1):
            yield Rule(share=need / tries, tries=tries, running=running, settings=settings)


def _chance(rule: Rule, true_p: float, visits: int, between: float) -> tuple[float, float]:
    told = false_mastery(rule, [[true_p] * rule.settings], visits=visits, between=between)
    return float(told.value[0]), float(told.details["expected_visits"][0])


def _reasons(advice: Advice, not_yet: str, there: str, visits: int) -> Iterator[str]:
    rule = advice.rule
    assert rule is not None
    yield (
        f"A child who manages {not_yet} meets “{rule}” by luck within {visits} visits with a chance of "
        f"{advice.false:.1%}; the usual 80% on three visits would let {advice.usual:.1%} through."
    )
    yield (
        f"A child who manages {there} meets it within {visits} visits with a chance of {advice.found:.0%}, "
        f"after {advice.expected_visits:.1f} on average."
    )
    if advice.found < 0.8:
        yield "That is slow for a child who has it: plan more tries a visit rather than a looser rule."
    if rule.settings > 1:
        yield f"It asks for {rule.settings} settings, because a skill shown in one place need not show in another."
    yield "Skills called mastered at 90 to 100% were kept better than at 80%: look again after two and four weeks."


def _none(max_false: float, tries: int) -> str:
    return (
        f"No rule of up to {MOST_RUNNING} visits with {tries} tries keeps the chance of a false mastery at "
        f"{max_false:.1%}: plan more tries a visit, or accept a higher chance."
    )
