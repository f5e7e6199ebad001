"""The people around a child: what is given here holds, what is ended here is closed at once."""

import pytest
from django.urls import reverse

from beadwork.people.models import Caregiver, Staff, User
from tests.people.build import guardian_form


def address(name, child, *more):
    return reverse(name, args=[child.slug, *more])


@pytest.mark.parametrize(("who", "status"), [
    ("ana", 200), ("dana", 200), ("ruth", 200), ("ben", 404), ("leo", 404), ("okafor", 404), ("eve", 404),
])  # fmt: skip
def test_people_are_kept_by_those_who_keep_people(world, sign_in, who, status):
    assert sign_in(getattr(world, who)).get(address("people-around", world.mia)).status_code == status


def test_a_guardian_joins_with_her_own_rights_and_can_sign_in(world, sign_in):
    sign_in(world.dana).post(address("guardian-new", world.theo), guardian_form())
    bond = world.theo.guardianships.get()
    assert (bond.may_see, bond.may_talk, bond.may_practise, bond.may_decide) == (True, True, False, False)
    assert bond.caregiver.user == User.objects.get(email="omar@example.org")


def test_a_guardian_sent_twice_is_bound_once_and_the_second_form_says_so(world, sign_in):
    client, url = sign_in(world.dana), address("guardian-new", world.theo)
    client.post(url, guardian_form())
    page = client.post(url, guardian_form())
    assert "already there" in page.content.decode()
    assert (world.theo.guardianships.count(), Caregiver.objects.filter(name="Omar Banks").count()) == (1, 1)


def test_nothing_of_a_refused_guardian_is_left(world, sign_in):
    form = guardian_form(until="2026-08-01")
    page = sign_in(world.dana).post(address("guardian-new", world.theo), form)
    assert "before the first day" in page.content.decode()
    assert not Caregiver.objects.filter(name="Omar Banks").exists()


def test_a_guardian_whose_rights_are_ended_is_out_at_her_next_click(world, sign_in):
    leo, page = sign_in(world.leo), reverse("family-child", args=[world.mia.slug])
    assert leo.get(page).status_code == 200
    bond = world.mia.guardianships.get(caregiver=world.leo_caregiver)
    for _tab in range(2):
        answer = sign_in(world.dana).post(address("guardian-end", world.mia, bond.pk))
        assert answer.status_code in {302, 404}
    assert leo.get(page).status_code == 404


def test_rights_are_set_one_by_one(world, sign_in):
    bond = world.mia.guardianships.get(caregiver=world.sara_caregiver)
    sign_in(world.dana).post(address("guardian-rights", world.mia, bond.pk), {"rights": ["may_see"]})
    bond.refresh_from_db()
    assert (bond.may_see, bond.may_decide) == (True, False)


def test_the_teacher_is_out_once_the_consent_is_withdrawn_and_in_once_it_is_given(world, sign_in):
    teacher, page = sign_in(world.okafor), reverse("class-child", args=[world.mia.slug])
    desk = sign_in(world.dana)
    desk.post(address("consent-withdraw", world.mia, world.mia.consents.get().pk))
    assert teacher.get(page).status_code == 404
    said = {"purpose": "school", "given_by": world.sara_caregiver.pk, "since": "2026-09-01"}
    assert desk.post(address("consent-give", world.mia), said).status_code == 302
    assert teacher.get(page).status_code == 200


def test_somebody_joins_the_team_and_leaves_it(world, sign_in):
    client, ben = sign_in(world.ana), sign_in(world.ben)
    said = {"staff": world.ben_staff.pk, "part": "treating", "since": "2026-09-01"}
    client.post(address("team-join", world.theo), said)
    assert ben.get(reverse("child", args=[world.theo.slug])).status_code == 200
    member = world.theo.care_team.get(staff=world.ben_staff)
    client.post(address("team-leave", world.theo, member.pk))
    assert ben.get(reverse("child", args=[world.theo.slug])).status_code == 404


def test_staff_of_another_practice_cannot_be_chosen(world, sign_in):
    eve = Staff.objects.filter(practice=world.elsewhere).first()
    said = {"staff": eve.pk, "part": "treating", "since": "2026-09-01"}
    assert sign_in(world.ana).post(address("team-join", world.theo), said).status_code == 200
    assert world.theo.care_team.count() == 1


def test_a_school_is_noted_with_its_teacher_and_ended(world, sign_in):
    client = sign_in(world.dana)
    said = {"school": "Hill School", "teacher": "Ms. Okafor", "teacher_email": "", "since": "2026-09-01"}
    client.post(address("school-enrol", world.theo), said)
    schooling = world.theo.schoolings.get()
    assert schooling.teacher == world.teacher
    client.post(address("school-end", world.theo, schooling.pk))
    assert not world.theo.schoolings.in_force(world.today).exists()


def test_the_bond_of_one_child_is_not_ended_under_another_childs_address(world, sign_in):
    bond = world.mia.guardianships.first()
    assert sign_in(world.dana).post(address("guardian-end", world.theo, bond.pk)).status_code == 404
