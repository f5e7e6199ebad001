"""What must hold before a version is written: who may, which text, which day, which reason."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from beadwork.knowledge.checks.one import broken_links
from beadwork.library.entries import OWN_LICENCE, OWN_SOURCE, entry_faults, item_of
from beadwork.library.models import Said, Version
from beadwork.library.own import OwnLibrary
from beadwork.library.problems import NO_LICENCE, NO_REASON, NOT_A_REVIEW_DAY, NOT_WELL_FORMED
from beadwork.people.access import Access, Can
from beadwork.people.models import Credential, Practice, Staff, User
from beadwork.people.problems import NOT_YOURS

LONGEST_REASON = 400
LONGEST_SLUG = 54  # and a number after it: 60 at the most, as in what refers to it
YEARS = 5
LEAVES = frozenset({"activity", "goal", "task", "question", "response", "call", "ready", "instrument"})
"""Kinds that can be set aside: nothing else rests on them."""


def licensed_job(user: User, practice: Practice, on: date) -> Staff | None:
    """The job by which somebody may say at this practice that content was reviewed: an OTR whose licence holds."""
    jobs = practice.staff.in_force(on).filter(user=user, credential=Credential.OTR).exclude(licence_number="")
    return next((job for job in jobs.order_by("since", "pk") if job.licence_is_valid(on)), None)


def check_may_amend(practice: Practice, kind: str, slug: str, by: User, at: datetime) -> None:
    """Whoever keeps the library may; whoever added the item herself may as well."""
    added = Version.objects.filter(practice=practice, kind=kind, slug=slug, what=Said.ADDED, by=by)
    if not Access.of(by, at=at).may(Can.KEEP_LIBRARY, practice) and not added.exists():
        raise NOT_YOURS()


def check_reason(reason: str) -> None:
    """A change says why."""
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise NO_REASON(most=LONGEST_REASON)


def check_text(library: OwnLibrary, kind: str, data: Mapping[str, Any], *, own: bool) -> None:
    """The same schema as the content that came, and no link into nothing."""
    faults = entry_faults(kind, data, own=own)
    if not faults:
        faults = [finding.says for finding in broken_links(item_of(kind, data, own=own), library)]
    if faults:
        raise NOT_WELL_FORMED(faults="; ".join(faults[:5]))


def review_by(practice: Practice, by: User, at: datetime, next_review: date) -> dict[str, Any]:
    """The columns of a review by somebody whose licence holds today."""
    today = practice.day(at)
    job = licensed_job(by, practice, today)
    if job is None:
        raise NO_LICENCE()
    if not today < next_review <= date(today.year + YEARS, today.month, 1).replace(day=28):
        raise NOT_A_REVIEW_DAY(day=next_review, most=YEARS)
    return {"reviewer": job, "reviewed_on": today, "next_review": next_review}


def free_slug(practice: Practice, own: OwnLibrary, data: Mapping[str, Any]) -> str:
    """A slug made from the English name, with a number where it is taken."""
    name = str(data.get("name", {}).get("en", ""))
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_SLUG].strip("-") or "activity"
    taken = {one.slug for one in (*own.shipped.items("activity"), *own.items("activity"))}
    taken |= {of for kind, of in own.words if kind == "activity"}
    return next(each for each in (slug, *(f"{slug}-{n}" for n in range(2, 10000))) if each not in taken)


def own_passport(practice: Practice, at: datetime) -> dict[str, Any]:
    """The passport of what a practice adds: its own source, not reviewed, to be looked at within a year."""
    day = practice.day(at)
    due = day.replace(year=day.year + 1, day=min(day.day, 28))
    return {"sources": [OWN_SOURCE], "licence": OWN_LICENCE, "next_review": due.isoformat()}
