"""The acts of the room `school`, once each."""

from functools import partial

from beadwork.core.ids import new_id
from beadwork.school import actions as school
from tests.faults.acts.table import Act, act, who
from tests.home.build import goal_row as goal_at_home
from tests.school.build import help_in_class, question_asked, seen_in_class
from tests.world import World


@act
def school_say_what_helps(world: World) -> Act:
    return partial(school.say_what_helps, world.mia, "A chair with arms.", **who(world.ana, world))


@act
def school_end_help(world: World) -> Act:
    return partial(school.end_help, help_in_class(world), **who(world.ana, world))


@act
def school_ask_class(world: World) -> Act:
    return partial(
        school.ask_class, world.mia, "How was gym?", goal=goal_at_home(world), **who(world.ana, world)
    )


@act
def school_answer_class(world: World) -> Act:
    goal = goal_at_home(world)
    question = question_asked(world, goal)
    seen = {"attempts": [seen_in_class(world, goal)], "remark": "Better."}
    return partial(school.answer_class, question, id=new_id(), **seen, **who(world.okafor, world))
