"""A practice in a database of its own, with the real server, and Ana's tablet."""

import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from beadwork.cli.postgres import embedded_postgres
from tests.faults.storm.server import Server, free_port
from tests.faults.storm.tablet import Tablet

Stage = Callable[[Server, int], dict[str, Any]]
FULL = os.environ.get("BEADWORK_FAULTS") == "full"


@dataclass(frozen=True)
class Size:
    """How much of the storm: in the ordinary suite a little, in `test faults` all of it."""

    events: int
    kills: int
    visits: int


SIZE = Size(2000, 50, 12) if FULL else Size(60, 2, 3)
ARM = Size(300, 10, 3) if FULL else SIZE
"""For an arm that must lose: it does so soon."""


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Makes the practice of a server: on SQLite once for all of them, and copied."""
    made: dict[int, tuple[Path, dict[str, Any]]] = {}

    def staged(server: Server, visits: int) -> dict[str, Any]:
        if not server.url.startswith("sqlite"):
            return server.stage(visits)
        if visits not in made:
            folder = tmp_path_factory.mktemp("stage")
            made[visits] = folder, Server(folder, f"sqlite:///{folder}/demo.sqlite3", 0).stage(visits)
        for file in made[visits][0].glob("demo.sqlite3*"):
            shutil.copy(file, server.folder)
        return made[visits][1]

    return staged


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The practice and its server, not started yet: on SQLite, or where the environment says so on PostgreSQL.

    PostgreSQL runs as a user of its own, and the next run of pytest closes pytest's folders to it: it gets another.
    """
    on_postgresql = os.environ.get("BEADWORK_FAULTS_ON") == "postgresql"
    with TemporaryDirectory(prefix="beadwork-") as scratch, ExitStack() as until:
        url = until.enter_context(embedded_postgres(Path(scratch) / "postgresql")) if on_postgresql else ""
        mine = Server(tmp_path, url or f"sqlite:///{tmp_path}/demo.sqlite3", free_port())
        yield mine
        mine.stop()


@pytest.fixture
def chance() -> random.Random:
    """Chance from a seed that is printed where a test fails."""
    seed = int(os.environ.get("BEADWORK_FAULTS_SEED", random.randrange(10**6)))
    sys.stdout.write(f"seed: BEADWORK_FAULTS_SEED={seed}\n")
    return random.Random(seed)


@pytest.fixture
def tablet(server: Server, stage: Stage, tmp_path: Path, chance: random.Random) -> Tablet:
    """Ana's tablet, registered with the running server."""
    mine = Tablet(tmp_path / "ledger", server.port, stage(server, SIZE.visits), chance)
    server.start()
    mine.register()
    return mine
