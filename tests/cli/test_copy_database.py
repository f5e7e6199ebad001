"""A practice that outgrows its file moves to PostgreSQL whole, or not at all."""

import os
import sqlite3
import subprocess
import sys

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.db import connection

from beadwork.cli.postgres import embedded_postgres

pytestmark = [pytest.mark.once, pytest.mark.long, pytest.mark.django_db]


@pytest.fixture
def practice(tmp_path, cast):
    """A SQLite file with the cast in it, and a row that has a number."""
    Group.objects.create(name="first number")
    file = sqlite3.connect(tmp_path / "practice.sqlite3")
    file.executescript("\n".join(connection.connection.iterdump()))
    file.close()
    return f"sqlite:///{tmp_path}/practice.sqlite3"


def copied(source: str, into: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "beadwork.cli", "copy-database", source],
        env=os.environ | {"BEADWORK_DATABASE_URL": into, "DJANGO_SETTINGS_MODULE": "beadwork.settings.demo"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_everything_arrives_in_postgresql_and_counts_on(practice, tmp_path):
    with embedded_postgres(tmp_path / "postgresql") as url:
        done = copied(practice, url)
        assert (done.returncode, done.stderr) == (0, "")
        with psycopg.connect(url) as there:
            [(children, events)] = there.execute(
                "SELECT (SELECT count(*) FROM people_child), (SELECT count(*) FROM core_event)"
            )
            there.execute("INSERT INTO auth_group (name) VALUES ('next number')")
    file = sqlite3.connect(practice.removeprefix("sqlite:///"))
    assert [(children, events)] == file.execute(
        "SELECT (SELECT count(*) FROM people_child), (SELECT count(*) FROM core_event)"
    ).fetchall()
    file.close()


def test_where_a_chain_is_broken_nothing_is_copied(practice, tmp_path):
    file = sqlite3.connect(practice.removeprefix("sqlite:///"))
    file.executescript(
        "DROP TRIGGER event_no_update; UPDATE core_event SET data = '{\"x\": 1}' WHERE seq = 1;"
    )
    file.close()
    done = copied(practice, f"sqlite:///{tmp_path}/new.sqlite3")
    assert done.returncode == 1
    assert "Nothing was copied" in done.stderr
    new = sqlite3.connect(tmp_path / "new.sqlite3")
    assert new.execute("SELECT count(*) FROM people_child").fetchone() == (0,)
    new.close()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nowhere.sqlite3", "does not answer"),
        ("old.sqlite3", "another version"),
        ("mysql://x/y", "FROM looks like"),
        ("practice.sqlite3", "is not empty"),
    ],
)
def test_what_cannot_be_copied_is_named(practice, tmp_path, name, says):
    sqlite3.connect(tmp_path / "old.sqlite3").execute("PRAGMA user_version = 1").connection.close()
    done = copied(name if "://" in name else f"sqlite:///{tmp_path}/{name}", practice)
    assert done.returncode == 1
    assert says in done.stderr
    assert not (tmp_path / "nowhere.sqlite3").exists()
