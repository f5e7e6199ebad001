"""F4: before each acknowledgement SQLite was synced to the disk, as the kernel saw it; with syncing off it was not."""

import os
import random
import re
import shutil

import pytest

from tests.faults.storm.conftest import SIZE, Stage
from tests.faults.storm.server import Server
from tests.faults.storm.tablet import Tablet

STRACE = shutil.which("strace")
pytestmark = [
    pytest.mark.once,
    pytest.mark.long,
    pytest.mark.skipif(STRACE is None, reason="strace is not installed: nobody watches the kernel"),
    pytest.mark.skipif(
        os.environ.get("BEADWORK_FAULTS_ON") == "postgresql",
        reason="PostgreSQL syncs in processes of its own",
    ),
]
CALLS = "trace=fsync,fdatasync,write,writev,sendto,sendmsg"
SYNC, ANSWER = re.compile(r"\bf(?:data)?sync\("), re.compile(r"\b(?:write|writev|sendto|sendmsg)\(.*receipts")
SENDS = 20
NOT_SYNCED = """
from beadwork.settings.demo import *
OWN = DATABASES["default"]["OPTIONS"]
OFF = OWN["init_command"].replace("synchronous=FULL", "synchronous=OFF")
DATABASES = {"default": DATABASES["default"] | {"OPTIONS": OWN | {"init_command": OFF}}}
"""


def answers(server: Server, stage: Stage) -> list[bool]:
    """Of each answered envelope with something new in it: whether a sync came since the answer before."""
    told, log = stage(server, SIZE.visits), server.folder / "trace"
    server.before = (str(STRACE), "-f", "-qq", "-s", "4000", "-e", CALLS, "-o", str(log))
    server.start()
    tablet = Tablet(server.folder / "ledger", server.port, told, random.Random(1))
    tablet.register()
    for number in range(SENDS):
        what = {"kind": "remark", "text": "Proud."} if number else {"kind": "visit.start"}
        tablet.capture(visit=told["visits"][0], **what)
        assert tablet.send()
    assert not tablet.unsent
    server.kill()
    synced, found = False, []
    for line in log.read_text(errors="replace").splitlines():
        synced = synced or bool(SYNC.search(line))
        if ANSWER.search(line):
            found.append(synced)
            synced = False
    return found


def test_each_answer_comes_after_a_sync(server, stage):
    assert answers(server, stage) == [True] * SENDS


def test_with_syncing_off_the_watch_sees_it(server, stage):
    (server.folder / "not_synced.py").write_text(NOT_SYNCED)
    server.settings = "not_synced"
    assert answers(server, stage).count(False) >= SENDS - 2
