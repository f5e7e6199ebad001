"""One practice, a server and a browser: `python -m beadwork.cli.bench.capture_once TAPS VISITS` prints JSON."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta

from beadwork.cli import ground, server
from beadwork.cli.bench.tablet import Figures, measure
from beadwork.cli.chromium import find_chromium

HOST, CHILDREN = "127.0.0.1", 9


def main(taps: int, visits: int) -> Figures:
    """Make the practice, serve it, and record in a browser."""
    ground.set_up(ground.DEMO)
    ground.migrate()
    ground.collect_static()
    cookie, planned = _therapist(visits + 1)
    with _served() as url:
        return measure(find_chromium(), url, cookie, planned, taps)


def _therapist(visits: int) -> tuple[str, list[str]]:
    """Her session, and visits of hers with the child of most goals, one an hour."""
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from beadwork.cli.bench.scene import THERAPIST, make_practice
    from beadwork.core.ids import new_id
    from beadwork.people.models import Staff
    from beadwork.plan.models import Goal
    from beadwork.visits.actions import plan_visit

    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    make_practice(CHILDREN)
    goals = Goal.objects.worked_on().filter(scale="accuracy", child__care_team__staff__user__email=THERAPIST)
    child = max({goal.child for goal in goals}, key=lambda one: (one.goals.worked_on().count(), one.pk))
    staff = Staff.objects.get(user__email=THERAPIST, role="therapist", practice=child.practice_id)
    how = {"minutes": 45, "place": "clinic", "by": staff.user}
    now = timezone.now()
    planned = [
        plan_visit(child, staff, planned_at=now + timedelta(hours=hour), at=now, id=new_id(), **how)
        for hour in range(visits)
    ]
    client = Client()
    client.force_login(staff.user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value, [str(visit.pk) for visit in planned]


@contextmanager
def _served() -> Iterator[str]:
    """The product's address while it is served."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(server.command(HOST, port, workers=1), stdout=sys.stderr) as process:
        try:
            server.wait_until_it_answers(process, HOST, port)
            yield f"http://{HOST}:{port}"
        finally:
            process.terminate()


if __name__ == "__main__":
    print(json.dumps(asdict(main(int(sys.argv[1]), int(sys.argv[2])))))
