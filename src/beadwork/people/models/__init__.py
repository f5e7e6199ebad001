"""The people of a practice, one noun a file."""

from beadwork.people.models.child import Child, ChildFact, ChildRow, FactKind
from beadwork.people.models.consent import Consent, Purpose
from beadwork.people.models.family import Caregiver, Guardianship
from beadwork.people.models.practice import Practice, PracticeKind
from beadwork.people.models.school import School, Schooling, Teacher
from beadwork.people.models.staff import (
    CareTeamMember,
    Credential,
    Role,
    Staff,
    TeamPart,
)
from beadwork.people.models.user import User

__all__ = [
    "CareTeamMember",
    "Caregiver",
    "Child",
    "ChildFact",
    "ChildRow",
    "Consent",
    "Credential",
    "FactKind",
    "Guardianship",
    "Practice",
    "PracticeKind",
    "Purpose",
    "Role",
    "School",
    "Schooling",
    "Staff",
    "Teacher",
    "TeamPart",
    "User",
]
