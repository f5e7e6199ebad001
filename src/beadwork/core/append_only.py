"""Triggers on both databases for a table whose rows are written once: no change, no deletion, no replacement."""

from collections.abc import Callable
from typing import Any


def append_only(table: str, *unique: str) -> Callable[[Any, Any], None]:
    """What a migration runs (`RunPython`) to make a table with the key `id` append-only.

    `unique`: columns that are unique together beside the key.
    """

    def add(apps: Any, schema_editor: Any) -> None:
        statements = (
            _sqlite(table, unique) if schema_editor.connection.vendor == "sqlite" else _postgresql(table)
        )
        for statement in statements:
            schema_editor.execute(statement)

    return add


def _sqlite(table: str, unique: tuple[str, ...]) -> list[str]:
    """INSERT OR REPLACE takes the old row away without asking the trigger on DELETE, so it is refused as well."""
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    same = " AND ".join(f"{column} = NEW.{column}" for column in unique)
    where = f"id = NEW.id OR ({same})" if unique else "id = NEW.id"
    again = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {where})"  # noqa: S608  (a table of ours)
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} {again} {refuse}",
    ]


def _postgresql(table: str) -> list[str]:
    function = f"{table}_append_only()"
    return [
        f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {function}",
    ]
