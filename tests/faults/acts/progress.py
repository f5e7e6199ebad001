"""The acts of the room `progress`, once each."""

from functools import partial

from beadwork.progress import actions as progress
from beadwork.progress.forecast import question_of
from beadwork.progress.mastery import rule_of
from beadwork.progress.series import goal_series
from tests.faults.acts.table import Act, act
from tests.progress.build import socks
from tests.world import World


@act
def progress_keep_outlooks(world: World) -> Act:
    goal = socks(world)
    series = goal_series(goal)
    question = question_of(series, rule_of(goal.newest_version, series.measure))
    return partial(progress.keep_outlooks, {goal: question}, at=world.now)
