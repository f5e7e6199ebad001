"""One database, measured: `python -m beadwork.cli.bench.envelope_once CHILDREN TIMES` prints JSON."""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from statistics import median
from typing import Any

from beadwork.cli import ground

MANY, WARM = 300, 3


def main(children: int, times: int) -> None:
    """Make the practice if it is not there, then time bare rows and envelopes in turn."""
    ground.set_up(ground.DEMO)
    from django.conf import settings

    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    ground.migrate()
    ground.collect_static()
    from beadwork.cli.bench.measure import Browser, insert, queries
    from beadwork.cli.bench.scene import make_practice, set_scene

    make_practice(children)
    scene = set_scene()
    browser, envelope = Browser(scene.therapist), tablet_of(scene)
    bare, sent = [], []
    for _ in range(times + WARM):
        bare.append(timed(partial(insert, scene, MANY)))
        sent.append(timed(partial(browser.send, envelope(), "sync-envelope")))
    told = {"bare": median(bare[WARM:]), "envelope": median(sent[WARM:])}
    print(json.dumps(told | {"queries": queries(partial(browser.send, envelope(), "sync-envelope"))}))


def timed(act: Callable[[], None]) -> float:
    """Milliseconds by the clock on the wall: the disk and the database count."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def tablet_of(scene: Any) -> Callable[[], bytes]:
    """Makes envelopes of fresh attempts, when called."""
    from django.utils import timezone

    from beadwork.core.ids import new_id
    from beadwork.devices.actions import register_device

    device = register_device(new_id(), "Bench", by=scene.therapist, at=timezone.now())
    (visit, goal), numbers = scene.sent_to, count(1)

    def attempt() -> dict[str, Any]:
        always = {"id": str(new_id()), "seq": next(numbers), "kind": "attempt", "visit": str(visit.pk)}
        said = {"goal": str(goal.pk), "support": str(scene.level.pk), "success": True}
        return always | {"at": timezone.now().isoformat()} | said

    def envelope() -> bytes:
        said = {"device": str(device.pk), "who": str(scene.therapist.pk), "left": 0}
        said |= {"entries": [attempt() for _ in range(MANY)], "sent_at": timezone.now().isoformat()}
        return json.dumps(said).encode()

    return envelope


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
