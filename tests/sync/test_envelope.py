"""The door: receipts, and every way of not being let in, with nothing lost."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from beadwork.core.ids import new_id
from beadwork.devices.actions import revoke_device
from beadwork.devices.models import Arrival, Device, SetAside
from beadwork.record.models import Attempt
from tests.devices.build import tried
from tests.sync.build import envelope, hello_from, post


def receipts(answer) -> list[dict]:
    assert answer.status_code == 200, answer.content
    return answer.json()["receipts"]


def test_a_receipt_an_entry_in_the_order_they_came(world, ana, tablet, goal, visit):
    entries = [tried(goal, visit, world.now) for _ in range(3)]
    answer = post(ana, "sync-envelope", envelope(tablet, world.ana, *entries[::-1], sent_at=world.now))
    assert [one["id"] for one in receipts(answer)] == [one["id"] for one in entries[::-1]]
    assert {(one["state"], one["final"], one["reason"]) for one in receipts(answer)} == {("stored", True, "")}
    again = post(ana, "sync-envelope", envelope(tablet, world.ana, *entries, sent_at=world.now))
    assert receipts(again) == receipts(answer)[::-1]
    assert Attempt.objects.count() == 3


BAD = {
    "kind": {"kind": "photo"},
    "price": {"price": 3},
    "id": {"id": "0"},
    "seq": {"seq": "1"},
    "at": {"at": "2026-09-14T10:00:00"},
    "success": {"success": "yes"},
    "goal": {"goal": None},
    "visit": {"visit": ["x"]},
}


@pytest.mark.parametrize("field", BAD)
def test_an_entry_that_cannot_be_read_names_its_field_and_blocks_no_other(
    world, ana, tablet, goal, visit, field
):
    entries = [
        tried(goal, visit, world.now),
        tried(goal, visit, world.now) | BAD[field],
        tried(goal, visit, world.now),
    ]
    answer = post(ana, "sync-envelope", envelope(tablet, world.ana, *entries, sent_at=world.now))
    told = receipts(answer)
    assert [one["state"] for one in told] == ["stored", "refused", "stored"]
    assert (told[1]["code"], told[1]["final"]) == ("BW-550", False)
    assert f": {field}." in told[1]["reason"]


@pytest.mark.parametrize(
    "entry", [None, 7, [], "x", {}, {"kind": {}}, {"kind": "attempt", "id": "\ud800"}, {"id": "x" * 99}]
)
def test_what_is_no_entry_at_all_is_refused(world, ana, tablet, entry):
    answer = post(ana, "sync-envelope", envelope(tablet, world.ana, entry, sent_at=world.now))
    assert [one["state"] for one in receipts(answer)] == ["refused"]


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x" * 1001])
def test_a_text_that_no_database_takes_is_refused(world, ana, tablet, goal, visit, text):
    entry = tried(goal, visit, world.now) | {"kind": "remark", "text": text}
    del entry["support"], entry["success"]
    answer = post(ana, "sync-envelope", envelope(tablet, world.ana, entry, sent_at=world.now))
    assert [one["state"] for one in receipts(answer)] == ["refused"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"left": -1}, "left"),
        ({"entries": {}}, "entries"),
        ({"more": 1}, "more"),
        ({"sent_at": 5}, "sent_at"),
    ],
)
def test_an_envelope_that_cannot_be_read_says_why(world, ana, tablet, changes, field):
    answer = post(ana, "sync-envelope", envelope(tablet, world.ana, sent_at=world.now) | changes)
    assert answer.status_code == 400
    assert f": {field}." in answer.json()["problem"]["what"]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"left": NaN}', b"[" * 100_000])
def test_what_is_no_json_is_told_so(ana, body):
    answer = ana.post(reverse("sync-envelope"), body, content_type="application/json")
    assert (answer.status_code, answer.json()["problem"]["code"]) == (400, "BW-560")


def test_more_than_fits_is_sent_in_smaller_parts(world, ana, tablet, goal, visit):
    many = post(ana, "sync-envelope", envelope(tablet, world.ana, *[{}] * 2001, sent_at=world.now))
    big = post(ana, "sync-envelope", envelope(tablet, world.ana, "x" * 3_000_000, sent_at=world.now))
    assert (many.status_code, big.status_code) == (413, 413)


def test_signed_out_nothing_is_taken_and_it_is_sent_after_signing_in(world, ana, tablet, goal, visit):
    entry = tried(goal, visit, world.now)
    sent = envelope(tablet, world.ana, entry, sent_at=world.now)
    answer = post(Client(), "sync-envelope", sent)
    assert (answer.status_code, answer.json()["revoked"]) == (401, False)
    assert not Arrival.objects.exists()
    assert receipts(post(ana, "sync-envelope", sent))[0]["state"] == "stored"


def test_nobody_sends_what_somebody_else_recorded(world, ana, tablet, goal, visit, sign_in):
    sent = envelope(tablet, world.ana, tried(goal, visit, world.now), sent_at=world.now)
    ben = sign_in(world.ben)
    assert post(ben, "sync-envelope", sent).status_code == 404
    his = hello_from(ben)
    assert post(ben, "sync-envelope", sent | {"device": his}).status_code == 409
    assert not Attempt.objects.exists()


def test_a_stranger_is_not_told_that_the_visit_exists(world, goal, visit, sign_in):
    eve = sign_in(world.eve)
    tablet, sent_at = hello_from(eve), {"sent_at": world.now}
    real = tried(goal, visit, world.now)
    other = tried(goal, visit, world.now) | {"visit": str(new_id())}
    told = receipts(post(eve, "sync-envelope", envelope(tablet, world.eve, real, other, **sent_at)))
    assert [one["state"] for one in told] == ["refused", "refused"]
    assert told[0] | {"id": ""} == told[1] | {"id": ""}
    assert not SetAside.objects.exists()
    assert not Arrival.objects.exists()


def test_registering_twice_is_one_device_and_anothers_id_is_refused(world, ana, tablet, sign_in):
    assert hello_from(ana, tablet, "Another name") == tablet
    assert Device.objects.get().name == "Tablet"
    answer = post(sign_in(world.ben), "sync-device", {"id": tablet, "name": "Mine"})
    assert answer.status_code == 409
    assert post(ana, "sync-device", {"id": str(new_id()), "name": " "}).status_code == 400


def test_a_revoked_device_gets_nothing_sends_what_it_holds_and_is_wiped_only_then(
    world, ana, tablet, goal, visit
):
    revoke_device(Device.objects.get(pk=tablet), by=world.ana, at=world.now)
    assert ana.get(reverse("sync-days"), {"device": tablet}).status_code == 410
    assert Client().get(reverse("sync-days"), {"device": tablet}).json()["revoked"] is True
    first, last = (tried(goal, visit, world.now) for _ in range(2))
    more = envelope(tablet, world.ana, first, sent_at=world.now, left=1)
    assert post(ana, "sync-envelope", more).json()["wipe"] is False
    answer = post(ana, "sync-envelope", envelope(tablet, world.ana, last, sent_at=world.now)).json()
    assert (answer["wipe"], [one["state"] for one in answer["receipts"]]) == (True, ["aside"])
    assert SetAside.objects.waiting().count() == 2
    assert not Attempt.objects.exists()
    assert Device.objects.get().wiped_at is not None


def test_a_clock_three_hours_fast_is_told(world, ana, tablet, goal, visit):
    entry = tried(goal, visit, world.now + timedelta(hours=3))
    answer = post(
        ana, "sync-envelope", envelope(tablet, world.ana, entry, sent_at=world.now + timedelta(hours=3))
    )
    assert answer.json()["ahead"] == pytest.approx(3 * 60 * 60, abs=60)
    assert [one["state"] for one in receipts(answer)] == ["stored"]


def test_without_the_token_nothing_is_taken(world, tablet, goal, visit):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.ana)
    sent = envelope(tablet, world.ana, tried(goal, visit, world.now), sent_at=world.now)
    refused = post(client, "sync-envelope", sent, HTTP_ACCEPT="application/json")
    assert (refused.status_code, refused.json()["problem"]["code"]) == (403, "BW-403")
    client.get(reverse("sync"))
    token = {"HTTP_X_CSRFTOKEN": client.cookies["csrftoken"].value}
    assert receipts(post(client, "sync-envelope", sent, **token))[0]["state"] == "stored"


def test_an_envelope_with_nothing_in_it_says_where_things_stand(world, ana, tablet):
    answer = post(ana, "sync-envelope", envelope(tablet, world.ana, sent_at=world.now)).json()
    assert json.dumps(answer["receipts"]) == "[]"
    assert (answer["revoked"], answer["wipe"]) == (False, False)
