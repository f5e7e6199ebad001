"""What the database is told: to keep what it acknowledged, and to let many write at once."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from django.db.utils import ConnectionHandler

from beadwork.cli.postgres import embedded_postgres
from beadwork.core.durability import settings_that_lose
from beadwork.settings.base import database

pytestmark = [pytest.mark.once, pytest.mark.long]


@pytest.fixture(autouse=True)
def _databases_of_their_own(django_db_blocker):
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def on_a_file(tmp_path):
    """A connection to a SQLite file with the product's settings."""
    connection = ConnectionHandler({"default": database(f"sqlite:///{tmp_path}/one.sqlite3")})["default"]
    yield connection
    connection.close()


def asked(connection, pragma: str):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("pragma", "says"),
    [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 20_000), ("foreign_keys", 1)],
)
def test_a_sqlite_file_keeps_what_it_acknowledges_and_waits_for_its_turn(on_a_file, pragma, says):
    assert asked(on_a_file, pragma) == says


def test_a_caller_of_the_url_cannot_switch_that_off(tmp_path):
    settings = database(f"sqlite:///{tmp_path}/one.sqlite3?timeout=0&init_command=PRAGMA synchronous=OFF")
    assert settings["OPTIONS"] == database("sqlite:///x")["OPTIONS"]


def test_a_sqlite_file_that_would_lose_is_named(on_a_file):
    assert settings_that_lose(on_a_file) == []
    with on_a_file.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = NORMAL")
    assert settings_that_lose(on_a_file) == ["synchronous = 1"]


def told_to(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def losing_at(url: str) -> list[str]:
    connection = ConnectionHandler({"default": database(url)})["default"]
    try:
        return settings_that_lose(connection)
    finally:
        connection.close()


def served(url: str, folder: Path) -> subprocess.CompletedProcess:
    """`beadwork serve` on a database, as a stranger starts it."""
    environment = {
        "BEADWORK_SECRET": "s" * 40, "BEADWORK_HOSTS": "localhost", "BEADWORK_DATA": str(folder),
        "BEADWORK_DATABASE_URL": url,
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "beadwork.cli", "serve", "--port", "8178"],
        env=os.environ | environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture
def out_in_the_open():
    """A folder outside pytest's: each start of pytest closes those to the account PostgreSQL runs under."""
    with TemporaryDirectory(prefix="beadwork-") as folder:
        yield Path(folder)


def test_serve_refuses_a_postgresql_that_would_lose_what_it_acknowledged(out_in_the_open, tmp_path):
    with embedded_postgres(out_in_the_open / "postgresql") as url:
        assert losing_at(url) == []
        told_to(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        told_to(url, "ALTER DATABASE postgres SET synchronous_commit = off")
        assert losing_at(url) == ["fsync = off", "synchronous_commit = off"]
        stopped = served(url, tmp_path)
    assert stopped.returncode == 1
    assert "fsync = off, synchronous_commit = off" in stopped.stderr
    assert "start again" in stopped.stderr
