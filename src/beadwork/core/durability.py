"""Whether the database keeps what it says it keeps, through a power cut. `serve` does not start where it would not."""

from django.db.backends.base.base import BaseDatabaseWrapper

FULL = 2  # SQLite's `synchronous`: 1 (NORMAL) lost acknowledged rows when the power went, 2 and 3 lost none

POSTGRESQL = ("synchronous_commit", "fsync", "full_page_writes")


def settings_that_lose(connection: BaseDatabaseWrapper) -> list[str]:
    """The settings of this connection with which an acknowledged row can be lost, as `name = value`."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous")
            level = cursor.fetchone()[0]
            return [] if level >= FULL else [f"synchronous = {level}"]
        cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE setting = 'off' AND name = ANY(%s) ORDER BY name",
            [list(POSTGRESQL)],
        )
        return [f"{name} = {value}" for name, value in cursor.fetchall()]
