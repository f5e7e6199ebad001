"""The weeks of one child: visits, home days, talk, and what the teacher says."""

from datetime import datetime, timedelta
from typing import Any

from beadwork.core.ids import new_id
from beadwork.demo.child import Thread
from beadwork.demo.choosing import plan_what_to_do, usual_activities
from beadwork.demo.classroom import in_class, say_helps
from beadwork.demo.learning import COURSES, Course, is_away, readiness
from beadwork.demo.texts import content
from beadwork.demo.tries import tries
from beadwork.demo.write_up import write_up
from beadwork.home.actions import tell_home_day
from beadwork.home.models import Routine
from beadwork.people.models import Caregiver, Staff
from beadwork.plan.models import Goal, SupportLevel
from beadwork.record.actions import NewAttempt, NewRemark, NewResponse
from beadwork.talk.actions import send_message
from beadwork.visits.actions import cancel_visit, finish_visit, plan_visit, start_visit
from beadwork.visits.recording import NewActivity, record_in_visit

FIRST_VISIT = 2
ASSISTANT_WEEKS_AGO = 2
GLAD = ("joy", "pride", "calm", "focus")
HARD = ("frustration", "avoidance", "stress", "lack-of-interest", "sore-muscles")
FEELINGS = ("fun", "fine", "proud", "tired", "hard")


def live(thread: Thread, routines: list[Routine]) -> None:
    """Play the weeks from the first visit to today, then plan what comes."""
    levels = list(thread.goals[0][0].ladder.levels.all())
    thread.activities = usual_activities(thread)
    if thread.story.teacher:
        say_helps(thread, FIRST_VISIT)
    for week in range(FIRST_VISIT, thread.calendar.weeks + 1):
        if not _is_away(thread, week):
            _week(thread, week, routines, levels)
    _plan_ahead(thread)
    write_up(thread)


def _is_away(thread: Thread, week: int) -> bool:
    return any(is_away(COURSES[course], week) for _, _, course in thread.goals)


def _week(thread: Thread, week: int, routines: list[Routine], levels: list[SupportLevel]) -> None:
    if thread.calendar.visit(week) + timedelta(minutes=60) < thread.calendar.now:
        _visit(thread, week, levels)
    for routine in routines[:2]:
        _home(thread, week, routine, levels)
    if thread.story.teacher:
        in_class(thread, week, levels)
    if thread.random.random() < 0.08:
        _talk(thread, week)


def _visit(thread: Thread, week: int, levels: list[SupportLevel]) -> None:
    """Plan, hold, record and finish one visit; now and then it is called off."""
    begins = thread.calendar.visit(week)
    staff = _who(thread, week)
    by = {"by": staff.user}
    visit = plan_visit(
        thread.child, staff, planned_at=begins, minutes=45, place="clinic", by=thread.therapist,
        at=begins - timedelta(days=6),
    )  # fmt: skip
    if thread.random.random() < 0.06:
        cancel_visit(visit, "The child is ill", by=thread.therapist, at=begins - timedelta(hours=3))
        return
    visit = start_visit(visit, at=begins, **by)
    ends = begins + timedelta(minutes=45)
    record_in_visit(visit, _seen(thread, week, begins, levels), at=ends, **by)
    finish_visit(visit, at=ends, **by)


def _who(thread: Thread, week: int) -> Staff:
    """The therapist; a few weeks ago, once, the assistant."""
    if thread.story.teacher and week == thread.calendar.weeks - ASSISTANT_WEEKS_AGO:
        return thread.cast.assistant
    return thread.lead


def _seen(thread: Thread, week: int, begins: datetime, levels: list[SupportLevel]) -> list[Any]:
    """Everything recorded in one visit: attempts goal by goal, an activity each, how the child was, a remark."""
    random, news = thread.random, []
    for number, (goal, template, course) in enumerate(thread.goals):
        at = begins + timedelta(minutes=5 + 12 * number)
        ready = readiness(COURSES[course], week, "clinic")
        news += tries(goal, template, levels, ready, at, random)
        name, slug = random.choice(thread.activities[goal.pk])
        news.append(NewActivity(new_id(), name, random.choice((8, 10, 12)), at, slug=slug))
        if random.random() < 0.35:
            news.append(_response(thread, ready, at, news[-1].name))
        if random.random() < 0.15:
            news.append(_remark(thread, goal, template, ready, at, week))
    return news


def _response(thread: Thread, ready: float, at: datetime, during: str) -> NewResponse:
    kind = thread.random.choice(GLAD if thread.random.random() < 0.45 + 0.4 * ready else HARD)
    helped = (
        thread.random.choice(thread.story.facts["helps"])
        if kind in HARD and "helps" in thread.story.facts
        else ""
    )
    return NewResponse(new_id(), kind, thread.random.choice((1, 2, 2, 3)), at, during=during, helped=helped)


def _remark(
    thread: Thread, goal: Goal, template: dict[str, Any], ready: float, at: datetime, week: int
) -> NewRemark:
    """A sentence for colleagues, or, when it goes well, one the family reads in its language."""
    if ready > 0.3 and thread.random.random() < 0.5:
        language = thread.story.guardians[0].language
        text = thread.text(template["family_remarks"][language])
        return NewRemark(new_id(), text, at, goal_id=goal.pk, for_family=True)
    return NewRemark(new_id(), template["remarks"][week % len(template["remarks"])], at, goal_id=goal.pk)


def _home(thread: Thread, week: int, routine: Routine, levels: list[SupportLevel]) -> None:
    """The days of one week on which the family tells how the practice went."""
    goal, template, course = next(entry for entry in thread.goals if entry[0].pk == routine.goal_id)
    days = thread.random.sample(range(7), thread.random.randint(0, thread.story.home_days))
    for weekday in sorted(days):
        day = thread.calendar.day(week, weekday)
        if day < thread.calendar.today:
            _home_day(thread, routine, goal, template, COURSES[course], week, day, levels)


def _home_day(
    thread: Thread, routine: Routine, goal: Goal, template: dict[str, Any], course: Course, week: int, day: Any,
    levels: list[SupportLevel],
) -> None:  # fmt: skip
    random, at = thread.random, thread.calendar.at(day, 19, 10)
    who: Caregiver = random.choice(thread.caregivers)
    done = random.random() < 0.88
    seen: list[NewAttempt] = []
    if done and random.random() < 0.75:
        ready = readiness(course, week, "home")
        seen = tries(goal, template, levels, ready, at - timedelta(minutes=10), random, at_home=True)
    tell_home_day(
        thread.child, routine, id=new_id(), on=day, done=done, attempts=seen, by=who.user, at=at,
        feeling=random.choice(FEELINGS) if done else "", remark="",
    )  # fmt: skip


def _talk(thread: Thread, week: int) -> None:
    """A message from home and the answer next morning."""
    people, at = content("people"), thread.calendar.at(thread.calendar.day(week, 5), 20, 15)
    number = thread.random.randrange(len(people["messages_family"]))
    who = thread.random.choice(thread.caregivers)
    for text, by, when in (
        (people["messages_family"][number], who.user, at),
        (people["messages_team"][number], thread.therapist, at + timedelta(hours=14)),
    ):
        if when < thread.calendar.now:
            send_message(thread.child, text, id=new_id(), by=by, at=when)


def _plan_ahead(thread: Thread) -> None:
    """Plan the visit of this week, if it is still to come, and the next one."""
    calendar = thread.calendar
    for week in (calendar.weeks, calendar.weeks + 1):
        begins = calendar.visit(week)
        if begins + timedelta(minutes=60) >= calendar.now:
            visit = plan_visit(
                thread.child, thread.lead, planned_at=begins, minutes=45, place="clinic", by=thread.therapist,
                at=calendar.now - timedelta(minutes=1),
            )  # fmt: skip
            if begins.date() == calendar.today:
                plan_what_to_do(thread, visit)
