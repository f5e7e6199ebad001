"""Which questions and tasks an evaluation shows: those for the child's age, and whatever is written on already."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils import timezone

from beadwork.evaluation.models import Evaluation
from beadwork.knowledge import items
from beadwork.library.own import library_of
from beadwork.web import ages


def age_band(evaluation: Evaluation) -> str:
    """The child’s band (`words/age-band`) on the day it began."""
    return ages.age_band(evaluation.child, timezone.localdate(evaluation.started_at))


def fitting(kind: str, evaluation: Evaluation, *, kept: Collection[str], every: bool = False) -> list[Any]:
    """The items of a kind for the child's age, and those in `kept`; all of them with `every`."""
    band = age_band(evaluation)
    found = library_of(evaluation.practice).items(kind)
    return [one for one in found if every or not one.ages or band in one.ages or one.slug in kept]


def grouped(kind: str, by: str, found: list[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Items under the item of `kind` that their field `by` names, in the order of that kind; none that is empty."""
    for group in items(kind):
        if inside := [one for one in found if getattr(one, by) == group.slug]:
            yield group, inside
