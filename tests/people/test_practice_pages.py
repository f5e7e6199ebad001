"""The practice: who works there, and who is let in."""

from datetime import date

import pytest
from django.urls import reverse

from beadwork.people import actions
from beadwork.people.models import Caregiver, Staff

HIRED = {
    "name": "Kim Park", "email": "kim@example.org", "role": "therapist", "credential": "OTR",
    "licence_number": "OT-9", "licence_expires_on": "2027-01-01", "since": "2026-09-01",
}  # fmt: skip


@pytest.mark.parametrize("who", ["ana", "ben", "dana", "leo", "okafor"])
def test_the_practice_is_the_directors(world, sign_in, who):
    client = sign_in(getattr(world, who))
    assert client.get(reverse("practice")).status_code == 404
    assert client.post(reverse("staff-hire"), HIRED).status_code == 404


def test_hiring_twice_is_one_job_and_the_second_form_says_so(world, sign_in):
    client = sign_in(world.ruth)
    assert client.post(reverse("staff-hire"), HIRED).status_code == 302
    assert "already there" in client.post(reverse("staff-hire"), HIRED).content.decode()
    assert Staff.objects.filter(user__email="kim@example.org").count() == 1


def test_a_licence_about_to_expire_is_said(world, sign_in):
    Staff.objects.filter(pk=world.ana_staff.pk).update(licence_expires_on=date(2020, 1, 1))
    assert "expires soon" in sign_in(world.ruth).get(reverse("practice")).content.decode()


def test_a_job_that_is_ended_is_closed_at_once(world, sign_in):
    ana = sign_in(world.ana)
    sign_in(world.ruth).post(reverse("staff-end", args=[world.ana_staff.pk]))
    assert ana.get(reverse("child", args=[world.mia.slug])).status_code == 404


def test_a_director_ends_no_job_elsewhere(world, sign_in):
    job = Staff.objects.filter(practice=world.elsewhere).first()
    assert sign_in(world.ruth).post(reverse("staff-end", args=[job.pk])).status_code == 404


def test_a_guardian_with_an_address_is_let_in(world, sign_in):
    caregiver = actions.add_caregiver(
        world.practice, name="Omar", email="omar@example.org", by=world.dana, at=world.now
    )
    client, url = sign_in(world.ruth), reverse("caregiver-let-in", args=[caregiver.pk])
    assert "omar@example.org" in client.get(reverse("practice")).content.decode()
    for _tab in range(2):
        client.post(url)
    assert Caregiver.objects.get(pk=caregiver.pk).user.email == "omar@example.org"
    assert "omar@example.org" not in client.get(reverse("practice")).content.decode()
