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

from beadwork.record.models import Attempt, Remark, Response, Seen
from beadwork.visits.models import DoneActivity

MODELS: dict[str, type[Seen]] = {
    "attempt": Attempt,
    "response": Response,
    "remark": Remark,
    "activity": DoneActivity,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry. `words`: a response's slug, a remark's text, an activity's name; `number`: its strength or minutes."""

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


SOURCES: dict[str, dict[str, str]] = {
    "attempt": {
        "goal": "goal_id", "support": "support_id", "success": "success", "value": "value", "steps": "steps_done",
    },
    "response": {"words": "kind", "number": "strength", "during": "during", "helped": "helped"},
    "remark": {"goal": "goal_id", "words": "text", "for_family": "for_family"},
    "activity": {"words": "name", "number": "minutes"},
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
}


def _part(what: str, model: type[Model], occasion_ids: Collection[UUID]) -> QuerySet[Any, Any]:
    """One kind's rows with every column of a line; columns the kind has not are empty."""
    rows: Any = model._default_manager
    told = {f"the_{name}": F(field) for name, field in SOURCES[what].items()}
    columns = {f"the_{name}": empty for name, empty in COLUMNS.items()} | told
    kind = Value(what, output_field=CharField())
    rows = rows.standing().filter(occasion__in=occasion_ids).annotate(the_kind=kind, **columns)
    return rows.values_list("occasion", "the_kind", "pk", "at", *columns)
