"""The note of a visit in a browser: signed in few steps, answering for its words, and never out of sight."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notes import NOTES, at_a_desk, drafts, visit_of_four
from tests.browser.stored import stored

pytestmark = pytest.mark.browser
MOST_STEPS = 6


@pytest.fixture
def page(page_of):
    return at_a_desk(page_of)


@pytest.fixture(scope="module")
def over(site):
    """A finished visit whose note nobody signed."""
    return visit_of_four(site, "Wil", "finished")


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


def test_a_lacking_part_is_one_link_away(page, site):
    visit = visit_of_four(site, "Nor", "finished", "silent")
    page.goto(f"/visits/{visit}/note")
    page.get_by_role("link", name="Add a sentence of your own to it, then sign.").first.click()
    page.keyboard.type("Nobody from home came along.")
    expect(page.locator("[data-said]", has_text="Kept").first).to_have_text("Kept")
    assert drafts(site, visit) == ["Nobody from home came along."]
