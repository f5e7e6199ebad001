"""Sixteen people write at the same moment through the real server on a SQLite file: nobody is told to go away.

The judge keeps a ledger of its own, of what it sent and what it was told, and reads the file itself.
The control arm is the same server on the same file with Django's own options for SQLite, where writers do fail.
"""

import http.client
import os
import socket
import sqlite3
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client, override_settings

from beadwork.cli.server import command, wait_until_it_answers
from beadwork.core.ids import new_id
from beadwork.settings import demo

pytestmark = [pytest.mark.once, pytest.mark.long]
CLIENTS, EACH = 16, 6
FILE = Path(demo.DATABASES["default"]["NAME"]).name
TOKEN = "t" * 32
DJANGOS_OWN = """
from beadwork.settings.demo import *
DATABASES = {"default": DATABASES["default"] | {"OPTIONS": {}}}
"""


@dataclass(frozen=True)
class Practice:
    """A practice in a folder of its own, and what Leo's browser knows."""

    folder: Path
    session: str
    slug: str
    port: int

    def environment(self, settings: str) -> dict[str, str]:
        """Whose settings, which folder."""
        here = {"BEADWORK_DATA": str(self.folder), "DJANGO_SETTINGS_MODULE": settings}
        return os.environ | here | {"PYTHONPATH": str(self.folder), "PYTHONWARNINGS": "ignore"}


@pytest.fixture
def practice(world, tmp_path) -> Practice:
    """The cast in a file of its own, and Leo signed in."""
    browser = Client()
    with override_settings(SECRET_KEY=demo.SECRET_KEY):
        browser.force_login(world.leo)
    (tmp_path / FILE).write_bytes(connection.connection.serialize())
    return Practice(tmp_path, browser.cookies["sessionid"].value, world.mia.slug, _free_port())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(practice: Practice, settings: str) -> Iterator[None]:
    """The server as `demo` starts it."""
    wanted = practice.environment(settings)
    with subprocess.Popen(
        command("127.0.0.1", practice.port, workers=1), env=wanted, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_until_it_answers(server, "127.0.0.1", practice.port)
            yield
        finally:
            server.terminate()


def say(practice: Practice, ids: list[str]) -> dict[str, int]:
    """One client: sends messages one after another; the status of each by its id."""
    cookies = f"sessionid={practice.session}; csrftoken={TOKEN}"
    headers = {"Cookie": cookies, "X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
    told = {}
    with closing(http.client.HTTPConnection("127.0.0.1", practice.port, timeout=60)) as line:
        for id in ids:
            form = urlencode({"id": id, "text": f"Words {id}"})
            line.request("POST", f"/family/{practice.slug}/talk/", form, headers)
            answer = line.getresponse()
            answer.read()
            told[id] = answer.status
    return told


def all_at_once(practice: Practice) -> dict[str, int]:
    """Every client's ledger, together."""
    ids = [[str(new_id()) for _ in range(EACH)] for _ in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as clients:
        ledgers = clients.map(lambda one: say(practice, one), ids)
        return {id: status for ledger in ledgers for id, status in ledger.items()}


def stored(practice: Practice) -> list[str]:
    """The ids of the messages in the file, read without the product."""
    with closing(sqlite3.connect(practice.folder / FILE)) as file:
        return [row[0] for row in file.execute("SELECT id FROM talk_message")]


def test_sixteen_who_write_at_once_are_all_served(practice):
    with served(practice, "beadwork.settings.demo"):
        ledger = all_at_once(practice)
    assert set(ledger.values()) == {302}
    assert sorted(stored(practice)) == sorted(id.replace("-", "") for id in ledger)


def test_with_djangos_own_options_some_are_not(practice):
    """The control: without it the test above may never have had two at once."""
    (practice.folder / "djangos_own.py").write_text(DJANGOS_OWN)
    with served(practice, "djangos_own"):
        ledger = all_at_once(practice)
    refused = [id for id, status in ledger.items() if status >= 500]
    assert refused
    kept = sorted(id.replace("-", "") for id, status in ledger.items() if status == 302)
    assert sorted(stored(practice)) == kept
