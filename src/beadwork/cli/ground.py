"""Django for a command: which settings, an up-to-date database, static files, a free port."""

import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

from beadwork.cli.say import Stop

HOUSE = Path(__file__).resolve().parents[3]
DEMO, SERVE = "beadwork.settings.demo", "beadwork.settings.serve"


def set_up(settings: str | None = None) -> None:
    """Load Django with the named settings; without a name: serve's where a secret is set, else demo's."""
    from django.core.exceptions import ImproperlyConfigured

    os.environ["DJANGO_SETTINGS_MODULE"] = settings or (SERVE if is_for_real() else DEMO)
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Stop(str(error)) from error


def is_for_real() -> bool:
    """Whether this shell is set up for a real practice."""
    return bool(os.environ.get("BEADWORK_SECRET") or os.environ.get("BEADWORK_SECRET_FILE"))


def refuse_real_practice() -> None:
    """The demo does not start where a real practice's secret is set: its own is public."""
    if is_for_real():
        raise Stop(
            "This shell is set up for a real practice (BEADWORK_SECRET is set). Run the demo in another one."
        )


def migrate() -> None:
    """Bring the database to the shape this version wants."""
    from django.core.management import call_command

    with _an_answer():
        call_command("migrate", verbosity=0, interactive=False)


def check_durability() -> None:
    """Refuse a database that would lose what it acknowledged when the power goes."""
    from django.db import connection

    from beadwork.core.durability import settings_that_lose

    with _an_answer():
        losing = settings_that_lose(connection)
    if losing:
        raise Stop(
            f"The database would lose records when the power goes: {', '.join(losing)}. "
            "Switch that on (ALTER SYSTEM, ALTER DATABASE, ALTER ROLE or postgresql.conf) and start again."
        )


@contextmanager
def _an_answer() -> Iterator[None]:
    """A folder for the database, if it is a file; stop with a clear line where it does not answer."""
    from django.conf import settings
    from django.db import OperationalError

    _make_folder(settings.DATA)
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        raise Stop(
            f"The database does not answer ({' '.join(str(error).split())}). "
            "Check that it runs, BEADWORK_DATABASE_URL, and the disk."
        ) from error


def check_tables() -> None:
    """Refuse a database that does not answer, or in which nothing of ours is: a wrong URL, a restore that failed."""
    from django.db import OperationalError, connection

    from beadwork.core.models import Event

    try:
        tables = connection.introspection.table_names()
    except OperationalError as error:
        raise Stop(f"The database does not answer ({' '.join(str(error).split())}).") from error
    if Event._meta.db_table not in tables:
        raise Stop(
            "There is nothing of Beadwork's in this database. Check BEADWORK_DATABASE_URL, BEADWORK_DATA."
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stop(
            f"The folder {folder} cannot be made ({error.strerror}). Set BEADWORK_DATA to one that can."
        ) from error


def collect_static() -> None:
    """Compress and name the static files, unless this was done since they last changed."""
    from django.conf import settings
    from django.core.management import call_command

    done = settings.STATIC_ROOT / "staticfiles.json"
    source = settings.SOURCE / "web" / "static"
    newest = max(path.stat().st_mtime for path in source.rglob("*"))
    if not done.exists() or done.stat().st_mtime < newest:
        call_command("collectstatic", verbosity=0, interactive=False, clear=settings.STATIC_ROOT.exists())


def check_port(host: str, port: int) -> None:
    """Refuse a port somebody else is using, before any work is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Stop(
                f"Port {port} is in use or not allowed ({error.strerror}). Choose another: --port {port + 1}"
            ) from error
