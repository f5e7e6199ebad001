"""Mia's whole thread, once, with a canary in every text: what nobody outside may ever see."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from beadwork.activities.actions import give_clearance
from beadwork.core.ids import new_id
from beadwork.devices.actions import register_device
from beadwork.evaluation.actions import save_profile, start_evaluation
from beadwork.intake.actions import NewEnquiry, note_concern, refer, send_enquiry
from beadwork.knowledge import items
from beadwork.people.actions import note_fact
from beadwork.people.models import Child
from beadwork.plan.actions import share_goal, sign_plan, write_goal
from beadwork.plan.models import Goal
from beadwork.record.actions import NewAttempt, NewRemark
from beadwork.school.actions import ask_class, say_what_helps
from beadwork.talk.actions import send_message
from beadwork.visits.models import Visit
from beadwork.visits.recording import record_in_visit
from tests.evaluation.build import finished_evaluation
from tests.home.build import routine_at_home
from tests.notes.build import note_in_words
from tests.plan.build import draft, new_goal, rung
from tests.visits.build import in_own_words
from tests.world import World

CANARY = "Kanarienvogel"


@dataclass
class Thread:
    """The rows whose ids stand in addresses."""

    goal: Goal
    visit: Visit
    ids: dict[str, Any]


def signed_words(world: World) -> str:
    """The canary of this practice in what the database does not let anybody change."""
    return f"{CANARY.lower()}-{world.practice.pk.hex}"


def make_thread(world: World) -> Thread:
    """Everything the product keeps about Mia, through the rooms' own actions."""
    from beadwork.visits.actions import plan_visit, start_visit

    by = {"by": world.ana, "at": world.now}
    Child.objects.filter(pk=world.mia.pk).update(called=CANARY, family_name=CANARY)
    world.mia.refresh_from_db()
    fact = note_fact(world.mia, "interest", f"{CANARY} song", **by)
    note_concern(world.mia, f"{CANARY} worry", **by)
    enquiry = send_enquiry(
        world.practice, NewEnquiry(CANARY, CANARY, CANARY, world.mia.born_on, f"{CANARY} words"), at=world.now
    )
    refer(world.mia, reason=f"{CANARY} reason", source="family", referred_on=world.today, **by)
    finished = finished_evaluation(world)
    opened = start_evaluation(world.mia, caregivers=[world.leo_caregiver], **by)
    save_profile(opened, {"play": {"strengths": f"{CANARY} strength"}}, **by)
    goal = _goal(world)
    planned = plan_visit(world.mia, world.ana_staff, planned_at=world.now, minutes=45, place="clinic", **by)
    visit = start_visit(planned, **by)
    attempt = NewAttempt(new_id(), goal.pk, rung(world, "words").pk, world.now, success=True)
    remark = NewRemark(new_id(), f"{CANARY} remark", world.now, goal_id=goal.pk, for_family=True)
    record_in_visit(visit, [attempt, remark], **by)
    routine = routine_at_home(world, goal)
    help = say_what_helps(world.mia, f"{CANARY} helps", **by)
    asked = ask_class(world.mia, f"{CANARY} question", goal=goal, by=world.ana, at=timezone.now())
    send_message(world.mia, f"{CANARY} message", id=new_id(), by=world.leo, at=world.now)
    draft(world)
    clearance = give_clearance(world.mia, "approach", "wet", **by)
    note = note_in_words(world, signed_words(world))
    device = register_device(new_id(), f"{CANARY} tablet", **by)
    return Thread(
        goal,
        visit,
        _ids(world, goal, visit, fact, opened, attempt, routine, help)
        | {"read": finished.pk, "question": asked.pk, "device": device.pk, "enquiry": enquiry.pk}
        | {
            "planned": in_own_words(world, visit, f"{CANARY} game").pk,
            "clearance": clearance.pk,
            "response": "fear",
            "path": "socks",
        }
        | {"note_id": note.pk, "summary_id": note.visit.summary.pk},
    )


def _goal(world: World) -> Goal:
    words = {"name": f"{CANARY} goal", "family_name_en": f"{CANARY} goal", "family_name_es": f"{CANARY} meta"}
    plan = draft(world)
    goal = write_goal(plan, new_goal(world, **words), by=world.ana, at=world.now)
    sign_plan(plan, by=world.ana, at=world.now)
    return share_goal(goal, by=world.ana, at=world.now)


def _ids(
    world: World, goal: Goal, visit: Visit, fact: Any, opened: Any, attempt: Any, routine: Any, help: Any
) -> Any:
    """What the names in an address stand for."""
    mia = world.mia
    return {
        "slug": mia.slug, "goal": goal.slug, "visit_id": visit.pk, "fact": fact.pk, "evaluation": opened.pk,
        "attempt_id": attempt.id, "routine": routine.pk, "help": help.pk,
        "bond": mia.guardianships.get(caregiver=world.leo_caregiver).pk,
        "member": mia.care_team.get(staff=world.ben_staff).pk, "consent": mia.consents.get().pk,
        "schooling": mia.schoolings.get().pk, "job": world.ben_staff.pk, "caregiver": world.leo_caregiver.pk,
        "activity": items("activity")[0].slug, "kind": "activity", "entry": items("activity")[0].slug,
    }  # fmt: skip
