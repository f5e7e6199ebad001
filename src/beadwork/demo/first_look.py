"""The first look at one child: the worry, the referral, the evaluation and what it found."""

from datetime import timedelta
from typing import Any

from beadwork.demo.child import Thread
from beadwork.demo.texts import content
from beadwork.evaluation.actions import (
    end_evaluation,
    finish_evaluation,
    save_interview,
    save_observations,
    save_profile,
    start_evaluation,
)
from beadwork.intake.actions import note_concern, refer

SOURCES = ("physician", "physician", "family", "school", "early-intervention")


def first_look(thread: Thread) -> None:
    """The worry comes first; the evaluation follows three days later, if care began long enough ago."""
    calendar, child = thread.calendar, thread.child
    by = {"by": thread.therapist, "at": calendar.at(calendar.began + timedelta(days=1), 11)}
    note_concern(child, thread.story.worry, said_by=thread.caregivers[0], **by)
    refer(
        child, reason=thread.text(content("looks")["reason"]), source=thread.random.choice(SOURCES),
        source_name=thread.random.choice(content("looks")["referrers"]), referred_on=calendar.began, **by,
    )  # fmt: skip
    if thread.story.goals:
        _evaluate(thread)


def _evaluate(thread: Thread) -> None:
    day = thread.calendar.began + timedelta(days=3)
    start = thread.calendar.at(day, 10)
    evaluation = start_evaluation(
        thread.child, caregivers=thread.caregivers[:1], by=thread.therapist, at=start
    )
    by = {"by": thread.therapist, "at": thread.calendar.at(day, 11, 30)}
    looks = content("looks")
    save_interview(evaluation, {**looks["interview"], "worries": thread.story.worry}, **by)
    save_observations(evaluation, _seen(thread, looks), **by)
    save_profile(evaluation, _found(thread, looks), **by)
    end_evaluation(evaluation, ended_at=by["at"], **by)
    finish_evaluation(evaluation, **by)


def _seen(thread: Thread, looks: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Three or four tasks, as they were played."""
    chosen = thread.random.sample(sorted(looks["tasks"]), thread.random.choice((3, 4)))
    return {
        task: dict(zip(("did", "support", "behaviour"), looks["tasks"][task], strict=True)) for task in chosen
    }


def _found(thread: Thread, looks: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Two strengths; and, in the area of each goal, what is hard."""
    strengths = thread.random.sample(sorted(looks["strengths"]), 2)
    found = {area: {"strengths": thread.text(looks["strengths"][area])} for area in strengths}
    for goal, _course in thread.story.goals:
        hard = f"{thread.story.name()} {goal['does']} only with help so far."
        found[goal["area"]] = found.get(goal["area"], {}) | {"needs": hard}
    return found
