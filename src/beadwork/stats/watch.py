"""Alarms that do not cry wolf: each keeps a budget of false alarms a child-year and names the points that fired it.

A skill that somebody simply reports as lost is always an alert; no statistics are asked.
"""

from .budget import Budget
from .gap import setting_gap
from .lost import drifting, skill_lost
from .stall import stalled

__all__ = ["Budget", "drifting", "setting_gap", "skill_lost", "stalled"]
