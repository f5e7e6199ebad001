"""Everything that stands on an occasion, in the order it was seen: one query for the four kinds of entries."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    CharField,
    F,
    FloatField,
    IntegerField,
    Model,
    QuerySet,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast

from beadwork.record.models import Attempt, Remark, Response, Seen
from beadwork.visits.models import DoneActivity, PlannedActivity, Visit
from beadwork.visits.models.planned import newest_plan

MODELS: dict[str, type[Seen]] = {
    "attempt": Attempt,
    "response": Response,
    "remark": Remark,
    "activity": DoneActivity,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. `words`: a response's slug, a remark's text, an activity's name; `number`: its strength or minutes.

    `slug`: an activity's in the library.
    """

    what: str
    id: UUID
    at: datetime
    goal_id: UUID | None
    support_id: UUID | None
    success: bool | None
    value: float | None
    steps_done: str
    words: str
    number: int
    during: str
    helped: str
    for_family: bool
    slug: str = ""

    @property
    def key(self) -> str:
        """What it is counted under: the goal of an attempt, the slug of a response, else its kind."""
        return {"attempt": str(self.goal_id), "response": self.words}.get(self.what, self.what)


def journal(occasion_id: UUID) -> list[Line]:
    """What stands on an occasion, oldest first (as seen, then by id)."""
    return journals([occasion_id]).get(occasion_id, [])


def journals(occasion_ids: Collection[UUID]) -> dict[UUID, list[Line]]:
    """The same of many occasions, in the same one query; one where nothing stands is left out."""
    parts = [_part(what, model, occasion_ids) for what, model in MODELS.items()]
    told: dict[UUID, list[Line]] = {}
    for occasion_id, *row in parts[0].union(*parts[1:], all=True):
        told.setdefault(occasion_id, []).append(Line(*row))
    return {id: sorted(lines, key=lambda line: (line.at, line.id)) for id, lines in told.items()}


def journal_and_plan(visit: Visit) -> tuple[list[Line], list[Line]]:
    """What stands on a visit's occasion, and the activities that stand in its plan in their order: still one query."""
    parts = [_part(what, model, [visit.occasion_id]) for what, model in MODELS.items()]
    lines = [Line(*row) for _occasion, *row in parts[0].union(*parts[1:], _planned(visit), all=True)]
    seen = sorted((line for line in lines if line.what != "planned"), key=lambda line: (line.at, line.id))
    planned = (line for line in lines if line.what == "planned")
    return seen, sorted(planned, key=lambda line: (line.value, line.id))


def _planned(visit: Visit) -> QuerySet[Any, Any]:
    """The activities of the plan as lines: their names, minutes, and places (as `value`)."""
    told = {
        "words": F("name"),
        "slug": F("slug"),
        "number": F("minutes"),
        "value": Cast("place", FloatField()),
    }
    columns = {f"the_{name}": told.get(name, empty) for name, empty in COLUMNS.items()}
    rows = PlannedActivity.objects.filter(plan=newest_plan(visit), taken_out_at=None).order_by()
    rows = rows.annotate(the_kind=Value("planned", output_field=CharField()), **columns)
    return rows.values_list("plan__visit__occasion", "the_kind", "pk", "put_at", *columns)


SOURCES: dict[str, dict[str, str]] = {
    "attempt": {
        "goal": "goal_id", "support": "support_id", "success": "success", "value": "value", "steps": "steps_done",
    },
    "response": {"words": "kind", "number": "strength", "during": "during", "helped": "helped"},
    "remark": {"goal": "goal_id", "words": "text", "for_family": "for_family"},
    "activity": {"words": "name", "number": "minutes", "slug": "slug"},
}  # fmt: skip
COLUMNS: dict[str, Any] = {
    "goal": Value(None, output_field=UUIDField()),
    "support": Value(None, output_field=UUIDField()),
    "success": Value(None, output_field=BooleanField()),
    "value": Value(None, output_field=FloatField()),
    "steps": Value("", output_field=CharField()),
    "words": Value("", output_field=CharField()),
    "number": Value(0, output_field=IntegerField()),
    "during": Value("", output_field=CharField()),
    "helped": Value("", output_field=CharField()),
    "for_family": Value(False, output_field=BooleanField()),
    "slug": Value("", output_field=CharField()),
}


def _part(what: str, model: type[Model], occasion_ids: Collection[UUID]) -> QuerySet[Any, Any]:
    """One kind's rows with every column of a line; columns the kind has not are empty."""
    rows: Any = model._default_manager
    told = {f"the_{name}": F(field) for name, field in SOURCES[what].items()}
    columns = {f"the_{name}": empty for name, empty in COLUMNS.items()} | told
    kind = Value(what, output_field=CharField())
    rows = rows.standing().filter(occasion__in=occasion_ids).annotate(the_kind=kind, **columns)
    return rows.values_list("occasion", "the_kind", "pk", "at", *columns)
