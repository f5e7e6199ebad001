"""Every change of a practice's library: one more version, one event. Nothing is edited and nothing taken out."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.library.entries import entry_of, fingerprint, unreviewed
from beadwork.library.models import Said, Version
from beadwork.library.own import OwnLibrary, library_of
from beadwork.library.problems import CHANGED_MEANWHILE, NO_SUCH_ITEM, NOT_TO_SET_ASIDE, NOTHING_TO_DO
from beadwork.library.rules import (
    LEAVES,
    check_may_amend,
    check_reason,
    check_text,
    free_slug,
    own_passport,
    review_by,
)
from beadwork.people.access import Can, require
from beadwork.people.models import Practice, User


@transaction.atomic
def review(
    practice: Practice,
    kind: str,
    slug: str,
    *,
    next_review: date,
    by: User,
    at: datetime,
    seen: UUID | None = None,
) -> Version:
    """Say that an item was read by somebody licensed and is right as it stands. `seen`: the version she read."""
    own = _begin(practice, Can.KEEP_LIBRARY, by, at)
    last = _last(practice, own, kind, slug, seen)
    reviewed = review_by(practice, by, at, next_review)
    if last is not None and last.what == Said.SET_ASIDE:
        raise NO_SUCH_ITEM(slug=slug)
    return _write(practice, own, kind, slug, Said.REVIEWED, last.data if last else {}, by, at, **reviewed)


@transaction.atomic
def review_all(
    practice: Practice, items: Iterable[tuple[str, str]], *, next_review: date, by: User, at: datetime
) -> list[Version]:
    """Say the same of several items."""
    return [review(practice, kind, slug, next_review=next_review, by=by, at=at) for kind, slug in items]


@transaction.atomic
def amend(
    practice: Practice,
    kind: str,
    slug: str,
    data: Mapping[str, Any],
    *,
    reason: str,
    by: User,
    at: datetime,
    wholly: bool = False,
    next_review: date | None = None,
    seen: UUID | None = None,
) -> Version:
    """Put the practice's own text in place of an item's; `wholly`: it is another text, not the same one mended.

    With `next_review` it counts as reviewed by the one who writes it. Whoever added an own activity may amend it.
    """
    own = _begin(practice, Can.ADD_TO_LIBRARY, by, at)
    last = _last(practice, own, kind, slug, seen)
    check_may_amend(practice, kind, slug, by, at)
    check_reason(reason)
    data = unreviewed(data) | {"slug": slug}
    check_text(own, kind, data, own=last is not None and not last.base_digest)
    reviewed = review_by(practice, by, at, next_review) if next_review else {}
    what = Said.REPLACED if wholly else Said.AMENDED
    return _write(practice, own, kind, slug, what, data, by, at, reason=reason.strip(), **reviewed)


@transaction.atomic
def add(
    practice: Practice,
    data: Mapping[str, Any],
    *,
    by: User,
    at: datetime,
    reason: str = "",
    id: UUID | None = None,
) -> Version:
    """Add an activity of one's own: unreviewed until somebody licensed has reviewed it. The same `id` is once."""
    own = _begin(practice, Can.ADD_TO_LIBRARY, by, at)
    if known := Version.objects.filter(practice=practice, pk=id, what=Said.ADDED).first():
        return known
    if reason:
        check_reason(reason)
    whole = dict(data) | {"slug": free_slug(practice, own, data), "passport": own_passport(practice, at)}
    check_text(own, "activity", whole, own=True)
    return _write(
        practice,
        own,
        "activity",
        whole["slug"],
        Said.ADDED,
        whole,
        by,
        at,
        reason=reason.strip(),
        id=id or new_id(),
    )


@transaction.atomic
def set_aside(practice: Practice, kind: str, slug: str, *, reason: str, by: User, at: datetime) -> Version:
    """Offer an item no more. What was done with it stays readable."""
    own = _begin(practice, Can.KEEP_LIBRARY, by, at)
    last = _last(practice, own, kind, slug, None)
    check_reason(reason)
    if kind not in LEAVES:
        raise NOT_TO_SET_ASIDE(slug=slug)
    if last is not None and last.what == Said.SET_ASIDE:
        return last
    data = last.data if last else {}
    return _write(practice, own, kind, slug, Said.SET_ASIDE, data, by, at, reason=reason.strip())


@transaction.atomic
def restore(practice: Practice, kind: str, slug: str, *, by: User, at: datetime) -> Version:
    """Offer again what was set aside. It has to be reviewed anew."""
    own = _begin(practice, Can.KEEP_LIBRARY, by, at)
    last = _last(practice, own, kind, slug, None)
    if last is None or last.what != Said.SET_ASIDE:
        raise NOTHING_TO_DO(slug=slug)
    return _write(practice, own, kind, slug, Said.RESTORED, last.data, by, at)


@transaction.atomic
def give_back(practice: Practice, kind: str, slug: str, *, reason: str, by: User, at: datetime) -> Version:
    """Take back the practice's own text: the one that came holds again, as it is today."""
    own = _begin(practice, Can.KEEP_LIBRARY, by, at)
    last = _last(practice, own, kind, slug, None)
    check_reason(reason)
    if last is None or not last.data or not last.base_digest:
        raise NOTHING_TO_DO(slug=slug)
    return _write(practice, own, kind, slug, Said.RETURNED, {}, by, at, reason=reason.strip())


def _begin(practice: Practice, can: Can, by: User, at: datetime) -> OwnLibrary:
    """Check the right, and wait for whoever else is changing this library."""
    require(by, can, practice, at=at)
    Practice.objects.select_for_update().only("pk").get(pk=practice.pk)
    return library_of(practice)


def _last(practice: Practice, own: OwnLibrary, kind: str, slug: str, seen: UUID | None) -> Version | None:
    """The newest version of an item; refused where there is no such item or the reader saw an older one."""
    try:
        own.item(kind, slug)
    except KeyError as error:
        raise NO_SUCH_ITEM(slug=slug) from error
    last: Version | None = Version.objects.of_item(practice, kind, slug).first()
    if seen is not None and (last is None or last.pk != seen):
        raise CHANGED_MEANWHILE(slug=slug)
    return last


def _write(
    practice: Practice, own: OwnLibrary, kind: str, slug: str, what: str, data: Mapping[str, Any], by: User,
    at: datetime, **more: Any,
) -> Version:  # fmt: skip
    newest = Version.objects.filter(practice=practice).aggregate(most=Max("number"))["most"] or 0
    base = _base(own, kind, slug)
    version = Version(
        practice=practice, number=newest + 1, kind=kind, slug=slug, what=what, data=dict(data), base=base,
        base_digest=fingerprint(base) if base else "", by=by, at=at, **more,
    )  # fmt: skip
    version.save(force_insert=True)
    record_event(f"library.{what}", by=by, about=version, at=at, kind=kind, slug=slug)
    return version


def _base(own: OwnLibrary, kind: str, slug: str) -> dict[str, Any]:
    try:
        return entry_of(own.shipped.item(kind, slug))
    except KeyError:
        return {}
