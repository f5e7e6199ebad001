"""What the pages are asked about: a therapist's day, and a goal of a thousand attempts; made by the rooms' actions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.demo import make
from beadwork.people.access import Can
from beadwork.people.models import Child, Staff, User
from beadwork.plan.models import Goal, SupportLevel
from beadwork.record.actions import NewAttempt, open_occasion, record_attempts
from beadwork.visits.actions import plan_visit, start_visit
from beadwork.visits.models import Visit

THERAPIST, FAMILY = "ana@example.org", "leo@example.org"
ATTEMPTS, AT_ONCE, VISITS_TODAY = 1000, 25, 6
Occasion = tuple[Visit, Goal]


@dataclass(frozen=True)
class Scene:
    """Who asks, and for what. Attempts go to `sent_to`, of another child: no page grows while it is measured."""

    therapist: User
    family: User
    shown: Occasion
    sent_to: Occasion
    level: SupportLevel


def make_practice(children: int) -> None:
    """The demo's practice, all of it or nothing, unless it is there."""
    if not User.objects.filter(email=THERAPIST).exists():
        with transaction.atomic():
            make.make_practice(children=children, seed=1, now=timezone.now())


def set_scene() -> Scene:
    """Give the therapist visits today, start two of them, and fill a goal. What is there already stays."""
    now = timezone.now()
    therapist, family = (User.objects.get(email=email) for email in (THERAPIST, FAMILY))
    goals = Goal.objects.worked_on().filter(scale="accuracy", child__care_team__staff__user=therapist)
    goals = goals.select_related("child").order_by("written_at", "pk")
    shown = goals.filter(child__guardianships__caregiver__user=family)[0]
    others = goals.exclude(child=shown.child)
    _fill(shown, therapist, now)
    visits = {child: _visit(child, therapist, now) for child in _children(shown, others)}
    started = [start_visit(visits[goal.child], by=therapist, at=now) for goal in (shown, others[0])]
    level = others[0].ladder.levels.last()
    return Scene(therapist, family, (started[0], shown), (started[1], others[0]), level)


def _children(shown: Goal, others: list[Goal]) -> list[Child]:
    """Children with a visit today, each once."""
    return list(dict.fromkeys([shown.child, *(goal.child for goal in others)]))[:VISITS_TODAY]


def _visit(child: Child, therapist: User, now: datetime) -> Visit:
    """A visit today; asked again on the same day, the same one."""
    id = uuid5(NAMESPACE_URL, f"bench {child.pk} {now.date()}")
    known = Visit.objects.filter(pk=id).first()
    staff = Staff.objects.get(user=therapist, role="therapist", practice=child.practice_id)
    return known or plan_visit(
        child, staff, planned_at=now, minutes=45, place="clinic", by=therapist, at=now, id=id
    )


def _fill(goal: Goal, therapist: User, now: datetime) -> None:
    """Record attempts, a day each time, until the goal has a thousand."""
    level = goal.ladder.levels.last()
    missing = ATTEMPTS - goal.attempts.count()
    for day in range(-(-missing // AT_ONCE)):
        at, many = now - timedelta(days=day + 1), min(AT_ONCE, missing - day * AT_ONCE)
        who = {"can": Can.RECORD_VISIT, "by": therapist, "at": at}
        occasion = open_occasion(goal.child, "clinic", goal.practice.day(at), id=new_id(), **who)
        new = [NewAttempt(new_id(), goal.pk, level.pk, at, success=number % 3 > 0) for number in range(many)]
        record_attempts(occasion, new, **who)
