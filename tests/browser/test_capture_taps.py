"""How often a hand has to press, from Today to the note, as the page itself counts it. Typing does not count."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.capture import Tablet, plan_visit

pytestmark = pytest.mark.browser
COUNT = "addEventListener('click', (event) => { if (event.isTrusted && event.detail) pressed(); }, true);"
"""`detail` is 0 where one press clicks a second thing by itself: the radio of a label, the button of a form."""


@pytest.fixture
def pressed(ana: Page) -> list[int]:
    """One entry a press."""
    presses: list[int] = []
    ana.context.expose_function("pressed", lambda: presses.append(1))
    ana.context.add_init_script(COUNT)
    return presses


def test_from_today_to_the_note(ana, site, pressed):
    visit = plan_visit(ana, "21:30")
    ana.goto("/today/")
    _first_attempt(ana, Tablet(ana, site.data, visit))
    assert 0 < len(pressed) <= 2, "from Today to the first attempt"
    pressed.clear()
    card = ana.locator(".scale-accuracy").first
    card.locator(".rung").last.click()
    card.get_by_role("button", name="Got it", exact=True).click()
    expect(card.locator(".thread-count")).to_have_text("2")
    assert 0 < len(pressed) <= 2, "an attempt with another help"
    pressed.clear()
    ana.get_by_role("button", name="Joy").click()
    ana.get_by_role("button", name="strongly").click()
    expect(ana.locator(".strip-said[role=status]")).to_contain_text("Joy")
    assert 0 < len(pressed) <= 2, "a response"
    pressed.clear()
    _finish(ana)
    assert 0 < len(pressed) <= 5, (
        "from the end of the visit to its note, which one more signs (see test_note)"
    )


def _first_attempt(page: Page, tablet: Tablet) -> None:
    today = page.get_by_role("article").filter(has=page.locator(f"[data-capture$='{tablet.visit}']"))
    today.get_by_role("button").click()
    tablet.card.get_by_role("button", name="Got it", exact=True).click()
    expect(tablet.count).to_have_text("1")
    tablet.says("All safe")
    assert len(tablet.attempts()) == 1


def _finish(page: Page) -> None:
    """Straight from the tablet to the note of this visit."""
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish the visit now").click()
    page.get_by_role("button", name="Read and sign the note").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Note for Mia")
    expect(page.get_by_role("button", name="Sign, and share with the family")).to_be_visible()


def test_without_network_the_way_to_the_note_waits_for_the_network(tablet):
    tablet.tap()
    tablet.off()
    page = tablet.page
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish the visit now").click()
    expect(page.get_by_text("The visit is finished.")).to_be_visible()
    note = page.get_by_role("button", name="Read and sign the note")
    expect(note).to_have_count(0)
    tablet.on()
    expect(note).to_be_visible(timeout=15_000)
