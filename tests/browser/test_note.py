"""The note of a visit: signed in few steps, answering for its words, and keeping what is typed on the device first."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from beadwork.demo.who import PASSWORD
from tests.browser.capture import ANA, LOCAL
from tests.browser.stored import stored

pytestmark = pytest.mark.browser
HOUSE = Path(__file__).parents[2]
MOST_STEPS = 6
TYPED = "Sat best on the low stool."
NOTES = "SELECT lines FROM notes_note WHERE visit_id = ?"
DRAFTS = """
SELECT draft.text FROM visits_notedraft AS draft JOIN visits_visit AS visit USING (occasion_id)
WHERE visit.id = ? ORDER BY draft.id
"""
STORES = ["days", "devices", "entries", "keys", "people", "running"]  # as the browser lists them
EVERY_STORE = """async () => {
    const open = indexedDB.open("beadwork-capture");
    await new Promise((done) => { open.onsuccess = done; });
    const names = [...open.result.objectStoreNames];
    const all = names.map((name) => open.result.transaction(name).objectStore(name).getAll());
    await Promise.all(all.map((one) => new Promise((done) => { one.onsuccess = done; })));
    open.result.close();
    const text = (bytes) => String.fromCharCode(...new Uint8Array(bytes));
    const plain = (key, value) => (value instanceof ArrayBuffer ? text(value) : value);
    return JSON.stringify(all.map((one) => one.result), plain);
}"""


def visit_of_four(site, name: str, *more: str) -> str:
    """An ordinary visit of four goals; its id."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.browser.visit_of_four", name, *more],
        cwd=HOUSE,
        env=os.environ
        | {"BEADWORK_DATA": str(site.data), "DJANGO_SETTINGS_MODULE": "beadwork.settings.demo"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


@pytest.fixture
def page(page_of):
    page = page_of(ANA, width=1024, height=768)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


@pytest.fixture(scope="module")
def over(site):
    """A finished visit whose note nobody signed."""
    return visit_of_four(site, "Wim", "finished")


@pytest.fixture
def note(page, over):
    page.goto(f"/visits/{over}/note")
    return page


class Steps:
    """Counts what a person does."""

    def __init__(self, page: Page) -> None:
        self.page, self.taken = page, 0

    def press(self, name: str, role: str = "button") -> None:
        """One tap."""
        self.taken += 1
        self.page.get_by_role(role, name=name, exact=True).first.click()


def drafts(site, visit: str) -> list[str]:
    return [row[0] for row in stored(site.data, DRAFTS, visit.replace("-", ""))]


def own_words(page: Page, part: str = "Assessment"):
    """The place for one's own words in a part, opened."""
    card = page.get_by_role("region", name=part, exact=True)
    box = card.locator(".note-own textarea")
    if not box.is_visible():
        card.get_by_text("Add your words").or_(card.get_by_text("Change your words")).first.click()
    return box


def here_only(page: Page) -> int:
    return len([row for row in page.evaluate(LOCAL) if row["state"] == "waiting"])


# ---- few steps


def test_from_finish_to_a_signed_note_in_at_most_six_steps(page, site):
    visit = visit_of_four(site, "Ove")
    page.goto(f"/capture/#{visit}")
    expect(page.locator(".live-visit")).to_be_visible()
    steps = Steps(page)
    steps.press("Finish")
    steps.press("Finish the visit now")
    steps.press("Read and sign the note")
    expect(page.get_by_role("heading", level=1)).to_have_text("Note for Ove")
    assert page.locator("[id^=o-goal-]").count() == 4
    steps.press("Sign, and share with the family")
    expect(page.get_by_text("Signed, and shared with the family.")).to_be_visible()
    assert steps.taken <= MOST_STEPS
    lines = json.loads(stored(site.data, NOTES, visit.replace("-", ""))[0][0])
    assert {line["part"] for line in lines} == {"subjective", "objective", "assessment", "plan"}


def test_today_keeps_an_unsigned_note_in_sight(page, over):
    page.goto("/today/")
    page.get_by_role("link", name="notes wait for you").or_(
        page.get_by_role("link", name="note waits for you")
    ).click()
    expect(page.locator(f"a[href='/visits/{over}/note']").first).to_be_visible()


def test_a_sentence_shows_what_it_rests_on_by_pointer_and_by_keyboard(note):
    line = note.locator("[id^=o-goal-]").first
    sources = line.get_by_role("list", name="Where from")
    expect(sources).to_be_hidden()
    line.locator("summary").click()
    expect(sources).to_be_visible()
    assert sources.get_by_role("listitem").count() >= 10
    line.locator("summary").focus()
    note.keyboard.press("Enter")
    expect(sources).to_be_hidden()
    note.keyboard.press("Space")
    expect(sources).to_be_visible()
    note.keyboard.press("Tab")
    assert note.evaluate("document.activeElement.tagName") == "TEXTAREA"


# ---- on the device first


def test_a_pause_keeps_what_was_typed_and_signing_takes_it_along(page, site):
    visit = visit_of_four(site, "Una", "finished")
    page.goto(f"/visits/{visit}/note")
    own_words(page).press_sequentially(TYPED, delay=5)
    expect(page.locator("[data-said]", has_text="Kept").first).to_have_text("Kept")
    assert drafts(site, visit)[-1] == TYPED
    assert page.evaluate(LOCAL) == []
    page.get_by_role("button", name="Sign only").click()
    expect(page.get_by_text("Signed.", exact=True)).to_be_visible()
    assert TYPED in stored(site.data, NOTES, visit.replace("-", ""))[0][0]


def test_without_network_it_is_kept_sealed_and_outlives_the_browser(note, site, over):
    own_words(note)
    note.context.set_offline(True)
    own_words(note).fill(f"{TYPED} Offline.")
    expect(note.locator("[data-said]", has_text="Kept on this device").first).to_be_visible()
    assert here_only(note) == 1
    assert "stool" not in note.evaluate(EVERY_STORE)
    assert f"{TYPED} Offline." not in drafts(site, over)
    other = note.context.new_page()
    note.close(run_before_unload=False)
    other.context.set_offline(False)
    other.goto(f"/visits/{over}/note")
    expect(other.locator("[id=a-own]")).to_contain_text(f"{TYPED} Offline.")
    assert drafts(site, over)[-1] == f"{TYPED} Offline."
    assert here_only(other) == 0


def test_an_expired_sign_in_keeps_it_and_says_where_to_go_on(note, site, over):
    box, cookies = own_words(note), note.context.cookies()
    note.context.clear_cookies()
    box.fill("Typed after the sign-in ran out.")
    expect(note.locator("[data-door]")).to_contain_text("You were signed out")
    assert here_only(note) == 1
    note.context.add_cookies(cookies)
    note.reload()
    expect(note.locator("[id=a-own]")).to_contain_text("Typed after the sign-in ran out.")
    assert drafts(site, over)[-1] == "Typed after the sign-in ran out."


def test_signing_out_with_words_unsent_asks_and_leaves_nothing_readable(site, over):
    with site.context() as context:
        page, asked = context.new_page(), []
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
        page.goto(f"/account/login/?next=/visits/{over}/note")
        page.fill("input[name=login]", ANA)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        box = own_words(page)
        context.route("**/sync/envelope/", lambda route: route.abort())
        box.fill("Waits behind the sign-out.")
        expect(page.locator("[data-said]", has_text="Kept on this device").first).to_be_visible()
        page.locator("summary", has_text="Your account").click()
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(lambda url: "/note" not in url)
        assert "not yet sent: 1" in asked[0]
        assert here_only(page) == 1
        assert "Waits behind" not in page.evaluate(EVERY_STORE)


def test_a_device_that_is_revoked_hands_over_what_it_holds_and_keeps_nothing(note, site):
    box, block = own_words(note), "**/sync/envelope/"
    box.fill("Before the device was known.")
    expect(note.locator("[data-said]", has_text="Kept").first).to_have_text("Kept")
    note.context.route(block, lambda route: route.abort())
    box.fill("Written on a device that was lost.")
    expect(note.locator("[data-said]", has_text="Kept on this device").first).to_be_visible()
    other = note.context.new_page()
    other.goto("/devices/")
    device = json.loads(note.evaluate(EVERY_STORE))[STORES.index("devices")][0]["id"]
    other.locator(f"form[action*='{device}'] button").click()
    note.context.unroute(block)
    note.evaluate("dispatchEvent(new Event('online'))")
    expect(note.locator("[data-door]")).to_contain_text("may no longer be used")
    assert note.evaluate(LOCAL) == []
    assert "lost" not in note.evaluate(EVERY_STORE)


def test_a_lacking_part_is_one_link_away(page, site):
    visit = visit_of_four(site, "Nor", "finished", "silent")
    page.goto(f"/visits/{visit}/note")
    page.get_by_role("link", name="Add a sentence of your own to it, then sign.").first.click()
    page.keyboard.type("Nobody from home came along.")
    expect(page.locator("[data-said]", has_text="Kept").first).to_have_text("Kept")
    assert drafts(site, visit) == ["Nobody from home came along."]


def test_two_tabs_of_one_note_keep_both_texts(note, site, over):
    other = note.context.new_page()
    other.goto(f"/visits/{over}/note")
    own_words(note, "Plan").fill("From the first tab.")
    expect(note.locator("[data-said]", has_text="Kept").first).to_have_text("Kept")
    own_words(other, "Plan").fill("From the second tab.")
    expect(other.locator("[data-said]", has_text="Kept").first).to_have_text("Kept")
    assert {"From the first tab.", "From the second tab."} <= set(drafts(site, over))
    other.get_by_role("button", name="Sign only").click()
    expect(other.get_by_text("has two texts").first).to_be_visible()
