"""The one access rule: may she, and which ones? Closed unless `rights.py` opens it.

A person wears hats: jobs at practices, children she cares for at home, children she teaches. Each hat opens
some capabilities (`Can`) for some children. Everything about a child follows the child; there is no second rule.
"""

from datetime import date, datetime
from functools import cache, cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Model, QuerySet, Value
from django.db.models.fields import CharField, DateField

from beadwork.core.prepared import Prepared, as_day, as_id
from beadwork.people.models import Caregiver, Child, Practice, Staff, Teacher, User
from beadwork.people.problems import NOT_YOURS
from beadwork.people.rights import EVERYWHERE, GUARDIAN, OF_PRACTICE, TEACHER, TEAM, TREATING, Can, Hat, opens
from beadwork.people.ways import is_opened, opened

__all__ = [
    "EVERYWHERE",
    "GUARDIAN",
    "OF_PRACTICE",
    "TEACHER",
    "TEAM",
    "TREATING",
    "Access",
    "Can",
    "Hat",
    "require",
]


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
        rows = _question(connection.vendor).ask({_USER: self.user.pk})
        worn = [_hat(*row) for row in rows]
        return tuple(hat for hat in worn if hat.is_worn(self._day(hat)))

    def _day(self, hat: Hat) -> date:
        """The day it is where the hat is worn: a right until today ends at that practice's midnight."""
        return self.at.astimezone(ZoneInfo(hat.time_zone)).date()

    @cached_property
    def _worn(self) -> list[tuple[Hat, date]]:
        return [(hat, self._day(hat)) for hat in self.hats]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the practice this person belongs to (her first hat's)."""
        return ZoneInfo(self.hats[0].time_zone if self.hats else "UTC")

    def can(self, can: Can) -> bool:
        """Whether any hat opens this at all, for some child or practice (there may be none yet)."""
        return can is Can.BE_SOMEBODY or any(opens(hat, can) for hat in self.hats)

    def children(self, can: Can) -> QuerySet[Child]:
        """The children for whom this person may do `can`."""
        return opened(can, self._worn)

    def practices(self, can: Can) -> QuerySet[Practice]:
        """The practices for which this person may do `can` everywhere."""
        jobs = EVERYWHERE.get(can, frozenset()) | OF_PRACTICE.get(can, frozenset())
        return Practice.objects.filter(pk__in=[hat.practice_id for hat in self.hats if hat.kind in jobs])

    def can_at(self, can: Can, practice: Practice) -> bool:
        """Whether a hat worn at this very practice opens `can`, for all or for some of its children."""
        return any(hat.practice_id == practice.pk and opens(hat, can) for hat in self.hats)

    def which(self, can: Can, model: type[Model]) -> QuerySet[Any]:
        """The rows of a model for which this person may do `can`."""
        if model is Child:
            return self.children(can)
        if model is Practice:
            return self.practices(can)
        fields = {field.name for field in model._meta.get_fields()}
        if "child" in fields:
            return model._default_manager.filter(child__in=self.children(can))
        if "practice" in fields:
            return model._default_manager.filter(practice__in=self.practices(can))
        raise TypeError(
            f"{model.__name__} names neither a child nor a practice; ask for the row it belongs to"
        )

    def may(self, can: Can, thing: Model) -> bool:
        """Whether this person may do `can` with one thing: with what is about a child, as with the child."""
        child_id: UUID | None = thing.pk if isinstance(thing, Child) else getattr(thing, "child_id", None)
        if child_id is None:
            return self.which(can, type(thing)).filter(pk=thing.pk).exists()
        return is_opened(can, self._worn, child_id)


def require(by: User, can: Can, thing: Model, *, at: datetime) -> None:
    """Refuse, with a problem that does not say whether the thing exists, unless `by` may do `can` with it."""
    if not Access.of(by, at=at).may(can, thing):
        raise NOT_YOURS()


@cache
def _question(vendor: str) -> Prepared:
    """Everything somebody is, in one query, written once: jobs, children she cares for, children she teaches."""
    jobs = Staff.objects.filter(user=_USER, ended_at=None).values_list(
        "role", "pk", "practice", "practice__time_zone", "since", "until"
    )
    caring = Caregiver.objects.filter(user=_USER).values_list(
        _kind("caregiver"), "pk", "practice", "practice__time_zone", _NO_DAY, _NO_DAY
    )
    teaching = Teacher.objects.filter(user=_USER).values_list(
        _kind("teacher"), "pk", "school__practice", "school__practice__time_zone", _NO_DAY, _NO_DAY
    )
    return Prepared.of(jobs.union(caring, teaching))


def _hat(kind: str, id: Any, practice_id: Any, time_zone: str, since: Any, until: Any) -> Hat:
    return Hat(kind, as_id(id), as_id(practice_id), time_zone, as_day(since), as_day(until))


def _kind(name: str) -> Any:
    return Value(name, output_field=CharField())


_NO_DAY: Any = Value(None, output_field=DateField())
_USER = UUID(int=0)
