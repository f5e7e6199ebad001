"""Writing, changing, sharing and closing goals."""

from datetime import timedelta

import pytest
from django.utils import translation

from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.plan.actions import change_goal, close_goal, make_ladder, share_goal, sign_plan, write_goal
from beadwork.plan.actions.ladders import NewRung
from beadwork.plan.models import Goal
from beadwork.plan.models.scale import of_tries
from tests.plan.build import LEVELS, SCALES, STEPS, draft, new_goal, signed_goal


def problem_of(raised) -> int:
    return raised.value.kind.number


@pytest.mark.parametrize("scale", SCALES)
def test_a_goal_can_be_written_on_every_scale(world, scale):
    goal = signed_goal(world, scale)
    version = goal.newest_version
    assert goal.low <= version.baseline <= goal.high
    assert goal.low <= version.target <= goal.high
    assert goal.is_open


def test_the_statement_is_built_from_its_parts(world):
    goal = signed_goal(world, "steps", manner="sitting on a stool")
    said = "Mia puts on both socks, sitting on a stool, before going out, 6 of 6 steps, with words to remind"
    assert goal.newest_version.statement() == f"{said}, by January 15, 2027."


@pytest.mark.parametrize(
    ("percent", "said"), [(90, (9, 10)), (85, (17, 20)), (93.3, (93, 100)), (0, (0, 10))]
)
def test_a_share_is_said_in_as_few_tries_as_it_takes(percent, said):
    assert of_tries(percent) == said


def test_the_name_in_links_is_the_goals_own_and_never_taken_twice(world):
    plan = draft(world)
    slugs = [write_goal(plan, new_goal(world), by=world.ana, at=world.now).slug for _ in range(3)]
    assert slugs == ["puts-on-both-socks", "puts-on-both-socks-2", "puts-on-both-socks-3"]


def test_a_double_click_writes_one_goal(world):
    plan, id = draft(world), Goal().pk
    for _ in range(2):
        write_goal(plan, new_goal(world), by=world.ana, at=world.now, id=id)
    assert plan.goals.count() == 1


@pytest.mark.parametrize(
    ("scale", "changes", "number"),
    [
        ("accuracy", {"target": 101}, 315),
        ("steps", {"baseline": -1}, 315),
        ("accuracy", {"target": 10}, 317),
        ("latency", {"target": 500}, 317),
        ("count", {"high": 0}, 313),
        ("steps", {"points": STEPS[:1]}, 314),
        ("attainment", {"points": LEVELS[:4]}, 314),
        ("accuracy", {"area": "jumping"}, 310),
        ("accuracy", {"name": " "}, 311),
        ("accuracy", {"does": "x" * 10_000}, 312),
        ("accuracy", {"visits_running": 0}, 318),
    ],
)
def test_a_goal_that_cannot_be_is_refused_and_nothing_is_kept(world, scale, changes, number):
    plan = draft(world)
    with pytest.raises(Problem) as raised:
        write_goal(plan, new_goal(world, scale, **changes), by=world.ana, at=world.now)
    assert problem_of(raised) == number
    assert not plan.goals.exists()


def test_help_from_another_ladder_is_refused(world):
    old = new_goal(world)
    make_ladder(
        world.practice,
        "Ours",
        [NewRung("With help"), NewRung("Alone", is_alone=True)],
        by=world.ruth,
        at=world.now,
    )
    with pytest.raises(Problem) as raised:
        write_goal(draft(world), old, by=world.ana, at=world.now)
    assert problem_of(raised) == 316


def test_a_goal_that_is_written_keeps_its_ladder(world):
    goal = signed_goal(world)
    rungs = [NewRung("With help"), NewRung("Alone", is_alone=True)]
    make_ladder(world.practice, "Ours", rungs, by=world.ruth, at=world.now)
    goal.refresh_from_db()
    assert goal.ladder.levels.count() == 7


@pytest.mark.parametrize(
    "rungs",
    [
        [NewRung("Alone", is_alone=True)],
        [NewRung("Help"), NewRung("More help")],
        [NewRung("Help"), NewRung("Help", is_alone=True)],
        [NewRung(""), NewRung("Alone", is_alone=True)],
    ],
)
def test_a_ladder_that_cannot_be_climbed_is_refused(world, rungs):
    with pytest.raises(Problem) as raised:
        make_ladder(world.practice, "Ours", rungs, by=world.ruth, at=world.now)
    assert problem_of(raised) == 330


def test_the_review_comes_after_the_start(world):
    with pytest.raises(Problem) as raised:
        write_goal(
            draft(world),
            new_goal(world, review_on=world.today - timedelta(days=90)),
            by=world.ana,
            at=world.now,
        )
    assert problem_of(raised) == 319


def test_a_change_is_a_version_and_history_stays(world):
    goal = signed_goal(world, "steps")
    before = goal.newest_version
    change_goal(goal, effective_on=world.today, reason="Went faster", target=5, by=world.ana, at=world.now)
    goal = Goal.objects.get(pk=goal.pk)
    assert [version.target for version in goal.versions.all()] == [6, 5]
    assert goal.version_on(world.today - timedelta(days=1)) == before
    assert goal.version_on(world.today) == goal.newest_version
    assert goal.newest_version.reason == "Went faster"


def test_a_change_from_a_day_to_come_does_not_hold_today(world):
    goal = signed_goal(world, "steps")
    tomorrow = world.today + timedelta(days=1)
    change_goal(goal, effective_on=tomorrow, reason="Went faster", target=5, by=world.ana, at=world.now)
    goal = Goal.objects.get(pk=goal.pk)
    assert [goal.version_on(day).target for day in (world.today, tomorrow)] == [6, 5]
    assert goal.newest_version.target == 5


def test_a_change_in_a_draft_puts_the_first_version_right(world):
    goal = write_goal(draft(world), new_goal(world, "steps"), by=world.ana, at=world.now)
    change_goal(goal, effective_on=world.today, reason="", target=5, by=world.ana, at=world.now)
    assert [version.target for version in goal.versions.all()] == [5]


@pytest.mark.parametrize(
    ("how", "number"),
    [
        ({"reason": "", "target": 5}, 320),
        ({"reason": "Why not", "target": 6}, 323),
        ({"reason": "Why not", "target": 5, "effective_on": "before"}, 321),
        ({"reason": "Why not", "target": 9}, 315),
    ],
)
def test_a_change_needs_a_reason_a_day_and_sense(world, how, number):
    goal = signed_goal(world, "steps")
    day = world.today - timedelta(days=300) if how.pop("effective_on", None) else world.today
    with pytest.raises(Problem) as raised:
        change_goal(goal, effective_on=day, by=world.ana, at=world.now, **how)
    assert problem_of(raised) == number
    assert goal.versions.count() == 1


def test_a_closed_goal_does_not_change_and_closing_twice_is_once(world):
    goal = signed_goal(world)
    for _ in range(2):
        close_goal(goal, "Reached", by=world.ana, at=world.now)
    with pytest.raises(Problem) as raised:
        change_goal(goal, effective_on=world.today, reason="Why", target=80, by=world.ana, at=world.now)
    assert problem_of(raised) == 322
    assert Event.objects.filter(what="goal.closed").count() == 1


def test_a_goal_of_a_draft_is_not_shared(world):
    goal = write_goal(draft(world), new_goal(world), by=world.ana, at=world.now)
    with pytest.raises(Problem) as raised:
        share_goal(goal, by=world.ana, at=world.now)
    assert problem_of(raised) == 306


@pytest.mark.parametrize("who", ["ben", "leo", "dana", "ruth", "okafor", "eve"])
def test_only_a_therapist_of_the_team_writes_goals(world, who):
    plan = draft(world)
    with pytest.raises(Problem) as raised:
        write_goal(plan, new_goal(world), by=getattr(world, who), at=world.now)
    assert problem_of(raised) == 100


def test_the_family_reads_its_own_words_in_its_own_language(world):
    goal = signed_goal(world)
    with translation.override("es"):
        assert goal.family_name == "Ponerse los calcetines"
        assert goal.newest_version.family_words == "Mia se pone los calcetines."


def test_a_signed_plan_takes_no_further_goal(world):
    goal = signed_goal(world)
    with pytest.raises(Problem) as raised:
        write_goal(goal.plan, new_goal(world), by=world.ana, at=world.now)
    assert problem_of(raised) == 303


def test_signing_needs_a_goal(world):
    with pytest.raises(Problem) as raised:
        sign_plan(draft(world), by=world.ana, at=world.now)
    assert problem_of(raised) == 304
