"""Jacobson & Truax 1991: reliable change and the cut-offs; and the classical theory of scores they rest on."""

import json

import numpy as np
import pytest
from scipy.stats import norm

from beadwork import stats
from tests.stats.published import DATA

pytestmark = pytest.mark.once

SCALES = ["z", "percentile", "standard", "T", "scaled", "bot"]
ROWS = json.loads((DATA / "score_conversions.json").read_text())["rows"]


def test_the_papers_example():
    result = stats.reliable_change(47.5, 32.5, sd=7.5, reliability=0.8)
    assert result.value == pytest.approx(-3.16, abs=0.005)
    assert result.details["threshold"] / 1.959964 == pytest.approx(4.74, abs=0.005)
    assert result.details["verdict"] == "reliably worse"
    assert stats.reliable_change(47.5, 32.5, sd=7.5, reliability=0.8, better="lower").details["verdict"] == (
        "reliably better"
    )


@pytest.mark.parametrize(
    ("before", "after", "sd", "reliability", "index", "threshold", "reliable"),
    [
        (78, 90, 15, 0.9, 1.7889, 13.148, False),
        (78, 92, 15, 0.9, 2.0870, 13.148, True),
        (78, 88, 15, 0.95, 2.1082, 9.297, True),
        (35, 41, 10, 0.88, 1.2247, 9.602, False),
        (65, 58, 10, 0.8, -1.1068, 12.396, False),
    ],
)
def test_reliable_change(before, after, sd, reliability, index, threshold, reliable):
    result = stats.reliable_change(before, after, sd=sd, reliability=reliability)
    assert result.value == pytest.approx(index, abs=5e-5)
    assert result.details["threshold"] == pytest.approx(threshold, abs=5e-4)
    assert result.details["change"] == after - before
    assert (result.details["verdict"] != "within measurement error") == reliable


def test_the_root_of_two_is_there():
    """The paper of 1984 and at least one package divide by the SEM; that calls 78 to 88 a reliable change."""
    without = (88 - 78) / stats.sem(sd=15, reliability=0.9).value
    assert without > 1.96
    assert stats.reliable_change(78, 88, sd=15, reliability=0.9).value == pytest.approx(without / 2**0.5)
    assert (
        stats.reliable_change(78, 88, sd=15, reliability=0.9).details["verdict"] == "within measurement error"
    )


def test_the_level_moves_the_threshold():
    told = {"sd": 15, "reliability": 0.9}
    assert stats.reliable_change(78, 90, level=0.9, **told).details["threshold"] == pytest.approx(
        11.034, abs=5e-4
    )
    assert stats.reliable_change(78, 90, level=0.9, **told).details["verdict"] == "reliably better"


def test_it_says_so_in_words():
    assert stats.reliable_change(78, 90, sd=15, reliability=0.9).explain() == (
        "A change of 12 is within measurement error (smallest reliable change 13.1)."
    )


def test_the_cut_offs():
    groups = {"clinical_mean": 40, "clinical_sd": 7.5, "typical_mean": 60, "typical_sd": 7.5}
    assert stats.cutoff_c(**groups).value == 50
    assert stats.cutoff_c(**groups, criterion="a").value == 55
    assert stats.cutoff_c(**groups, criterion="b").value == 45
    uneven = {"clinical_mean": 70, "clinical_sd": 10, "typical_mean": 100, "typical_sd": 15}
    assert stats.cutoff_c(**uneven).value == 82
    # as many standard deviations from the one mean as from the other
    assert pytest.approx((100 - 82) / 15) == (82 - 70) / 10
    higher_is_worse = {"clinical_mean": 70, "clinical_sd": 10, "typical_mean": 50, "typical_sd": 10}
    assert stats.cutoff_c(**higher_is_worse, criterion="a").value == 50


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"z={row[0]}")
def test_conversions(row):
    for place, frm in enumerate(SCALES):
        for value, to in zip(row, SCALES, strict=True):
            if frm == to or (frm == "percentile" and to != "z"):
                continue
            tolerance = 0.02 if frm == "percentile" else 0.005
            assert stats.convert(row[place], frm=frm, to=to).value == pytest.approx(value, abs=tolerance)


@pytest.mark.parametrize(
    ("percentile", "z", "standard", "t"),
    [
        (1, -2.3263, 65.1, 26.7),
        (9, -1.3408, 79.9, 36.6),
        (37, -0.3319, 95.0, 46.7),
        (98, 2.0537, 130.8, 70.5),
    ],
)
def test_from_percentiles(percentile, z, standard, t):
    assert stats.convert(percentile, frm="percentile", to="z").value == pytest.approx(z, abs=5e-5)
    assert stats.convert(percentile, frm="percentile", to="standard").value == pytest.approx(
        standard, abs=0.06
    )
    assert stats.convert(percentile, frm="percentile", to="T").value == pytest.approx(t, abs=0.06)


def test_a_conversion_through_the_normal_curve_says_so():
    assert stats.convert(16, frm="percentile", to="standard").has("normal_assumed")
    assert not stats.convert(85, frm="standard", to="T").has("normal_assumed")
    assert stats.convert(66, frm="standard", to="percentile").has("tail")
    assert not stats.convert(85, frm="standard", to="percentile").has("tail")


@pytest.mark.parametrize(
    ("score", "sd", "r", "sem", "low90", "high90", "low95", "high95"),
    [
        (85, 15, 0.9, 4.7434, 77.20, 92.80, 75.70, 94.30),
        (70, 15, 0.95, 3.3541, 64.48, 75.52, 63.43, 76.57),
        (78, 15, 0.85, 5.8095, 68.44, 87.56, 66.61, 89.39),
        (35, 10, 0.88, 3.4641, 29.30, 40.70, 28.21, 41.79),
    ],
)
def test_measurement_error(score, sd, r, sem, low90, high90, low95, high95):
    assert stats.sem(sd=sd, reliability=r).value == pytest.approx(sem, abs=5e-5)
    result = stats.confidence_interval(score, sd=sd, reliability=r, level=0.9)
    assert (result.details["low"], result.details["high"]) == pytest.approx((low90, high90), abs=0.006)
    assert result.interval(0.95) == pytest.approx((low95, high95), abs=0.006)
    assert result.value == score


def test_the_regressed_true_score():
    result = stats.regressed_true_score(85, mean=100, sd=15, reliability=0.9)
    assert (result.value, result.se) == pytest.approx((86.5, 4.5))
    around = stats.confidence_interval(85, sd=15, reliability=0.9, around="true", mean=100)
    assert (around.details["low"], around.details["high"]) == pytest.approx((77.68, 95.32), abs=0.005)
    assert stats.regressed_true_score(35, mean=50, sd=10, reliability=0.88).value == pytest.approx(36.8)


def test_the_interval_around_the_true_score_keeps_its_word():
    rng = np.random.default_rng(1)
    true = rng.normal(100, 15 * 0.8**0.5, 20_000)
    seen = true + rng.normal(0, 15 * 0.2**0.5, 20_000)
    low, high = stats.confidence_interval(seen, sd=15, reliability=0.8, around="true", mean=100).interval(0.9)
    assert ((low < true) & (true < high)).mean() == pytest.approx(0.9, abs=0.01)


def test_a_percentile_that_does_not_fit_its_score():
    assert stats.disagrees_with_normal(16, 85) is False
    assert stats.disagrees_with_normal(18, 85) is False
    assert stats.disagrees_with_normal(19, 85) is True
    assert stats.disagrees_with_normal(84, 85) is True  # turned round
    assert stats.disagrees_with_normal(16, 40, frm="T") is False
    assert stats.disagrees_with_normal(19, 85, tolerance=5) is False
    assert stats.disagrees_with_normal([16, 84], [85, 85]).tolist() == [False, True]
    assert stats.disagrees_with_normal(0.1, 55) is False


def test_arrays_are_batches():
    scores = np.array([70.0, 85.0, 100.0])
    batch = stats.convert(scores, frm="standard", to="percentile")
    assert batch.value == pytest.approx(100 * norm.cdf((scores - 100) / 15))
    assert batch[1].explain() == stats.convert(85, frm="standard", to="percentile").explain()
    assert batch[0].has("tail")
    assert not batch[1].has("tail")
    change = stats.reliable_change(78, [90, 92], sd=15, reliability=0.9)
    assert change.details["verdict"].tolist() == ["within measurement error", "reliably better"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: stats.convert(85, frm="iq", to="z"), "frm must be one of"),
        (lambda: stats.convert(85, frm="standard", to="stanine"), "to must be one of"),
        (lambda: stats.convert(0, frm="percentile", to="z"), "between 0 and 100, both excluded"),
        (lambda: stats.convert(100, frm="percentile", to="z"), "between 0 and 100, both excluded"),
        (lambda: stats.convert(np.nan, frm="z", to="T"), "value must be a finite number"),
        (lambda: stats.convert("high", frm="z", to="T"), "value must be a number"),
        (lambda: stats.convert([[1, 2]], frm="z", to="T"), "plain array"),
        (lambda: stats.sem(sd=0, reliability=0.9), "sd must be above zero"),
        (lambda: stats.sem(sd=15, reliability=1.1), "reliability must lie between 0 and 1"),
        (lambda: stats.sem(sd=15, reliability=-0.1), "reliability must lie between 0 and 1"),
        (lambda: stats.confidence_interval(85, sd=15, reliability=0.9, around="true"), "needs the mean"),
        (lambda: stats.confidence_interval(85, sd=15, reliability=0.9, around="z"), "around must be one of"),
        (lambda: stats.confidence_interval(85, sd=15, reliability=0.9, level=90), "level must lie"),
        (lambda: stats.reliable_change(78, 90, sd=15, reliability=1), "reliability must be below 1"),
        (lambda: stats.reliable_change(78, 90, sd=15, reliability=0.9, level=95), "level must lie"),
        (lambda: stats.reliable_change(78, 90, sd=15, reliability=0.9, better="up"), "better must be"),
        (lambda: stats.disagrees_with_normal(120, 85), "percentile must lie between 0 and 100"),
        (
            lambda: stats.cutoff_c(clinical_mean=1, clinical_sd=0, typical_mean=2, typical_sd=1),
            "clinical_sd must be above zero",
        ),
    ],
)
def test_impossible_scores_are_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()
