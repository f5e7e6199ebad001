"""Every change of the visits room."""

from beadwork.visits.actions.planning import (
    accept_plan,
    add_activity,
    move_activity,
    put_into_library,
    swap_activity,
    take_out,
    take_proposal,
)
from beadwork.visits.actions.visit import cancel_visit, finish_visit, plan_visit, start_visit

__all__ = [
    "accept_plan",
    "add_activity",
    "cancel_visit",
    "finish_visit",
    "move_activity",
    "plan_visit",
    "put_into_library",
    "start_visit",
    "swap_activity",
    "take_out",
    "take_proposal",
]
