"""An occasion is one stretch of time: the same id is the same occasion, and it cannot be tomorrow's."""

from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.people.access import Can
from beadwork.record import problems
from beadwork.record.actions import open_occasion
from beadwork.record.models import Occasion


@pytest.fixture
def opened(world):
    """Opens an occasion of Mia as Ana, today at the clinic, unless told otherwise."""

    def by(**how):
        facts = {"child": world.mia, "setting": "clinic", "on": world.today, "id": new_id()} | how
        where = facts.pop("child"), facts.pop("setting"), facts.pop("on")
        return open_occasion(*where, **{"can": Can.RECORD_VISIT, "by": world.ana, "at": world.now} | facts)

    return by


def test_the_same_id_is_the_same_occasion(world, opened):
    id = new_id()
    assert opened(id=id) == opened(id=id, at=world.now + timedelta(minutes=1))
    assert Occasion.objects.count() == Event.objects.filter(what="occasion.opened").count() == 1


def test_the_same_id_for_another_child_or_place_is_a_conflict(world, opened):
    id = new_id()
    opened(id=id)
    for other in ({"child": world.theo}, {"setting": "home"}, {"on": world.today - timedelta(days=1)}):
        with pytest.raises(Problem) as problem:
            opened(id=id, **other)
        assert problem.value.kind is problems.SAME_ID_OTHER_WORDS


def test_tomorrow_has_not_happened(world, opened):
    with pytest.raises(Problem) as problem:
        opened(on=world.today + timedelta(days=1))
    assert problem.value.kind is problems.IN_THE_FUTURE


def test_the_day_is_the_practices_own(world, opened):
    """At 3 in the morning UTC it is still the evening before in Chicago."""
    night = world.now.replace(hour=3)
    with pytest.raises(Problem):
        opened(on=world.today, at=night)
    assert opened(on=world.today - timedelta(days=1), at=night).on == world.today - timedelta(days=1)


def test_a_place_we_do_not_know_is_refused(opened):
    with pytest.raises(Problem) as problem:
        opened(setting="moon")
    assert problem.value.kind is problems.UNKNOWN_SETTING


@pytest.mark.parametrize("who", ["leo", "okafor", "eve", "dana", "ruth"])
def test_nobody_else_opens_a_visits_occasion(world, opened, who):
    with pytest.raises(Problem) as problem:
        opened(by=getattr(world, who))
    assert problem.value.kind.status == 404


def test_nothing_was_seen_before_birth(world, opened):
    with pytest.raises(Problem) as problem:
        opened(on=world.mia.born_on - timedelta(days=1))
    assert problem.value.kind.number == 110
