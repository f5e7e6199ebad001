"""Makes a running visit of a new child with four goals, and prints its id: what an ordinary visit leaves to write up.

Run as a program of its own on the demo's database. After the name: `finished`, the visit is over; `silent`, nobody
spoke, so that the note lacks its subjective part.
"""

import sys
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from beadwork.core.ids import new_id  # noqa: E402
from beadwork.people import actions as people  # noqa: E402
from beadwork.people.models import Child, Practice, Staff, User  # noqa: E402
from beadwork.plan.actions import sign_plan, write_goal, write_plan  # noqa: E402
from beadwork.plan.models import Goal  # noqa: E402
from beadwork.record.actions import NewAttempt, NewCheckIn, NewResponse  # noqa: E402
from beadwork.visits.actions import finish_visit, plan_visit, start_visit  # noqa: E402
from beadwork.visits.models import Visit  # noqa: E402
from beadwork.visits.recording import NewActivity, record_in_visit  # noqa: E402
from tests.plan.build import new_goal  # noqa: E402

NOW = timezone.now()
GOALS = ("Zips the jacket", "Holds the spoon", "Cuts a circle", "Waits for a turn")


def main(name: str, *more: str) -> None:
    """The child, the plan, the visit."""
    practice = Practice.objects.get(name=Staff.objects.get(user__email="ana@example.org").practice.name)
    ana = {"by": User.objects.get(email="ana@example.org"), "at": NOW}
    born = practice.day(NOW) - timedelta(days=1500)
    child = people.add_child(practice, given_name=name, born_on=born, **ana)
    goals = _goals(child, ana)
    visit = _visit(child, goals, ana, is_silent="silent" in more)
    if "finished" in more:
        finish_visit(visit, **ana)
    sys.stdout.write(str(visit.pk))


def _goals(child: Child, ana: dict[str, Any]) -> list[Goal]:
    """Four goals of a signed plan."""
    today = child.practice.day(NOW)
    plan = write_plan(
        child, starts_on=today, ends_on=today + timedelta(weeks=12), visits_a_week=1, minutes_a_visit=45,
        place="clinic", **ana,
    )  # fmt: skip
    world = SimpleNamespace(practice=child.practice, now=NOW)
    goals = [write_goal(plan, new_goal(world, name=goal, does=goal.lower()), **ana) for goal in GOALS]
    sign_plan(plan, **ana)
    return goals


def _visit(child: Child, goals: list[Goal], ana: dict[str, Any], *, is_silent: bool) -> Visit:
    """Begun forty minutes ago: ten tries at each goal, a response, an activity, and the child's own answer."""
    began = NOW - timedelta(minutes=40)
    staff = Staff.objects.get(user=ana["by"])
    visit = plan_visit(child, staff, planned_at=began, minutes=45, place="clinic", **ana)
    visit = start_visit(visit, by=ana["by"], at=began)
    helps = goals[0].ladder.levels.order_by("rank")
    tries = [
        NewAttempt(new_id(), goal.pk, helps[2 + n % 2].pk, began + timedelta(minutes=n), success=n % 3 != 0)
        for goal in goals
        for n in range(10)
    ]
    seen = [
        NewResponse(new_id(), "pride", 3, began, during="Sock puppets"),
        NewResponse(new_id(), "frustration", 1, began, helped="a pause"),
        NewActivity(new_id(), "Sock puppets", 15, began),
    ]
    said = [] if is_silent else [NewCheckIn(new_id(), "fun", "liked", began, "Sock puppets")]
    record_in_visit(visit, [*tries, *seen, *said], **ana)
    return visit


if __name__ == "__main__":
    with transaction.atomic():
        main(*sys.argv[1:])
