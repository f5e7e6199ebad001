"""A practice for the storms, in whichever database the environment names: `python -m tests.faults.storm.stage VISITS`.

Prints, as JSON, what Ana's tablet knows: her session, the visits planned for now, a goal and the kinds of help.
"""

import json
import sys
from datetime import timedelta

from beadwork.cli import ground


def main(visits: int) -> None:
    """Make the cast, a goal, and visits of Mia, one a half hour for the last hours."""
    ground.set_up(ground.DEMO)
    ground.migrate()
    from django.test import Client
    from django.utils import timezone

    from tests.record.build import goal_row
    from tests.visits.build import planned_visit
    from tests.world import make_world

    world = make_world()
    world.now = timezone.now()
    goal = goal_row(world, "accuracy")
    began = world.now - timedelta(minutes=30) * visits
    planned = [planned_visit(world, planned_at=began + timedelta(minutes=30) * n) for n in range(visits)]
    browser = Client()
    browser.force_login(world.ana)
    told = {
        "session": browser.cookies["sessionid"].value, "who": str(world.ana.pk), "goal": str(goal.pk),
        "supports": [str(level.pk) for level in goal.ladder.levels.all()], "visits": [str(one.pk) for one in planned],
        "planned": [one.planned_at.isoformat() for one in planned], "zone": world.practice.time_zone,
    }  # fmt: skip
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
