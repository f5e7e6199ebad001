"""Mastery rules: what they let through, exactly; whether a series meets one; which one to choose."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beadwork.stats.mastery import Rule, false_mastery, mastered, probability_at_least, recommend_rule

pytestmark = pytest.mark.once

NOT_YET = [  # need, tries, true share, chance of one visit, of three in a row, within 12 visits
    (4, 5, 0.6, 0.3370, 0.0383, 0.2512), (4, 5, 0.7, 0.5282, 0.1474, 0.6416), (4, 5, 0.75, 0.6328, 0.2534, 0.8269),
    (4, 5, 0.8, 0.7373, 0.4008, 0.9434), (4, 5, 0.9, 0.9185, 0.7750, 0.9993),
    (8, 10, 0.6, 0.1673, 0.0047, 0.0394), (8, 10, 0.7, 0.3828, 0.0561, 0.3383), (8, 10, 0.75, 0.5256, 0.1452, 0.6363),
    (8, 10, 0.8, 0.6778, 0.3114, 0.8863), (8, 10, 0.9, 0.9298, 0.8039, 0.9996),
    (16, 20, 0.6, 0.0510, 0.0001, 0.0013), (16, 20, 0.7, 0.2375, 0.0134, 0.1030),
    (16, 20, 0.75, 0.4148, 0.0714, 0.4037), (16, 20, 0.8, 0.6296, 0.2496, 0.8222),
    (16, 20, 0.9, 0.9568, 0.8760, 0.9999),
]  # fmt: skip


@pytest.mark.parametrize(("need", "tries", "true_p", "visit", "row", "within"), NOT_YET)
def test_the_table_of_false_mastery(need, tries, true_p, visit, row, within):
    told = false_mastery(Rule(share=need / tries, tries=tries), true_p)
    assert (told.details["per_visit"], told.details["in_a_row"], told.value) == pytest.approx(
        (visit, row, within), abs=5e-5
    )
    assert (told.method, told.se, told.has_interval) == ("Markov chain", None, False)


@pytest.mark.parametrize(
    ("hits", "tries", "chance"),
    [(8, 10, 0.3826), (24, 30, 0.4289), (27, 30, 0.8930), (4, 5, 0.3446), (12, 15, 0.4019)],
)
def test_how_probable_a_true_share_of_eighty_percent_is(hits, tries, chance):
    assert probability_at_least(0.8, hits, tries).value == pytest.approx(chance, abs=5e-5)


def test_probability_is_that_of_the_beta_distribution():
    from scipy.stats import beta

    told = probability_at_least(0.7, [3, 0, 9], [5, 0, 9], prior=(2, 0.5))
    assert told.value == pytest.approx(beta.sf(0.7, [5, 2, 11], [2.5, 0.5, 0.5]), abs=1e-12)
    assert told.details["estimate"] == pytest.approx([5 / 7.5, 2 / 2.5, 11 / 11.5])
    assert told[2].explain() == f"The chance that the true share is 70% or more is {told.value[2]:.0%}."


@given(st.integers(0, 20), st.integers(1, 20), st.floats(0.01, 0.99))
def test_more_successes_are_never_less_probable(hits, more, p):
    tries = hits + more
    assert (
        probability_at_least(p, hits + 1, tries).value >= probability_at_least(p, hits, tries).value - 1e-12
    )


@pytest.mark.parametrize(
    "rule", [Rule(share=0.6, tries=3, running=2), Rule(share=0.5, tries=2, running=3, sure=0.6)]
)
def test_the_chain_equals_counting_every_possible_series(rule):
    """Every series of five visits, with its chance, walked through `mastered`."""
    from scipy.stats import binom

    visits, p = 5, 0.55
    series = np.array(list(product(range(rule.tries + 1), repeat=visits)))
    chance = binom.pmf(series, rule.tries, p).prod(axis=1)
    at = mastered(series, rule.tries, rule).details["at"]
    by_visit = [chance[(at > 0) & (at <= visit)].sum() for visit in range(1, visits + 1)]
    told = false_mastery(rule, p, visits=visits)
    assert told.details["by_visit"] == pytest.approx(by_visit, abs=1e-12)
    assert told.details["expected_visits"] == pytest.approx(
        (chance * at).sum() / chance[at > 0].sum(), abs=1e-9
    )


def test_settings_are_visited_in_turn_and_the_weaker_one_holds_the_rule_up():
    rule = Rule(share=0.8, tries=10, running=3, settings=2)
    alike, apart, blind = (
        false_mastery(rule, [shares]).value[0] for shares in ([0.7, 0.7], [0.7, 0.4], [0.9, 0.0])
    )
    assert alike == pytest.approx(0.33826, abs=1e-5)
    assert apart < alike
    assert blind == 0
    with pytest.raises(ValueError, match="a column for each"):
        false_mastery(rule, 0.7)


def test_a_share_that_moves_between_visits_is_beta_binomial_and_passes_sooner():
    from scipy.stats import betabinom

    steady, moving = (false_mastery(Rule(share=0.8), 0.6, between=sd) for sd in (0.0, 0.15))
    strength = 0.24 / 0.15**2 - 1
    assert moving.details["per_visit"] == pytest.approx(
        betabinom.sf(7, 10, 0.6 * strength, 0.4 * strength), abs=1e-9
    )
    assert moving.value > 2 * steady.value


@pytest.mark.long
def test_simulation_agrees_with_the_chain_and_repeats_itself():
    rule = Rule(share=0.8)
    exact = false_mastery(rule, 0.75, between=0.1)
    drawn, again, other = (
        false_mastery(rule, 0.75, between=0.1, lasting=1e-9, seed=seed) for seed in (4, 4, 5)
    )
    assert drawn.value == pytest.approx(exact.value, abs=4 * drawn.se)
    assert drawn.value == again.value != other.value
    assert drawn.has("simulated")
    assert not exact.has("simulated")
    assert false_mastery(rule, 0.75, between=0.1, lasting=0.6, seed=4).value > exact.value


def test_a_batch_of_children_is_each_child():
    batch = false_mastery(Rule(), [0.6, 0.9])
    assert batch.value.tolist() == [false_mastery(Rule(), p).value for p in (0.6, 0.9)]
    assert batch[1].details["by_visit"].shape == (12,)


@given(st.floats(0.02, 0.97), st.floats(0.001, 0.02), st.integers(1, 4), st.integers(1, 10))
def test_more_skill_passes_more_often_and_stricter_rules_less(p, more, running, need):
    rule = Rule(share=need / 10, running=running)
    value = false_mastery(rule, p).value
    assert false_mastery(rule, p + more).value >= value - 1e-12
    assert false_mastery(Rule(share=need / 10, running=running + 1), p).value <= value + 1e-12
    assert 0 <= value <= 1


def test_mastery_is_dated_by_the_visit_that_completes_the_run():
    told = mastered([9, 10, 8, 9, 9, 10, 3], 10, Rule())
    assert (told.value, told.details["at"], told.details["running"]) == (True, 6, 0)
    assert told.details["chance"] == pytest.approx(probability_at_least(0.8, 28, 30).value)
    assert told.explain().startswith("The rule was first met at visit 6")
    assert (
        str(Rule(settings=2, sure=0.9))
        == "9 of 10 on 3 visits in a row, in 2 settings, and 90% sure of a true 80%"
    )


def test_a_visit_of_too_few_tries_neither_counts_nor_breaks_a_run():
    rule = Rule(share=0.9, tries=5, running=2)
    assert mastered([5, 0, 5], [5, 1, 5], rule).details["at"] == 3
    assert mastered([5, 0, 5], [5, 5, 5], rule).value is False
    assert mastered([5, 1, 1], [5, 1, 1], rule).value is False
    assert mastered([10, 9], [10, 10], rule).details["at"] == 2


def test_a_run_must_see_the_settings_asked_for_and_a_broken_run_forgets_them():
    rule = Rule(running=2, settings=2)
    assert mastered([9, 9, 9], 10, rule, settings=["clinic", "clinic", "home"]).details["at"] == 3
    assert mastered([9, 9, 9], 10, rule, settings=["clinic"] * 3).value is False
    assert mastered([9, 0, 9, 9], 10, rule, settings=["home", "home", "clinic", "clinic"]).value is False


def test_being_sure_asks_more_than_the_share():
    rule = Rule(share=0.8, sure=0.9)
    assert mastered([8, 8, 8, 8], 10, rule).value is False
    assert mastered([8, 8, 9, 9, 9], 10, rule).value is False
    assert mastered([8, 9, 9, 10], 10, rule).details["at"] == 4


@given(st.lists(st.lists(st.integers(0, 10), min_size=1, max_size=8), min_size=1, max_size=5))
def test_a_batch_of_series_is_each_series(rows):
    from beadwork.stats import pad

    rule = Rule(share=0.7, running=2)
    batch = mastered(pad(rows), 10, rule)
    alone = [mastered(row, 10, rule) for row in rows]
    assert batch.value.tolist() == [one.value for one in alone]
    assert batch.details["at"].tolist() == [one.details["at"] for one in alone]
    assert batch.explain() == [one.explain() for one in alone]


def test_the_advice_keeps_its_word_and_is_the_best_of_those_that_do():
    advice = recommend_rule(0.1, not_yet=0.75, there=0.95, tries=10)
    assert str(advice.rule) == "9 of 10 on 4 visits in a row, in 2 settings"
    assert false_mastery(advice.rule, [[0.75, 0.75]]).value[0] == pytest.approx(advice.false)
    assert advice.false <= 0.1 < advice.usual
    assert advice == recommend_rule(0.1, not_yet=0.75, there=0.95, tries=10)
    for need, running in product(range(5, 11), range(2, 6)):
        rule = Rule(share=need / 10, running=running, settings=2)
        if false_mastery(rule, [[0.75, 0.75]]).value[0] <= 0.1:
            assert false_mastery(rule, [[0.95, 0.95]]).value[0] <= advice.found + 0.01


def test_the_advice_says_why_and_when_there_is_none():
    advice = recommend_rule(0.1)
    assert "would let 63.6% through" in advice.reasons[0]
    assert "two and four weeks" in advice.reasons[-1]
    none = recommend_rule(0.01, tries=1)
    assert none.rule is None
    assert "plan more tries" in none.reasons[0]
    slow = recommend_rule(0.02, tries=4)
    assert any("slow for a child who has it" in reason for reason in slow.reasons)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: Rule(share=1.2), "share must lie"),
        (lambda: Rule(running=0), "must be 1 or more"),
        (lambda: Rule(share=0), "above 0, or to be sure"),
        (lambda: probability_at_least(1.2, 1, 2), "p must lie"),
        (lambda: probability_at_least(0.8, 3, 2), "no more successes than tries"),
        (lambda: mastered([1.5], 10, Rule()), "whole numbers"),
        (lambda: mastered([9], 10, Rule(settings=2)), "say where"),
        (lambda: mastered([9], 10, Rule(), settings=["a", "b"]), "one entry per visit"),
        (lambda: false_mastery(Rule(), 1.1), "true_p must lie"),
        (lambda: false_mastery(Rule(), 0.5, visits=0), "visits must be"),
        (lambda: false_mastery(Rule(), 0.5, between=0.6), "between must be"),
        (lambda: recommend_rule(0), "max_false must lie"),
        (lambda: recommend_rule(0.1, not_yet=0.9, there=0.8), "not_yet below there"),
    ],
)
def test_nonsense_is_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
