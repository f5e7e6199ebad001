"""A tablet: what it captures is synced to a ledger of its own before it counts; only a final receipt takes it off.

The ledger is the judge's evidence. Nobody asks the server what the server thinks.
"""

import hashlib
import http.client
import json
import os
import random
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from beadwork.core.ids import new_id

TOKEN = "t" * 32
Entry = dict[str, Any]


@dataclass(frozen=True)
class Weather:
    """How often an answer is lost, a connection cut, a request doubled; seconds an answer may be late."""

    lost: float = 0.0
    cut: float = 0.0
    doubled: float = 0.0
    late: float = 0.0


CLEAR, STORM = Weather(), Weather(lost=0.2, cut=0.1, doubled=0.1, late=0.05)


@dataclass
class Tablet:
    """One device. `knows` is what the stage told; `forgets`: the arm that takes off what it has sent."""

    path: Path
    port: int
    knows: dict[str, Any]
    chance: random.Random
    device: str = field(default_factory=lambda: str(new_id()))
    ahead: timedelta = timedelta()
    forgets: bool = False
    entries: dict[str, Entry] = field(default_factory=dict)
    safe: set[str] = field(default_factory=set)
    refused: list[dict[str, Any]] = field(default_factory=list)

    def reloaded(self) -> "Tablet":
        """The same tablet after its browser was killed: it knows what stands in its ledger."""
        again = Tablet(self.path, self.port, self.knows, self.chance, self.device, self.ahead, self.forgets)
        for line in self.path.read_text().splitlines():
            said = json.loads(line)
            again.safe |= set(said.get("safe", ()))
            again.entries |= {said["entry"]["id"]: said["entry"]} if "entry" in said else {}
        return again

    def _write(self, said: dict[str, Any]) -> None:
        with self.path.open("a") as ledger:
            ledger.write(json.dumps(said) + "\n")
            ledger.flush()
            os.fsync(ledger.fileno())

    def capture(self, kind: str, visit: str, at: datetime | None = None, **fields: Any) -> Entry:
        """One tap: written down durably, with the next number and the tablet's own time."""
        moment = (at or datetime.now(UTC)) + self.ahead
        always = {"id": str(new_id()), "seq": len(self.entries) + 1, "kind": kind, "visit": visit}
        entry = always | {"at": moment.isoformat()} | fields
        self._write({"entry": entry})
        self.entries[entry["id"]] = entry
        return entry

    @property
    def unsent(self) -> list[Entry]:
        """What no final receipt has come for, in order."""
        return [entry for id, entry in self.entries.items() if id not in self.safe]

    def register(self) -> None:
        """Make itself known."""
        said = {"id": self.device, "name": "Storm"}
        assert self._ask("/sync/device/", json.dumps(said), CLEAR)

    def send(self, weather: Weather = CLEAR, most: int = 2000, *, shuffled: bool = False) -> bool:
        """Send what is unsent; take off what has a final receipt. Whether an answer came."""
        some = self.unsent[:most]
        if shuffled:
            self.chance.shuffle(some)
        if not some:
            return True
        told = self._ask("/sync/envelope/", self._envelope(some), weather)
        if told is None and not self.forgets:
            return False
        receipts = told["receipts"] if told else []
        done = {one["id"] for one in (some if self.forgets else receipts) if one.get("final", True)}
        self.refused += [one for one in receipts if one["state"] not in ("stored", "waits")]
        self._write({"safe": sorted(done)})
        self.safe |= done
        return True

    def _envelope(self, some: list[Entry]) -> str:
        sent_at = (datetime.now(UTC) + self.ahead).isoformat()
        said = {"device": self.device, "who": self.knows["who"], "sent_at": sent_at}
        return json.dumps(said | {"left": len(self.unsent) - len(some), "entries": some})

    def _ask(self, path: str, body: str, weather: Weather) -> Any:
        """The answer, or None where none came or the server could not."""
        try:
            if self.chance.random() < weather.doubled:
                self._exchange(path, body, Weather(lost=1.0))
            return self._exchange(path, body, weather)
        except (OSError, http.client.HTTPException, ValueError):
            return None

    def _exchange(self, path: str, body: str, weather: Weather) -> Any:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as line:
            cut = self.chance.random() < weather.cut
            line.putrequest("POST", path)
            for name, value in self._headers(body).items():
                line.putheader(name, value)
            line.endheaders(body[: len(body) // 2].encode() if cut else body.encode())
            time.sleep(self.chance.uniform(0, weather.late))
            if cut or self.chance.random() < weather.lost:
                return None
            answer = line.getresponse()
            told = answer.read()
            return json.loads(told) if answer.status == 200 else None

    def _headers(self, body: str) -> dict[str, str]:
        cookies = f"sessionid={self.knows['session']}; csrftoken={TOKEN}"
        return {
            "Cookie": cookies, "X-CSRFToken": TOKEN, "Content-Type": "application/json", "Accept": "application/json",
            "Content-Length": str(len(body.encode())),
        }  # fmt: skip


def digest(entry: Entry) -> str:
    """The mark of what an entry says, made without the product."""
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
