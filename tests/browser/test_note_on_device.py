"""What is typed in a note is on the device first, sealed, and gone from it once the server has it."""

import json

import pytest
from playwright.sync_api import expect

from beadwork.demo.who import PASSWORD
from tests.browser.capture import ANA, LOCAL
from tests.browser.notes import (
    EVERY_STORE,
    NOTES,
    STORES,
    at_a_desk,
    drafts,
    here_only,
    own_words,
    visit_of_four,
)
from tests.browser.stored import stored

pytestmark = pytest.mark.browser
TYPED = "Sat best on the low stool."


@pytest.fixture
def page(page_of):
    return at_a_desk(page_of)


@pytest.fixture(scope="module")
def over(site):
    """A finished visit whose note nobody signed."""
    return visit_of_four(site, "Wim", "finished")


@pytest.fixture
def note(page, over):
    page.goto(f"/visits/{over}/note")
    return page


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
