"""Ideas for a routine at home: family versions that serve the goal, each with its reasons, and “why not?”."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beadwork.activities.choosing import Done, Pick, Shelf, Situation
from beadwork.activities.choosing.reasons import served
from beadwork.activities.sentences import say_difference, say_fault, why
from beadwork.home.proposing import AtHome
from beadwork.plan.models import Goal
from beadwork.plan.models.ladder import in_language
from beadwork.visits.history import history, rows

MOST = 20


@dataclass(frozen=True)
class Idea:
    """One activity's family version, in the reader's language."""

    slug: str
    name: str
    moment: str
    minutes: int
    words: str
    why: str
    is_unreviewed: bool


@dataclass(frozen=True)
class Answer:
    """One activity with why it is not among the ideas, and whether it may be used all the same."""

    slug: str
    name: str
    purpose: str
    answers: list[str]
    is_danger: bool
    is_idea: bool
    may_use: bool


def chooser_for(goal: Goal, others: Sequence[Goal], now: datetime) -> AtHome:
    """The chooser for a routine of a goal, with what went before in the child's visits."""
    today = goal.child.practice.day(now)

    def past(shelf: Shelf, situation: Situation) -> tuple[Done, ...]:
        return history(rows(goal.child_id, now), shelf, served(shelf, situation), today)

    return AtHome(goal, now, others, past)


def ideas_of(chooser: AtHome) -> list[Idea]:
    """Up to three, the best first."""
    return [_idea(chooser, pick) for pick in chooser.proposal.picks]


def _idea(chooser: AtHome, pick: Pick) -> Idea:
    activity = chooser.shelf.activities[chooser.shelf.place[pick.slug]]
    said, goal = chooser.words(pick.slug), chooser.goal
    return Idea(
        slug=pick.slug, name=activity.family_words(get_language() or "en"), minutes=pick.minutes,
        moment=in_language(str(said["moment_en"]), str(said["moment_es"])),
        words=in_language(str(said["words_en"]), str(said["words_es"])),
        why=why(pick.why, goal.child.name, {str(goal.pk): goal.name}), is_unreviewed=not activity.is_reviewed,
    )  # fmt: skip


def may_use(chooser: AtHome, slug: str) -> bool:
    """Whether an activity's family version may become a routine of this child."""
    return slug in chooser.shelf.place and chooser.is_told(slug) and not chooser.danger(slug)


def answers(chooser: AtHome, words: str) -> tuple[list[Answer], int]:
    """The activities whose name or purpose has the words (without any: none), and how many more there are."""
    wanted = words.casefold().split()
    found = [one for one in chooser.shelf.activities if wanted and all(word in _said(one) for word in wanted)]
    return [_answer(chooser, one) for one in found[:MOST]], max(0, len(found) - MOST)


def _said(activity: Any) -> str:
    language = get_language() or "en"
    told = (activity.in_words(language), activity.family_words(language), activity.says("purpose", language))
    return " ".join(told).casefold()


def _answer(chooser: AtHome, activity: Any) -> Answer:
    language, slug = get_language() or "en", activity.slug
    is_idea = any(pick.slug == slug for pick in chooser.proposal.picks)
    return Answer(
        slug, activity.in_words(language), activity.says("purpose", language),
        [_("It is among the ideas.")] if is_idea else _tell(chooser, slug), is_danger=bool(chooser.danger(slug)),
        is_idea=is_idea, may_use=may_use(chooser, slug),
    )  # fmt: skip


def _tell(chooser: AtHome, slug: str) -> list[str]:
    told = chooser.why_not(slug)
    if told.faults:
        return [say_fault(one) for one in told.faults]
    if not chooser.is_told(slug):
        return [_("It has no version for families yet.")]
    if not chooser.serves(slug):
        return [_("It does not serve this goal.")]
    taken = chooser.shelf.activities[chooser.shelf.place[told.taken]].in_words(get_language() or "en")
    ahead = {"rank": told.rank, "of": told.of, "taken": taken, "points": f"{told.points:.0f}"}
    return [
        _("It came %(rank)d of %(of)d; “%(taken)s” was %(points)s points ahead.") % ahead,
        *say_difference(told),
    ]
