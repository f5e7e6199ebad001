"""Without a mouse: jumping, the list of keys, where Tab goes, and where the focus is after a dialog."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.walk import AXE, TAGS

pytestmark = pytest.mark.browser


@pytest.fixture
def today(page_of):
    page = page_of("ana@example.org")
    page.goto("/today/")
    return page


def test_control_k_jumps_to_a_child(today):
    today.keyboard.press("Control+k")
    palette = today.get_by_role("combobox", name="Jump to a child or a page")
    expect(palette).to_be_focused()
    today.keyboard.type("mia")
    expect(today.get_by_role("option", selected=True)).to_contain_text("Mia")
    today.evaluate(AXE_SCRIPT)
    assert today.evaluate(AXE, [{"type": "tag", "values": TAGS}, False]) == []
    today.keyboard.press("Enter")
    expect(today.get_by_role("heading", level=1)).to_have_text("Mia")


def test_a_question_mark_shows_the_keys_and_the_focus_comes_back(today):
    start = today.get_by_role("main").get_by_role("button").first
    start.focus()
    today.keyboard.press("?")
    expect(today.get_by_role("dialog", name="Keys that help")).to_be_visible()
    today.keyboard.press("Escape")
    expect(today.get_by_role("dialog")).to_have_count(0)
    expect(start).to_be_focused()


def test_a_question_mark_in_a_field_is_a_question_mark(page_of):
    page = page_of("ana@example.org")
    page.goto("/children/new")
    page.get_by_label("Given name").focus()
    page.keyboard.type("Who?")
    expect(page.get_by_label("Given name")).to_have_value("Who?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_tab_goes_through_the_page_in_reading_order_and_shows_where_it_is(today):
    today.keyboard.press("Tab")
    expect(today.get_by_role("link", name="Skip to the content")).to_be_focused()
    today.keyboard.press("Tab")
    expect(today.get_by_role("link", name="Beadwork").first).to_be_focused()
    for _stop in range(12):
        today.keyboard.press("Tab")
        ring = today.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", today.evaluate("document.activeElement.outerHTML")


def test_skipping_goes_to_the_content(today):
    today.keyboard.press("Tab")
    today.keyboard.press("Enter")
    expect(today.get_by_role("main")).to_be_focused()
