"""Who and what is around a child, in one question."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast

from beadwork.people.models import CareTeamMember, Child, Guardianship, Schooling


@dataclass(frozen=True, slots=True)
class Around:
    """A fact or a person: `kind` is a `FactKind`, guardian, staff or school; `more` is the home, part or teacher."""

    kind: str
    text: str
    more: str


def around(child: Child, on: date) -> list[Around]:
    """Everything worth knowing on one page: facts that hold, guardians with their homes, the care team, the school."""
    facts = child.childfacts.current().values_list("kind", "text", _text(""))
    guardians = _in_force(Guardianship, child, on, "guardian", "caregiver__name", "home")
    team = _in_force(CareTeamMember, child, on, "staff", "staff__user__name", "part")
    schools = _in_force(Schooling, child, on, "school", "school__name", "teacher__name")
    rows = facts.union(guardians, team, schools, all=True)
    return [Around(kind, text, more or "") for kind, text, more in rows]


def _in_force(model: Any, child: Child, on: date, kind: str, text: str, more: str) -> Any:
    rows = model.objects.in_force(on).filter(child=child).order_by()
    return rows.values_list(_text(kind), Cast(F(text), CharField()), Cast(F(more), CharField()))


def _text(words: str) -> Any:
    return Value(words, output_field=CharField())
