"""The one access rule: may she, and which ones? Closed unless a line below opens it.

A person wears hats: jobs at practices, children she cares for at home, children she teaches. Each hat opens
some capabilities (`Can`) for some children. Everything about a child follows the child; there is no second rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, reduce
from operator import or_
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Model, Q, QuerySet, Value
from django.db.models.fields import CharField, DateField

from beadwork.people.models import (
    Caregiver,
    CareTeamMember,
    Child,
    Consent,
    Guardianship,
    Practice,
    Purpose,
    Role,
    Schooling,
    Staff,
    Teacher,
    User,
)
from beadwork.people.problems import NOT_YOURS


class Can(StrEnum):
    """What somebody may do. Every view names the one it needs."""

    FIND_CHILD = "find a child by name"
    KEEP_PEOPLE = "keep families, schools, care teams and consents"
    ADD_CHILD = "add a child to the practice"
    SEE_RECORD = "read the clinical record"
    KEEP_RECORD = "write concerns, referrals and facts about a child"
    EVALUATE = "evaluate"
    PLAN = "write and sign plans and goals"
    BOOK = "plan visits"
    RECORD_VISIT = "run a visit and record it"
    SEE_FAMILY = "read the family's pages"
    PRACTISE = "practise at home and tell how it went"
    DECIDE = "agree to plans"
    TALK = "talk in the child's conversation"
    HELP_IN_CLASS = "see what helps in class and answer the week's question"
    KEEP_PRACTICE = "keep the practice and its staff"
    BE_SOMEBODY = "sign in and keep one's own settings"


TREATING = frozenset({Role.THERAPIST, Role.ASSISTANT, Role.STUDENT})

TEAM: dict[Can, frozenset[Role]] = {
    Can.FIND_CHILD: TREATING,
    Can.KEEP_PEOPLE: frozenset({Role.THERAPIST}),
    Can.SEE_RECORD: TREATING,
    Can.KEEP_RECORD: frozenset({Role.THERAPIST, Role.ASSISTANT}),
    Can.EVALUATE: frozenset({Role.THERAPIST}),
    Can.PLAN: frozenset({Role.THERAPIST}),
    Can.BOOK: frozenset({Role.THERAPIST}),
    Can.RECORD_VISIT: TREATING,
    Can.TALK: frozenset({Role.THERAPIST, Role.ASSISTANT}),
}
"""Jobs that open a capability for the children on whose care team they are."""

EVERYWHERE: dict[Can, frozenset[Role]] = {
    Can.FIND_CHILD: frozenset({Role.FRONT_DESK, Role.DIRECTOR}),
    Can.KEEP_PEOPLE: frozenset({Role.FRONT_DESK, Role.DIRECTOR}),
    Can.ADD_CHILD: frozenset({Role.FRONT_DESK, Role.DIRECTOR, Role.THERAPIST}),
    Can.SEE_RECORD: frozenset({Role.DIRECTOR}),
    Can.BOOK: frozenset({Role.FRONT_DESK, Role.DIRECTOR}),
    Can.KEEP_PRACTICE: frozenset({Role.DIRECTOR}),
}
"""Jobs that open a capability for every child of the practice, and for the practice itself."""

GUARDIAN: dict[Can, str] = {
    Can.SEE_FAMILY: "may_see",
    Can.PRACTISE: "may_practise",
    Can.TALK: "may_talk",
    Can.DECIDE: "may_decide",
}
"""Rights of a guardianship that open a capability for that child."""

TEACHER = frozenset({Can.HELP_IN_CLASS})
"""What a teacher may do for a child she teaches, while the family's consent to work with the school holds."""


@dataclass(frozen=True, slots=True)
class Hat:
    """One thing a person is at one practice: `kind` is a staff role, "caregiver" or "teacher"."""

    kind: str
    id: UUID
    practice_id: UUID
    time_zone: str
    since: date | None = None
    until: date | None = None

    def is_worn(self, on: date) -> bool:
        """Whether the job has begun and has not run out; the other hats' days are those of their relations."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class Access:
    """What one person may do at one moment. Ask `may` for one thing, `which` for a list; both are the same rule."""

    def __init__(self, user: User, *, at: datetime) -> None:
        self.user = user
        self.at = at

    @classmethod
    def of(cls, user: User, *, at: datetime) -> "Access":
        """The access of one person at one moment, with its hats looked up once however many actions ask."""
        known: Access | None = user.__dict__.get("_access")
        if known is None or known.at != at:
            known = user.__dict__["_access"] = cls(user, at=at)
        return known

    @cached_property
    def hats(self) -> tuple[Hat, ...]:
        """Everything this person is today, in one query. Nobody who is signed out or switched off wears a hat."""
        if not self.user.is_authenticated or not self.user.is_active:
            return ()
        jobs = Staff.objects.filter(user=self.user, ended_at=None).values_list(
            "role", "pk", "practice", "practice__time_zone", "since", "until"
        )
        caring = Caregiver.objects.filter(user=self.user).values_list(
            _kind("caregiver"), "pk", "practice", "practice__time_zone", _NO_DAY, _NO_DAY
        )
        teaching = Teacher.objects.filter(user=self.user).values_list(
            _kind("teacher"), "pk", "school__practice", "school__practice__time_zone", _NO_DAY, _NO_DAY
        )
        worn = [Hat(*row) for row in jobs.union(caring, teaching)]
        return tuple(hat for hat in worn if hat.is_worn(self._day(hat)))

    def _day(self, hat: Hat) -> date:
        """The day it is where the hat is worn: a right until today ends at that practice's midnight."""
        return self.at.astimezone(ZoneInfo(hat.time_zone)).date()

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the practice this person belongs to (her first hat's)."""
        return ZoneInfo(self.hats[0].time_zone if self.hats else "UTC")

    def can(self, can: Can) -> bool:
        """Whether any hat opens this at all, for some child or practice (there may be none yet)."""
        return can is Can.BE_SOMEBODY or any(_opens(hat, can) for hat in self.hats)

    def children(self, can: Can) -> QuerySet[Child]:
        """The children for whom this person may do `can`."""
        by_day: dict[date, list[Hat]] = {}
        for hat in self.hats:
            by_day.setdefault(self._day(hat), []).append(hat)
        ways = [way for day, hats in by_day.items() for way in _ways(hats, can, day)]
        return Child.objects.filter(reduce(or_, ways)) if ways else Child.objects.none()

    def practices(self, can: Can) -> QuerySet[Practice]:
        """The practices for which this person may do `can` everywhere."""
        everywhere = [hat.practice_id for hat in self.hats if hat.kind in EVERYWHERE.get(can, ())]
        return Practice.objects.filter(pk__in=everywhere)

    def can_at(self, can: Can, practice: Practice) -> bool:
        """Whether a hat worn at this very practice opens `can`, for all or for some of its children."""
        return any(hat.practice_id == practice.pk and _opens(hat, can) for hat in self.hats)

    def which(self, can: Can, model: type[Model]) -> QuerySet[Any]:
        """The rows of a model for which this person may do `can`."""
        if model is Child:
            return self.children(can)
        if model is Practice:
            return self.practices(can)
        fields = {field.name for field in model._meta.get_fields()}
        if "child" in fields:
            return model._default_manager.filter(child__in=self.children(can))
        return model._default_manager.filter(practice__in=self.practices(can))

    def may(self, can: Can, thing: Model) -> bool:
        """Whether this person may do `can` with one thing: with what is about a child, as with the child."""
        child = thing if isinstance(thing, Child) else getattr(thing, "child_id", None)
        if child is None:
            return self.which(can, type(thing)).filter(pk=thing.pk).exists()
        return self.children(can).filter(pk=getattr(child, "pk", child)).exists()


def require(by: User, can: Can, thing: Model, *, at: datetime) -> None:
    """Refuse, with a problem that does not say whether the thing exists, unless `by` may do `can` with it."""
    if not Access.of(by, at=at).may(can, thing):
        raise NOT_YOURS()


def _kind(name: str) -> Any:
    return Value(name, output_field=CharField())


_NO_DAY: Any = Value(None, output_field=DateField())


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


def _opens(hat: Hat, can: Can) -> bool:
    return (
        hat.kind in TEAM.get(can, ())
        or hat.kind in EVERYWHERE.get(can, ())
        or (hat.kind == "caregiver" and can in GUARDIAN)
        or (hat.kind == "teacher" and can in TEACHER)
    )


def _of_team(staff: list[UUID], on: date) -> QuerySet[Any, Any]:
    return CareTeamMember.objects.in_force(on).filter(staff__in=staff).values("child")


def _of_guardians(caregivers: list[UUID], right: str, on: date) -> QuerySet[Any, Any]:
    bonds = Guardianship.objects.in_force(on)
    return bonds.filter(caregiver__in=caregivers, **{right: True}).values("child")


def _of_teachers(teachers: list[UUID], on: date) -> QuerySet[Any, Any]:
    taught = Schooling.objects.in_force(on).filter(teacher__in=teachers)
    consented = Consent.objects.in_force(on).filter(purpose=Purpose.SCHOOL).values("child")
    return taught.filter(child__in=consented).values("child")
