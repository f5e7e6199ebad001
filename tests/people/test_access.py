"""The access rule: who may do what with which child, and the same answer for one and for the list."""

from datetime import UTC, datetime, timedelta

import pytest

from beadwork.core.problems import Problem
from beadwork.people import actions
from beadwork.people.access import Access, Can
from beadwork.people.models import Caregiver, Child, Guardianship, Practice, User
from beadwork.plan.models import GoalVersion

CAST = ["ana", "ben", "leo", "sara", "okafor", "dana", "ruth", "eve"]
MIA, THEO = "Mia", "Theo"
EXPECTED = {
    Can.SEE_RECORD: {"ana": {MIA, THEO}, "ben": {MIA}, "ruth": {MIA, THEO}},
    Can.FIND_CHILD: {"ana": {MIA, THEO}, "ben": {MIA}, "ruth": {MIA, THEO}, "dana": {MIA, THEO}},
    Can.PLAN: {"ana": {MIA, THEO}},
    Can.RECORD_VISIT: {"ana": {MIA, THEO}, "ben": {MIA}},
    Can.SEE_FAMILY: {"leo": {MIA}, "sara": {MIA}},
    Can.TALK: {"ana": {MIA, THEO}, "ben": {MIA}, "leo": {MIA}, "sara": {MIA}},
    Can.HELP_IN_CLASS: {"okafor": {MIA}},
    Can.BOOK: {"ana": {MIA, THEO}, "dana": {MIA, THEO}, "ruth": {MIA, THEO}},
}


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("can", EXPECTED)
def test_each_may_do_exactly_what_the_table_says(world, who, can):
    children = Access(getattr(world, who), at=world.now).children(can)
    assert {child.name for child in children} == EXPECTED[can].get(who, set())


@pytest.mark.parametrize("who", CAST)
def test_one_thing_and_the_list_get_the_same_answer(world, who):
    access = Access(getattr(world, who), at=world.now)
    for can in Can:
        listed = set(access.children(can))
        assert {child for child in Child.objects.all() if access.may(can, child)} == listed


def test_a_guardian_whose_rights_were_ended_sees_nothing_at_the_next_click(world):
    bond = world.mia.guardianships.get(caregiver=world.leo_caregiver)
    actions.end_guardianship(bond, by=world.dana, at=world.now)
    assert not Access(world.leo, at=world.now).may(Can.SEE_FAMILY, world.mia)
    assert Access(world.sara, at=world.now).may(Can.SEE_FAMILY, world.mia)


def test_a_guardianship_with_a_last_day_holds_on_that_day_and_not_after(world):
    bond = world.mia.guardianships.get(caregiver=world.leo_caregiver)
    bond.until = world.today
    bond.save()
    assert Access(world.leo, at=world.now).may(Can.SEE_FAMILY, world.mia)
    assert not Access(world.leo, at=world.now + timedelta(days=1)).may(Can.SEE_FAMILY, world.mia)


def test_the_teacher_sees_nothing_once_the_consent_is_withdrawn(world):
    actions.withdraw_consent(world.mia.consents.get(), by=world.dana, at=world.now)
    assert not Access(world.okafor, at=world.now).children(Can.HELP_IN_CLASS).exists()


def test_a_switched_off_user_wears_no_hat(world):
    User.objects.filter(pk=world.ana.pk).update(is_active=False)
    world.ana.refresh_from_db()
    assert Access(world.ana, at=world.now).hats == ()


EVENING = datetime(2026, 9, 15, 4, 59, tzinfo=UTC)  # a minute before midnight of the 14th in Chicago
MIDNIGHT = datetime(2026, 9, 15, 5, 0, tzinfo=UTC)


def sees(world, at: datetime) -> bool:
    return Access(world.leo, at=at).may(Can.SEE_FAMILY, world.mia)


def set_days(world, **days) -> None:
    Guardianship.objects.filter(child=world.mia, caregiver=world.leo_caregiver).update(**days)


def test_a_guardianship_until_today_holds_until_midnight_at_the_practice(world):
    set_days(world, until=world.today)
    assert sees(world, EVENING)
    assert not sees(world, MIDNIGHT)


def test_a_guardianship_from_tomorrow_begins_at_midnight_at_the_practice(world):
    set_days(world, since=world.today + timedelta(days=1))
    assert not sees(world, EVENING)
    assert sees(world, MIDNIGHT)


def test_the_day_is_the_practices_own_where_the_sun_rises_earlier(world):
    Practice.objects.filter(pk=world.practice.pk).update(
        time_zone="Pacific/Auckland"
    )  # the 14th ends at noon UTC
    set_days(world, until=world.today)
    assert sees(world, datetime(2026, 9, 14, 11, 59, tzinfo=UTC))
    assert not sees(world, datetime(2026, 9, 14, 12, 0, tzinfo=UTC))


def test_a_job_with_a_last_day_is_over_at_midnight_at_the_practice(world):
    world.ana_staff.until = world.today
    world.ana_staff.save()
    assert Access(world.ana, at=EVENING).may(Can.PLAN, world.mia)
    assert not Access(world.ana, at=MIDNIGHT).can(Can.PLAN)


def test_a_job_here_keeps_no_people_where_one_is_a_guardian(world):
    """Eve treats at her practice. That she is also a mother here opens her own child's pages and nothing more."""
    caregiver = actions.add_caregiver(world.practice, name="Eve", by=world.dana, at=world.now)
    Caregiver.objects.filter(pk=caregiver.pk).update(user=world.eve)
    actions.give_guardianship(
        world.mia, caregiver, relation="aunt", since=world.today, by=world.dana, at=world.now
    )
    assert Access(world.eve, at=world.now).may(Can.SEE_FAMILY, world.mia)
    with pytest.raises(Problem) as refused:
        actions.add_caregiver(world.practice, name="Somebody", by=world.eve, at=world.now)
    assert refused.value.kind.status == 404
    for act in (actions.add_school, actions.add_child):
        more = {"given_name": "X", "born_on": world.today} if act is actions.add_child else {"name": "X"}
        with pytest.raises(Problem):
            act(world.practice, by=world.eve, at=world.now, **more)


def test_an_ended_team_membership_closes_the_record_at_once(world):
    member = world.mia.care_team.get(staff=world.ben_staff)
    actions.leave_care_team(member, by=world.ana, at=world.now)
    assert not Access(world.ben, at=world.now).children(Can.SEE_RECORD).exists()


def test_a_student_sees_and_records_and_decides_nothing(world):
    student = User.objects.create_user("student@example.org", "Student")
    job = actions.hire(
        world.practice, student, role="student", since=world.today, by=world.ruth, at=world.now
    )
    actions.join_care_team(world.mia, job, since=world.today, by=world.ana, at=world.now)
    access = Access(student, at=world.now)
    opened = {can for can in Can if access.children(can).exists()}
    assert opened == {Can.FIND_CHILD, Can.SEE_RECORD, Can.RECORD_VISIT}


def test_the_front_desk_opens_people_and_visits_and_nothing_clinical(world):
    access = Access(world.dana, at=world.now)
    opened = {can for can in Can if access.children(can).exists()}
    assert opened == {Can.FIND_CHILD, Can.KEEP_PEOPLE, Can.ADD_CHILD, Can.BOOK}


@pytest.mark.parametrize("right", ["may_see", "may_practise", "may_talk", "may_decide"])
def test_each_right_of_a_guardian_opens_one_thing(world, right):
    bond = world.mia.guardianships.get(caregiver=world.leo_caregiver)
    actions.change_rights(bond, rights={right}, by=world.dana, at=world.now)
    access = Access(world.leo, at=world.now)
    assert [can for can in Can if access.children(can).exists()] == [GUARDIAN_OPENS[right]]


GUARDIAN_OPENS = {
    "may_see": Can.SEE_FAMILY,
    "may_practise": Can.PRACTISE,
    "may_talk": Can.TALK,
    "may_decide": Can.DECIDE,
}


def test_rows_that_hang_on_no_child_and_no_practice_are_asked_for_by_what_they_belong_to(world):
    with pytest.raises(TypeError, match="GoalVersion names neither a child nor a practice"):
        Access(world.ana, at=world.now).which(Can.SEE_RECORD, GoalVersion)
