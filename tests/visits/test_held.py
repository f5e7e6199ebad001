"""The sign-in runs out in the middle of a visit: what was tapped is held, and kept after the same person is back."""

from datetime import timedelta

import pytest
from django.core.signing import dumps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.record.models import Attempt, Remark
from beadwork.web.visits.held import SALT, signed
from tests.record.build import goal_row, rung
from tests.visits.build import begun_visit
from tests.world import PASSWORD


@pytest.fixture
def world(world):
    """The cast, a minute ago: pages know no other day than the one the test runs on."""
    world.now = timezone.now() - timedelta(minutes=1)
    return world


@pytest.fixture
def goal(world):
    return goal_row(world, "accuracy")


@pytest.fixture
def visit(world, goal):
    return begun_visit(world, goal=goal)


@pytest.fixture
def tapped(world, visit, goal):
    """A browser whose sign-in has run out, after a tap and a remark."""
    client = Client()
    url = reverse("record", args=[visit.pk])
    tap = {"kind": "attempt", "id": new_id(), "goal": goal.pk, "support": rung(goal).pk, "success": "yes"}
    for form in (tap, {"kind": "remark", "id": new_id(), "text": "Sang to the sock."}):
        answer = client.post(url, form | {"who": signed(world.ana)})
        assert answer.url == f"{reverse('account_login')}?next={reverse('record-held')}"
    assert not Attempt.objects.exists()
    return client


def sign_back_in(client, user):
    url = f"{reverse('account_login')}?next={reverse('record-held')}"
    return client.post(url, {"login": user.email, "password": PASSWORD})


def test_the_same_person_sees_it_and_stores_it(world, tapped):
    assert sign_back_in(tapped, world.ana).url == reverse("record-held")
    assert "Sang to the sock." in tapped.get(reverse("record-held")).content.decode()
    tapped.post(reverse("record-held"), {"keep": "yes"})
    assert (Attempt.objects.count(), Remark.objects.get().text) == (1, "Sang to the sock.")
    tapped.post(reverse("record-held"), {"keep": "yes"})
    assert Attempt.objects.count() == 1


def test_she_may_leave_it_out(world, tapped):
    sign_back_in(tapped, world.ana)
    tapped.post(reverse("record-held"), {"leave": "yes"})
    assert not Attempt.objects.exists()
    assert tapped.get(reverse("record-held")).url == reverse("today")


def test_somebody_else_neither_sees_nor_stores_it(world, tapped):
    sign_back_in(tapped, world.ben)
    assert tapped.get(reverse("record-held")).url == reverse("today")
    tapped.post(reverse("record-held"), {"keep": "yes"})
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    "who",
    ["", "nonsense", dumps("somebody", salt="another")],
    ids=["nobody", "nonsense", "another signature"],
)
def test_a_form_we_did_not_sign_is_not_held(visit, who):
    client = Client()
    client.post(reverse("record", args=[visit.pk]), {"kind": "remark", "text": "x", "who": who})
    assert "held_entries" not in client.session


def test_only_so_much_is_held(world, visit):
    client, form = Client(), {"kind": "remark", "text": "x", "who": dumps(str(world.ana.pk), salt=SALT)}
    for _ in range(25):
        client.post(reverse("record", args=[visit.pk]), form)
    client.post(reverse("record", args=[visit.pk]), form | {"text": "x" * 10_001})
    assert len(client.session["held_entries"]) == 20


def test_the_script_is_told_plainly_that_nobody_is_signed_in(visit):
    answer = Client().post(reverse("record", args=[visit.pk]), {}, headers={"Accept": "application/json"})
    assert answer.status_code == 401
