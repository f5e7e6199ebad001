"""Keeping outlooks: computed where the record has changed, left alone where it has not."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beadwork.plan.models import Goal
from beadwork.progress.forecast import Answer, Question, answers
from beadwork.progress.models import Outlook


@transaction.atomic
def keep_outlooks(asked: Mapping[Goal, Question], *, at: datetime) -> dict[UUID, Outlook]:
    """The outlook of each goal, by the goal's id; those that are stale are computed and kept, in one batch.

    The goals come with their `outlook` (`select_related`), so that many ask the database no more than one does.
    An outlook is not a change of the record but a reading of it, the same for everybody who may read the goal: so
    nobody is named, and no event is written.
    """
    known = {goal.pk: goal.outlook for goal in asked if hasattr(goal, "outlook")}
    stale = {
        goal: question for goal, question in asked.items() if not _is_fresh(known.get(goal.pk), question)
    }
    if not stale:
        return known
    told = answers(list(stale.values()))
    fresh = [_outlook(goal, stale[goal], answer, at) for goal, answer in zip(stale, told, strict=True)]
    Outlook.objects.bulk_create(
        fresh,
        update_conflicts=True,
        unique_fields=["goal"],
        update_fields=["question", "told", "computed_at"],
    )
    return known | {outlook.goal_id: outlook for outlook in fresh}


def _is_fresh(outlook: Outlook | None, question: Question) -> bool:
    return outlook is not None and outlook.question == question.fingerprint()


def _outlook(goal: Goal, question: Question, answer: Answer, at: datetime) -> Outlook:
    return Outlook(
        practice_id=goal.practice_id, child_id=goal.child_id, goal=goal, question=question.fingerprint(),
        told=asdict(answer), computed_at=at,
    )  # fmt: skip
