"""Setting a practice's weights, and deciding about a rule for one child."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from beadwork.activities.choosing import USUAL
from beadwork.activities.choosing.weights import MOST
from beadwork.activities.models import Clearance, ClearanceKind, WeightSet
from beadwork.activities.problems import NO_REASON, NOT_A_WEIGHT, NOT_TO_CLEAR, WEIGHTS_CHANGED
from beadwork.core.events import record_event
from beadwork.knowledge import items
from beadwork.people.access import Can, require
from beadwork.people.actions import hold
from beadwork.people.models import Child, Practice, User

VOCABULARY = {ClearanceKind.APPROACH: "sensory", ClearanceKind.RULED_OUT: "precaution"}


@transaction.atomic
def set_weights(
    practice: Practice, points: Mapping[str, float], because: str, *, seen: int, by: User, at: datetime
) -> WeightSet:
    """Give a practice new weights, and say why. `seen`: the number of the version that was on the page (0: none).

    The same weights again change nothing.
    """
    require(by, Can.KEEP_PRACTICE, practice, at=at)
    Practice.objects.select_for_update().only("pk").get(pk=practice.pk)
    newest: WeightSet | None = practice.weight_sets.last()
    number, because = (newest.number if newest else 0), " ".join(because.split())
    said = USUAL.as_points() | {name: _weight(value) for name, value in points.items()}
    if newest and said == newest.weights.as_points():
        return newest
    if seen != number:
        raise WEIGHTS_CHANGED()
    if not 0 < len(because) <= 200:
        raise NO_REASON()
    made = WeightSet.objects.create(
        practice=practice, number=number + 1, points=said, because=because, set_at=at, set_by=by
    )
    record_event("weights.set", by=by, about=made, at=at, number=made.number)
    return made


def _weight(value: float) -> float:
    if not 0 <= value <= MOST:
        raise NOT_A_WEIGHT(value=f"{value:g}", most=f"{MOST:g}")
    return float(value)


@transaction.atomic
def give_clearance(child: Child, kind: str, word: str, *, by: User, at: datetime) -> Clearance:
    """Decide about a rule for one child. Deciding the same twice changes nothing."""
    require(by, Can.PLAN, child, at=at)
    if kind not in VOCABULARY or word not in {one.slug for one in items(VOCABULARY[ClearanceKind(kind)])}:
        raise NOT_TO_CLEAR(word=word[:40])
    hold(child)
    known: Clearance | None = child.clearances.filter(kind=kind, word=word, ended_at=None).first()
    if known:
        return known
    given = Clearance.objects.create(
        practice_id=child.practice_id, child=child, kind=kind, word=word, given_at=at, given_by=by
    )
    record_event("clearance.given", by=by, about=given, at=at, kind=kind, word=word)
    return given


@transaction.atomic
def end_clearance(clearance: Clearance, *, by: User, at: datetime) -> None:
    """Take a decision back: the rule holds again. Ending twice changes nothing."""
    require(by, Can.PLAN, clearance, at=at)
    held = Clearance.objects.select_for_update().get(pk=clearance.pk)
    if held.ended_at is None:
        held.ended_at, held.ended_by = at, by
        held.save(update_fields=["ended_at", "ended_by"])
        record_event("clearance.ended", by=by, about=held, at=at, kind=held.kind, word=held.word)
