"""When a goal is reached: closed forms of known curves, honest statuses, and promises kept on simulated children."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beadwork import stats
from beadwork.stats.goal_time import STATUSES, time_to_goal

pytestmark = pytest.mark.once

percent = st.lists(st.floats(0, 100), min_size=5, max_size=12)
few = settings(max_examples=20, deadline=None)


def goal(y, **options):
    return time_to_goal(y, **{"target": 80, "low": 0, "high": 100, **options})


@pytest.mark.parametrize(
    ("start", "target", "top", "rate", "sessions"),
    [(0.2, 0.8, 1, 0.1, 13.863), (0.3, 0.9, 1, 0.08, 24.324), (8, 16, 20, 0.12, 9.155)],
)
def test_without_noise_the_median_is_the_time_of_the_exponential_curve(start, target, top, rate, sessions):
    """max - (max - y0) exp(-k t) meets the goal at ln((max - y0) / (max - goal)) / k (Heathcote 2000's curve)."""
    assert np.log((top - start) / (top - target)) / rate == pytest.approx(sessions, abs=1e-3)
    seen = int(sessions * 0.75)
    y = top - (top - start) * np.exp(-rate * np.arange(seen + 1))
    told = time_to_goal(y, target=target, low=0, high=top, consecutive=1, horizon_visits=40)
    assert seen + told.median == pytest.approx(sessions, abs=0.5)
    assert seen + told.earliest <= sessions <= seen + told.latest


@few
@given(percent, st.integers(1, 4))
def test_chances_rise_and_the_marks_are_in_order(y, consecutive):
    told = goal(y, consecutive=consecutive)
    assert ((told.chance >= -1e-12) & (told.chance <= 1 + 1e-12)).all()
    assert (np.diff(told.chance) >= -1e-12).all()
    assert told.status in STATUSES
    marks = [mark for mark in (told.earliest, told.median, told.latest) if not np.isnan(mark)]
    assert marks == sorted(marks)


@few
@given(percent)
def test_lower_is_better_is_the_mirror_image(y):
    told, mirrored = goal(y), goal([100 - value for value in y], target=20, better="lower")
    assert mirrored.chance == pytest.approx(told.chance, abs=1e-9)
    assert mirrored.status == told.status


@few
@given(percent)
def test_a_harder_goal_is_never_likelier(y):
    easy, hard, longer = goal(y, consecutive=2), goal(y, target=90, consecutive=2), goal(y, consecutive=4)
    assert (hard.chance <= easy.chance + 1e-12).all()
    assert (longer.chance <= easy.chance + 1e-12).all()


def test_a_batch_answers_as_a_loop_does():
    rows = [[20, 30, 45, 50, 62, 70, 78], [10.0] * 9, [50, 60], [85, 90, 80, 81, 88]]
    batch = goal(stats.pad(rows))
    for row, y in enumerate(rows):
        one = goal(y)
        np.testing.assert_allclose(batch.chance[row], one.chance, rtol=1e-9)
        np.testing.assert_allclose(batch.latest[row], one.latest)
        assert batch.status[row] == one.status
        assert batch.explain()[row] == one.explain()
    assert list(batch.status) == ["expected", "not forecast to reach", "not enough data", "reached"]


def test_a_goal_met_once_is_reached():
    told = goal([50, 85, 90, 82, 60, 55])
    assert told.status == "reached"
    assert (told.chance == 1).all()
    assert told.explain() == "The goal has been reached."


@pytest.mark.parametrize("y", [[], [99], [80, 90, 95, 99]])
def test_with_fewer_than_five_points_nothing_is_said_not_even_reached(y):
    told = goal(y)
    assert told.status == "not enough data"
    assert np.isnan(told.chance).all()
    assert np.isnan(told.median)
    assert told.explain() == f"Not enough data yet: {len(y)} of 5 points."


def test_a_run_that_has_begun_counts_on():
    begun, broken = goal([60, 65, 70, 72, 75, 81, 82]), goal([60, 65, 81, 82, 75, 70, 72])
    assert begun.chance[0] > 0.3
    assert broken.chance[0] == broken.chance[1] == 0


def test_a_plateau_below_the_target_is_not_expected():
    wobble = 2 * np.sin(np.arange(20) * 2.3)
    told = goal(55 - 35 * np.exp(-0.4 * np.arange(20)) + wobble)
    assert told.status == "not forecast to reach"
    assert np.isnan(told.latest)
    assert told.explain().startswith("Not forecast to be reached as things go now")


def test_days_follow_from_visits_a_week():
    told = goal([20, 30, 45, 50, 62, 70, 78], visits_per_week=2, horizon_visits=20)
    assert told.days[-1] == 70
    assert told.by_day(7) == told.chance[1]
    assert told.by_day(0) == 0
    assert told.range_in_days()[0] == pytest.approx(3.5 * told.earliest)
    with pytest.raises(ValueError, match="covers 70 days"):
        told.by_day(71)


def test_a_longer_look_ahead_says_the_same_about_the_first_visits():
    y = [20, 30, 45, 50, 52, 60]
    assert goal(y, horizon_visits=40).chance[:10] == pytest.approx(goal(y, horizon_visits=10).chance)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"target": 101}, "off the scale"),
        ({"consecutive": 0}, "from 1 on"),
        ({"horizon_visits": 0}, "from 1 on"),
        ({"visits_per_week": 0}, "above 0"),
    ],
)
def test_impossible_questions_are_refused(options, message):
    with pytest.raises(ValueError, match=message):
        goal([1, 2, 3, 4, 5], **options)


@pytest.fixture(scope="module")
def simulation():
    path = Path(__file__).parents[2] / "tools/forecast/simulate_goals.py"
    spec = importlib.util.spec_from_file_location("simulate_goals", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.long
def test_on_simulated_children_ranges_hold_and_plateaus_are_not_promised(simulation):
    """A small run of tools/forecast/simulate_goals.py; bounds leave three standard errors to the docs' figures."""
    children = simulation.simulated(1500, seed=4)
    told = simulation.asked_once(children, seed=4)
    assert 0.68 <= told["80 % ranges hold"] <= 0.92
    assert told["Brier, within ten visits"] < 0.85 * told["Brier of the overall share"]
    assert told["of those reached"] > 0.8
    below = children._replace(
        **{name: item[children.top < children.target] for name, item in children._asdict().items()}
    )
    assert simulation.ever_expected(below) <= 0.12
