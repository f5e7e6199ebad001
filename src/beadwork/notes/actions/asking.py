"""What a practice asks of its notes, and whose list a child's notes follow."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.notes.asked import Asked, is_known, lists_of, stored
from beadwork.notes.models import FollowedPayer, NoteParts, Setting
from beadwork.notes.problems import NO_SUCH_PAYER, NOT_A_LIST, PARTS_CHANGED, PARTS_WITHOUT_REASON
from beadwork.people.access import Can, require
from beadwork.people.actions import hold
from beadwork.people.models import Child, Practice, User

MOST_PARTS, MOST_REASON = 20, 200


@transaction.atomic
def set_note_parts(
    practice: Practice, setting: str, payer: str, parts: Sequence[Asked], because: str, *, seen: int, by: User,
    at: datetime,
) -> NoteParts:  # fmt: skip
    """Say which parts a note has to have in a setting, in their order, and why or who asks for them.

    `payer`: a payer's own list, or "" for everybody else. `seen`: the number of the version that was on the page (0:
    none). The same list again changes nothing.
    """
    require(by, Can.KEEP_PRACTICE, practice, at=at)
    Practice.objects.select_for_update().only("pk").get(pk=practice.pk)
    payer, because = " ".join(payer.split()), " ".join(because.split())
    _check(setting, payer, parts)
    newest = (
        NoteParts.objects.filter(practice=practice, setting=setting, payer=payer).order_by("number").last()
    )
    said = [stored(part) for part in parts]
    if newest and newest.parts == said:
        return newest
    if seen != (newest.number if newest else 0):
        raise PARTS_CHANGED()
    if not 0 < len(because) <= MOST_REASON:
        raise PARTS_WITHOUT_REASON(most=MOST_REASON)
    made = NoteParts.objects.create(
        practice=practice, setting=setting, payer=payer, number=seen + 1, parts=said, because=because, set_at=at,
        set_by=by,
    )  # fmt: skip
    record_event("note-parts.set", by=by, about=made, at=at, setting=setting, number=made.number)
    return made


def _check(setting: str, payer: str, parts: Sequence[Asked]) -> None:
    slugs = [part.slug for part in parts]
    fits = setting in Setting.values and len(payer) <= 80 and 0 < len(parts) <= MOST_PARTS
    if not fits or len(set(slugs)) < len(slugs) or not all(map(is_known, parts)):
        raise NOT_A_LIST(most=MOST_PARTS)


@transaction.atomic
def follow_payer(child: Child, payer: str, *, by: User, at: datetime) -> FollowedPayer | None:
    """From now on a child's notes follow a payer's list where the practice has one ("" is the practice's own)."""
    require(by, Can.RECORD_VISIT, child, at=at)
    hold(child)
    newest = FollowedPayer.objects.filter(child=child).order_by("chosen_at", "pk").last()
    if payer == (newest.payer if newest else ""):
        return newest
    if payer and payer not in lists_of(child.practice):
        raise NO_SUCH_PAYER(payer=payer[:80])
    chosen = FollowedPayer(
        practice_id=child.practice_id, child=child, payer=payer, chosen_at=at, chosen_by=by
    )
    chosen.save(force_insert=True)
    record_event("note-parts.followed", by=by, about=chosen, at=at)
    return chosen
