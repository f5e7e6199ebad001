"""Every critical act, ready to be done: the name of its action, and how a test does it once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from beadwork.core.ids import new_id
from beadwork.devices import actions as devices
from beadwork.devices.models import SetAside
from beadwork.devices.wire import read_entry
from beadwork.evaluation import actions as evaluation
from beadwork.home import actions as home
from beadwork.intake import actions as intake
from beadwork.notes import actions as notes
from beadwork.people import actions as people
from beadwork.people.access import Can
from beadwork.people.models import User
from beadwork.plan import actions as plan
from beadwork.progress import actions as progress
from beadwork.progress.forecast import question_of
from beadwork.progress.mastery import rule_of
from beadwork.progress.series import goal_series
from beadwork.record import actions as record
from beadwork.school import actions as school
from beadwork.talk import actions as talk
from beadwork.visits import actions as visits
from beadwork.visits import recording
from tests.devices.build import device_of, tried
from tests.devices.build import said as said_by_device
from tests.devices.build import sent as sent_by_device
from tests.evaluation.build import begun_evaluation
from tests.home.build import attempt_at, routine_at_home
from tests.home.build import goal_row as goal_at_home
from tests.notes.build import held_visit, note_in_words, text_of
from tests.plan.build import draft, new_goal, signed_goal
from tests.progress.build import socks
from tests.record.build import attempt, goal_row, occasion
from tests.school.build import help_in_class, question_asked, seen_in_class
from tests.talk.build import said
from tests.visits.build import begun_visit, planned_visit
from tests.world import World

Act = Callable[[], Any]
ACTS: dict[str, Callable[[World], Act]] = {}
SINCE = date(2026, 9, 1)


def act(make: Callable[[World], Act]) -> Callable[[World], Act]:
    """Put an act into the table under its room and its name: `plan_sign_plan` is `plan.sign_plan`."""
    room, _, name = make.__name__.partition("_")
    ACTS[f"{room}.{name}"] = make
    return make


def who(user: User, world: World) -> dict[str, Any]:
    """Who and when."""
    return {"by": user, "at": world.now}


def enquiry(world: World) -> intake.NewEnquiry:
    """What a family sends from outside."""
    return intake.NewEnquiry("Rosa Lund", "555 0100", "Lia", world.mia.born_on, "Waves.")


# --- people ----------------------------------------------------------------------------------------------------
@act
def people_open_practice(world: World) -> Act:
    here = {"kind": "clinic", "time_zone": "UTC", "language": "en"}
    return partial(people.open_practice, "Third", director=world.eve, at=world.now, **here)


@act
def people_hire(world: World) -> Act:
    return partial(
        people.hire, world.practice, world.eve, role="student", since=SINCE, **who(world.ruth, world)
    )


@act
def people_end_job(world: World) -> Act:
    return partial(people.end_job, world.ben_staff, **who(world.ruth, world))


@act
def people_add_child(world: World) -> Act:
    child = {"given_name": "Noor", "born_on": date(2021, 5, 4), "id": new_id()}
    return partial(people.add_child, world.practice, **child, **who(world.ana, world))


@act
def people_change_child(world: World) -> Act:
    now = {"given_name": "Mía", "family_name": "Rivera", "born_on": date(2022, 7, 3)}
    return partial(people.change_child, world.mia, **now, **who(world.dana, world))


@act
def people_note_fact(world: World) -> Act:
    return partial(people.note_fact, world.mia, "allergy", "peanuts", **who(world.ana, world))


@act
def people_end_fact(world: World) -> Act:
    fact = people.note_fact(world.mia, "interest", "trains", **who(world.ana, world))
    return partial(people.end_fact, fact, **who(world.ana, world))


@act
def people_join_care_team(world: World) -> Act:
    return partial(people.join_care_team, world.theo, world.ben_staff, since=SINCE, **who(world.ana, world))


@act
def people_leave_care_team(world: World) -> Act:
    member = world.mia.care_team.get(staff=world.ben_staff)
    return partial(people.leave_care_team, member, **who(world.ana, world))


@act
def people_add_caregiver(world: World) -> Act:
    return partial(people.add_caregiver, world.practice, name="Omar", **who(world.dana, world))


@act
def people_let_caregiver_in(world: World) -> Act:
    omar = people.add_caregiver(
        world.practice, name="Omar", email="omar@example.org", **who(world.dana, world)
    )
    return partial(people.let_caregiver_in, omar, **who(world.dana, world))


@act
def people_give_guardianship(world: World) -> Act:
    bond = {"relation": "uncle", "since": SINCE}
    return partial(
        people.give_guardianship, world.theo, world.leo_caregiver, **bond, **who(world.dana, world)
    )


@act
def people_change_rights(world: World) -> Act:
    return partial(people.change_rights, _bond(world), rights={"may_see"}, **who(world.dana, world))


@act
def people_end_guardianship(world: World) -> Act:
    return partial(people.end_guardianship, _bond(world), **who(world.dana, world))


def _bond(world: World) -> Any:
    return world.mia.guardianships.get(caregiver=world.leo_caregiver)


@act
def people_give_consent(world: World) -> Act:
    yes = {"given_by": world.sara_caregiver, "since": SINCE}
    return partial(people.give_consent, world.mia, "photos", **yes, **who(world.dana, world))


@act
def people_withdraw_consent(world: World) -> Act:
    return partial(people.withdraw_consent, world.mia.consents.get(), **who(world.dana, world))


@act
def people_add_school(world: World) -> Act:
    return partial(people.add_school, world.practice, "Lake School", **who(world.dana, world))


@act
def people_add_teacher(world: World) -> Act:
    return partial(people.add_teacher, world.teacher.school, "Mr. Lang", **who(world.dana, world))


@act
def people_enrol(world: World) -> Act:
    return partial(people.enrol, world.theo, world.teacher.school, since=SINCE, **who(world.dana, world))


@act
def people_end_schooling(world: World) -> Act:
    return partial(people.end_schooling, world.mia.schoolings.get(), **who(world.dana, world))


@act
def people_set_preferences(world: World) -> Act:
    return partial(people.set_preferences, world.leo, language="es", theme="dark", **who(world.leo, world))


# --- intake and evaluation -------------------------------------------------------------------------------------
@act
def intake_send_enquiry(world: World) -> Act:
    return partial(intake.send_enquiry, world.practice, enquiry(world), at=world.now)


@act
def intake_welcome(world: World) -> Act:
    sent = intake.send_enquiry(world.practice, enquiry(world), at=world.now)
    return partial(intake.welcome, sent, **who(world.dana, world))


@act
def intake_close_enquiry(world: World) -> Act:
    sent = intake.send_enquiry(world.practice, enquiry(world), at=world.now)
    return partial(intake.close_enquiry, sent, "Called back", **who(world.dana, world))


@act
def intake_note_concern(world: World) -> Act:
    return partial(
        intake.note_concern, world.mia, "Socks.", said_by=world.leo_caregiver, **who(world.ana, world)
    )


@act
def intake_refer(world: World) -> Act:
    why = {"reason": "Dressing", "source": "physician", "referred_on": SINCE}
    facts = {"conditions": ["weak grip"], "precautions": ["no peanuts", "splint at night"]}
    return partial(intake.refer, world.mia, **why, **facts, **who(world.ana, world))


@act
def intake_close_referral(world: World) -> Act:
    return partial(intake.close_referral, intake_refer(world)(), "Moved away", **who(world.ana, world))


@act
def evaluation_mark_skill(world: World) -> Act:
    return partial(evaluation.mark_skill, world.mia, "socks/toes-in", "does", **who(world.ana, world))


@act
def evaluation_start_evaluation(world: World) -> Act:
    present = [world.leo_caregiver, world.sara_caregiver]
    return partial(evaluation.start_evaluation, world.mia, caregivers=present, **who(world.ana, world))


@act
def evaluation_save_interview(world: World) -> Act:
    from beadwork.knowledge import items

    answers = {one.slug: "Yes" for one in items("question")[:3]}
    return partial(evaluation.save_interview, begun_evaluation(world), answers, **who(world.ana, world))


@act
def evaluation_save_observations(world: World) -> Act:
    from beadwork.knowledge import items

    seen = {one.slug: {"did": "Drew a line", "support": "words"} for one in items("task")[:3]}
    return partial(evaluation.save_observations, begun_evaluation(world), seen, **who(world.ana, world))


@act
def evaluation_save_profile(world: World) -> Act:
    found = {"play": {"strengths": "Sings"}, "dressing": {"needs": "Socks"}}
    return partial(evaluation.save_profile, begun_evaluation(world), found, **who(world.ana, world))


@act
def evaluation_end_evaluation(world: World) -> Act:
    return partial(
        evaluation.end_evaluation, begun_evaluation(world), ended_at=world.now, **who(world.ana, world)
    )


@act
def evaluation_finish_evaluation(world: World) -> Act:
    """With two referrals that it answers."""
    for _ in range(2):
        intake_refer(world)()
    opened = begun_evaluation(world)
    evaluation.save_profile(opened, {"play": {"strengths": "Sings"}}, **who(world.ana, world))
    return partial(evaluation.finish_evaluation, opened, **who(world.ana, world))


# --- plan ------------------------------------------------------------------------------------------------------
@act
def plan_standard_ladder(world: World) -> Act:
    return partial(plan.standard_ladder, world.practice, **who(world.ana, world))


@act
def plan_make_ladder(world: World) -> Act:
    plan.standard_ladder(world.practice, at=world.now)
    rungs = [plan.NewRung("With help"), plan.NewRung("Alone", is_alone=True)]
    return partial(plan.make_ladder, world.practice, "Two", rungs, **who(world.ruth, world))


@act
def plan_write_plan(world: World) -> Act:
    dose = {"visits_a_week": 1, "minutes_a_visit": 45, "place": "clinic"}
    days = {"starts_on": SINCE, "ends_on": date(2026, 12, 1)}
    return partial(plan.write_plan, world.mia, **dose, **days, **who(world.ana, world))


@act
def plan_change_plan(world: World) -> Act:
    return partial(plan.change_plan, draft(world), minutes_a_visit=30, **who(world.ana, world))


@act
def plan_write_goal(world: World) -> Act:
    """On a scale of steps, which has points, for a practice that has no ladder yet."""
    new = replace(new_goal(world, "steps"), baseline_support=None, target_support=None)
    plan_of_care = draft(world)
    return partial(plan.write_goal, plan_of_care, new, **who(world.ana, world))


@act
def plan_sign_plan(world: World) -> Act:
    """The plan before it ends, and its goal moves."""
    signed_goal(world)
    next_plan = draft(world)
    plan.write_goal(next_plan, new_goal(world, name="Zips the coat"), **who(world.ana, world))
    return partial(plan.sign_plan, next_plan, **who(world.ana, world))


@act
def plan_end_plan(world: World) -> Act:
    return partial(plan.end_plan, signed_goal(world).plan, "Moved away", **who(world.ana, world))


@act
def plan_agree_to_plan(world: World) -> Act:
    signed = signed_goal(world).plan
    return partial(plan.agree_to_plan, signed, world.leo_caregiver, **who(world.ana, world))


@act
def plan_change_goal(world: World) -> Act:
    why = {"effective_on": world.today, "reason": "Sooner than thought", "target": 95}
    return partial(plan.change_goal, signed_goal(world), **why, **who(world.ana, world))


@act
def plan_share_goal(world: World) -> Act:
    goal = plan.write_goal(draft(world), new_goal(world), **who(world.ana, world))
    plan.sign_plan(goal.plan, **who(world.ana, world))
    return partial(plan.share_goal, goal, **who(world.ana, world))


@act
def plan_close_goal(world: World) -> Act:
    return partial(plan.close_goal, signed_goal(world), "Reached", **who(world.ana, world))


# --- record and visits -----------------------------------------------------------------------------------------
def _record(world: World) -> dict[str, Any]:
    return {"can": Can.RECORD_VISIT, **who(world.ana, world)}


@act
def record_open_occasion(world: World) -> Act:
    return partial(record.open_occasion, world.mia, "clinic", world.today, id=new_id(), **_record(world))


@act
def record_record_attempts(world: World) -> Act:
    goal = goal_row(world)
    return partial(
        record.record_attempts,
        occasion(world),
        [attempt(world, goal) for _ in range(5)],
        **_record(world),
    )


@act
def record_record_responses(world: World) -> Act:
    upset = [record.NewResponse(new_id(), "joy", 2, world.now) for _ in range(2)]
    return partial(record.record_responses, occasion(world), upset, **_record(world))


@act
def record_record_remarks(world: World) -> Act:
    remarks = [record.NewRemark(new_id(), "Laughed.", world.now) for _ in range(2)]
    return partial(record.record_remarks, occasion(world), remarks, **_record(world))


@act
def record_take_back(world: World) -> Act:
    day = occasion(world)
    record.record_attempts(day, [attempt(world, goal_row(world))], **_record(world))
    return partial(record.take_back, day.attempts.get(), id=new_id(), **_record(world))


@act
def visits_plan_visit(world: World) -> Act:
    when = {"planned_at": world.now + timedelta(days=1), "minutes": 45, "place": "clinic"}
    return partial(visits.plan_visit, world.mia, world.ana_staff, **when, **who(world.dana, world))


@act
def visits_cancel_visit(world: World) -> Act:
    return partial(visits.cancel_visit, planned_visit(world), "Ill", **who(world.dana, world))


@act
def visits_start_visit(world: World) -> Act:
    return partial(visits.start_visit, planned_visit(world), **who(world.ana, world))


@act
def visits_finish_visit(world: World) -> Act:
    return partial(visits.finish_visit, begun_visit(world), **who(world.ana, world))


@act
def visits_record_in_visit(world: World) -> Act:
    """All four kinds of entries at once."""
    goal = goal_row(world)
    entries = [
        attempt(world, goal),
        record.NewResponse(new_id(), "joy", 2, world.now),
        record.NewRemark(new_id(), "Laughed.", world.now),
        recording.NewActivity(new_id(), "Beads", 5, world.now),
    ]
    visit = begun_visit(world, goal=goal)
    return partial(recording.record_in_visit, visit, entries, **who(world.ana, world))


@act
def visits_note_activity(world: World) -> Act:
    return partial(recording.note_activity, begun_visit(world), "Beads", 5, new_id(), **who(world.ana, world))


@act
def visits_undo_in_visit(world: World) -> Act:
    visit = begun_visit(world)
    recording.note_activity(visit, "Beads", 5, new_id(), **who(world.ana, world))
    seen = visit.occasion.doneactivitys.get()
    return partial(recording.undo_in_visit, visit, seen, id=new_id(), **who(world.ana, world))


# --- home, school, talk ----------------------------------------------------------------------------------------
@act
def home_share_routine(world: World) -> Act:
    words = {"moment_en": "after the bath", "words_en": "Sock puppets.", "minutes": 3}
    return partial(home.share_routine, goal_at_home(world), **words, **who(world.ana, world))


@act
def home_end_routine(world: World) -> Act:
    return partial(home.end_routine, routine_at_home(world), **who(world.ana, world))


@act
def home_tell_home_day(world: World) -> Act:
    """Told again: an attempt is replaced and a remark is mended."""
    goal = goal_at_home(world)
    routine = routine_at_home(world, goal)
    today = {"on": world.today, "done": True, **who(world.leo, world)}
    home.tell_home_day(world.mia, routine, id=new_id(), attempts=[attempt_at(world, goal)], **today)
    again = {"attempts": [attempt_at(world, goal, steps="1,2,3")], "remark": "All three!", "feeling": "proud"}
    return partial(home.tell_home_day, world.mia, routine, id=new_id(), **again, **today)


@act
def school_say_what_helps(world: World) -> Act:
    return partial(school.say_what_helps, world.mia, "A chair with arms.", **who(world.ana, world))


@act
def school_end_help(world: World) -> Act:
    return partial(school.end_help, help_in_class(world), **who(world.ana, world))


@act
def school_ask_class(world: World) -> Act:
    return partial(
        school.ask_class, world.mia, "How was gym?", goal=goal_at_home(world), **who(world.ana, world)
    )


@act
def school_answer_class(world: World) -> Act:
    goal = goal_at_home(world)
    question = question_asked(world, goal)
    seen = {"attempts": [seen_in_class(world, goal)], "remark": "Better."}
    return partial(school.answer_class, question, id=new_id(), **seen, **who(world.okafor, world))


@act
def talk_send_message(world: World) -> Act:
    return partial(talk.send_message, world.mia, "How was today?", id=new_id(), **who(world.leo, world))


@act
def talk_mark_read(world: World) -> Act:
    for text in ("One", "Two"):
        said(world, text, world.leo)
    return partial(talk.mark_read, world.mia, **who(world.ana, world))


# --- progress --------------------------------------------------------------------------------------------------
@act
def progress_keep_outlooks(world: World) -> Act:
    goal = socks(world)
    series = goal_series(goal)
    question = question_of(series, rule_of(goal.newest_version, series.measure))
    return partial(progress.keep_outlooks, {goal: question}, at=world.now)


# --- devices ---------------------------------------------------------------------------------------------------
@act
def devices_register_device(world: World) -> Act:
    return partial(devices.register_device, new_id(), "Tablet", **who(world.ana, world))


@act
def devices_revoke_device(world: World) -> Act:
    return partial(devices.revoke_device, device_of(world), **who(world.ana, world))


@act
def devices_note_wiped(world: World) -> Act:
    revoked = devices.revoke_device(device_of(world), **who(world.ana, world))
    return partial(devices.note_wiped, revoked, **who(world.ana, world))


@act
def devices_receive(world: World) -> Act:
    """A visit that was begun without network, with an entry that does not fit."""
    goal, visit = goal_row(world, "accuracy"), planned_visit(world, planned_at=world.now)
    said_now = [said_by_device("visit.start", visit, world.now), tried(goal, visit, world.now)]
    entries = [read_entry(one) for one in [*said_now, tried(goal, visit, world.now, value=3)]]
    return partial(devices.receive, device_of(world), entries, sent_at=world.now, **who(world.ana, world))


def _set_aside(world: World) -> list[Any]:
    goal, visit = goal_row(world, "accuracy"), planned_visit(world, planned_at=world.now)
    device = devices.revoke_device(device_of(world), **who(world.ana, world))
    start = said_by_device("visit.start", visit, world.now)
    sent_by_device(device, start, tried(goal, visit, world.now), at=world.now)
    return list(SetAside.objects.waiting())


@act
def devices_land(world: World) -> Act:
    return partial(devices.land, _set_aside(world), "Seen", **who(world.ana, world))


@act
def devices_decline(world: World) -> Act:
    return partial(devices.decline, _set_aside(world), "A test", **who(world.ruth, world))


# --- notes -----------------------------------------------------------------------------------------------------
@act
def notes_write_line(world: World) -> Act:
    visit, id = held_visit(world), new_id()
    return partial(notes.write_line, visit, "a-own", "Words", id=id, base=None, **who(world.ana, world))


@act
def notes_settle_line(world: World) -> Act:
    visit, id = held_visit(world), new_id()
    for text in ("Hers.", "His."):
        notes.write_line(visit, "a-own", text, id=new_id(), base=None, **who(world.ana, world))
    return partial(notes.settle_line, visit, "a-own", "Both.", id=id, **who(world.ana, world))


@act
def notes_sign_note(world: World) -> Act:
    visit = held_visit(world)
    return partial(notes.sign_note, visit, seen=text_of(visit).mark, release=True, **who(world.ana, world))


@act
def notes_release_summary(world: World) -> Act:
    return partial(notes.release_summary, held_visit(world), **who(world.ana, world))


@act
def notes_co_sign_note(world: World) -> Act:
    return partial(notes.co_sign_note, note_in_words(world, "Words"), **who(world.ana, world))


@act
def notes_add_to_note(world: World) -> Act:
    return partial(
        notes.add_to_note, note_in_words(world, "Words"), "More", id=new_id(), **who(world.ana, world)
    )
