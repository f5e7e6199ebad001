"""What the made-up visits are filled with: activities of the library, chosen by the product's own rules."""

from typing import Any

import numpy as np

from beadwork.activities.choosing import Ranking
from beadwork.activities.known import known, noted
from beadwork.activities.shelves import shelf_of
from beadwork.activities.situations import Today, situation
from beadwork.demo.child import Thread
from beadwork.library.own import library_of
from beadwork.visits.actions import accept_plan, take_proposal
from beadwork.visits.models import Visit
from beadwork.visits.proposing import Chooser, usual_day

A_GOAL = 5
USUAL_DAY = Today(45, "clinic")


def usual_activities(thread: Thread) -> dict[Any, list[tuple[str, str]]]:
    """By goal (its id), the names and slugs of what is done for it in the visits; else the template's own."""
    calendar, goals = thread.calendar, [goal for goal, _template, _course in thread.goals]
    library = library_of(thread.cast.practice)
    shelf = shelf_of(library)
    now = situation(thread.child, calendar.today, goals, known(noted(thread.child)), USUAL_DAY, library)
    ranking = Ranking(shelf, now)
    scores = sum(ranking.terms("work", ranking.wanted).values())
    chosen = {}
    for number, (goal, template, _course) in enumerate(thread.goals):
        serves = ranking.in_part("work") & (ranking.serves[:, number] > 0)
        best = np.argsort(-np.where(serves, scores, -np.inf), kind="stable")[:A_GOAL]
        found = [shelf.activities[place] for place in best if serves[place]]
        own = [(name, "") for name in template["activity"]]
        chosen[goal.pk] = [(one.name.en, one.slug) for one in found] or own
    return chosen


def plan_what_to_do(thread: Thread, visit: Visit) -> None:
    """Take up what the chooser proposes for a visit, as the therapist would on the evening before."""
    chooser = Chooser(visit, usual_day(visit), thread.calendar.now)
    by = {"by": thread.therapist, "at": thread.calendar.now}
    if chooser.proposal.picks:
        accept_plan(take_proposal(chooser, **by), **by)
