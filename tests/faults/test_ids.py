"""An id made by a browser that already names something else: told with a number, and nothing is stored or shown."""

from datetime import date
from functools import partial

import pytest

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.evaluation.actions import start_evaluation
from beadwork.home.actions import share_routine
from beadwork.intake.actions import note_concern, refer
from beadwork.people import actions as people
from beadwork.plan.actions import write_goal, write_plan
from beadwork.school.actions import say_what_helps
from beadwork.talk.actions import send_message
from tests.faults.breaking import changes, everything
from tests.plan.build import draft, new_goal, signed_goal

WORDS = {"moment_en": "after the bath", "words_en": "Sock puppets.", "minutes": 3}
DOSE = {"starts_on": date(2026, 9, 1), "ends_on": date(2026, 12, 1), "visits_a_week": 1, "minutes_a_visit": 45,
        "place": "clinic"}  # fmt: skip


def concern(world, child):
    return partial(note_concern, child, "Socks.")


def referral(world, child):
    return partial(refer, child, reason="Dressing", source="physician", referred_on=world.today)


def evaluation(world, child):
    return partial(start_evaluation, child, caregivers=[world.leo_caregiver])


def plan(world, child):
    return partial(write_plan, child, **DOSE)


def goal(world, child):
    return partial(write_goal, draft(world, child), new_goal(world))


def routine(world, child):
    return partial(share_routine, signed_goal(world, child=child), **WORDS)


def class_help(world, child):
    return partial(say_what_helps, child, "A chair with arms.")


def message(world, child):
    return partial(send_message, child, "How was today?")


MADE = [concern, referral, evaluation, plan, goal, routine, class_help, message]


@pytest.fixture
def world(world):
    """Leo is Theo's father, too."""
    bond = {"relation": "father", "since": world.today, "by": world.dana, "at": world.now}
    people.give_guardianship(world.theo, world.leo_caregiver, may_decide=True, **bond)
    return world


@pytest.mark.parametrize("made", MADE)
def test_an_id_of_another_childs_row_is_refused_with_a_number(world, made):
    by = {"id": new_id(), "by": world.ana, "at": world.now}
    for_mia, for_theo = made(world, world.mia), made(world, world.theo)
    assert for_mia(**by) == for_mia(**by)
    before = everything()
    with pytest.raises(Problem) as raised:
        for_theo(**by)
    assert raised.value.kind.status == 409
    assert changes(before, everything()) == {}


def test_an_id_of_another_practices_child_is_refused_with_a_number(world):
    sam = {"given_name": "Sam", "born_on": date(2021, 5, 4), "at": world.now}
    with pytest.raises(Problem) as raised:
        people.add_child(world.elsewhere, id=world.mia.pk, by=world.eve, **sam)
    assert raised.value.kind.number == 114
