"""Bringing one entry in, through people's actions: a row is a transaction, and bringing it in again changes nothing."""

from datetime import datetime

from django.db import transaction

from beadwork.cli.roster.check import Bad, Entry
from beadwork.core.problems import Problem
from beadwork.people import actions
from beadwork.people.models import Caregiver, Child, Practice, User
from beadwork.people.problems import BIRTH_IN_FUTURE, BIRTH_TOO_LONG_AGO

COLUMN_OF = {BIRTH_IN_FUTURE: "born_on", BIRTH_TOO_LONG_AGO: "born_on"}


class Differs(Exception):
    """What is here already says something else: the column, and what it says. It is never overwritten."""


def bring(entry: Entry, practice: Practice, *, by: User, at: datetime) -> bool | Bad:
    """Bring an entry in: whether anything was new, or why it was refused."""
    try:
        with transaction.atomic():
            return _bring(entry, practice, by, at)
    except Differs as differs:
        column, here = differs.args
        return Bad(entry.line, column, f"is “{here}” here already. Nothing was overwritten")
    except Problem as problem:
        return Bad(entry.line, COLUMN_OF.get(problem.kind, ""), f"{problem.kind.code}: {problem.what}")


def _bring(entry: Entry, practice: Practice, by: User, at: datetime) -> bool:
    child = Child.objects.filter(practice=practice, reference=entry.child_id).first()
    is_new = child is None
    child = child or _add_child(entry, practice, by, at)
    _compare(child, entry, {"given_name", "family_name", "called", "born_on"})
    if entry.caregiver_name:
        is_new |= _bind(child, entry, by, at)
    return is_new


def _add_child(entry: Entry, practice: Practice, by: User, at: datetime) -> Child:
    return actions.add_child(
        practice, given_name=entry.given_name, family_name=entry.family_name, called=entry.called,
        born_on=entry.born_on, gestation_days=entry.gestation_days, reference=entry.child_id, by=by, at=at,
    )  # fmt: skip


def _bind(child: Child, entry: Entry, by: User, at: datetime) -> bool:
    """Bind the caregiver to the child, unless they are or were bound: rights that were ended stay ended."""
    caregiver = _caregiver(child, entry) or _add_caregiver(child.practice, entry, by, at)
    if child.guardianships.filter(caregiver=caregiver).exists():
        return False
    actions.give_guardianship(
        child, caregiver, relation=entry.relation, home=entry.home, since=child.practice.day(at),
        may_decide=entry.may_decide, by=by, at=at,
    )  # fmt: skip
    return True


def _caregiver(child: Child, entry: Entry) -> Caregiver | None:
    """By the e-mail address; without one, by the name among this child's own guardians."""
    if not entry.caregiver_email:
        own = Caregiver.objects.filter(guardianships__child=child, name=entry.caregiver_name)
        return own.first()
    known = Caregiver.objects.filter(practice=child.practice_id, email=entry.caregiver_email).first()
    if known and known.name != entry.caregiver_name:
        raise Differs("caregiver_name", known.name)
    return known


def _add_caregiver(practice: Practice, entry: Entry, by: User, at: datetime) -> Caregiver:
    return actions.add_caregiver(
        practice, name=entry.caregiver_name, email=entry.caregiver_email, phone=entry.caregiver_phone,
        language=entry.language, by=by, at=at,
    )  # fmt: skip


def _compare(child: Child, entry: Entry, names: set[str]) -> None:
    """Refuse a line that says something else about a child than what is known; the other lines are not held up."""
    for name in sorted(names):
        if getattr(child, name) != getattr(entry, name):
            raise Differs(name, str(getattr(child, name)))
