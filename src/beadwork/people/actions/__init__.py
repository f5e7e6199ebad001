"""Every change to people, one noun a file."""

from beadwork.people.actions.account import invite, set_preferences
from beadwork.people.actions.checks import check_days, check_seen
from beadwork.people.actions.children import CHILD_SAYS, add_child, change_child, end_fact, note_fact
from beadwork.people.actions.family import (
    RIGHTS,
    add_caregiver,
    change_rights,
    end_guardianship,
    give_consent,
    give_guardianship,
    let_caregiver_in,
    withdraw_consent,
)
from beadwork.people.actions.practice import end_job, hire, join_care_team, leave_care_team, open_practice
from beadwork.people.actions.relations import hold, sent_before
from beadwork.people.actions.school import add_school, add_teacher, end_schooling, enrol

__all__ = [
    "CHILD_SAYS",
    "RIGHTS",
    "add_caregiver",
    "add_child",
    "add_school",
    "add_teacher",
    "change_child",
    "change_rights",
    "check_days",
    "check_seen",
    "end_fact",
    "end_guardianship",
    "end_job",
    "end_schooling",
    "enrol",
    "give_consent",
    "give_guardianship",
    "hire",
    "hold",
    "invite",
    "join_care_team",
    "leave_care_team",
    "let_caregiver_in",
    "note_fact",
    "open_practice",
    "sent_before",
    "set_preferences",
    "withdraw_consent",
]
