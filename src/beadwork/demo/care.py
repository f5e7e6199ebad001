"""How care begins for one child: plan, goals, and the routines that go home."""

from datetime import timedelta
from typing import Any

from beadwork.demo.child import Thread
from beadwork.home.actions import share_routine
from beadwork.home.models import Routine
from beadwork.plan.actions import (
    NewGoal,
    agree_to_plan,
    share_goal,
    sign_plan,
    standard_ladder,
    write_goal,
    write_plan,
)
from beadwork.plan.models import Plan

WEEK_OF_THE_PLAN = 1
DOSES = ((1, 45), (1, 45), (1, 60), (2, 45), (0.5, 60))


def plan_care(thread: Thread) -> list[Routine]:
    """Write the plan, sign it, agree to it with the family, share goals and routines."""
    calendar = thread.calendar
    day = calendar.day(WEEK_OF_THE_PLAN)
    by = {"by": thread.therapist, "at": calendar.at(day, 13)}
    visits, minutes = thread.random.choice(DOSES)
    plan = write_plan(
        thread.child, starts_on=day, ends_on=max(day, calendar.today) + timedelta(days=120), visits_a_week=visits,
        minutes_a_visit=minutes, place="clinic", **by,
    )  # fmt: skip
    for template, course in thread.story.goals:
        thread.goals.append((write_goal(plan, _goal(thread, template, plan), **by), template, course))
    sign_plan(plan, **by)
    _agree(thread, plan)
    return [_share(thread, goal, template, by) for goal, template, _ in thread.goals]


def _goal(thread: Thread, template: dict[str, Any], plan: Plan) -> NewGoal:
    ladder = standard_ladder(thread.cast.practice, at=thread.calendar.now)
    rungs = {level.slug: level for level in ladder.levels.all()}
    points = template.get("steps") or template.get("levels") or ()
    return NewGoal(
        name=template["name"], family_name_en=template["family"]["en"], family_name_es=template["family"]["es"],
        template=template.get("template", ""), area=template["area"], occupation=template["occupation"],
        scale=template["scale"], does=template["does"], manner=template["manner"], condition=template["condition"],
        family_words_en=thread.text(template["words"]["en"]), family_words_es=thread.text(template["words"]["es"]),
        points=tuple((point["en"], point["es"]) for point in points), low=template.get("low", 0),
        high=template.get("high", 0), unit=template.get("unit", {}).get("en", ""),
        better=template.get("better", "higher"), baseline=template.get("start"), target=template.get("target"),
        baseline_support=rungs[template["start_support"]], target_support=rungs[template["target_support"]],
        review_on=plan.ends_on - timedelta(days=14),
    )  # fmt: skip


def _agree(thread: Thread, plan: Plan) -> None:
    """The first guardian agrees that evening; the second some days later, if there is one."""
    for number, caregiver in enumerate(thread.caregivers):
        at = thread.calendar.at(thread.calendar.day(WEEK_OF_THE_PLAN) + timedelta(days=3 * number), 20)
        agree_to_plan(plan, caregiver, by=caregiver.user, at=at)


def _share(thread: Thread, goal: Any, template: dict[str, Any], by: dict[str, Any]) -> Routine:
    share_goal(goal, **by)
    routine = template["routine"]
    return share_routine(
        goal, moment_en=routine["moment"]["en"], moment_es=routine["moment"]["es"],
        words_en=thread.text(routine["words"]["en"]), words_es=thread.text(routine["words"]["es"]),
        minutes=routine["minutes"], **by,
    )  # fmt: skip
