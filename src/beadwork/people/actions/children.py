"""Adding a child, and what is worth knowing about her."""

import secrets
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.people.access import Access, Can, require
from beadwork.people.actions.checks import check_seen, check_words
from beadwork.people.actions.practice import _join
from beadwork.people.actions.relations import save_once, sent_before
from beadwork.people.meaning import words_of
from beadwork.people.models import Child, ChildFact, FactKind, Practice, Role, Staff, TeamPart, User
from beadwork.people.problems import (
    BIRTH_IN_FUTURE,
    BIRTH_TOO_LONG_AGO,
    NOT_A_PREGNANCY,
    NOT_ON_THE_LIST,
    NOT_YOURS,
    TOO_LONG,
)

OLDEST_YEARS = 22
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
TERM_RANGE = range(147, 316)
NOT_CLINICAL = {FactKind.LANGUAGE}


@transaction.atomic
def add_child(
    practice: Practice,
    *,
    given_name: str,
    born_on: date,
    by: User,
    at: datetime,
    family_name: str = "",
    called: str = "",
    gestation_days: int | None = None,
    reference: str = "",
    id: UUID | None = None,
) -> Child:
    """Add a child to the practice. A therapist who adds one leads her care team from that day.

    The same `id` twice is one child (a double click).
    """
    require(by, Can.ADD_CHILD, practice, at=at)
    if known := sent_before(Child, id, practice=practice):
        return known
    names = [given_name, family_name, called]
    check_child(names, born_on, gestation_days, on=practice.day(at))
    child = Child(
        id=id or new_id(), practice=practice, slug=_free_slug(called or given_name), given_name=given_name,
        family_name=family_name, called=called, born_on=born_on, gestation_days=gestation_days, reference=reference,
        added_at=at, added_by=by,
    )  # fmt: skip
    save_once(child, reference or given_name)
    record_event("child.added", by=by, about=child, at=at)
    _lead_if_therapist(child, by, at)
    return child


def _lead_if_therapist(child: Child, by: User, at: datetime) -> None:
    today = child.practice.day(at)
    jobs = Staff.objects.in_force(today).filter(practice=child.practice, user=by, role=Role.THERAPIST)
    if job := jobs.first():
        _join(child, job, part=TeamPart.LEAD, since=today, until=None, by=by, at=at)


@transaction.atomic
def change_child(
    child: Child,
    *,
    given_name: str,
    born_on: date,
    by: User,
    at: datetime,
    family_name: str = "",
    called: str = "",
    gestation_days: int | None = None,
    seen: str | None = None,
) -> Child:
    """Put names or dates right. The event keeps what they were; the name in links stays."""
    require(by, Can.KEEP_PEOPLE, child, at=at)
    check_child([given_name, family_name, called], born_on, gestation_days, on=child.practice.day(at))
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_seen(seen, child, of=CHILD_SAYS)
    now = {
        "given_name": given_name, "family_name": family_name, "called": called, "born_on": born_on,
        "gestation_days": gestation_days,
    }  # fmt: skip
    before = {name: str(getattr(child, name)) for name, value in now.items() if getattr(child, name) != value}
    if before:
        for name in before:
            setattr(child, name, now[name])
        check_words(child)
        child.save(update_fields=list(before))
        record_event("child.changed", by=by, about=child, at=at, before=before)
    return child


CHILD_SAYS = ("given_name", "family_name", "called", "born_on", "gestation_days")


def check_child(names: list[str], born_on: date, gestation_days: int | None, *, on: date) -> None:
    """Refuse names that do not fit, a birth in the future or too long ago, a pregnancy that cannot be."""
    if longest := max((name for name in names if len(name) > 100), key=len, default=""):
        raise TOO_LONG(length=len(longest), most=100)
    if born_on > on:
        raise BIRTH_IN_FUTURE(born_on=born_on)
    if on.year - born_on.year > OLDEST_YEARS:
        raise BIRTH_TOO_LONG_AGO(born_on=born_on)
    if gestation_days is not None and gestation_days not in TERM_RANGE:
        raise NOT_A_PREGNANCY(weeks=gestation_days // 7)


def _free_slug(name: str) -> str:
    """A name for links: the child's, as far as it has letters a link can hold, and five random ones."""
    random = "".join(secrets.choice(LETTERS) for _ in range(5))
    return f"{slugify(name)[:40] or 'child'}-{random}"


@transaction.atomic
def note_fact(child: Child, kind: str, text: str, *, by: User, at: datetime, word: str = "") -> ChildFact:
    """Note one thing worth knowing, with the word it is in its vocabulary. Who only keeps the people notes languages.

    Noting it twice changes nothing; noting it with another word ends the one before.
    """
    if not _may_note(child, kind, by, at):
        raise NOT_YOURS()
    if word and word not in words_of(kind):
        raise NOT_ON_THE_LIST(word=word[:40])
    text = " ".join(text.split())
    known: ChildFact | None = child.childfacts.current().filter(kind=kind, text=text).first()
    if known and word in {"", known.word}:
        return known
    if known:
        end_fact(known, by=by, at=at)
    fact = ChildFact(
        practice_id=child.practice_id, child=child, kind=kind, text=text, word=word, noted_at=at, noted_by=by
    )
    save_once(fact, text)
    record_event("fact.noted", by=by, about=fact, at=at, kind=kind)
    return fact


def _may_note(child: Child, kind: str, by: User, at: datetime) -> bool:
    access = Access.of(by, at=at)
    return access.may(Can.KEEP_RECORD, child) or (kind in NOT_CLINICAL and access.may(Can.KEEP_PEOPLE, child))


@transaction.atomic
def end_fact(fact: ChildFact, *, by: User, at: datetime) -> None:
    """Say that something no longer holds. It stays in the history."""
    require(by, Can.KEEP_RECORD, fact.child, at=at)
    fact = ChildFact.objects.select_for_update().get(pk=fact.pk)
    if fact.ended_at is None:
        fact.ended_at, fact.ended_by = at, by
        fact.save(update_fields=["ended_at", "ended_by"])
        record_event("fact.ended", by=by, about=fact, at=at, kind=fact.kind)
