"""The access rule: who may do what with which child, and the same answer for one and for the list."""

from datetime import timedelta

import pytest

from beadwork.people import actions
from beadwork.people.access import Access, Can
from beadwork.people.models import Child, User

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
