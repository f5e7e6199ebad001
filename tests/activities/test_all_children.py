"""No activity that is not for a child is ever proposed: every child of the demo, every activity of its library."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from beadwork.activities.choosing import faults, why_not
from beadwork.activities.choosing.proposal import offers
from beadwork.demo.care import plan_care
from beadwork.demo.cast import make_cast
from beadwork.demo.child import add_child
from beadwork.demo.first_look import first_look
from beadwork.demo.library import keep_library
from beadwork.demo.make import _calendar
from beadwork.demo.stories import WEEKS, stories
from beadwork.home.proposing import AtHome
from beadwork.library.own import library_of
from beadwork.people.models import FactKind
from beadwork.visits.actions import plan_visit
from beadwork.visits.proposing import Chooser, usual_day

CHILDREN, SEED = 40, 1
NOW = datetime(2026, 9, 14, 15, 0, tzinfo=UTC)


@pytest.fixture
def threads(db):
    """The demo's children as they came, with what is noted of them and the goals they have; without their weeks."""
    began = NOW - timedelta(weeks=WEEKS + 4)
    cast, made = make_cast(CHILDREN, began.date(), began), []
    keep_library(cast, NOW)
    for number, story in enumerate(stories(CHILDREN, NOW.date(), Random(SEED))):
        lead = cast.therapists[number % len(cast.therapists)]
        thread = add_child(
            story, cast, lead, _calendar(story, number, cast, lead, NOW), Random(f"{SEED} {number}")
        )
        first_look(thread)
        if story.goals:
            plan_care(thread)
        made.append(thread)
    return made


@pytest.mark.once
@pytest.mark.long
def test_nothing_that_is_not_for_a_child_is_proposed_to_her(threads):
    judged = 0
    for thread in threads:
        visit = plan_visit(
            thread.child, thread.lead, planned_at=NOW + timedelta(hours=1), minutes=45, place="clinic",
            by=thread.therapist, at=NOW,
        )  # fmt: skip
        chooser = Chooser(visit, usual_day(visit), NOW)
        judged += _judge(chooser)
        for goal in chooser.goals:
            home = AtHome(goal, NOW)
            _hold(home, {pick.slug for pick in home.proposal.picks})
    assert judged == len(threads) * len(library_of(threads[0].cast.practice).items("activity"))
    kinds = {fact.kind for thread in threads for fact in thread.child.childfacts.all()}
    assert kinds >= {FactKind.ALLERGY, FactKind.PRECAUTION, FactKind.CONDITION, FactKind.SENSITIVITY}


def _judge(chooser):
    """Every activity either passes every rule, or says which one it breaks and is nowhere proposed."""
    offered = {pick.slug for pick in chooser.proposal.picks}
    for part in ("warm-up", "work", "calm-down"):
        offered |= {pick.slug for pick in offers(chooser.ranking, part, 45, [], count=30)}
    _hold(chooser, offered)
    return len(chooser.shelf)


def _hold(chooser, offered):
    now, shelf = chooser.situation, chooser.shelf
    for place, one in enumerate(shelf.activities):
        broken = faults(one, now, shelf)
        assert bool(broken) != bool(chooser.ranking.allowed[place]), one.slug
        assert not (broken and one.slug in offered), one.slug
        assert why_not(chooser.ranking, chooser.proposal, one.slug).faults == broken
        assert not (now.precautions & set(one.contraindicated) and one.slug in offered), one.slug
        assert not (now.allergens & set(one.allergens) and one.slug in offered), one.slug
