"""What cannot be about people is refused by the actions, in words and with a number, whatever it came by."""

from datetime import date, timedelta

import pytest

from beadwork.core.problems import Problem
from beadwork.people import actions
from beadwork.people.models import Staff, Teacher, User

LONG = "x" * 10_000
BEFORE = date(2022, 7, 1)  # Mia was born the day after


def refused(act, *arguments, **named) -> int:
    with pytest.raises(Problem) as problem:
        act(*arguments, **named)
    return problem.value.kind.number


def desk(world) -> dict:
    return {"by": world.dana, "at": world.now}


def boss(world) -> dict:
    return {"by": world.ruth, "at": world.now}


def test_a_name_of_ten_thousand_letters_is_refused_wherever_names_are_kept(world):
    school, bond = world.teacher.school, {"since": world.today, **desk(world)}
    child = {"given_name": "Noor", "born_on": date(2021, 5, 4), "by": world.ana, "at": world.now}
    at = {"at": world.now}
    tries = [
        (actions.add_child, world.practice, child | {"given_name": LONG}),
        (actions.add_child, world.practice, child | {"reference": LONG}),
        (actions.change_child, world.mia, child | {"called": LONG}),
        (actions.note_fact, world.mia, {"kind": "interest", "text": LONG, "by": world.ana, **at}),
        (actions.add_caregiver, world.practice, {"name": LONG, **desk(world)}),
        (actions.add_caregiver, world.practice, {"name": "Omar", "phone": LONG, **desk(world)}),
        (actions.give_guardianship, world.theo, {"caregiver": world.leo_caregiver, "relation": LONG, **bond}),
        (actions.add_school, world.practice, {"name": LONG, **desk(world)}),
        (actions.add_teacher, school, {"name": LONG, **desk(world)}),
        (actions.enrol, world.theo, {"school": school, "room": LONG, **bond}),
        (actions.hire, world.practice, {"user": world.eve, "role": "student", "licence_number": LONG,
                                        "since": world.today, **boss(world)}),
        (actions.open_practice, LONG, {"kind": "clinic", "time_zone": "UTC", "language": "en",
                                       "director": world.ruth, **at}),
        (actions.invite, "new@example.org", {"name": LONG}),
    ]  # fmt: skip
    assert [refused(act, thing, **more) for act, thing, more in tries] == [106] * len(tries)


def test_a_word_off_its_list_is_named_and_not_called_already_there(world):
    job = {"since": world.today, **boss(world)}
    yes = {"given_by": world.leo_caregiver, "since": world.today, **desk(world)}
    assert refused(actions.hire, world.practice, world.eve, role="wizard", **job) == 112
    assert refused(actions.note_fact, world.mia, "secret", "x", by=world.ana, at=world.now) == 112
    assert refused(actions.give_consent, world.mia, "tattoos", **yes) == 112


def test_a_blank_name_is_no_name(world):
    assert refused(actions.add_caregiver, world.practice, name="  ", **desk(world)) == 113
    assert refused(actions.add_school, world.practice, "", **desk(world)) == 113


def test_no_relation_begins_before_the_child_was_born(world):
    bond = {"since": BEFORE, **desk(world)}
    aunt = actions.add_caregiver(world.practice, name="Aunt", **desk(world))
    school = world.teacher.school
    assert refused(actions.give_guardianship, world.mia, aunt, relation="aunt", **bond) == 110
    assert refused(actions.give_consent, world.mia, "photos", given_by=world.leo_caregiver, **bond) == 110
    assert refused(actions.enrol, world.mia, school, **bond) == 110
    assert refused(actions.join_care_team, world.mia, world.ana_staff, **bond) == 110


def test_a_consent_is_noted_once_it_was_given(world):
    yes = {"given_by": world.leo_caregiver, **desk(world)}
    tomorrow = world.today + timedelta(days=1)
    assert refused(actions.give_consent, world.mia, "photos", since=tomorrow, **yes) == 111
    assert actions.give_consent(world.mia, "photos", since=world.today, **yes).pk


def test_a_supervisor_works_at_the_same_practice(world):
    other = Staff.objects.get(practice=world.elsewhere, role="therapist")
    new = User.objects.create_user("new@example.org", "New")
    job = {"role": "student", "since": world.today, "supervisor": other, **boss(world)}
    assert refused(actions.hire, world.practice, new, **job) == 105


def test_a_teacher_who_was_refused_is_not_there(world):
    before = Teacher.objects.count()
    refused(actions.add_teacher, world.teacher.school, LONG, **desk(world))
    assert Teacher.objects.count() == before
