"""What can come between a tablet and the record: a lock, a thief, a colleague, a thing said twice. Nothing is lost."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from beadwork.core.ids import new_id
from tests.browser.capture import TABLET, Tablet, post, press
from tests.browser.stored import stored

pytestmark = pytest.mark.browser
PIN = "7-wood-4"
ASIDE = "SELECT landed FROM devices_setaside WHERE visit_id = ? ORDER BY seq"
EVERY_TRY = """
SELECT attempt.id FROM record_attempt AS attempt JOIN visits_visit AS visit USING (occasion_id) WHERE visit.id = ?
"""
KEPT = """async () => {
    const open = indexedDB.open("beadwork-capture");
    await new Promise((done) => { open.onsuccess = done; });
    const rows = {};
    for (const name of open.result.objectStoreNames) {
        const all = open.result.transaction(name).objectStore(name).getAll();
        await new Promise((done) => { all.onsuccess = done; });
        rows[name] = all.result.map((row) => ({ ...row, key: row.key ? "open" : row.wrapped ? "wrapped" : "" }));
    }
    open.result.close();
    return rows;
}"""


def kept(page) -> dict[str, list[dict[str, Any]]]:
    """Every row on the device by its store; of a key only whether it lies open."""
    return page.evaluate(KEPT)


def second_tablet(page) -> str:
    """Another device of whoever is signed in; its id."""
    return post(page, "/sync/device/", {"id": str(new_id()), "name": "Second tablet"})["id"]


def send(page, device: str, *entries: dict[str, Any]) -> list[str]:
    """Entries in one envelope, and what became of each."""
    now = datetime.now(UTC).isoformat()
    who = page.request.get("/sync/").json()["who"]["id"]
    numbered = [{"seq": seq, "at": now, **entry} for seq, entry in enumerate(entries, start=1)]
    said = {"device": device, "who": who, "sent_at": now, "left": 0, "entries": numbered}
    return [one["state"] for one in post(page, "/sync/envelope/", said)["receipts"]]


def a_try(tablet: Tablet, id: str, *, success: bool) -> dict[str, Any]:
    """A try at the goal that the tablet shows first."""
    goal = tablet.card.get_attribute("id").removeprefix("goal-")
    support = tablet.card.locator(".ladder").get_attribute("data-support")
    return {
        "id": id,
        "kind": "attempt",
        "visit": tablet.visit,
        "goal": goal,
        "support": support,
        "success": success,
    }


def opened_review(tablet: Tablet) -> Any:
    """What the badge tells of entries that are for review."""
    expect(tablet.page.locator(".badge .count")).to_be_visible()
    tablet.page.locator(".badge").click()
    return tablet.page.get_by_role("dialog")


def land(tablet: Tablet) -> None:
    """Ana puts what waits of this visit into the record."""
    tablet.page.goto("/review/")
    card = tablet.page.get_by_role("region").filter(has=tablet.page.locator(f"#visit-{tablet.visit}"))
    card.get_by_label("Why, in a few words").fill("I was there.")
    card.get_by_role("button", name="Put into the record").click()
    expect(card).to_have_count(0)


def test_a_pin_locks_what_lies_here_and_a_wrong_one_opens_nothing(tablet):
    page = tablet.page
    page.get_by_role("button", name="Back to the days").click()
    tablet.says("All safe")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="PIN for this device").click()
    for label in ("PIN", "The same once more"):
        page.get_by_label(label, exact=True).fill(PIN)
    page.get_by_role("button", name="Keep the PIN").click()
    expect(page.get_by_text("Type the PIN of this device.")).to_be_visible()
    page.get_by_label("PIN").fill("not-the-pin")
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_text("That is not the PIN.")).to_be_visible()
    expect(page.get_by_text("Mia")).to_have_count(0)
    assert [row["key"] for row in kept(page)["keys"]] == ["wrapped"]
    page.get_by_label("PIN").fill(PIN)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", name="Mia").first).to_be_visible()
    tablet.off()
    page.evaluate("(visit) => { location.hash = visit; }", tablet.visit)
    tablet.tap()
    page.reload()
    page.get_by_label("PIN").fill(PIN)
    page.get_by_role("button", name="Open").click()
    expect(tablet.count).to_have_text("1")
    tablet.on()
    tablet.says("All safe")
    assert len(tablet.attempts()) == 1


def test_what_no_longer_fits_is_set_aside_shown_and_landed_by_a_person(tablet, page_of):
    """A colleague has recorded that the visit ended half an hour ago."""
    tablet.off()
    ben, now = page_of("ben@example.org", **TABLET), datetime.now(UTC)
    whole = [("visit.start", 60), ("visit.finish", 30)]
    entries = [
        {
            "id": str(new_id()),
            "kind": kind,
            "visit": tablet.visit,
            "at": (now - timedelta(minutes=ago)).isoformat(),
        }
        for kind, ago in whole
    ]
    assert send(ben, second_tablet(ben), *entries) == ["stored", "stored"]
    tablet.tap(2)
    tablet.on()
    expect(opened_review(tablet)).to_contain_text("Kept and set aside")
    assert tablet.attempts() == []
    land(tablet)
    assert len(tablet.attempts()) == 2


def test_two_contents_under_one_id_are_both_kept_and_a_person_settles(tablet):
    tablet.off()
    tablet.tap()
    [_start, mine] = sorted(tablet.on_device("waiting"), key=lambda row: row["seq"])
    other = second_tablet(tablet.page)
    start = {"id": str(new_id()), "kind": "visit.start", "visit": tablet.visit}
    assert send(tablet.page, other, start, a_try(tablet, mine["id"], success=False)) == ["stored", "stored"]
    tablet.on()
    expect(opened_review(tablet)).to_contain_text("Kept twice, somebody decides")
    land(tablet)
    assert stored(tablet.data, ASIDE, tablet.visit.replace("-", "")) == [(1,)]
    assert len(tablet.attempts()) == 1
    assert len(stored(tablet.data, EVERY_TRY, tablet.visit.replace("-", ""))) == 2


def test_two_people_on_one_visit_overwrite_nothing(tablet, page_of):
    tablet.tap()
    tablet.says("All safe")
    tablet.off()
    tablet.tap()
    ben = page_of("ben@example.org", **TABLET)
    entry = a_try(tablet, str(new_id()), success=False)
    assert send(ben, second_tablet(ben), entry) == ["stored"]
    tablet.on()
    tablet.says("All safe")
    assert len(tablet.attempts()) == 3


def test_a_tablet_that_was_revoked_hands_over_and_forgets(tablet):
    tablet.off()
    tablet.tap(2)
    device = kept(tablet.page)["devices"][0]["id"]
    press(tablet.page, f"/devices/{device}/revoke")
    tablet.on()
    expect(tablet.page.get_by_text("This device was ended")).to_be_visible()
    assert {name: rows for name, rows in kept(tablet.page).items() if rows} == {}
    assert len(stored(tablet.data, ASIDE, tablet.visit.replace("-", ""))) == 3
    assert tablet.attempts() == []
