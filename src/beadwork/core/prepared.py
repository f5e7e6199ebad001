"""A question that is asked all the time: Django writes its SQL once, for stand-ins; then only the values change.

Nothing that was answered is kept, only the text of the question. Django takes a millisecond to write the SQL of the
access rule and the database a tenth of that to answer it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet


@dataclass(frozen=True)
class Prepared:
    """SQL, and what stands in its places: constants, and stand-ins (ids and days that no row has)."""

    sql: str
    said: tuple[Any, ...]

    @classmethod
    def of(cls, rows: QuerySet[Any, Any]) -> Self:
        """The question behind a query set of `values_list`."""
        sql, said = rows.query.sql_with_params()
        return cls(sql, tuple(said))

    def ask(self, values: Mapping[Any, Any]) -> list[tuple[Any, ...]]:
        """The rows, with each stand-in replaced by its value. Ids come as the database has them: see `as_id`."""
        places = {_as_sent(stand_in): _as_sent(value) for stand_in, value in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [places.get(one, one) for one in self.said])
            rows: list[tuple[Any, ...]] = cursor.fetchall()
            return rows


def _as_sent(value: UUID | date) -> Any:
    """A value as Django sends it to this database."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return connection.ops.adapt_datefield_value(value)


def as_id(value: Any) -> UUID:
    """An id as it came from the database."""
    return value if isinstance(value, UUID) else UUID(value)


def as_day(value: Any) -> date | None:
    """A day, or none, as it came from the database."""
    return date.fromisoformat(value) if isinstance(value, str) else value
