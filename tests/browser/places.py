"""Prints, as JSON, every page of the demo as somebody who may see it: [[name, who, url], …].

Run as a program of its own on the demo's database. What the demo leaves out (a visit that runs, an evaluation half-way,
a draft that lacks something, a child about whom nothing is known, a Spanish-speaking therapist) is made first,
through the rooms' own actions.
"""

import json
import sys
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from beadwork.core.ids import new_id  # noqa: E402
from beadwork.demo.cast import user  # noqa: E402
from beadwork.evaluation.actions import start_evaluation  # noqa: E402
from beadwork.evaluation.models import Evaluation  # noqa: E402
from beadwork.home.models import Routine  # noqa: E402
from beadwork.intake.actions import NewEnquiry, send_enquiry  # noqa: E402
from beadwork.intake.models import Enquiry  # noqa: E402
from beadwork.notes.models import Note  # noqa: E402
from beadwork.people import actions as people  # noqa: E402
from beadwork.people.models import Caregiver, Child, Credential, Practice, Role, Staff, User  # noqa: E402
from beadwork.plan.actions import sign_plan, write_goal, write_plan  # noqa: E402
from beadwork.plan.models import Goal, Plan  # noqa: E402
from beadwork.record.actions import NewAttempt, NewRemark, NewResponse  # noqa: E402
from beadwork.school.actions import ask_class, say_what_helps, week_of  # noqa: E402
from beadwork.talk.actions import send_message  # noqa: E402
from beadwork.visits.actions import add_activity, plan_visit, start_visit, take_proposal  # noqa: E402
from beadwork.visits.models import Visit  # noqa: E402
from beadwork.visits.proposing import Chooser, usual_day  # noqa: E402
from beadwork.visits.recording import NewActivity, record_in_visit  # noqa: E402
from tests.plan.build import SCALES, new_goal  # noqa: E402
from tests.web.table import ROWS  # noqa: E402
from tests.web.test_access import addresses  # noqa: E402

NOW = timezone.now()
USUAL = ("ana", "ruth", "dana", "okafor", "leo")
FOR_NOBODY = ("gallery", "account_login", "account_reset_password", "account_reset_password_done", "check")
FOR_SOMEBODY = ("account_change_password", "account_logout")
NOT_PAGES = {
    "home", "jump", "children-data", "goal-data", "record-held", "family", "note-pdf",
    "family-visit-pdf", "sync", "sync-days",
}  # fmt: skip
"""Data, and addresses that lead on to another page."""
ASKED = {"visit-outline-swap": "?of={planned}"}
"""What an address is asked beside its path."""
SPANISH = "ines"


def person(who: str) -> User:
    return User.objects.get(email=f"{who}@example.org")


def main() -> None:
    """Make what is missing, then say where everything is."""
    mia = Child.objects.get(given_name="Mia")
    ana = {"by": person("ana"), "at": NOW}
    _hire_ines(mia)
    ids = _thread(mia, ana)
    places = [*_table(ids), *_spanish(ids), *_states(mia, ana), *_scales(mia, ana)]
    sys.stdout.write(json.dumps(places))


def _hire_ines(mia: Child) -> None:
    """A therapist who reads Spanish and treats Mia."""
    ines, ruth = user(f"{SPANISH}@example.org", "Inés Prado", "es"), person("ruth")
    by = {"by": ruth, "at": NOW, "since": mia.practice.day(NOW)}
    job = people.hire(mia.practice, ines, role=Role.THERAPIST, credential=Credential.OTR, **by)
    people.join_care_team(mia, job, **by)


def _thread(mia: Child, ana: dict[str, Any]) -> dict[str, Any]:
    """What the names in an address stand for, each in the state in which its page shows most."""
    goal = Goal.objects.filter(child=mia, closed_at=None).order_by("pk")[0]
    evaluation = start_evaluation(mia, caregivers=[Caregiver.objects.get(email="leo@example.org")], **ana)
    visit, attempt = _running_visit(mia, goal, ana)
    _draft(mia, ana)
    help = say_what_helps(mia, "A picture of the next step on the table.", **ana)
    _ask(mia, goal, ana)
    send_message(mia, "The blue chair helps. Shall I bring it?", id=new_id(), **ana)
    return {
        "slug": mia.slug, "goal": goal.slug, "visit_id": visit.pk, "attempt_id": attempt, "help": help.pk,
        "evaluation": evaluation.pk, "routine": Routine.objects.filter(goal__child=mia, ended_at=None)[0].pk,
        "practice": mia.practice.slug, "response": "fear", "path": "socks", "kind": "activity",
        "activity": "after-bath-butterfly", "entry": "after-bath-butterfly", "enquiry": _enquiry(mia).pk,
        "bond": mia.guardianships.filter(until=None)[0].pk, "fact": mia.childfacts.all()[0].pk,
        "planned": _planned(visit, ana),
    }  # fmt: skip


def _enquiry(mia: Child) -> Enquiry:
    """A family that is not with the practice wrote from the milestone check."""
    new = NewEnquiry("Rosa Lund", "555 0100", "Lia", mia.born_on, "Waves goodbye.\n\nNot yet: walks alone.")
    return send_enquiry(mia.practice, new, at=NOW)


def _running_visit(child: Child, goal: Goal, ana: dict[str, Any]) -> tuple[Visit, Any]:
    """A visit that began half an hour ago, with something of everything in it."""
    visit = _visit(child, NOW - timedelta(minutes=30), ana)
    visit = start_visit(visit, by=ana["by"], at=NOW - timedelta(minutes=29))
    support, at = goal.ladder.levels.all()[0].pk, NOW - timedelta(minutes=5)
    results: dict[str, Any] = {"accuracy": {"success": True}, "steps": {"value": 2, "steps_done": "1,2"}}
    result = results.get(goal.scale, {"value": 1})
    tries = [NewAttempt(new_id(), goal.pk, support, at, **result) for _ in range(3)]
    more = [
        NewResponse(new_id(), "joy", 2, at, during="Beads", helped="going first"),
        NewRemark(new_id(), "Sang along.", at, goal_id=goal.pk, for_family=True),
        NewActivity(new_id(), "Sock puppets", 10, at),
    ]
    record_in_visit(visit, [*tries, *more], **ana)
    return visit, tries[0].id


def _planned(visit: Visit, ana: dict[str, Any]) -> Any:
    """A plan that was taken up, with an activity in somebody's own words."""
    chooser = Chooser(visit, usual_day(visit), NOW)
    plan = take_proposal(chooser, **ana)
    add_activity(plan, "work", chooser, name="Sock bowling", **ana)
    return plan.activities.get(slug="").pk


def _visit(child: Child, planned_at: Any, ana: dict[str, Any]) -> Visit:
    staff = Staff.objects.get(user=ana["by"])
    return plan_visit(child, staff, planned_at=planned_at, minutes=45, place="clinic", **ana)


def _plan(child: Child, ana: dict[str, Any]) -> Plan:
    today = child.practice.day(NOW)
    return write_plan(
        child, starts_on=today, ends_on=today + timedelta(weeks=12), visits_a_week=1, minutes_a_visit=45,
        place="clinic", **ana,
    )  # fmt: skip


def _draft(mia: Child, ana: dict[str, Any]) -> None:
    """The next plan, with a goal that lacks its numbers."""
    lacks = {"name": "Ties a bow", "does": "ties a bow", "baseline": None, "review_on": None}
    world = SimpleNamespace(practice=mia.practice, now=NOW)
    write_goal(_plan(mia, ana), new_goal(world, "accuracy", **lacks), **ana)


def _ask(mia: Child, goal: Goal, ana: dict[str, Any]) -> None:
    """A question for the teacher of this week, unless the demo asked one."""
    if not mia.classquestions.filter(week_of=week_of(mia, NOW)).exists():
        ask_class(mia, "How did the shoes go before the break?", goal=goal, **ana)


def _new_child(name: str, practice: Practice, ana: dict[str, Any]) -> Child:
    """A child about whom only the name is known."""
    born = practice.day(NOW) - timedelta(days=1500)
    return people.add_child(practice, given_name=name, born_on=born, **ana)


def _place(name: str, who: str, url: str = "") -> list[str]:
    return [name, who, url or reverse(name)]


def _table(ids: dict[str, Any]) -> list[list[str]]:
    """Every page of the table once, as the first who may."""
    mine = [_place(name, _who(name), _url(name, ids)) for name in _pages()]
    public = {"check-list": [18], "check-at": [ids["practice"]], "check-send": [ids["practice"]]}
    mine += [_place(name, "", reverse(name, args=args)) for name, args in public.items()]
    return mine + [_place(name, "") for name in FOR_NOBODY] + [_place(name, "ana") for name in FOR_SOMEBODY]


def _pages() -> list[str]:
    return [name for name, row in ROWS.items() if not row.post and name not in NOT_PAGES]


def _who(name: str) -> str:
    return next(who for who in USUAL if who in ROWS[name].who)


def _url(name: str, ids: dict[str, Any]) -> str:
    pattern = next(one for one in addresses() if one.name == name)
    asked = ASKED.get(name, "").format(**ids)
    return reverse(name, kwargs={key: ids[key] for key in pattern.pattern.converters}) + asked


def _spanish(ids: dict[str, Any]) -> list[list[str]]:
    """The therapist's pages with Inés, the family's with Sara."""
    places = []
    for name in _pages():
        for english, spanish in (("ana", SPANISH), ("sara", "sara")):
            if english in ROWS[name].who:
                places.append(_place(f"{name} in Spanish", spanish, _url(name, ids)))
    return places


def _states(mia: Child, ana: dict[str, Any]) -> list[list[str]]:
    """Pages whose other states look different: empty, finished, planned."""
    new = _new_child("Zia", mia.practice, ana)
    empty = [
        _place(f"{name}, empty", "ana", _url(name, {"slug": new.slug}))
        for name in ("child", "plan", "talk", "people-around", "history", "facts", "visit-plan", "class-help")
    ]
    finished = Visit.objects.filter(child=mia, finished_at__isnull=False).order_by("-planned_at")[0]
    planned = _visit(mia, NOW + timedelta(days=1), ana)
    read = Evaluation.objects.filter(child=mia, finished_at__isnull=False)[0]
    return [
        *empty,
        _place("visit, finished", "ana", reverse("visit", args=[finished.pk])),
        _place("note, to sign", "ana", reverse("note", args=[finished.pk])),
        _place("note, signed", "ana", reverse("note", args=[Note.objects.filter(child=mia)[0].visit_id])),
        _place("evaluation, finished", "ana", reverse("evaluation", args=[read.pk])),
        _place("visit, planned", "ana", reverse("visit", args=[planned.pk])),
        _place("visit-outline, proposed", "ana", reverse("visit-outline", args=[planned.pk])),
        _place("not there", "ana", "/children/nobody/"),
        _place("nothing yet", "eve", reverse("today")),
        _place("children, one", "eve", reverse("children")),
    ]


def _scales(mia: Child, ana: dict[str, Any]) -> list[list[str]]:
    """One goal on each scale, and the record page with all of them."""
    forms = [
        _place(f"goal-new, {scale}", "ana", reverse("goal-new", args=[mia.slug]) + f"?scale={scale}")
        for scale in SCALES
    ]
    child = _new_child("Abe", mia.practice, ana)
    plan, world = _plan(child, ana), SimpleNamespace(practice=child.practice, now=NOW)
    for scale in SCALES:
        write_goal(plan, new_goal(world, scale, name=f"Goal on {scale}", does=f"does {scale}"), **ana)
    sign_plan(plan, **ana)
    goals = list(Goal.objects.filter(child=child))
    visit, _attempt = _running_visit(child, goals[0], ana)
    return [
        *forms,
        *[_place(f"goal, {one.scale}", "ana", reverse("goal", args=[child.slug, one.slug])) for one in goals],
        _place("record, every scale", "ana", reverse("record", args=[visit.pk])),
    ]


if __name__ == "__main__":
    with transaction.atomic():
        main()
