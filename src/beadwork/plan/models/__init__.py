"""The plan and its goals, one noun a file."""

from beadwork.plan.models.goal import Goal, GoalVersion, ScalePoint
from beadwork.plan.models.ladder import Ladder, SupportLevel
from beadwork.plan.models.plan import Agreement, Plan

__all__ = ["Agreement", "Goal", "GoalVersion", "Ladder", "Plan", "ScalePoint", "SupportLevel"]
