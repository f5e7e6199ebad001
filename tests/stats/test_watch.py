"""Alarms: what fires them, what they say, what they leave alone, and that a batch is its rows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beadwork.stats import pad
from beadwork.stats.expected import Levels, Tries, log_at_least, log_chances, mean_variance
from beadwork.stats.watch import Budget, drifting, setting_gap, skill_lost, stalled

pytestmark = pytest.mark.once

SHOWN, STEADY, GONE = [90, 100, 90], [90, 100, 90, 100, 90], [90, 100, 90, 60, 70, 60]
tenths = st.integers(0, 10).map(lambda hits: 10.0 * hits)


@pytest.mark.parametrize("tries", [None, 10])
def test_a_lost_skill_is_found_with_the_points_that_show_it(tries):
    told = skill_lost(SHOWN, GONE, tries=tries)
    assert told.value is True
    assert told.details["at"] >= 4
    assert told.details["fired"][told.details["at"] - 1]
    assert not told.details["fired"][:2].any()
    fired = np.array(GONE)[told.details["fired"]]
    assert told.details["seen"] == pytest.approx(fired.mean())
    assert told.details["drop"] == pytest.approx(told.details["expected"] - fired.mean())
    assert (
        f"at {fired.mean():.0f} on average where {told.details['expected']:.0f} was expected"
        in told.explain()
    )


@pytest.mark.parametrize("tries", [None, 10])
def test_a_steady_skill_is_left_alone(tries):
    told = skill_lost(SHOWN, STEADY, tries=tries)
    assert (told.value, told.details["at"]) == (False, 0)
    assert not told.details["alarms"].any()
    assert told.explain() == "Nothing lies lower than this skill's own visits let expect."


def test_one_bad_day_at_a_noisy_skill_is_no_alarm_but_a_collapse_is():
    assert skill_lost(SHOWN, [90, 70, 90, 100], tries=10).value is False
    assert skill_lost(SHOWN, [90, 0], tries=10).details["at"] == 2


def test_a_small_drop_is_nobodys_alarm_however_sure():
    assert skill_lost([97.0] * 12, [85.0] * 3, shown=12, chosen_at=0).value is True
    assert skill_lost([97.0] * 12, [85.0] * 3, shown=12, chosen_at=0, least=15).value is False


def test_the_more_skills_and_looks_the_more_it_takes():
    probes = [60, 70, 60]
    assert skill_lost(SHOWN, probes, tries=10, budget=Budget(looks=5)).value is True
    assert skill_lost(SHOWN, probes, tries=10, budget=Budget(looks=52, skills=20)).value is False


def test_visits_chosen_for_being_good_promise_less():
    """Had the visits not been chosen, so much lower probes would be more surprising."""
    chosen, taken = (skill_lost([90, 90, 90], [40, 50, 50], tries=10, chosen_at=at) for at in (90, 0))
    assert chosen.details["expected"] < taken.details["expected"]


def test_after_an_alarm_the_same_points_raise_no_other():
    told = skill_lost(SHOWN, [90, 30, 90, 90], tries=10)
    assert told.details["alarms"].tolist() == [False, True, False, False]


def test_only_the_visits_that_showed_it_count_as_before():
    told, short = (skill_lost(before, GONE, tries=10) for before in ([20, 40, 60, *SHOWN], SHOWN))
    assert told.details["expected"] == short.details["expected"]


@given(st.lists(tenths, min_size=3, max_size=3), st.lists(tenths, min_size=1, max_size=8))
def test_lower_is_better_mirrors(before, probes):
    up = skill_lost(before, probes, tries=10)
    down = skill_lost([100 - x for x in before], [100 - x for x in probes], tries=10, better="lower")
    assert up.details["alarms"].tolist() == down.details["alarms"].tolist()
    if up.value:
        assert up.details["expected"] == pytest.approx(100 - down.details["expected"])
        assert up.details["drop"] == pytest.approx(down.details["drop"])


@given(st.lists(tenths, min_size=3, max_size=3), st.lists(tenths, min_size=1, max_size=8))
def test_the_scale_may_be_any(before, probes):
    percent = skill_lost(before, probes)
    steps = skill_lost([1 + x / 25 for x in before], [1 + x / 25 for x in probes], low=1, high=5)
    assert percent.details["alarms"].tolist() == steps.details["alarms"].tolist()


@given(
    st.lists(
        st.tuples(st.lists(tenths, min_size=1, max_size=5), st.lists(tenths, min_size=1, max_size=9)),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=20, deadline=None)
def test_a_batch_is_its_rows(rows):
    before, probes = zip(*rows, strict=True)
    for tries in (None, 10):
        batch = skill_lost(pad(before), pad(probes), tries=tries)
        for row, (a, b) in enumerate(rows):
            alone = skill_lost(a, b, tries=tries)
            assert batch[row].details["alarms"][: len(b)].tolist() == alone.details["alarms"].tolist()
            assert batch[row].details["fired"][: len(b)].tolist() == alone.details["fired"].tolist()
            assert batch[row].explain() == alone.explain()


@given(st.lists(tenths, min_size=3, max_size=3), st.lists(tenths, min_size=1, max_size=6), st.integers(0, 5))
def test_what_comes_later_changes_no_earlier_alarm(before, probes, cut):
    whole = skill_lost(before, probes, tries=10).details["alarms"]
    part = skill_lost(before, probes[: cut + 1], tries=10).details["alarms"]
    assert whole[: len(part)].tolist() == part.tolist()


def test_few_tries_carry_their_caution():
    assert skill_lost([100, 80, 80], [80, 80], tries=5).has("weak_watch")
    assert not skill_lost(SHOWN, [80, 80], tries=10, budget=Budget(looks=10)).has("weak_watch")
    assert skill_lost(SHOWN, [80, 80], budget=Budget(looks=20, skills=5)).has("weak_watch")


def test_the_binomial_is_what_remains_when_the_share_does_not_move():
    from scipy.stats import betabinom

    row = int(np.argmin(np.abs(Tries.means - 0.88))) * len(Tries.spreads)
    mean, moves = Tries.means[row // len(Tries.spreads)], Tries.spreads[2]
    a, b = mean * (1 / moves - 1), (1 - mean) * (1 / moves - 1)
    assert log_chances(10)[row + 2] == pytest.approx(betabinom.logpmf(np.arange(11), 10, a, b), abs=1e-9)
    assert np.exp(log_at_least(10)[row + 2]) == pytest.approx(
        betabinom.sf(np.arange(-1, 10), 10, a, b), abs=1e-9
    )


def test_the_mean_of_neighbours_that_are_alike():
    for lag, count in ((0.0, 4), (0.4, 3), (0.8, 7)):
        i = np.arange(count)
        assert mean_variance(count, lag) == pytest.approx((lag ** np.abs(i[:, None] - i)).sum() / count**2)


def test_what_is_expected_of_levels_cut_off_at_the_top():
    drawn = np.random.default_rng(3)
    shown = Levels._shown().reshape(len(Levels.means), -1)
    for m, s in ((10, 2), (20, 3), (26, 4)):
        seen = np.minimum(drawn.normal(Levels.means[m], Levels.spreads[s], 400_000), 1)
        assert shown[m, s] == pytest.approx(seen.mean(), abs=1e-3)


def test_a_slow_slide_is_drift_and_a_steady_level_is_not():
    slide = [95.0] * 6 + [95 - 2 * step for step in range(1, 16)]
    told = drifting(slide)
    assert told.value is True
    assert told.details["fired"].sum() in (5, 10)
    assert told.details["fired"][told.details["at"] - 1]
    assert drifting([95, 90, 95, 100, 95] * 4).value is False
    assert drifting(slide[:4]).value is False
    assert drifting([100 - x for x in slide], better="lower").details["at"] == told.details["at"]


def test_drift_in_a_batch_is_its_rows():
    rows = [[95.0] * 6 + [95 - 2 * step for step in range(1, 16)], [90, 100, 90, 80, 100, 90, 90]]
    batch = drifting(pad(rows), tries=100)
    alone = [drifting(row, tries=100) for row in rows]
    assert batch.value.tolist() == [one.value for one in alone]
    assert batch.details["at"].tolist() == [one.details["at"] for one in alone]


FLAT = [20, 26, 31, 34, 40, *[44, 45, 43, 44, 45, 44, 43, 45, 44, 44, 45, 43, 44, 44]]


def test_a_rise_that_stops_is_a_stall_and_one_that_goes_on_is_not():
    told = stalled(FLAT, growth=2)
    assert told.value is True
    assert told.details["fired"].sum() in (8, 14)
    assert told.details["at"] > 10
    assert stalled([20 + 2 * visit for visit in range(20)], growth=2).value is False
    assert stalled(FLAT, growth=0.2).value is False
    assert stalled([100 - x for x in FLAT], growth=2, better="lower").details["at"] == told.details["at"]


def test_at_the_target_nothing_stalls():
    assert stalled(FLAT, growth=2, target=43).value is False
    assert stalled(FLAT, growth=2, target=60).value is True


def test_too_few_visits_are_no_stall():
    told = stalled([40] * 7, growth=3)
    assert (told.value, told.has("not_enough_data")) == (False, True)
    assert "too few visits" in told.explain()


def test_the_slope_is_that_of_least_squares():
    from beadwork.stats import ols

    assert stalled(FLAT[:10], growth=0.1).details["slope"] == pytest.approx(ols(FLAT[2:10]).value)


def test_stalls_of_a_batch_are_its_rows():
    rows = [FLAT, FLAT[:9], [50] * 8, [30, 40]]
    batch = stalled(pad(rows), growth=3)
    alone = [stalled(row, growth=3) for row in rows]
    assert batch.details["at"].tolist() == [one.details["at"] for one in alone]
    assert batch.explain() == [one.explain() for one in alone]


SETTINGS = {"clinic": [90, 95, 90, 92, 93], "home": [60, 50, 55, 62, 58], "school": [75, 80, 78, 76, 79]}


def test_the_widest_gap_is_named_with_its_points():
    told = setting_gap(SETTINGS)
    assert (told.value, told.details["higher"], told.details["lower"]) == (True, "clinic", "home")
    assert told.details["gap"] == pytest.approx(92 - 57)
    assert {name: mask.all() for name, mask in told.details["fired"].items()} == {
        "clinic": True, "home": True, "school": False,
    }  # fmt: skip
    assert told.explain() == "It shows 35 better at clinic than at home: find out what differs."


def test_fewer_is_better_turns_the_settings_round():
    told = setting_gap(SETTINGS, better="lower")
    assert (told.details["higher"], told.details["lower"]) == ("home", "clinic")


def test_settings_alike_and_settings_hardly_seen_raise_nothing():
    assert setting_gap({"clinic": [90, 80, 95, 85], "home": [85, 90, 80, 90]}).value is False
    few = setting_gap({"clinic": [95, 95, 95], "home": [10, 10]})
    assert (few.value, few.has("not_enough_data")) == (False, True)
    assert setting_gap({"clinic": [95] * 8, "home": [85] * 8}).value is False
    assert setting_gap({"clinic": [95] * 8, "home": [85] * 8}, least=5, budget=Budget(looks=5)).value is True


def test_only_the_latest_visits_of_a_setting_are_compared():
    told = setting_gap({"clinic": [0] * 5 + [90] * 8, "home": [60] * 8})
    assert told.details["gap"] == pytest.approx(30)
    assert told.details["fired"]["clinic"].tolist() == [False] * 5 + [True] * 8


def test_gaps_of_a_batch_are_its_rows():
    home = pad([SETTINGS["home"], [90, 80, 95]])
    clinic = pad([SETTINGS["clinic"], [90, 95, 90, 85]])
    batch = setting_gap({"home": home, "clinic": clinic})
    assert batch.value.tolist() == [True, False]
    assert batch.details["gap"][0] == pytest.approx(35)
    assert batch.details["higher"][0] == "clinic"
    assert batch.explain()[1] == "The settings do not differ by more than visits do."


def test_a_budget_is_shared_and_no_look_may_spend_more_than_one_in_ten():
    assert Budget().chance == pytest.approx(0.05)
    assert Budget(false_alarms=0.5, looks=10, skills=5).chance == pytest.approx(0.01)
    assert Budget(looks=2).chance == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: Budget(looks=0), "looks must be above zero"),
        (lambda: skill_lost([90], [101]), "above the scale's highest"),
        (lambda: skill_lost([90], [90], tries=0), "tries must be whole numbers"),
        (lambda: skill_lost([90], [95], tries=10), "no share of its tries"),
        (lambda: skill_lost([90], [90], tries_before=10), "of both"),
        (lambda: skill_lost([90], [90], shown=0), "shown must be"),
        (lambda: skill_lost([90], [90], better="up"), "better must be"),
        (lambda: drifting([90, 90, 90], settled=2), "settled must be"),
        (lambda: stalled([40, 50], growth=0), "growth must be"),
        (lambda: setting_gap({"clinic": [90]}), "two settings or more"),
        (lambda: setting_gap({"clinic": [90], "home": [[90], [80]]}), "same number of rows"),
    ],
)
def test_nonsense_is_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
