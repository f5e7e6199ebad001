"""Every change to ladders, plans and goals."""

from beadwork.plan.actions.goals import NewGoal, change_goal, close_goal, share_goal, write_goal
from beadwork.plan.actions.ladders import NewRung, make_ladder, standard_ladder
from beadwork.plan.actions.plans import agree_to_plan, change_plan, end_plan, sign_plan, write_plan

__all__ = [
    "NewGoal",
    "NewRung",
    "agree_to_plan",
    "change_goal",
    "change_plan",
    "close_goal",
    "end_plan",
    "make_ladder",
    "share_goal",
    "sign_plan",
    "standard_ladder",
    "write_goal",
    "write_plan",
]
