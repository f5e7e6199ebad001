"""Measuring one page: a request through the real stack, in this process, many times."""

import io
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from http import HTTPStatus
from statistics import median, quantiles
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.urls import reverse

from beadwork.cli.bench.scene import Scene
from beadwork.core.ids import new_id
from beadwork.people.models import User
from beadwork.record.models import Attempt

WARM, TIMES, THIRTY = 5, 60, 30
TOKEN = "t" * 32
QUESTIONS = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "(SELECT")


@dataclass(frozen=True)
class Measured:
    """Milliseconds: half of the requests and 95 of 100 took no longer, the quickest, and the CPU of the middle one."""

    p50: float
    p95: float
    quickest: float
    cpu: float
    queries: int


def measure(act: Callable[[], None]) -> Measured:
    """Do it a few times, then count its queries, then time it."""
    for _ in range(WARM):
        act()
    asked = queries(act)
    wall, cpu = zip(*(_timed(act) for _ in range(TIMES)), strict=True)
    return Measured(median(wall), quantiles(wall, n=20)[-1], min(wall), median(cpu), asked)


def _timed(act: Callable[[], None]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def queries(act: Callable[[], None]) -> int:
    """How many questions to the database an act takes."""
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        act()
    return sum(sql.startswith(QUESTIONS) for sql in asked)


def everything(scene: Scene) -> dict[str, dict[str, float]]:
    """Each page and each way to keep thirty attempts, by name."""
    (visit, goal), (sent_to, _goal) = scene.shown, scene.sent_to
    child = goal.child
    therapist, family = Browser(scene.therapist), Browser(scene.family)
    acts = {
        "empty": therapist.get("bench-empty"),
        "Today": therapist.get("today"),
        "Child": therapist.get("child", child.slug),
        "Goal": therapist.get("goal", child.slug, goal.slug),
        "Family": family.get("family-child", child.slug),
        "Record": therapist.get("record", visit.pk),
        "30 rows": lambda: insert(scene, THIRTY),
        "30 attempts": lambda: therapist.send(_thirty(scene), "bench-record", sent_to.pk),
    }
    return {name: asdict(measure(act)) for name, act in acts.items()}


class Browser:
    """Somebody signed in, whose requests go to the WSGI application itself."""

    def __init__(self, user: User) -> None:
        client = Client()
        client.force_login(user)
        client.cookies["csrftoken"] = TOKEN
        cookies = client.cookies.output(header="", sep=";", attrs=[]).strip()
        self.requests = RequestFactory(HTTP_COOKIE=cookies, HTTP_X_CSRFTOKEN=TOKEN)
        self.answer = WSGIHandler()

    def get(self, name: str, *arguments: Any) -> Callable[[], None]:
        """Asks for one page, when called."""
        address = reverse(name, args=arguments)
        return lambda: self._ask(self.requests.get(address).environ)

    def send(self, body: bytes, name: str, *arguments: Any) -> None:
        """Send JSON."""
        address = reverse(name, args=arguments)
        self._ask(self.requests.post(address, body, content_type="application/json").environ)

    def _ask(self, environ: dict[str, Any]) -> None:
        said: list[str] = []
        response = self.answer(environ, lambda status, headers: said.append(status))
        io.BytesIO().writelines(response)
        response.close()
        if said[0] != f"{HTTPStatus.OK.value} {HTTPStatus.OK.phrase}":
            raise RuntimeError(f"{environ['PATH_INFO']} answered {said[0]}")


def _thirty(scene: Scene) -> bytes:
    visit, goal = scene.sent_to
    said = {"goal": str(goal.pk), "support": str(scene.level.pk), "at": visit.started_at.isoformat()}
    news = [{"id": str(new_id()), **said} for _ in range(THIRTY)]
    return json.dumps(news).encode()


def insert(scene: Scene, many: int) -> None:
    """So many rows and nothing around them: no access, no check, no event."""
    visit, goal = scene.sent_to
    rows = [
        Attempt(
            practice_id=goal.practice_id, child_id=goal.child_id, occasion_id=visit.occasion_id, goal=goal,
            support=scene.level, at=visit.started_at, by=scene.therapist, fingerprint="bench", success=True,
        )
        for _ in range(many)
    ]  # fmt: skip
    with transaction.atomic():
        Attempt.objects.bulk_create(rows)
