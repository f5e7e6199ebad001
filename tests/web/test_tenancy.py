"""T1, the tenancy walk: another practice, every one of its roles, every address, with the ids of this side.

Every record of Mia holds a canary. No answer to an outsider may hold one, none may write, all are 404; as the owner the
same call does show the canary, or the case proves nothing. A leak that is planted on purpose is found.
"""

from datetime import date

import pytest
from django.urls import reverse

from beadwork.core.models import Event
from beadwork.people import actions
from beadwork.people.access import Access
from beadwork.people.models import Child, Credential, PracticeKind, Purpose, Role, User
from tests.web.table import ROWS
from tests.web.test_access import ask, url_of
from tests.web.thread import CANARY, make_thread

SINCE = date(2026, 1, 5)
ROLES = ["director", "therapist", "assistant", "student", "front-desk", "guardian", "teacher"]
OWN_LISTS = {"home", "settings", "jump", "children", "children-data", "child-new", "practice",
             "staff-hire", "ladder", "today", "record-held", "family", "class"}  # fmt: skip
OF_ONE = [name for name in ROWS if name not in OWN_LISTS]


@pytest.fixture
def thread(world):
    return make_thread(world)


@pytest.fixture
def outsiders(world):
    """Another practice, whole: everybody somebody can be, with a child of her own."""
    people = {role: User.objects.create_user(f"{role}@example.org", role.title(), None) for role in ROLES}
    at, boss = world.now, people["director"]
    place = actions.open_practice(
        "Other side",
        kind=PracticeKind.CLINIC,
        time_zone="America/Chicago",
        language="en",
        director=boss,
        at=at,
    )
    by = {"by": boss, "at": at}
    for role in (Role.THERAPIST, Role.ASSISTANT, Role.STUDENT, Role.FRONT_DESK):
        actions.hire(place, people[role], role=role, credential=Credential.NONE, since=SINCE, **by)
    child = actions.add_child(
        place, given_name="Ola", born_on=date(2021, 5, 5), by=people["therapist"], at=at
    )
    caregiver = actions.add_caregiver(place, name="Guardian", email="guardian@example.org", **by)
    caregiver.user = actions.let_caregiver_in(caregiver, **by)
    actions.give_guardianship(child, caregiver, relation="mother", since=SINCE, may_decide=True, **by)
    school = actions.add_school(place, "Other school", **by)
    teacher = actions.add_teacher(school, "Teacher", user=people["teacher"], **by)
    actions.enrol(child, school, teacher=teacher, since=SINCE, **by)
    actions.give_consent(child, Purpose.SCHOOL, given_by=caregiver, since=SINCE, **by)
    return people


def snapshot(world) -> tuple[int, int]:
    """What a write on this side would change: its chain of events."""
    return (Event.objects.filter(practice_id=world.practice.pk).count(), Child.objects.count())


@pytest.mark.parametrize("role", ROLES)
def test_nothing_of_this_side_is_seen_or_written_from_the_other(world, thread, outsiders, sign_in, role):
    client, before = sign_in(outsiders[role]), snapshot(world)
    for name in ROWS:
        answer = ask(client, name, thread)
        assert CANARY not in answer.content.decode(), name
        if name in OF_ONE:
            assert answer.status_code == 404, name
    assert snapshot(world) == before


@pytest.mark.parametrize("role", ROLES)
def test_ids_of_this_side_in_a_query_or_a_body_open_nothing(world, thread, outsiders, sign_in, role):
    client, before = sign_in(outsiders[role]), snapshot(world)
    smuggled = {key: str(value) for key, value in thread.ids.items()} | {
        "child": str(world.mia.pk), "goal_id": str(thread.goal.pk), "practice": str(world.practice.pk),
        "caregivers": str(world.leo_caregiver.pk), "given_by": str(world.leo_caregiver.pk),
        "staff": str(world.ana_staff.pk), "supervisor": str(world.ana_staff.pk)
    }  # fmt: skip
    for name in ROWS:
        assert CANARY not in client.get(url_of(name, thread), smuggled).content.decode(), name
        client.post(url_of(name, thread), smuggled)
    assert snapshot(world) == before


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.shows])
def test_the_owner_does_see_the_canary(world, thread, sign_in, name):
    """The positive control: without it a page that shows nothing to anybody would pass."""
    for who in ROWS[name].who - {"eve"}:
        assert CANARY in ask(sign_in(getattr(world, who)), name, thread).content.decode(), who


def test_a_leak_that_is_planted_is_found(world, thread, outsiders, sign_in, monkeypatch):
    monkeypatch.setattr(Access, "children", lambda self, can: Child.objects.all())
    client = sign_in(outsiders["therapist"])
    assert CANARY in client.get(reverse("child", args=[world.mia.slug])).content.decode()
