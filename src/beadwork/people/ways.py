"""The ways from a hat to the children it opens: the list, and the same rule asked about one child."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache, reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from beadwork.core.prepared import Prepared
from beadwork.people.models import CareTeamMember, Child, Consent, Guardianship, Purpose, Schooling
from beadwork.people.rights import EVERYWHERE, GUARDIAN, TEACHER, TEAM, Can, Hat

Worn = Sequence[tuple[Hat, date]]
"""Hats, each with the day it is where it is worn."""


def opened(can: Can, worn: Worn) -> QuerySet[Child]:
    """The children for whom any of the hats opens `can`."""
    by_day: dict[date, list[Hat]] = {}
    for hat, day in worn:
        by_day.setdefault(day, []).append(hat)
    ways = [way for day, hats in by_day.items() for way in _ways(hats, can, day)]
    return Child.objects.filter(reduce(or_, ways)) if ways else Child.objects.none()


def is_opened(can: Can, worn: Worn, child_id: UUID) -> bool:
    """Whether one child is among them. Asked in every action, so its SQL is written once for each choice of hats."""
    days = list(dict.fromkeys(day for _hat, day in worn))
    question = _question(connection.vendor, can, tuple((hat.kind, days.index(day)) for hat, day in worn))
    values: dict[Any, Any] = {_CHILD: child_id}
    for number, (hat, day) in enumerate(worn):
        stand_in, its_day = _stand_in(number, hat.kind, days.index(day))
        values |= {stand_in.id: hat.id, stand_in.practice_id: hat.practice_id, its_day: day}
    return question is not None and bool(question.ask(values))


@cache
def _question(vendor: str, can: Can, shape: tuple[tuple[str, int], ...]) -> Prepared | None:
    """The question about one child for hats of these kinds and days; None where they open nothing."""
    worn = [_stand_in(number, kind, day) for number, (kind, day) in enumerate(shape)]
    rows = opened(can, worn).filter(pk=_CHILD).values_list("pk")[:1]
    return None if rows.query.is_empty() else Prepared.of(rows)


def _stand_in(number: int, kind: str, day: int) -> tuple[Hat, date]:
    return Hat(kind, UUID(int=2 * number + 1), UUID(int=2 * number + 2), ""), date.min + timedelta(days=day)


_CHILD = UUID(int=0)


def _ways(hats: list[Hat], can: Can, on: date) -> Iterator[Q]:
    """The ways in which hats open `can` for children on a day: by team, by practice, by guardianship, by class."""
    if team := [hat.id for hat in hats if hat.kind in TEAM.get(can, ())]:
        yield Q(pk__in=_of_team(team, on))
    if everywhere := [hat.practice_id for hat in hats if hat.kind in EVERYWHERE.get(can, ())]:
        yield Q(practice__in=everywhere)
    if caring := [hat.id for hat in hats if hat.kind == "caregiver" and can in GUARDIAN]:
        yield Q(pk__in=_of_guardians(caring, GUARDIAN[can], on))
    if teaching := [hat.id for hat in hats if hat.kind == "teacher" and can in TEACHER]:
        yield Q(pk__in=_of_teachers(teaching, on))


def _of_team(staff: list[UUID], on: date) -> QuerySet[Any, Any]:
    return CareTeamMember.objects.in_force(on).filter(staff__in=staff).values("child")


def _of_guardians(caregivers: list[UUID], right: str, on: date) -> QuerySet[Any, Any]:
    bonds = Guardianship.objects.in_force(on)
    return bonds.filter(caregiver__in=caregivers, **{right: True}).values("child")


def _of_teachers(teachers: list[UUID], on: date) -> QuerySet[Any, Any]:
    taught = Schooling.objects.in_force(on).filter(teacher__in=teachers)
    consented = Consent.objects.in_force(on).filter(purpose=Purpose.SCHOOL).values("child")
    return taught.filter(child__in=consented).values("child")
