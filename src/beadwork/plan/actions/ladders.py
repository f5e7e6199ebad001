"""The ladder of support of a practice, or of one goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from beadwork.core.events import record_event
from beadwork.knowledge import items
from beadwork.people.access import Can, require
from beadwork.people.models import Practice, User
from beadwork.plan.models import Ladder, SupportLevel
from beadwork.plan.problems import LADDER_OFF


@dataclass(frozen=True)
class NewRung:
    """One rung to be, in both languages; the family's words are the clinician's where none are given."""

    name_en: str
    name_es: str = ""
    family_en: str = ""
    family_es: str = ""
    is_alone: bool = False


@transaction.atomic
def standard_ladder(practice: Practice, *, by: User | None = None, at: datetime) -> Ladder:
    """The practice's ladder, from most help to none. The first time it is made from the published words."""
    Practice.objects.select_for_update().get(pk=practice.pk)
    if known := Ladder.objects.filter(practice=practice, is_standard=True).first():
        return known
    rungs = [
        NewRung(
            one.in_words("en"), one.in_words("es"), one.family_words("en"), one.family_words("es"),
            one.is_alone,
        )
        for one in items("support")
    ]  # fmt: skip
    return _save(practice, "Standard", rungs, [one.slug for one in items("support")], by=by, at=at)


@transaction.atomic
def make_ladder(practice: Practice, name: str, rungs: Sequence[NewRung], *, by: User, at: datetime) -> Ladder:
    """Give the practice another ladder for its new goals. Written goals keep theirs, so that their past stays true."""
    require(by, Can.KEEP_PRACTICE, practice, at=at)
    slugs = [slugify(rung.name_en)[:40] for rung in rungs]
    if (
        len(rungs) < 2
        or not all(slugs)
        or len(set(slugs)) < len(slugs)
        or not any(rung.is_alone for rung in rungs)
    ):
        raise LADDER_OFF()
    if max(len(text) for rung in rungs for text in (rung.name_en, rung.name_es)) > 60:
        raise LADDER_OFF()
    Ladder.objects.filter(practice=practice, is_standard=True).update(is_standard=False)
    return _save(practice, name.strip()[:60] or "Ladder", rungs, slugs, by=by, at=at)


def _save(
    practice: Practice,
    name: str,
    rungs: Sequence[NewRung],
    slugs: Sequence[str],
    *,
    by: User | None,
    at: datetime,
) -> Ladder:
    ladder = Ladder.objects.create(practice=practice, name=name, is_standard=True)
    SupportLevel.objects.bulk_create(
        SupportLevel(
            ladder=ladder, rank=rank, slug=slug, name_en=rung.name_en, name_es=rung.name_es,
            family_en=rung.family_en or rung.name_en, family_es=rung.family_es or rung.name_es,
            is_alone=rung.is_alone,
        )
        for rank, (slug, rung) in enumerate(zip(slugs, rungs, strict=True))
    )  # fmt: skip
    record_event("ladder.made", by=by, about=ladder, at=at, rungs=len(rungs))
    return ladder
