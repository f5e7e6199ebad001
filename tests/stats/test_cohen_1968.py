"""Cohen 1968: kappa with weights, standard error of Fleiss, Cohen & Everitt 1969; statsmodels as the oracle."""

import numpy as np
import pytest
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint

from beadwork import stats

pytestmark = pytest.mark.once

RNG = np.random.default_rng(6)
FIRST = RNG.integers(0, 4, 40)
SECOND = np.clip(FIRST + RNG.integers(-1, 2, 40), 0, 3)
ORACLE = {"none": None, "linear": "linear", "quadratic": "quadratic"}


def table(a, b, count):
    cross = np.zeros((count, count))
    np.add.at(cross, (a, b), 1)
    return cross


@pytest.mark.parametrize("weights", ORACLE)
def test_kappa_and_its_error_are_statsmodels(weights):
    oracle = cohens_kappa(table(FIRST, SECOND, 4), wt=ORACLE[weights])
    result = stats.weighted_kappa(FIRST, SECOND, weights=weights)
    assert result.value == pytest.approx(oracle.kappa)
    assert result.se == pytest.approx(oracle.std_kappa)
    assert result.interval() == pytest.approx((oracle.kappa_low, oracle.kappa_upp))


def test_the_textbook_table():
    """Fifty proposals read by two people, yes or no: 20, 5, 10, 15; agreement .70, kappa .40."""
    first, second = [1] * 25 + [0] * 25, [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    assert stats.weighted_kappa(first, second).value == pytest.approx(0.4)
    assert stats.percent_agreement(first, second).value == pytest.approx(70)


def test_near_misses_count_in_part():
    a, near, far = [0, 1, 2, 3, 0, 3], [1, 2, 3, 2, 1, 2], [3, 3, 0, 0, 3, 0]
    assert stats.weighted_kappa(a, near, weights="none").value < stats.weighted_kappa(a, near).value
    assert stats.weighted_kappa(a, far).value < 0


def test_categories_that_were_possible_but_unused_change_the_weights():
    a, b = [1, 1, 2, 2, 1, 3], [1, 2, 2, 3, 1, 3]
    assert stats.weighted_kappa(a, b, weights="none", categories=[1, 2, 3, 4, 5]).value == pytest.approx(
        stats.weighted_kappa(a, b, weights="none").value
    )
    oracle = cohens_kappa(table(np.array(a) - 1, np.array(b) - 1, 5), wt="linear")
    assert stats.weighted_kappa(a, b, weights="linear", categories=[1, 2, 3, 4, 5]).value == pytest.approx(
        oracle.kappa
    )
    other_order = stats.weighted_kappa(a, b, weights="linear", categories=[3, 1, 2])
    assert other_order.value != pytest.approx(stats.weighted_kappa(a, b, weights="linear").value)


def test_one_category_only_has_no_kappa():
    result = stats.weighted_kappa([1, 1, 1], [1, 1, 1])
    assert np.isnan(result.value)
    assert result.has("undefined")
    assert result.has("rare_category")


def test_a_category_that_nearly_always_holds_is_told():
    a, b = [1] * 19 + [0], [1] * 20
    assert stats.weighted_kappa(a, b).has("rare_category")
    assert stats.percent_agreement(a, b).has("rare_category")
    assert not stats.weighted_kappa(FIRST, SECOND).has("rare_category")


def test_percent_agreement_has_wilsons_interval():
    result = stats.percent_agreement([1, 2, 3, 4, 5], [1, 2, 3, 4, 9])
    assert result.value == 80
    low, high = proportion_confint(4, 5, 0.1, "wilson")
    assert result.interval(0.9) == pytest.approx((100 * low, 100 * high))
    assert result.explain() == "The observers agree in 4 of 5 moments (80%)."
    assert stats.percent_agreement([1, 2], [1.5, 4], tolerance=0.5).value == 50
    assert stats.percent_agreement([0.1, 1], [0.2, 5], tolerance=0.1).value == 50


def test_many_at_once():
    rows_a, rows_b = [FIRST, FIRST[:9]], [SECOND, SECOND[:9]]
    kappa = stats.weighted_kappa(stats.pad(rows_a), stats.pad(rows_b))
    percent = stats.percent_agreement(stats.pad(rows_a), stats.pad(rows_b))
    for row, (a, b) in enumerate(zip(rows_a, rows_b, strict=True)):
        assert kappa[row].value == pytest.approx(stats.weighted_kappa(a, b, categories=[0, 1, 2, 3]).value)
        assert percent[row].interval() == pytest.approx(stats.percent_agreement(a, b).interval())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.weighted_kappa([1, 2], [1, 2, 3]), "the same moments"),
        (lambda: stats.weighted_kappa([1, 2], [1, 2], weights="cubic"), "weights must be one of"),
        (lambda: stats.weighted_kappa([1, 2], [1, 4], categories=[1, 2, 3]), "rating 4 is not among"),
        (lambda: stats.weighted_kappa([1, 2], [1, 2], categories=[1, 2, 2]), "must differ"),
        (lambda: stats.percent_agreement([1, 2], [1, 2], tolerance=-1), "tolerance must be 0 or more"),
        (lambda: stats.percent_agreement([], []), "first needs at least 1 point"),
    ],
)
def test_impossible_ratings_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
