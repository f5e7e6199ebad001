"""Caregivers, their rights, and what the family has allowed."""

from datetime import date, datetime

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.people.access import Access, Can, require
from beadwork.people.actions.account import invite
from beadwork.people.actions.checks import check_days, check_seen
from beadwork.people.actions.relations import end_now, save_once
from beadwork.people.models import Caregiver, Child, Consent, Guardianship, Practice, User
from beadwork.people.problems import ALREADY_THERE, NO_EMAIL, NOT_YET, NOT_YOURS, SOMEBODY_ELSES

RIGHTS = ("may_see", "may_practise", "may_talk", "may_decide")


@transaction.atomic
def add_caregiver(
    practice: Practice,
    *,
    name: str,
    by: User,
    at: datetime,
    email: str = "",
    phone: str = "",
    language: str = "en",
    needs_interpreter: bool = False,
) -> Caregiver:
    """Add a grown-up who cares for children of the practice; she cannot sign in yet."""
    if not _keeps_people(by, practice, at):
        raise NOT_YOURS()
    caregiver = Caregiver(
        practice=practice, name=name, email=email.strip().lower(), phone=phone, language=language,
        needs_interpreter=needs_interpreter,
    )  # fmt: skip
    save_once(caregiver, caregiver.email)
    record_event("caregiver.added", by=by, about=caregiver, at=at)
    return caregiver


def _keeps_people(by: User, practice: Practice, at: datetime) -> bool:
    """Whether somebody keeps people at a practice, for all its children or for those of her team."""
    return Access.of(by, at=at).can_at(Can.KEEP_PEOPLE, practice)


@transaction.atomic
def let_caregiver_in(caregiver: Caregiver, *, by: User, at: datetime) -> User:
    """Give a caregiver a way to sign in: she sets a password by the e-mail link."""
    if not _keeps_people(by, caregiver.practice, at):
        raise NOT_YOURS()
    if not caregiver.email:
        raise NO_EMAIL(name=caregiver.name)
    if caregiver.user is None:
        caregiver.user = invite(caregiver.email, caregiver.name, caregiver.language)
        caregiver.save(update_fields=["user"])
        record_event("caregiver.let-in", by=by, about=caregiver, at=at)
    return caregiver.user


@transaction.atomic
def give_guardianship(
    child: Child,
    caregiver: Caregiver,
    *,
    relation: str,
    since: date,
    by: User,
    at: datetime,
    home: str = "",
    until: date | None = None,
    may_see: bool = True,
    may_practise: bool = True,
    may_talk: bool = True,
    may_decide: bool = False,
) -> Guardianship:
    """Bind a caregiver to a child, with her own rights."""
    require(by, Can.KEEP_PEOPLE, child, at=at)
    check_days(since, until, child=child)
    if caregiver.practice_id != child.practice_id:
        raise SOMEBODY_ELSES()
    bond = Guardianship(
        practice_id=child.practice_id, child=child, caregiver=caregiver, relation=relation, home=home, since=since,
        until=until, may_see=may_see, may_practise=may_practise, may_talk=may_talk, may_decide=may_decide,
    )  # fmt: skip
    save_once(bond, str(caregiver))
    record_event("guardianship.given", by=by, about=bond, at=at, rights=_rights(bond))
    return bond


def _rights(bond: Guardianship) -> list[str]:
    return [right for right in RIGHTS if getattr(bond, right)]


@transaction.atomic
def change_rights(
    bond: Guardianship, *, rights: set[str], by: User, at: datetime, seen: str | None = None
) -> None:
    """Set what a guardian may do; it holds from the next click."""
    require(by, Can.KEEP_PEOPLE, bond.child, at=at)
    bond = Guardianship.objects.select_for_update().get(pk=bond.pk)
    check_seen(seen, bond, of=RIGHTS)
    if (before := _rights(bond)) == [right for right in RIGHTS if right in rights]:
        return
    for right in RIGHTS:
        setattr(bond, right, right in rights)
    bond.save(update_fields=RIGHTS)
    record_event("guardianship.changed", by=by, about=bond, at=at, before=before, after=_rights(bond))


@transaction.atomic
def end_guardianship(bond: Guardianship, *, by: User, at: datetime) -> None:
    """End a guardian's rights now."""
    require(by, Can.KEEP_PEOPLE, bond.child, at=at)
    end_now(bond, "guardianship.ended", by=by, at=at)


@transaction.atomic
def give_consent(
    child: Child,
    purpose: str,
    *,
    given_by: Caregiver,
    since: date,
    by: User,
    at: datetime,
    until: date | None = None,
) -> Consent:
    """Note that a guardian with the right to decide said yes to one purpose."""
    require(by, Can.KEEP_PEOPLE, child, at=at)
    check_days(since, until, child=child)
    today = child.practice.day(at)
    if since > today:
        raise NOT_YET(day=since)
    if not child.guardianships.in_force(today).filter(caregiver=given_by, may_decide=True).exists():
        raise SOMEBODY_ELSES()
    if child.consents.in_force(today).filter(purpose=purpose, given_by=given_by).exists():
        raise ALREADY_THERE(what=purpose)
    consent = Consent(
        practice_id=child.practice_id,
        child=child,
        purpose=purpose,
        given_by=given_by,
        since=since,
        until=until,
    )
    save_once(consent, purpose)
    record_event("consent.given", by=by, about=consent, at=at, purpose=purpose)
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: User, at: datetime) -> None:
    """Withdraw a consent now: what it opened is closed at once."""
    require(by, Can.KEEP_PEOPLE, consent.child, at=at)
    end_now(consent, "consent.withdrawn", by=by, at=at)
