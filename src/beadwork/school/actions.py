"""Telling a class what helps, asking it one question a week, and the teacher's answer."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.people.access import Can, require
from beadwork.people.actions import hold
from beadwork.people.models import Child, User
from beadwork.plan.models import Goal
from beadwork.plan.models.plan import Place
from beadwork.record.actions import NewAttempt, open_occasion, record_attempts
from beadwork.school.models import ClassAnswer, ClassHelp, ClassQuestion
from beadwork.school.problems import (
    ANOTHER_GOAL,
    ANSWERED_ALREADY,
    ASKED_ALREADY,
    CLASS_CONFLICT,
    GOAL_NOT_OPEN,
    NOTHING_SAID,
    QUESTION_OVER,
    WORDS_TOO_LONG,
)

LONGEST, LONGEST_REMARK = 300, 1000


@transaction.atomic
def say_what_helps(
    child: Child, text_en: str, text_es: str = "", *, by: User, at: datetime, id: UUID | None = None
) -> ClassHelp:
    """Share one thing that helps in class with the child's teacher. The same `id` twice is one thing."""
    require(by, Can.PLAN, child, at=at)
    words = _words(text_en, text_es)
    hold(child)
    if known := ClassHelp.objects.filter(pk=id).first():
        return _same(known, child, words)
    help = ClassHelp(
        id=id or new_id(), practice_id=child.practice_id, child=child, shared_at=at, shared_by=by, **words
    )
    help.save(force_insert=True)
    record_event("class-help.shared", by=by, about=help, at=at)
    return help


def _words(text_en: str, text_es: str) -> dict[str, str]:
    words = {"words_en": " ".join(text_en.split()), "words_es": " ".join(text_es.split())}
    longest = max(map(len, words.values()))
    if not longest:
        raise NOTHING_SAID()
    if longest > LONGEST:
        raise WORDS_TOO_LONG(length=longest, most=LONGEST)
    return words


def _same(known: ClassHelp | ClassQuestion, child: Child, words: dict[str, str]) -> ClassHelp | ClassQuestion:
    if known.child_id != child.pk or any(getattr(known, name) != text for name, text in words.items()):
        raise CLASS_CONFLICT()
    return known


@transaction.atomic
def end_help(help: ClassHelp, *, by: User, at: datetime) -> None:
    """Take one thing off the teacher's page. Ending twice changes nothing."""
    require(by, Can.PLAN, help, at=at)
    fresh = ClassHelp.objects.select_for_update().get(pk=help.pk)
    if fresh.ended_at is None:
        fresh.ended_at, fresh.ended_by = at, by
        fresh.save(update_fields=["ended_at", "ended_by"])
        record_event("class-help.ended", by=by, about=fresh, at=at)


def week_of(child: Child, at: datetime) -> date:
    """The Monday of the week a moment falls in, where the practice is."""
    today = child.practice.day(at)
    return today - timedelta(days=today.weekday())


@transaction.atomic
def ask_class(
    child: Child,
    question_en: str,
    question_es: str = "",
    *,
    goal: Goal,
    by: User,
    at: datetime,
    id: UUID | None = None,
) -> ClassQuestion:
    """Ask the teacher this week's one question, on the scale of `goal`. The same `id` twice is one question."""
    require(by, Can.PLAN, child, at=at)
    words = _words(question_en, question_es)
    hold(child)
    if known := ClassQuestion.objects.filter(pk=id).first():
        return _same(known, child, words)
    goal = Goal.objects.select_related("plan").get(pk=goal.pk)
    if goal.child_id != child.pk or goal.closed_at is not None or not goal.plan.is_open:
        raise GOAL_NOT_OPEN()
    question = ClassQuestion(
        id=id or new_id(), practice_id=child.practice_id, child=child, goal=goal, week_of=week_of(child, at),
        asked_at=at, asked_by=by, **words,
    )  # fmt: skip
    try:
        with transaction.atomic():
            question.save(force_insert=True)
    except IntegrityError as error:
        raise ASKED_ALREADY() from error
    record_event("class-question.asked", by=by, about=question, at=at, goal=str(goal.pk))
    return question


@transaction.atomic
def answer_class(
    question: ClassQuestion,
    *,
    id: UUID,
    by: User,
    at: datetime,
    attempts: Sequence[NewAttempt] = (),
    remark: str = "",
) -> ClassAnswer:
    """Answer a week's question: what was seen, as attempts on the goal's scale, or none if it could not be seen.

    The same `id` twice is one answer; a second answer to the same question is refused and the first one stays.
    """
    require(by, Can.HELP_IN_CLASS, question, at=at)
    question = ClassQuestion.objects.select_for_update().select_related("child__practice").get(pk=question.pk)
    if known := ClassAnswer.objects.filter(question=question).first():
        if known.pk != id:
            raise ANSWERED_ALREADY()
        return known
    _check_answer(question, attempts, remark, at)
    return _save_answer(question, id, attempts, remark.strip(), by, at)


def _check_answer(question: ClassQuestion, attempts: Sequence[NewAttempt], remark: str, at: datetime) -> None:
    """Refuse in words that name no goal: the teacher sees the question and nothing behind it."""
    today = question.child.practice.day(at)
    if not question.takes_answers(today):
        raise QUESTION_OVER()
    if any(attempt.goal_id != question.goal_id for attempt in attempts):
        raise ANOTHER_GOAL()
    if len(remark.strip()) > LONGEST_REMARK:
        raise WORDS_TOO_LONG(length=len(remark.strip()), most=LONGEST_REMARK)


def _save_answer(
    question: ClassQuestion, id: UUID, attempts: Sequence[NewAttempt], remark: str, by: User, at: datetime
) -> ClassAnswer:
    child = question.child
    today = child.practice.day(at)
    occasion = open_occasion(child, Place.SCHOOL, today, id=id, can=Can.HELP_IN_CLASS, by=by, at=at)
    answer = ClassAnswer(
        id=id, practice_id=child.practice_id, child=child, question=question, occasion=occasion, remark=remark,
        answered_at=at, answered_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            answer.save(force_insert=True)
    except IntegrityError as error:
        raise ANSWERED_ALREADY() from error
    if attempts:
        record_attempts(occasion, attempts, can=Can.HELP_IN_CLASS, by=by, at=at)
    record_event("class-question.answered", by=by, about=answer, at=at, seen=len(attempts))
    return answer
