"""With JavaScript switched off, and with a login that ends in the middle: nothing is lost, everything can be done."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from beadwork.demo.who import PASSWORD

pytestmark = pytest.mark.browser

HERE = ZoneInfo("America/Chicago")


def _record(page, time):
    """The record page of a new visit of Mia's, and its first card."""
    page.goto("/children/")
    page.get_by_role("main").get_by_role("link", name="Mia").first.click()
    page.goto(page.url + "visits/new")
    page.get_by_label("Day", exact=True).fill(f"{datetime.now(HERE):%Y-%m-%d}")
    page.get_by_label("Time", exact=True).fill(time)
    page.get_by_role("button", name="Plan the visit").click()
    page.wait_for_url(lambda url: not url.endswith("new"))
    page.get_by_role("main").get_by_role("button", name="Start and record").click()
    page.wait_for_url("**/record")
    return page.locator("form[data-entry=attempt]:has([name=success], [name=all_steps])").first


def _try_once(card):
    card.locator("[name=success][value=yes], [name=all_steps]").first.click()


def _count(card) -> int:
    return int(card.locator("[data-count]").text_content() or 0)


def test_attempts_are_recorded_and_taken_back(page_of):
    page = page_of("ana@example.org", java_script_enabled=False)
    card = _record(page, "23:05")
    before = _count(card)
    _try_once(card)
    expect(card.locator("[data-count]")).to_have_text(str(before + 1))
    page.get_by_role("button", name="Undo").click()
    expect(card.locator("[data-count]")).to_have_text(str(before))


def test_a_day_is_told_and_a_message_is_written(page_of):
    page = page_of("sara@example.org", width=360, height=740, java_script_enabled=False)
    page.goto("/")
    family = page.url
    page.locator("button[name=done][value=no]").first.click()
    expect(page.locator(".told").first).to_be_visible()
    page.goto(f"{family}talk/")
    page.get_by_role("textbox").fill("¿Mañana también?")
    page.get_by_role("button", name="Enviar").click()
    expect(page.get_by_text("¿Mañana también?")).to_be_visible()


def test_entries_survive_a_login_that_ended(page_of):
    page = page_of("ana@example.org")
    card = _record(page, "23:20")
    before, record = _count(card), page.url
    page.context.clear_cookies()
    _try_once(card)
    expect(page.locator("[data-state]")).to_contain_text("1")
    page.goto(record)
    page.wait_for_url("**/account/login/**")
    page.locator("input[name=login]").fill("ana@example.org")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/record")
    expect(page.locator("[data-state]")).to_contain_text("aved")
    page.reload()
    assert _count(card) == before + 1


def test_two_tabs_and_a_double_click_count_each_try_once(page_of):
    page = page_of("ana@example.org")
    card = _record(page, "23:35")
    before, other = _count(card), page.context.new_page()
    other.goto(page.url)
    card.locator("[name=success][value=yes], [name=all_steps]").first.dblclick()
    expect(page.locator("[data-state]")).to_contain_text("aved")
    _try_once(other.locator(f"#{card.get_attribute('id')}"))
    expect(other.locator("[data-state]")).to_contain_text("aved")
    page.reload()
    assert _count(card) == before + 2
