"""Every critical act, ready to be done: the name of its action, and how a test does it once. One file a room."""

from tests.faults.acts import (  # noqa: F401  # each puts its acts into the table
    activities,
    devices,
    evaluation,
    home,
    intake,
    library,
    notes,
    people,
    plan,
    progress,
    record,
    school,
    talk,
    visits,
    visits_planning,
)
from tests.faults.acts.table import ACTS

__all__ = ["ACTS"]
