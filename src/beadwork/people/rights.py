"""What a person may do, by the hats she wears: jobs at practices, children she cares for, children she teaches.

Closed unless a line below opens it. `ways.py` says for which children, `access.py` asks both for one person.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from beadwork.people.models import Role


class Can(StrEnum):
    """What somebody may do. Every view names the one it needs."""

    FIND_CHILD = "find a child by name"
    KEEP_PEOPLE = "keep families, schools, care teams and consents"
    ADD_CHILD = "add a child to the practice"
    SEE_RECORD = "read the clinical record"
    KEEP_RECORD = "write concerns, referrals and facts about a child"
    EVALUATE = "evaluate"
    PLAN = "write and sign plans and goals"
    BOOK = "plan visits"
    RECORD_VISIT = "run a visit and record it"
    SETTLE = "settle what a tablet sent and could not be kept as it was"
    SEE_FAMILY = "read the family's pages"
    PRACTISE = "practise at home and tell how it went"
    DECIDE = "agree to plans"
    TALK = "talk in the child's conversation"
    HELP_IN_CLASS = "see what helps in class and answer the week's question"
    USE_LIBRARY = "read the practice's library"
    ADD_TO_LIBRARY = "add an activity of one's own to the practice's library"
    KEEP_LIBRARY = "review, amend and set aside what the library says"
    KEEP_PRACTICE = "keep the practice and its staff"
    BE_SOMEBODY = "sign in and keep one's own settings"


TREATING = frozenset({Role.THERAPIST, Role.ASSISTANT, Role.STUDENT})

TEAM: dict[Can, frozenset[Role]] = {
    Can.FIND_CHILD: TREATING,
    Can.KEEP_PEOPLE: frozenset({Role.THERAPIST}),
    Can.SEE_RECORD: TREATING,
    Can.KEEP_RECORD: frozenset({Role.THERAPIST, Role.ASSISTANT}),
    Can.EVALUATE: frozenset({Role.THERAPIST}),
    Can.PLAN: frozenset({Role.THERAPIST}),
    Can.BOOK: frozenset({Role.THERAPIST}),
    Can.RECORD_VISIT: TREATING,
    Can.SETTLE: frozenset({Role.THERAPIST}),
    Can.TALK: frozenset({Role.THERAPIST, Role.ASSISTANT}),
}
"""Jobs that open a capability for the children on whose care team they are."""

EVERYWHERE: dict[Can, frozenset[Role]] = {
    Can.FIND_CHILD: frozenset({Role.FRONT_DESK, Role.DIRECTOR}),
    Can.KEEP_PEOPLE: frozenset({Role.FRONT_DESK, Role.DIRECTOR}),
    Can.ADD_CHILD: frozenset({Role.FRONT_DESK, Role.DIRECTOR, Role.THERAPIST}),
    Can.SEE_RECORD: frozenset({Role.DIRECTOR}),
    Can.BOOK: frozenset({Role.FRONT_DESK, Role.DIRECTOR}),
    Can.SETTLE: frozenset({Role.DIRECTOR}),
    Can.KEEP_PRACTICE: frozenset({Role.DIRECTOR}),
}
"""Jobs that open a capability for every child of the practice, and for the practice itself."""

OF_PRACTICE: dict[Can, frozenset[Role]] = {
    Can.USE_LIBRARY: TREATING | {Role.CLINICAL_LEAD, Role.DIRECTOR},
    Can.ADD_TO_LIBRARY: frozenset({Role.THERAPIST, Role.CLINICAL_LEAD, Role.DIRECTOR}),
    Can.KEEP_LIBRARY: frozenset({Role.CLINICAL_LEAD, Role.DIRECTOR}),
}
"""Jobs that open a capability for what belongs to the practice, and for no child."""

GUARDIAN: dict[Can, str] = {
    Can.SEE_FAMILY: "may_see",
    Can.PRACTISE: "may_practise",
    Can.TALK: "may_talk",
    Can.DECIDE: "may_decide",
}
"""Rights of a guardianship that open a capability for that child."""

TEACHER = frozenset({Can.HELP_IN_CLASS})
"""What a teacher may do for a child she teaches, while the family's consent to work with the school holds."""


@dataclass(frozen=True, slots=True)
class Hat:
    """One thing a person is at one practice: `kind` is a staff role, "caregiver" or "teacher"."""

    kind: str
    id: UUID
    practice_id: UUID
    time_zone: str
    since: date | None = None
    until: date | None = None

    def is_worn(self, on: date) -> bool:
        """Whether the job has begun and has not run out; the other hats' days are those of their relations."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


def opens(hat: Hat, can: Can) -> bool:
    """Whether a hat opens `can` at all, for some child or practice."""
    return (
        hat.kind in TEAM.get(can, ())
        or hat.kind in EVERYWHERE.get(can, ())
        or hat.kind in OF_PRACTICE.get(can, ())
        or (hat.kind == "caregiver" and can in GUARDIAN)
        or (hat.kind == "teacher" and can in TEACHER)
    )
