"""Every address × every person: who may. Whoever is not named gets 404; signed out, the way to sign in.

A new address has to be put here, or the tests fail. `shows` says that the page shows something of Mia to those who may.
"""

from dataclasses import dataclass, field

EVERYBODY = frozenset({"ana", "ben", "leo", "sara", "okafor", "dana", "ruth", "eve"})
CLINIC = frozenset({"ana", "ben"})
THERAPIST = frozenset({"ana"})
READERS = CLINIC | {"ruth"}
FINDERS = READERS | {"dana"}
KEEPERS = frozenset({"ana", "dana", "ruth"})
FAMILY = frozenset({"leo", "sara"})
TALKERS = CLINIC | FAMILY
TEACHER = frozenset({"okafor"})
DIRECTORS = frozenset({"ruth", "eve"})
"""Eve directs and treats at her own practice: her own lists open for her, and are empty of Mia."""


@dataclass(frozen=True)
class Row:
    """Who may; how the address is asked; what is sent; whether the page shows something of Mia."""

    who: frozenset[str]
    post: bool = False
    shows: bool = False
    send: dict[str, str] = field(default_factory=dict)
    is_door: bool = False


def page(who: frozenset[str]) -> Row:
    """A page that shows something of Mia."""
    return Row(who, shows=True)


def act(who: frozenset[str], **send: str) -> Row:
    """An address that only takes forms."""
    return Row(who, post=True, send=send)


def door(who: frozenset[str], *, post: bool = False) -> Row:
    """An address of the door for tablets: JSON, and 401 for who is signed out."""
    return Row(who, post=post, is_door=True)


ROWS = {
    "home": Row(EVERYBODY),
    "settings": Row(EVERYBODY),
    "jump": Row(EVERYBODY),
    "children": Row(FINDERS | {"eve"}, shows=True),
    "children-data": Row(FINDERS | {"eve"}, shows=True),
    "child-new": Row(KEEPERS | {"eve"}),
    "child": page(FINDERS),
    "child-edit": page(KEEPERS),
    "facts": page(CLINIC),
    "fact-end": act(CLINIC),
    "people-around": page(KEEPERS),
    "guardian-new": page(KEEPERS),
    "guardian-rights": page(KEEPERS),
    "guardian-end": act(KEEPERS),
    "team-join": page(KEEPERS),
    "team-leave": act(KEEPERS),
    "consent-give": page(KEEPERS),
    "consent-withdraw": act(KEEPERS),
    "school-enrol": page(KEEPERS),
    "school-end": act(KEEPERS),
    "history": page(READERS),
    "practice": Row(DIRECTORS),
    "staff-hire": Row(DIRECTORS),
    "staff-end": act(frozenset({"ruth"})),
    "caregiver-let-in": act(frozenset({"ruth"})),
    "ladder": Row(DIRECTORS),
    "concern-new": page(CLINIC),
    "referral-new": page(CLINIC),
    "family-check": page(FAMILY),
    "family-ready": page(FAMILY),
    "family-call": page(FAMILY),
    "response-help": Row(CLINIC | {"eve"}),
    "enquiries": Row(frozenset({"ana", "dana", "ruth", "eve"})),
    "enquiry": page(KEEPERS),
    "enquiry-welcome": act(KEEPERS),
    "paths": page(READERS),
    "path": page(READERS),
    "path-mark": act(CLINIC, step="toes-in", state="does"),
    "evaluation-start": page(THERAPIST),
    "evaluation": page(READERS),
    "evaluation-interview": page(THERAPIST),
    "evaluation-tasks": page(THERAPIST),
    "evaluation-profile": page(THERAPIST),
    "evaluation-end": act(THERAPIST, time="00:00"),
    "evaluation-finish": act(THERAPIST),
    "plan": page(READERS),
    "plan-new": page(THERAPIST),
    "plan-edit": page(THERAPIST),
    "plan-sign": act(THERAPIST),
    "plan-end": page(THERAPIST),
    "plan-agree": page(THERAPIST),
    "goal-new": page(THERAPIST),
    "goal-change": page(THERAPIST),
    "goal-history": page(READERS),
    "goal-share": act(THERAPIST),
    "goal-close": page(THERAPIST),
    "goal": page(READERS),
    "goal-data": Row(READERS),
    "today": Row(CLINIC | {"eve"}),
    "capture": Row(CLINIC | {"eve"}),
    "visit-plan": page(KEEPERS),
    "record-held": Row(CLINIC | {"eve"}),
    "visit": page(READERS),
    "visit-start": act(CLINIC),
    "visit-finish": act(CLINIC),
    "visit-cancel": act(KEEPERS, because="Ill"),
    "visit-outline": page(READERS),
    "visit-outline-change": act(CLINIC, do="accept"),
    "visit-outline-swap": Row(CLINIC),
    "visit-outline-others": page(READERS),
    "visit-outline-library": page(THERAPIST),
    "clearance-give": act(THERAPIST, kind="approach", word="sticky"),
    "clearance-end": act(THERAPIST),
    "weights": Row(DIRECTORS),
    "record": page(CLINIC),
    "attempt-correct": page(CLINIC),
    "family": Row(FAMILY),
    "family-child": page(FAMILY),
    "family-plan": page(FAMILY),
    "family-goal": page(FAMILY),
    "home-tell": page(FAMILY),
    "home-day": act(FAMILY, done="yes", id="@id", on="@today"),
    "routine-others": page(THERAPIST),
    "routine-share": page(THERAPIST),
    "routine-end": act(THERAPIST),
    "class": Row(TEACHER),
    "class-child": page(TEACHER),
    "class-answer": act(TEACHER, id="@id", question="@question"),
    "class-help": page(THERAPIST),
    "class-ask": act(THERAPIST, question_en="How?"),
    "class-help-end": act(THERAPIST),
    "library": Row(READERS | {"eve"}),
    "activity": Row(READERS | {"eve"}),
    "activity-card": Row(READERS | {"eve"}),
    "activity-new": Row(THERAPIST | DIRECTORS),
    "library-desk": Row(DIRECTORS),
    "library-kind": Row(DIRECTORS),
    "library-review-many": act(DIRECTORS),
    "library-item": Row(DIRECTORS),
    "library-reviewed": act(DIRECTORS, next_review="2027-01-01"),
    "library-amend": Row(DIRECTORS),
    "library-aside": act(DIRECTORS, reason="Seen"),
    "library-back": act(DIRECTORS),
    "devices": Row(EVERYBODY),
    "device-revoke": act(frozenset({"ana", "ruth"})),
    "review": Row(frozenset({"ana", "ruth", "eve"})),
    "review-settle": act(frozenset({"ana", "ruth"}), because="Seen", do="decline"),
    "sync": door(EVERYBODY),
    "sync-device": door(CLINIC | {"eve"}, post=True),
    "sync-days": door(CLINIC | {"eve"}),
    "sync-envelope": door(EVERYBODY, post=True),
    "notes": Row(CLINIC | {"eve"}, shows=True),
    "note": page(READERS),
    "note-line": act(CLINIC, id="@id", key="a-own", text="Mia"),
    "note-sign": act(CLINIC, seen="?"),
    "note-share": act(CLINIC),
    "note-payer": act(CLINIC, payer=""),
    "note-parts": Row(DIRECTORS),
    "note-co-sign": act(THERAPIST),
    "note-add": act(CLINIC, id="@id", text="Mia"),
    "note-pdf": Row(READERS),
    "family-visits": page(FAMILY),
    "family-visit-pdf": Row(FAMILY),
    "talk": page(TALKERS),
    "family-talk": page(TALKERS),
}

FOR_ALL = {
    "account_login", "account_logout", "account_inactive", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done", "account_change_password",
    "account_set_password", "account_reauthenticate", "gallery", "set_language",
    "check", "check-at", "check-list", "check-send",
    "capture-worker", "capture-manifest",
}  # fmt: skip
"""Pages about nobody but the person herself: signing in and passwords; and what everybody may read."""
