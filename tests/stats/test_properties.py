"""What must hold for any two phases: bounds, mirrors, shifts, order, monotony, and a batch as its rows."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beadwork import stats

pytestmark = pytest.mark.once

levels = st.lists(st.integers(0, 12).map(float), min_size=2, max_size=9)
phases = st.tuples(levels, levels)
SIMPLE = ["pnd", "pem", "pand", "ird", "nap", "tau", "tau_u", "tau_bc", "smd"]
ORDINAL = ["pnd", "pem", "pand", "ird", "nap", "tau", "tau_u"]
SHARES = {
    "pnd": (0, 1),
    "pem": (0, 1),
    "pand": (0.5, 1),
    "ird": (0, 1),
    "nap": (0, 1),
    "tau": (-1, 1),
    "tau_bc": (-1, 1),
}
quick = settings(max_examples=20, deadline=None)


def value(name, a, b, **options):
    return getattr(stats, name)(a, b, **options).value


def same(x, y):
    return y == pytest.approx(x, nan_ok=True, rel=1e-9, abs=1e-9)


@given(phases)
@quick
def test_shares_keep_their_bounds(ab):
    for name, (low, high) in SHARES.items():
        assert low - 1e-12 <= value(name, *ab) <= high + 1e-12


@given(phases)
@quick
def test_better_lower_is_better_higher_in_the_mirror(ab):
    mirrored = [[-x for x in phase] for phase in ab]
    for name in [*SIMPLE, "cdc", "trend_check"]:
        assert same(value(name, *mirrored, better="lower"), value(name, *ab))
    assert same(stats.pogo(*mirrored, goal=-20, better="lower").value, stats.pogo(*ab, goal=20).value)
    assert same(stats.pogo(*mirrored, goal=-20, better="lower").se, stats.pogo(*ab, goal=20).se)


@given(phases)
@quick
def test_swapping_the_phases_and_the_direction(ab):
    """NAP, Tau and PAND see the same pairs; what was better before is now worse after."""
    a, b = ab
    for name in ("nap", "tau", "pand", "ird"):
        assert same(value(name, b, a, better="lower"), value(name, a, b))
    assert same(value("nap", b, a), 1 - value("nap", a, b))


@given(phases, st.integers(-50, 50), st.sampled_from([0.5, 2.0, 10.0]))
@quick
def test_shift_and_scale_change_nothing_where_they_must_not(ab, shift, scale):
    moved = [[scale * x + shift for x in phase] for phase in ab]
    for name in [*SIMPLE, "cdc"]:
        assert same(value(name, *moved), value(name, *ab))
    assert same(stats.pogo(*moved, goal=scale * 20 + shift).value, stats.pogo(*ab, goal=20).value)
    assert same(stats.theil_sen(moved[1]).value, scale * stats.theil_sen(ab[1]).value)
    assert same(stats.ols(moved[1]).se, scale * stats.ols(ab[1]).se)


@given(phases, st.sampled_from([0.5, 3.0]))
@quick
def test_ratios_do_not_depend_on_the_unit(ab, scale):
    a, b = ([x + 1 for x in phase] for phase in ab)
    larger = [[scale * x for x in phase] for phase in (a, b)]
    grain = 1e6  # so that the smallest value that can show plays no part
    for name in ("lrr", "percent_change"):
        assert value(name, *larger, grain=grain) == pytest.approx(
            value(name, a, b, grain=grain), rel=1e-6, abs=1e-6
        )


@given(phases)
@quick
def test_ordinal_measures_see_only_the_order(ab):
    curved = [[x**3 + x for x in phase] for phase in ab]
    for name in [name for name in ORDINAL if name != "pem"]:
        assert same(value(name, *curved), value(name, *ab))


@given(phases, st.randoms(use_true_random=False))
@quick
def test_the_order_of_points_within_a_phase_matters_only_to_trend(ab, random):
    a, b = (random.sample(phase, len(phase)) for phase in ab)
    for name in ("pnd", "pem", "pand", "ird", "nap", "tau", "smd"):
        assert same(value(name, a, b), value(name, *ab))


@given(phases, st.integers(0, 8))
@quick
def test_a_better_later_point_never_lowers_the_measure(ab, place):
    a, b = ab
    raised = list(b)
    raised[place % len(b)] += 2
    for name in ("pnd", "pem", "pand", "ird", "nap", "tau", "tau_bc", "cdc"):
        assert value(name, a, raised) >= value(name, a, b) - 1e-12


@given(phases, st.sampled_from([0.5, 0.8, 0.95]))
@quick
def test_intervals_hold_their_value_and_grow_with_the_level(ab, level):
    for name in ("nap", "tau", "tau_bc"):
        result = getattr(stats, name)(*ab)
        low, high = result.interval(level)
        wide_low, wide_high = result.interval(0.99)
        assert wide_low - 1e-9 <= low <= result.value + 1e-9
        assert result.value - 1e-9 <= high <= wide_high + 1e-9
        assert high - low > 0.05


@given(phases)
@quick
def test_identities(ab):
    a, b = ab
    m, n = len(a), len(b)
    assert same(value("tau", a, b), 2 * value("nap", a, b) - 1)
    assert same(value("ird", a, b), ((m + n) ** 2 * value("pand", a, b) - m**2 - n**2) / (2 * m * n))
    assert same(value("tau_u", a, b), value("tau", a, b) - stats.mann_kendall(a).details["s"] / (m * n))
    assert value("pand", a, b, method="sort") <= value("pand", a, b) + 1e-12


@given(st.lists(phases, min_size=1, max_size=5), st.sampled_from(["higher", "lower"]))
@quick
def test_a_batch_is_its_rows(many, better):
    before, after = (stats.pad([one[phase] for one in many]) for phase in (0, 1))
    for name in [*SIMPLE, "lrr", "percent_change", "cdc", "trend_check"]:
        batch = getattr(stats, name)(before, after, better=better)
        for row, (a, b) in zip(batch, many, strict=True):
            alone = getattr(stats, name)(a, b, better=better)
            assert same(row.value, alone.value)
            assert row.se is None or same(row.se, alone.se)
            assert row.flags == alone.flags
            assert row.details.keys() == alone.details.keys()


@given(phases)
@quick
def test_a_wider_table_of_padding_changes_nothing(ab):
    a, b = ([*phase, *[np.nan] * 3] for phase in ab)
    for name in [*SIMPLE, "cdc", "trend_check", "lrr"]:
        assert same(getattr(stats, name)([a], [b]).value[0], value(name, *ab))


@given(
    st.lists(st.floats(-3, 3), min_size=1, max_size=5),
    st.sampled_from(["T", "standard", "scaled", "bot", "percentile"]),
)
@quick
def test_conversions_lead_back(z, scale):
    there = stats.convert(z, frm="z", to=scale).value
    assert stats.convert(there, frm=scale, to="z").value == pytest.approx(z, abs=1e-9)


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=6), st.floats(0, 0.9))
@quick
def test_goal_attainment_is_symmetric_about_fifty(goals, rho):
    up, down = stats.gas_t(goals, rho=rho).value, stats.gas_t([-one for one in goals], rho=rho).value
    assert up + down == pytest.approx(100)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=12))
@quick
def test_observers_may_change_places(pairs):
    a, b = zip(*pairs, strict=True)
    for name in ("percent_agreement", "weighted_kappa", "icc"):
        assert same(value(name, b, a), value(name, a, b))
    assert same(value("bland_altman", b, a), -value("bland_altman", a, b))
    for name in ("weighted_kappa", "icc"):
        agreed = value(name, a, b)
        assert np.isnan(agreed) or agreed <= 1 + 1e-12
    assert same(
        value("icc", a, b, form="consistency"), value("icc", a, [x + 3 for x in b], form="consistency")
    )


@given(levels)
@quick
def test_lines_turn_with_time(y):
    for name in ("theil_sen", "ols", "mann_kendall"):
        assert same(getattr(stats, name)(y[::-1]).value, -getattr(stats, name)(y).value)
    assert same(stats.split_middle(y[::-1]).value, -stats.split_middle(y).value)
