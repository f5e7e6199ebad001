"""The real server, as `serve` starts it, in a group of processes of its own that can be killed at once."""

import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beadwork.cli.ground import HOUSE
from beadwork.cli.say import Stop
from beadwork.cli.server import command, wait_until_it_answers

ANSWERS_EARLY = """
import io, json, threading
from beadwork.web.wsgi import application as honest

def application(environ, start_response):
    if environ["PATH_INFO"] != "/sync/envelope/":
        return honest(environ, start_response)
    body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    again = {**environ, "wsgi.input": io.BytesIO(body)}
    threading.Timer(0.05, lambda: honest(again, lambda *_: None)).start()
    receipts = [{"id": one["id"], "state": "stored", "final": True} for one in json.loads(body)["entries"]]
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps({"receipts": receipts, "wipe": False, "revoked": False}).encode()]
"""
"""The arm that must lose: it acknowledges first and commits after."""


@dataclass
class Server:
    """Where the practice is, and the process if there is one. `kills` counts."""

    folder: Path
    url: str
    port: int
    application: str = "beadwork.web.wsgi:application"
    before: tuple[str, ...] = ()
    settings: str = "beadwork.settings.demo"
    kills: int = 0
    process: Any = field(default=None, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        """Whose settings, which database, which folder."""
        mine = {"BEADWORK_DATA": str(self.folder), "BEADWORK_DATABASE_URL": self.url}
        mine |= {"DJANGO_SETTINGS_MODULE": self.settings, "PYTHONWARNINGS": "ignore"}
        return os.environ | mine | {"PYTHONPATH": f"{self.folder}:{HOUSE}"}

    def stage(self, visits: int) -> dict[str, Any]:
        """Make the practice; what the tablet knows of it."""
        run = [sys.executable, "-m", "tests.faults.storm.stage", str(visits)]
        done = subprocess.run(
            run, cwd=HOUSE, env=self.environment, stdout=subprocess.PIPE, check=True, text=True
        )
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told

    def answer_early(self) -> None:
        """Become the arm that must lose."""
        (self.folder / "early.py").write_text(ANSWERS_EARLY)
        self.application = "early:application"

    def start(self) -> None:
        """Start, and wait until it answers; where it does not, once more, as systemd would."""
        try:
            self._start()
        except Stop:
            self.end()
            self._start()

    def _start(self) -> None:
        run = [*self.before, *command("127.0.0.1", self.port, workers=1)[:-1], self.application]
        self.process = subprocess.Popen(
            run, env=self.environment, stderr=subprocess.DEVNULL, start_new_session=True
        )
        wait_until_it_answers(self.process, "127.0.0.1", self.port)

    def kill(self) -> None:
        """kill -9 of the master and its worker, in the middle of whatever they do."""
        self.end()
        self.kills += 1

    def end(self) -> None:
        """No process of the group is left."""
        if self.process.poll() is None:  # else its number may be somebody else's by now
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End it politely, if it runs."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
