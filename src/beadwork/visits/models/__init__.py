"""Visits, what was done in them, and what was planned for them."""

from beadwork.visits.models.planned import Grouping, Origin, Part, PlannedActivity, VisitPlan
from beadwork.visits.models.visit import DoneActivity, NoteDraft, Visit

__all__ = ["DoneActivity", "Grouping", "NoteDraft", "Origin", "Part", "PlannedActivity", "Visit", "VisitPlan"]
