"""`beadwork copy-database FROM`: everything of one database into this empty one, between SQLite and PostgreSQL."""

import argparse
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from beadwork.cli import ground
from beadwork.cli.say import Stop, say

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import Model

SOURCE, HERE = "source", "default"
AT_ONCE = 2000  # rows
NOT_COPIED = {"sessions.session"}
"""Who is signed in signs in again."""


def run(arguments: list[str]) -> int:
    """Copy, compare every row, and read the chains of events; all of it or nothing. The source is only read."""
    parser = argparse.ArgumentParser(prog="beadwork copy-database", description=__doc__)
    parser.add_argument(
        "source", metavar="FROM", help="sqlite:////path/to/beadwork.sqlite3 or postgresql://…"
    )
    source = parser.parse_args(arguments).source
    ground.set_up()
    ground.check_durability()
    ground.migrate()
    say(f"beadwork: {copy_from(source)} rows are copied and compared; every chain of events holds.")
    say(
        "The old database is as it was. Stop what writes to it, and keep it until the new one has been in use."
    )
    return 0


def copy_from(url: str) -> int:
    """Copy all rows of the database at `url` into the one of the settings; how many. Stop: nothing is copied."""
    from django.db import connections, transaction

    connections.settings[SOURCE] = connections.configure_settings({HERE: {}, SOURCE: _reading(url)})[SOURCE]
    try:
        _check_versions(connections[SOURCE])
        _check_empty()
        with transaction.atomic(using=SOURCE), transaction.atomic(using=HERE):
            for model in _models():
                model._base_manager.using(HERE).all().delete()
            copied = sum(_copy(model) for model in _models())
            _check_copy(connections[HERE])
    finally:
        connections[SOURCE].close()
        del connections[SOURCE], connections.settings[SOURCE]
    return copied


def _reading(url: str) -> dict[str, Any]:
    """Settings that read one state of a database from beginning to end."""
    from django.core.exceptions import ImproperlyConfigured
    from psycopg import IsolationLevel

    from beadwork.settings.base import database

    try:
        settings = database(url)
    except ImproperlyConfigured as error:
        raise Stop(
            "FROM looks like sqlite:////var/lib/beadwork/beadwork.sqlite3 or postgresql://…"
        ) from error
    if settings["ENGINE"].endswith("sqlite3"):
        return settings | {"NAME": f"file:{quote(settings['NAME'])}?mode=ro", "OPTIONS": {"uri": True}}
    alike = {"isolation_level": IsolationLevel.REPEATABLE_READ}
    return settings | {"OPTIONS": settings.get("OPTIONS", {}) | alike}


def _check_versions(source: "BaseDatabaseWrapper") -> None:
    """Both have the same tables: those of this version."""
    from django.db import OperationalError, connections
    from django.db.migrations.recorder import MigrationRecorder

    try:
        there = set(MigrationRecorder(source).applied_migrations())
    except OperationalError as error:
        raise Stop(f"The database to copy from does not answer ({' '.join(str(error).split())}).") from error
    if there != set(MigrationRecorder(connections[HERE]).applied_migrations()):
        raise Stop(
            "The database to copy from is of another version. Start this version of Beadwork on it once "
            "(`serve` brings it up to date), stop it, and copy again."
        )


def _models() -> list[type["Model"]]:
    """The tables that are copied."""
    from django.apps import apps

    models = apps.get_models(include_auto_created=True)
    return [
        one
        for one in models
        if one._meta.managed and not one._meta.proxy and one._meta.label_lower not in NOT_COPIED
    ]


def _check_empty() -> None:
    for model in _models():
        if model.__module__.startswith("beadwork.") and model._base_manager.using(HERE).exists():
            raise Stop(
                f"The database to copy into is not empty ({model._meta.verbose_name_plural}). Nothing was copied."
            )


def _copy(model: type["Model"]) -> int:
    """All rows of one table; how many."""
    here = model._base_manager.using(HERE)
    rows, copied = model._base_manager.using(SOURCE).order_by("pk").iterator(AT_ONCE), 0
    while batch := list(islice(rows, AT_ONCE)):
        copied += len(here.bulk_create(batch))
    return copied


def _check_copy(here: "BaseDatabaseWrapper") -> None:
    """Compare every row, count on from the highest numbers, and read the chains of events."""
    from django.core.management.color import no_style

    from beadwork.core.events import broken_links, chains

    differ = [
        one._meta.db_table
        for one in _models()
        if any(a != b for a, b in zip_longest(_rows(one, SOURCE), _rows(one, HERE)))
    ]
    broken = [link for practice in chains() for link in broken_links(practice)]
    if differ or broken:
        raise Stop(
            f"Nothing was copied: {', '.join(differ) or f'{len(broken)} links of events'} did not arrive as they are."
        )
    with here.cursor() as cursor:
        for statement in here.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def _rows(model: type["Model"], where: str) -> Iterator[tuple[Any, ...]]:
    """Every row of a table, as values."""
    fields = [field.attname for field in model._meta.concrete_fields]
    return model._base_manager.using(where).order_by("pk").values_list(*fields).iterator(AT_ONCE)
