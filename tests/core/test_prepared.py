"""A question written once: the same answer as Django's own, for every value, and nothing kept between askings."""

from datetime import date
from uuid import UUID

import pytest

from beadwork.core.prepared import Prepared, as_day, as_id
from beadwork.people.models import Child

ID, DAY = UUID(int=0), date.min
pytestmark = pytest.mark.django_db


@pytest.fixture
def question():
    rows = Child.objects.filter(pk=ID, born_on__lte=DAY, given_name="Mia")
    return Prepared.of(rows.values_list("pk", "born_on"))


def test_the_values_take_the_places_of_the_stand_ins(world, question):
    mia = world.mia
    [(id, born_on)] = question.ask({ID: mia.pk, DAY: world.today})
    assert (as_id(id), as_day(born_on)) == (mia.pk, mia.born_on)


def test_another_value_gets_another_answer(world, question):
    assert question.ask({ID: world.mia.pk, DAY: world.today})
    assert question.ask({ID: world.theo.pk, DAY: world.today}) == []
    assert question.ask({ID: world.mia.pk, DAY: date(2020, 1, 1)}) == []


def test_nothing_that_was_answered_is_kept(world, question):
    asked = {ID: world.mia.pk, DAY: world.today}
    assert question.ask(asked)
    Child.objects.filter(pk=world.mia.pk).update(given_name="Lea")
    assert question.ask(asked) == []


def test_without_a_value_a_stand_in_finds_nothing(world, question):
    assert question.ask({}) == []
