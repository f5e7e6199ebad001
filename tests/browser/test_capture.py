"""The recording screen on a tablet: few taps, no network needed, every entry stored once."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.capture import Tablet, plan_visit
from tests.browser.walk import AXE, LOOK, TAGS

pytestmark = pytest.mark.browser


def test_an_attempt_is_two_taps_and_one_when_the_help_stays(tablet):
    tablet.card.locator(".rung").last.click()
    tablet.card.get_by_role("button", name="Got it").click()
    expect(tablet.count).to_have_text("1")
    tablet.tap()
    assert tablet.card.locator("[type=radio]").last.is_checked()
    tablet.says("All safe")
    assert len(tablet.attempts()) == 2


def test_nothing_is_called_safe_between_a_tap_and_the_disk(tablet):
    tablet.says("All safe")
    badge = "document.querySelector('.badge-words').textContent"
    said = tablet.page.evaluate(
        f"() => {{ document.querySelector('.scale-accuracy .pad').click(); return {badge}; }}"
    )
    assert said == "Keeping it"
    expect(tablet.count).to_have_text("1")
    tablet.says("All safe")


def test_a_response_is_two_taps_and_what_helped_one_more(tablet):
    tablet.page.get_by_role("button", name="Joy").click()
    tablet.page.get_by_role("button", name="strongly").click()
    tablet.page.locator(".helped").first.click()
    expect(tablet.page.locator("[data-response=joy] .count")).to_have_text("1")
    tablet.says("All safe")


def test_everything_is_undone_back_to_the_beginning(tablet):
    tablet.tap(2)
    tablet.page.get_by_role("button", name="Calm").click()
    tablet.page.get_by_role("button", name="a little").click()
    tablet.page.get_by_role("button", name="What we do").click()
    tablet.page.get_by_role("textbox", name="Name of the activity").fill("Sock puppets")
    tablet.page.get_by_role("button", name="Start", exact=True).click()
    expect(tablet.page.locator(".now")).to_contain_text("Sock puppets")
    undo = tablet.page.locator(".undo")
    for _step in range(4):
        tablet.page.wait_for_timeout(250)
        undo.click()
    expect(undo).to_be_disabled()
    expect(tablet.count).to_be_empty()
    tablet.says("All safe")
    assert tablet.attempts() == []


def test_an_activity_of_the_library_keeps_which_one_it_is_also_when_its_minutes_are_put_right(tablet):
    tablet.page.get_by_role("button", name="What we do").click()
    choice = tablet.page.locator(".choices button").first
    name = choice.inner_text().strip()
    choice.click()
    tablet.page.locator(".now").click()
    tablet.page.get_by_role("button", name="Stop").click()
    tablet.page.locator(".button.now").click()
    tablet.page.get_by_role("button", name="One more").click()
    tablet.page.keyboard.press("Escape")
    tablet.says("All safe")
    [(slug, stored, minutes)] = tablet.activities()
    assert (bool(slug), stored, minutes) == (True, name, 2)


def test_a_day_without_network_with_a_reload_is_stored_once(tablet):
    tablet.off()
    tablet.tap(3)
    tablet.says("On this device: 4")
    tablet.page.reload()
    expect(tablet.count).to_have_text("3")
    tablet.tap(2, "Not yet")
    kept = {row["id"] for row in tablet.on_device("waiting")}
    assert len(kept) == 6
    assert tablet.attempts() == []
    tablet.on()
    tablet.says("All safe")
    assert len(tablet.attempts()) == 5
    assert {row[0] for row in tablet.attempts()} <= {id.replace("-", "") for id in kept}


def test_a_tab_that_is_killed_loses_nothing(tablet, ana):
    tablet.off()
    tablet.tap(2)
    ana.context.new_page()
    ana.close(run_before_unload=False)
    again = Tablet(ana.context.pages[0], tablet.data, tablet.visit)
    again.open()
    expect(again.count).to_have_text("2")
    again.page.context.set_offline(False)
    again.says("All safe")
    assert len(again.attempts()) == 2


def test_two_tabs_count_on_and_send_each_entry_once(tablet):
    other = Tablet(tablet.page.context.new_page(), tablet.data, tablet.visit)
    other.open()
    tablet.off()
    tablet.tap()
    expect(other.count).to_have_text("1")
    other.tap()
    expect(tablet.count).to_have_text("2")
    numbers = [row["seq"] for row in tablet.on_device("waiting")]
    assert len(set(numbers)) == len(numbers) == 3
    tablet.on()
    tablet.says("All safe")
    other.says("All safe")
    assert len(tablet.attempts()) == 2


FULL = """(isFull) => {
    const add = (window.realAdd ??= IDBObjectStore.prototype.add);
    const full = new DOMException("full", "QuotaExceededError");
    IDBObjectStore.prototype.add = !isFull ? add : function (...row) {
        Object.defineProperty(this.transaction, "error", { get: () => full, configurable: true });
        if (!this.transaction.isFull) queueMicrotask(() => this.transaction.abort());
        this.transaction.isFull = true;
        return add.apply(this, row);
    };
}"""


def test_a_full_device_says_so_and_keeps_the_tries_until_there_is_room(tablet):
    tablet.off()
    tablet.page.evaluate(FULL, True)
    tablet.tap(2)
    tablet.says("full")
    expect(tablet.card.locator(".unsaved")).to_have_count(2)
    assert tablet.on_device("waiting") == []
    tablet.page.evaluate(FULL, False)
    tablet.says("On this device: 3")
    expect(tablet.card.locator(".unsaved")).to_have_count(0)
    tablet.on()
    tablet.says("All safe")
    assert len(tablet.attempts()) == 2


def test_signing_out_with_something_unsent_asks_first_and_keeps_it_sealed(tablet):
    tablet.off()
    tablet.tap()
    tablet.page.get_by_role("button", name="Back to the days").click()
    tablet.page.get_by_role("button", name="Menu").click()
    tablet.page.get_by_role("button", name="Sign out").click()
    expect(tablet.page.get_by_role("dialog")).to_contain_text("on this device only")
    tablet.page.get_by_role("button", name="Stay").click()
    assert len(tablet.on_device("waiting")) == 2
    tablet.on()
    tablet.says("All safe")


def test_a_login_that_ended_keeps_everything_and_sends_it_after_the_next_one(tablet):
    cookies = tablet.page.context.cookies()
    tablet.page.context.clear_cookies()
    tablet.tap(2)
    tablet.says("On this device: 3")
    assert len(tablet.on_device("waiting")) == 3
    tablet.page.context.add_cookies(cookies)
    tablet.page.reload()
    tablet.says("All safe")
    assert len(tablet.attempts()) == 2


def test_a_timer_survives_a_reload_and_records_with_one_tap(ana, site):
    tablet = Tablet(ana, site.data, plan_visit(ana, "21:45", child="Theo"))
    tablet.open()
    timer, count = ana.locator(".timer"), ana.locator(".goal-card:has(.timer) .thread-count")
    timer.click()
    expect(timer).to_have_attribute("aria-pressed", "true")
    ana.reload()
    expect(timer).to_have_attribute("aria-pressed", "true")
    timer.click()
    expect(count).to_have_text("1")
    tablet.says("All safe")
    assert len(tablet.attempts()) == 1


def test_the_child_answers_with_three_pictures(tablet):
    tablet.page.get_by_role("button", name="The child's turn").click()
    for _question in range(3):
        tablet.page.wait_for_timeout(420)
        tablet.page.locator(".check-in .face").first.click()
    expect(tablet.page.get_by_text("Thank you!")).to_be_visible()
    tablet.says("All safe")


def test_the_keyboard_alone_is_enough(tablet):
    page = tablet.page
    page.keyboard.press("1")
    for _stop in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.scale-accuracy .pad.yes')"):
            break
    page.keyboard.press("Enter")
    expect(tablet.count).to_have_text("1")
    page.keyboard.press("u")
    expect(tablet.count).to_be_empty()


@pytest.mark.parametrize(("width", "height"), [(1180, 820), (820, 1180), (360, 740)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out_and_nothing_is_small(tablet, width, height, scheme):
    tablet.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    tablet.page.set_viewport_size({"width": width, "height": height})
    tablet.tap()
    tablet.page.evaluate(AXE_SCRIPT)
    assert tablet.page.evaluate(AXE, [{"type": "tag", "values": TAGS}, False]) == []
    looked = tablet.page.evaluate(LOOK, 48)
    assert (looked["small"], looked["wide"]) == ([], "")
