"""Noting a worry word for word, and taking a referral."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.intake.models import Concern, Referral, ReferralSource
from beadwork.intake.problems import (
    NO_WORDS,
    NOT_A_REFERRAL_DAY,
    SAID_BY_ANOTHER,
    UNKNOWN_SOURCE,
    WORDS_TOO_LONG,
)
from beadwork.people.access import Access, Can, require
from beadwork.people.actions import hold, note_fact, sent_before
from beadwork.people.models import Caregiver, Child, FactKind, User
from beadwork.people.problems import NOT_YOURS

LONGEST = 4000
LONGEST_NAME = 120
LONGEST_REASON = 200


@transaction.atomic
def note_concern(
    child: Child,
    words: str,
    *,
    by: User,
    at: datetime,
    said_by: Caregiver | None = None,
    said_by_name: str = "",
    id: UUID | None = None,
) -> Concern:
    """Keep a worry as it was said. A clinician writes it down, or a guardian says it herself. The same `id` is once."""
    _check_may_note(child, said_by, by, at)
    hold(child)
    if known := sent_before(Concern, id, child=child):
        return known
    _check_words(words)
    _check_name(said_by_name)
    concern = Concern(
        id=id or new_id(), practice_id=child.practice_id, child=child, words=words, said_by=said_by,
        said_by_name=said_by_name.strip(), noted_at=at, noted_by=by,
    )  # fmt: skip
    concern.save(force_insert=True)
    record_event("concern.noted", by=by, about=concern, at=at)
    return concern


def _check_may_note(child: Child, said_by: Caregiver | None, by: User, at: datetime) -> None:
    access = Access.of(by, at=at)
    herself = said_by is not None and said_by.user_id == by.pk and access.may(Can.TALK, child)
    if not (herself or access.may(Can.KEEP_RECORD, child)):
        raise NOT_YOURS()
    if (
        said_by
        and not child.guardianships.in_force(child.practice.day(at)).filter(caregiver=said_by).exists()
    ):
        raise SAID_BY_ANOTHER()


def _check_words(words: str) -> None:
    if not words.strip():
        raise NO_WORDS()
    if len(words) > LONGEST:
        raise WORDS_TOO_LONG(length=len(words), most=LONGEST)


def _check_name(name: str) -> None:
    if len(name.strip()) > LONGEST_NAME:
        raise WORDS_TOO_LONG(length=len(name), most=LONGEST_NAME)


@transaction.atomic
def refer(
    child: Child,
    *,
    reason: str,
    source: str,
    referred_on: date,
    by: User,
    at: datetime,
    source_name: str = "",
    conditions: Iterable[str] = (),
    precautions: Iterable[str] = (),
    id: UUID | None = None,
) -> Referral:
    """Take a referral; its conditions and precautions become facts about the child. The same `id` is once."""
    require(by, Can.KEEP_RECORD, child, at=at)
    hold(child)
    if known := sent_before(Referral, id, child=child):
        return known
    _check_words(reason)
    _check_name(source_name)
    if source not in ReferralSource.values:
        raise UNKNOWN_SOURCE(source=source)
    if not child.born_on <= referred_on <= child.practice.day(at):
        raise NOT_A_REFERRAL_DAY(day=referred_on)
    referral = Referral(
        id=id or new_id(), practice_id=child.practice_id, child=child, reason=reason, source=source,
        source_name=source_name.strip(), referred_on=referred_on, noted_at=at, noted_by=by,
    )  # fmt: skip
    referral.save(force_insert=True)
    record_event("referral.taken", by=by, about=referral, at=at, source=source)
    for kind, texts in ((FactKind.CONDITION, conditions), (FactKind.PRECAUTION, precautions)):
        for text in filter(str.strip, texts):
            note_fact(child, kind, text, by=by, at=at)
    return referral


@transaction.atomic
def close_referral(referral: Referral, because: str, *, by: User, at: datetime) -> Referral:
    """Say that a referral is dealt with, and how. Closing twice changes nothing."""
    require(by, Can.KEEP_RECORD, referral, at=at)
    referral = Referral.objects.select_for_update().get(pk=referral.pk)
    if not 0 < len(because.strip()) <= LONGEST_REASON:
        raise WORDS_TOO_LONG(length=len(because), most=LONGEST_REASON)
    if referral.closed_at is None:
        referral.closed_at, referral.closed_by, referral.closed_because = at, by, because.strip()
        referral.save(update_fields=["closed_at", "closed_by", "closed_because"])
        record_event("referral.closed", by=by, about=referral, at=at)
    return referral
