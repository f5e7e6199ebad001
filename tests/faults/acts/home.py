"""The acts of the room `home`, once each."""

from functools import partial

from beadwork.core.ids import new_id
from beadwork.home import actions as home
from tests.faults.acts.table import Act, act, who
from tests.home.build import attempt_at, routine_at_home
from tests.home.build import goal_row as goal_at_home
from tests.world import World


@act
def home_share_routine(world: World) -> Act:
    words = {"moment_en": "after the bath", "words_en": "Sock puppets.", "minutes": 3}
    words["activity"] = "mouse-in-the-sock"
    return partial(home.share_routine, goal_at_home(world), **words, **who(world.ana, world))


@act
def home_end_routine(world: World) -> Act:
    return partial(home.end_routine, routine_at_home(world), **who(world.ana, world))


@act
def home_tell_home_day(world: World) -> Act:
    """Told again: an attempt is replaced and a remark is mended."""
    goal = goal_at_home(world)
    routine = routine_at_home(world, goal)
    today = {"on": world.today, "done": True, **who(world.leo, world)}
    home.tell_home_day(world.mia, routine, id=new_id(), attempts=[attempt_at(world, goal)], **today)
    again = {"attempts": [attempt_at(world, goal, steps="1,2,3")], "remark": "All three!", "feeling": "proud"}
    return partial(home.tell_home_day, world.mia, routine, id=new_id(), **again, **today)
