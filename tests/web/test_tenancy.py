"""T1, the tenancy walk: every role of another practice, every address, this side's ids in path, query and body.

Every text about a child or a grown-up of this side holds a canary of its own. No answer to an outsider holds one,
and no row that is or names anything of this side changes, appears or goes. As the owner the same calls do show the
canaries and do write, or the walk proves nothing; a leak that is planted on purpose is found. Then the same inside
one practice: the other family, the therapist off the care team, the teacher of another child. On PostgreSQL the
clinic's roles and what the owners write are walked again; the rule itself is one, whatever the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.people import access as rule
from beadwork.people import actions
from beadwork.people.access import Access
from beadwork.people.models import Child, Purpose, Role, User
from tests.faults.breaking import changes
from tests.web import canaries
from tests.web.canaries import naming, plant, shown
from tests.web.filling import filled, form_on
from tests.web.table import ROWS
from tests.web.test_access import addresses, sent, undone
from tests.web.thread import Thread
from tests.world import World, make_world

pytestmark = pytest.mark.long

ROLES = [("ruth", "ana", "ben", "stu"), ("dana", "leo", "okafor")]
OWN_LISTS = {"home", "settings", "jump", "children", "children-data", "child-new", "enquiries", "practice",
             "response-help", "staff-hire", "ladder", "today", "record-held", "family", "class", "devices", "review",
             "sync", "sync-device", "sync-envelope", "capture", "weights", "enquiry", "notes", "note-parts",
             "library", "activity", "activity-card", "activity-new", "library-desk", "library-kind", "library-item",
             "library-amend"}  # fmt: skip
ASKED = {"goal-new": "?scale=accuracy", "sync-days": "?device={device}"}
PATTERNS = {one.name: sorted(one.pattern.converters) for one in addresses()}
ON_NO_PAGE = {
    "Caregiver.email", "Caregiver.phone", "CheckIn.about", "ClassHelp.words_es",
    "ClassQuestion.words_es", "Enquiry.closed_because",
    "Goal.closed_because", "Goal.icf", "Goal.unit", "NoteDraft.text", "Plan.ended_because",
    "Referral.closed_because", "ScalePoint.words_es", "Schooling.room", "Second.observer",
    "SetAside.because", "Visit.cancelled_because",
}  # fmt: skip
"""Texts that no page of this thread shows: nobody reads them yet, or only of what was closed, or in Spanish."""
WRITES = {
    "child-edit", "class-help", "class-help-end", "concern-new", "consent-give", "consent-withdraw",
    "device-revoke", "enquiry-welcome", "evaluation-finish", "evaluation-interview", "evaluation-profile",
    "evaluation-tasks", "fact-end", "facts", "family-talk", "goal-change",
    "goal-close", "goal-new", "guardian-end", "path-mark", "plan-agree",
    "plan-edit", "plan-end", "record", "referral-new",
    "routine-end", "routine-share", "school-end", "staff-end", "talk", "team-leave", "visit-finish", "visit-plan",
}  # fmt: skip
"""What changes rows when the owner sends it; the other addresses need another state, or only show."""
BY_TAP = {"record": {"kind": "remark", "text": "Words"}, "goal-new": {"icf": ""}, "facts": {"word": ""}}
SINCE = date(2026, 1, 5)


@dataclass
class Side:
    """One side of the wall: its people, Mia's thread, and what its owners send to each address."""

    world: World
    thread: Thread
    sent: dict[str, dict[str, Any]]
    marks: dict[str, str]
    ids: set[str]


def path(name: str, of: dict[str, Any]) -> str:
    return reverse(name, kwargs={key: of[key] for key in PATTERNS[name]}) + ASKED.get(name, "").format(**of)


def owner(world: World, name: str) -> Client:
    client = Client()
    client.force_login(getattr(world, sorted(ROWS[name].who - {"eve"})[0]))
    return client


def body(world: World, thread: Thread, name: str) -> dict[str, Any]:
    """What the owner's browser sends: the fields of the page's form, with ids of her side, and ids by other names."""
    more = {key: str(value) for key, value in thread.ids.items()} | {
        "child": str(world.mia.pk), "goal": str(thread.goal.pk), "practice": str(world.practice.pk),
        "id": str(new_id()),
        "caregiver": str(world.leo_caregiver.pk), "staff": str(world.ana_staff.pk), "teacher": str(world.teacher.pk),
    }  # fmt: skip
    form = None if ROWS[name].post else form_on(owner(world, name).get(path(name, thread.ids)))
    return more | sent(name, thread) | (filled(form) if form else {}) | BY_TAP.get(name, {})


@pytest.fixture
def here(world) -> Side:
    """This side: everything there is about Mia, with a canary in every text."""
    world.now = timezone.now()
    thread = canaries.make_whole_thread(world)
    marks, own = (
        plant(world, lambda model: model.objects.all()),
        canaries.ids(lambda model: model.objects.all()),
    )
    return Side(world, thread, {name: body(world, thread, name) for name in ROWS}, marks, own)


@pytest.fixture
def there(here) -> tuple[World, Thread]:
    """The other side: another practice, as whole, with a student besides."""
    world = make_world("other.example.org")
    world.now = here.world.now
    world.people["stu"] = User.objects.create_user("stu@other.example.org", "Stu", None)
    by = {"by": world.ruth, "at": world.now}
    job = actions.hire(world.practice, world.stu, role=Role.STUDENT, since=SINCE, **by)
    actions.join_care_team(world.mia, job, since=SINCE, **by)
    return world, canaries.make_whole_thread(world)


def urls(name: str, ours: dict[str, Any], theirs: dict[str, Any]) -> set[str]:
    """The address with the other side's ids, with our own, with our child's name and their ids, and reversed."""
    mixed = [{**theirs, "slug": ours["slug"]}, {**ours, "slug": theirs["slug"]}]
    return {path(name, of) for of in (ours, theirs, *mixed)}


@contextmanager
def writes() -> Iterator[list[str]]:
    """The statements that write, but for sessions."""
    told: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and "django_session" not in sql:
            told.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield told


def walk(client: Client, here: Side, ours: dict[str, Any]) -> list[str]:
    """What somebody finds who asks for everything of `here`, and sends what its owners send; `ours` are her own ids."""
    before, found = naming(here.ids), []
    for name in ROWS:
        for url, send in product(urls(name, ours, here.thread.ids), (client.get, client.post)):
            with undone(), writes() as written:
                answer = send(url, here.sent[name])
                if shown(answer.content.decode(errors="replace"), here.marks.values()):
                    found.append(f"shown: {name}")
                if written and changes(before, naming(here.ids)):
                    found.append(f"written: {name}")
        if name not in OWN_LISTS and client.get(path(name, here.thread.ids)).status_code not in {404, 405}:
            found.append(f"not 404: {name}")
    return found


@pytest.mark.parametrize("roles", [ROLES[0], pytest.param(ROLES[1], marks=pytest.mark.once)])
def test_nothing_of_this_side_is_seen_or_written_from_another_practice(here, there, sign_in, roles):
    world, thread = there
    found = {role: walk(sign_in(getattr(world, role)), here, thread.ids) for role in roles}
    assert found == {role: [] for role in roles}


def seen_by_owners(here: Side) -> dict[str, set[str]]:
    """The canaries that the owners of this side see at each address, each in her own language."""
    clients = {who: Client() for who in here.world.people}
    for who, client in clients.items():
        client.force_login(getattr(here.world, who))
    return {
        name: shown(
            "".join(_read(clients[who], name, here) for who in row.who - {"eve"}), here.marks.values()
        )
        for name, row in ROWS.items()
        if not row.post
    }


def _read(client: Client, name: str, here: Side) -> str:
    return client.get(path(name, here.thread.ids)).content.decode(errors="replace")


@pytest.mark.once
def test_the_owners_do_see_the_canaries_of_every_text(here):
    """The positive control: a page that shows nothing to anybody would pass the walk."""
    seen = seen_by_owners(here)
    assert {name for name, row in ROWS.items() if row.shows and not seen[name]} == set()
    everywhere = set().union(*seen.values())
    assert {field for field, mark in here.marks.items() if mark not in everywhere} <= ON_NO_PAGE


def test_the_owners_same_calls_do_write(here):
    """The other control: what the walk sends does change rows when the owners send it."""
    owners = {name: owner(here.world, name) for name in ROWS}
    before, wrote = naming(here.ids), set()
    for name, client in owners.items():
        with undone():
            client.post(path(name, here.thread.ids), here.sent[name])
            wrote |= {name} if changes(before, naming(here.ids)) else set()
    assert wrote >= WRITES


@pytest.fixture
def inside(world) -> tuple[Side, dict[str, User]]:
    """Mia's side alone, and people of the same practice who have to do with Theo only, by what they are to him."""
    world.now = timezone.now()
    thread, people = canaries.make_whole_thread(world), theos_people(world)
    of_mia = canaries.of_child(world.mia)
    marks, own = plant(world, of_mia), canaries.ids(of_mia)
    return Side(world, thread, {name: body(world, thread, name) for name in ROWS}, marks, own), people


def theos_people(world: World) -> dict[str, User]:
    """Theo's mother, his therapist, assistant and student, and his teacher: none has to do with Mia."""
    names = ("mother", "teacher", Role.THERAPIST, Role.ASSISTANT, Role.STUDENT)
    people = {
        str(name): User.objects.create_user(f"{name}@theo.example.org", f"Theo's {name}", None)
        for name in names
    }
    by = {"by": world.ruth, "at": world.now}
    for role in names[2:]:
        job = actions.hire(world.practice, people[role], role=role, since=SINCE, **by)
        actions.join_care_team(world.theo, job, since=SINCE, **by)
    mother = actions.add_caregiver(world.practice, name="Mother", email="mother@theo.example.org", **by)
    actions.let_caregiver_in(mother, **by)
    rights = {"may_decide": True, "may_see": True, "may_practise": True, "may_talk": True}
    actions.give_guardianship(world.theo, mother, relation="mother", since=SINCE, **rights, **by)
    teacher = actions.add_teacher(world.teacher.school, "Mr. Lang", user=people["teacher"], **by)
    actions.enrol(world.theo, world.teacher.school, teacher=teacher, since=SINCE, **by)
    actions.give_consent(world.theo, Purpose.SCHOOL, given_by=mother, since=SINCE, **by)
    return people


@pytest.mark.once
def test_nothing_of_mia_is_seen_or_written_by_those_who_care_for_theo(inside, sign_in):
    here, people = inside
    ours = here.thread.ids | {"slug": here.world.theo.slug}
    found = {who: walk(sign_in(user), here, ours) for who, user in people.items()}
    assert found == {who: [] for who in people}


@pytest.mark.once
def test_leaks_that_are_planted_are_found(here, there, sign_in, monkeypatch):
    monkeypatch.setattr(Access, "children", lambda self, can: Child.objects.all())
    monkeypatch.setattr(rule, "is_opened", lambda can, worn, child_id: True)
    world, thread = there
    found = walk(sign_in(world.ana), here, thread.ids)
    assert {
        "shown: child",
        "shown: goal",
        "written: fact-end",
        "written: concern-new",
        "not 404: plan",
    } <= set(found)
    assert len(found) > 100


def test_every_table_has_a_row_with_a_canary(here):
    empty = {
        model.__name__ for model in canaries.OURS if canaries.texts(model) and not model.objects.exists()
    }
    assert empty == set()
