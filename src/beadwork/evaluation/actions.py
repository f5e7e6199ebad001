"""Holding an evaluation: who is there, the interview, the tasks, the profile, the end."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.evaluation.models import Answer, Evaluation, Finding, Observation, SkillMark, SkillState
from beadwork.evaluation.problems import (
    ALREADY_OPEN,
    ENDS_BEFORE_IT_STARTS,
    ENDS_IN_THE_FUTURE,
    FINISHED,
    NO_END,
    NO_STRENGTHS,
    NOBODY_PRESENT,
    NOT_ON_THE_LIST,
    TEXT_TOO_LONG,
)
from beadwork.intake.actions import close_referral
from beadwork.intake.models import Referral
from beadwork.knowledge import items
from beadwork.people.access import Can, require
from beadwork.people.actions import hold, sent_before
from beadwork.people.models import Caregiver, Child, User

LONGEST = 4000
LONGEST_STAY = timedelta(hours=4)


@transaction.atomic
def start_evaluation(
    child: Child,
    *,
    caregivers: Iterable[Caregiver],
    by: User,
    at: datetime,
    siblings_present: bool = False,
    others_present: str = "",
    id: UUID | None = None,
) -> Evaluation:
    """Begin an evaluation with at least one of the child's guardians in the room. The same `id` is once."""
    require(by, Can.EVALUATE, child, at=at)
    hold(child)
    if known := sent_before(Evaluation, id, child=child):
        return known
    present = _present(child, caregivers, at)
    evaluation = Evaluation(
        id=id or new_id(), practice_id=child.practice_id, child=child, started_at=at, started_by=by,
        siblings_present=siblings_present, others_present=" ".join(others_present.split())[:200],
    )  # fmt: skip
    try:
        with transaction.atomic():
            evaluation.save(force_insert=True)
    except IntegrityError as error:
        raise ALREADY_OPEN() from error
    evaluation.caregivers.set(present)
    record_event("evaluation.started", by=by, about=evaluation, at=at, siblings=siblings_present)
    return evaluation


def _present(child: Child, caregivers: Iterable[Caregiver], at: datetime) -> list[Caregiver]:
    guardians = child.guardianships.in_force(child.practice.day(at)).values("caregiver")
    present = list(Caregiver.objects.filter(pk__in=guardians).filter(pk__in=[one.pk for one in caregivers]))
    if not present:
        raise NOBODY_PRESENT()
    return present


def save_interview(evaluation: Evaluation, answers: Mapping[str, str], *, by: User, at: datetime) -> None:
    """Keep what the family said, question by question (slugs of `knowledge`); an empty text takes an answer away.

    Here and below: what is not named stays as it is, so that an old tab takes nothing away.
    """
    rows = {question: {"text": text} for question, text in answers.items()}
    _save(evaluation, Answer, "question", rows, "interview.saved", by=by, at=at)


def save_observations(
    evaluation: Evaluation, observed: Mapping[str, Mapping[str, str]], *, by: User, at: datetime
) -> None:
    """Keep what was seen, task by task: `did`, `support` (a slug), `behaviour`."""
    supports = {one.slug for one in items("support")} | {""}
    if unknown := {said.get("support", "") for said in observed.values()} - supports:
        raise NOT_ON_THE_LIST(word=unknown.pop())
    _save(evaluation, Observation, "task", observed, "observations.saved", by=by, at=at)


def save_profile(
    evaluation: Evaluation, found: Mapping[str, Mapping[str, str]], *, by: User, at: datetime
) -> None:
    """Keep the profile, area by area: `strengths`, `needs`."""
    _save(evaluation, Finding, "area", found, "profile.saved", by=by, at=at)


@transaction.atomic
def _save(
    evaluation: Evaluation,
    model: type[Any],
    key: str,
    rows: Mapping[str, Mapping[str, str]],
    event: str,
    *,
    by: User,
    at: datetime,
) -> None:
    """Put one page of an open evaluation in place of what it held: changed rows only, all or none, one event."""
    evaluation = _open(evaluation, by, at)
    if unknown := rows.keys() - {one.slug for one in items(key)}:
        raise NOT_ON_THE_LIST(word=unknown.pop())
    if (longest := max((len(text) for said in rows.values() for text in said.values()), default=0)) > LONGEST:
        raise TEXT_TOO_LONG(length=longest, most=LONGEST)
    known = {getattr(row, key): row for row in model.objects.filter(evaluation=evaluation)}
    changed = [
        slug for slug, said in rows.items() if _put(model, evaluation, key, slug, said, known.get(slug))
    ]
    if changed:
        record_event(event, by=by, about=evaluation, at=at, changed=changed)


def _put(
    model: type[Any], evaluation: Evaluation, key: str, slug: str, said: Mapping[str, str], row: Any
) -> bool:
    """Make or change one row; whether anything changed."""
    if row is None and not any(said.values()):
        return False
    row = row or model(**{"evaluation": evaluation, key: slug})
    if all(getattr(row, name) == text for name, text in said.items()):
        return False
    for name, text in said.items():
        setattr(row, name, text)
    row.save()
    return True


def _open(evaluation: Evaluation, by: User, at: datetime) -> Evaluation:
    """The evaluation as it is now, locked, if it takes changes."""
    require(by, Can.EVALUATE, evaluation, at=at)
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    if evaluation.is_finished:
        raise FINISHED()
    return evaluation


@transaction.atomic
def end_evaluation(evaluation: Evaluation, *, ended_at: datetime, by: User, at: datetime) -> Evaluation:
    """Say when the family went home; the profile can still be written."""
    evaluation = _open(evaluation, by, at)
    zone = evaluation.practice.zone
    if ended_at < evaluation.started_at:
        start = f"{evaluation.started_at.astimezone(zone):%H:%M}"
        raise ENDS_BEFORE_IT_STARTS(end=f"{ended_at.astimezone(zone):%H:%M}", start=start)
    if ended_at > at:
        raise ENDS_IN_THE_FUTURE(end=f"{ended_at.astimezone(zone):%H:%M}")
    evaluation.ended_at = ended_at
    evaluation.save(update_fields=["ended_at"])
    record_event("evaluation.ended", by=by, about=evaluation, at=at)
    return evaluation


@transaction.atomic
def finish_evaluation(evaluation: Evaluation, *, by: User, at: datetime) -> Evaluation:
    """Let the findings stand, and close the referrals they answer. Finishing twice changes nothing.

    Without a time at which the family went home it ends now, if it began the same day.
    """
    require(by, Can.EVALUATE, evaluation, at=at)
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    if evaluation.is_finished:
        return evaluation
    if not evaluation.findings.exclude(strengths="").exists():
        raise NO_STRENGTHS()
    if evaluation.ended_at is None and at - evaluation.started_at > LONGEST_STAY:
        raise NO_END()
    evaluation.ended_at = evaluation.ended_at or at
    evaluation.finished_at, evaluation.finished_by = at, by
    evaluation.save(update_fields=["ended_at", "finished_at", "finished_by"])
    record_event("evaluation.finished", by=by, about=evaluation, at=at)
    for referral in Referral.objects.filter(child=evaluation.child_id, closed_at=None):
        close_referral(referral, "Evaluated", by=by, at=at)
    return evaluation


@transaction.atomic
def mark_skill(child: Child, step: str, state: str, *, by: User, at: datetime) -> SkillMark:
    """Note what was seen of one step of a path ("socks/toes-in"). The same again, with nothing between, is once."""
    require(by, Can.KEEP_RECORD, child, at=at)
    if state not in SkillState.values or not any(step in path.refs() for path in items("path")):
        raise NOT_ON_THE_LIST(word=step if state in SkillState.values else state)
    hold(child)
    newest = SkillMark.objects.filter(child=child, step=step).order_by("-noted_at", "-pk").first()
    if newest is not None and newest.state == state:
        return newest
    mark = SkillMark.objects.create(
        practice_id=child.practice_id, child=child, step=step, state=state, noted_at=at, noted_by=by
    )
    record_event("skill.marked", by=by, about=mark, at=at, step=step, state=state)
    return mark
