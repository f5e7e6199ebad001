"""Guardians, their rights, consents, schools."""

from datetime import timedelta

import pytest

from beadwork.core.problems import Problem
from beadwork.people import actions
from beadwork.people.access import Access, Can
from beadwork.people.models import Caregiver, User


def bond_of(world, caregiver):
    return world.mia.guardianships.get(caregiver=caregiver)


def test_a_right_taken_away_is_gone_at_the_next_click(world):
    actions.change_rights(
        bond_of(world, world.leo_caregiver), rights={"may_see"}, by=world.dana, at=world.now
    )
    access = Access(world.leo, at=world.now)
    assert access.may(Can.SEE_FAMILY, world.mia)
    assert not access.may(Can.TALK, world.mia)


def test_a_guardian_is_bound_to_a_child_once(world):
    with pytest.raises(Problem) as refused:
        actions.give_guardianship(
            world.mia, world.leo_caregiver, relation="father", since=world.today, by=world.dana, at=world.now
        )
    assert refused.value.kind.number == 104


def test_a_relation_does_not_end_before_it_begins(world):
    with pytest.raises(Problem) as refused:
        actions.give_guardianship(
            world.theo, world.leo_caregiver, relation="uncle", since=world.today,
            until=world.today - timedelta(days=1), by=world.dana, at=world.now,
        )  # fmt: skip
    assert refused.value.kind.number == 103


def test_only_a_guardian_who_may_decide_consents(world):
    actions.change_rights(
        bond_of(world, world.sara_caregiver), rights={"may_see"}, by=world.dana, at=world.now
    )
    with pytest.raises(Problem) as refused:
        actions.give_consent(
            world.mia, "photos", given_by=world.sara_caregiver, since=world.today, by=world.dana, at=world.now
        )
    assert refused.value.kind.number == 105


def test_a_caregiver_without_an_address_is_not_let_in(world):
    caregiver = actions.add_caregiver(world.practice, name="Omar", by=world.dana, at=world.now)
    with pytest.raises(Problem) as refused:
        actions.let_caregiver_in(caregiver, by=world.dana, at=world.now)
    assert refused.value.kind.number == 108
    assert not User.objects.filter(email="").exists()


def test_letting_in_twice_makes_one_user(world):
    caregiver = actions.add_caregiver(
        world.practice, name="Omar", email="omar@example.org", by=world.dana, at=world.now
    )
    first = actions.let_caregiver_in(caregiver, by=world.dana, at=world.now)
    again = actions.let_caregiver_in(Caregiver.objects.get(pk=caregiver.pk), by=world.dana, at=world.now)
    assert first == again
    assert not first.has_usable_password()


def test_a_family_never_changes_its_own_rights(world):
    with pytest.raises(Problem):
        actions.change_rights(bond_of(world, world.leo_caregiver), rights=set(), by=world.leo, at=world.now)
