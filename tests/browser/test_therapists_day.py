"""A therapist's day: from a worry to a bead, each step reached from the step before, by what the buttons say."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stored import STANDING, stored

pytestmark = pytest.mark.browser

HERE = ZoneInfo("America/Chicago")
CHILD, GOAL = "Wren", "Does up the zip"


@pytest.fixture
def ana(page_of):
    """Ana at her tablet."""
    page = page_of("ana@example.org", width=1024, height=768)
    page.goto("/today/")
    return page


def press(page: Page, name: str) -> None:
    """The one button of that name."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """The first link of that name."""
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_from_a_worry_to_a_bead(ana, site):
    _add_the_child(ana)
    _note_the_worry(ana)
    _hold_the_evaluation(ana)
    _write_the_plan(ana)
    _plan_and_start_the_visit(ana)
    _record(ana)
    _sign_the_note(ana)
    _see_the_bead(ana, site)


def _add_the_child(page: Page) -> None:
    page.get_by_role("link", name="Children", exact=True).click()
    follow(page, "Add a child")
    page.get_by_label("Given name").fill(CHILD)
    page.get_by_label("Birth date").fill("2021-05-03")
    press(page, "Add the child")
    heading(page, CHILD)
    page.goto(page.url + "people/family")
    page.get_by_label("Name", exact=True).fill("Jo Wills")
    page.get_by_label("Relation to the child").fill("grandfather")
    page.get_by_label("read the family's pages").check()
    press(page, "Add")
    page.get_by_role("navigation", name="Where you are").get_by_role("link", name=CHILD).click()


def _note_the_worry(page: Page) -> None:
    follow(page, "Note a worry")
    page.get_by_label("In their own words").fill("The coat makes us late every morning.")
    page.get_by_label("Who said it").select_option(label="Jo Wills")
    press(page, "Keep the words")
    expect(page.get_by_text("The coat makes us late every morning.")).to_be_visible()
    follow(page, "Add a referral")
    page.get_by_label("Why an evaluation is asked for").fill("Dressing for school")
    page.get_by_label("Family", exact=True).check()
    press(page, "Add the referral")


def _hold_the_evaluation(page: Page) -> None:
    follow(page, "Start the evaluation")
    page.get_by_label("Jo Wills").check()
    press(page, "Begin")
    follow(page, "Begin the interview")
    page.get_by_label("What matters most to you").fill("Leaving the house as friends.")
    press(page, "Keep the answers")
    expect(page.get_by_text("Leaving the house as friends.")).to_be_visible()
    follow(page, "Tasks")
    page.locator("summary", has_text="Drawing and writing").click()
    page.get_by_role("group", name="Drawing and writing").get_by_label("What the child did").fill(
        "Drew a house with a door."
    )
    press(page, "Keep what was seen")
    follow(page, "Profile")
    page.get_by_label("What goes well").first.fill("Runs and climbs.")
    page.get_by_label("What is hard").first.fill("Small fastenings.")
    press(page, "Keep the profile")
    press(page, "Finish the evaluation")
    expect(page.get_by_text("Runs and climbs.")).to_be_visible()


def _write_the_plan(page: Page) -> None:
    follow(page, "Write the plan")
    press(page, "Save the dose")
    follow(page, "Write a goal")
    page.get_by_role("radio").first.check()
    press(page, "Go on")
    page.get_by_label("Name", exact=True).fill(GOAL)
    page.get_by_label("What the family calls it, in English").fill("Closing the coat")
    page.get_by_label("What the child does").fill("does up the zip of the coat")
    press(page, "Keep the goal")
    _what_lacks_is_named(page)
    press(page, "Sign the plan")
    page.get_by_role("button", name=re.compile(f"^Share with the family.*{GOAL}")).click()
    expect(page.get_by_role("link", name=re.compile(f"^For home.*{GOAL}"))).to_be_visible()


def _what_lacks_is_named(page: Page) -> None:
    """A goal without numbers is sent back, and says for what."""
    expect(page.get_by_text("lacks", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Sign the plan")).to_have_count(0)
    follow(page, f"Fill in {GOAL}")
    page.get_by_label(re.compile("^At the start")).fill("10")
    page.get_by_label("Help at the start").select_option(index=1)
    page.get_by_label("To reach").fill("90")
    page.get_by_label("Help that is fine then").select_option(index=2)
    page.get_by_label("When and where").fill("before going out")
    page.get_by_label("In the family's words, in English").fill(f"{CHILD} closes the coat.")
    press(page, "Save the goal")
    expect(page.get_by_text("complete", exact=True)).to_be_visible()


def _plan_and_start_the_visit(page: Page) -> None:
    page.get_by_role("link", name=CHILD, exact=True).first.click()
    follow(page, "Plan a visit")
    page.get_by_label("Day", exact=True).fill(f"{datetime.now(HERE):%Y-%m-%d}")
    page.get_by_label("Time", exact=True).fill("23:50")
    press(page, "Plan the visit")
    page.get_by_role("link", name="Today", exact=True).first.click()
    card = page.get_by_role("article").filter(has=page.get_by_role("heading", name=CHILD))
    card.get_by_role("button", name="Start and record").last.click()
    heading(page, CHILD)


def _record(page: Page) -> None:
    """Four tries with two kinds of help, the last one taken back; how Wren was; done."""
    card = page.get_by_role("article", name=GOAL)
    tries = [(0, "Got it"), (0, "Not yet"), (-1, "Got it"), (-1, "Not yet")]
    for number, (words, outcome) in enumerate(tries, start=1):
        card.locator(".rung").nth(words).click()
        card.get_by_role("button", name=outcome, exact=True).click()
        expect(card.locator(".thread-count")).to_have_text(str(number))
    page.get_by_role("button", name="Undo").click()
    expect(card.locator(".thread-count")).to_have_text("3")
    page.get_by_role("button", name="Joy").click()
    page.get_by_role("button", name="clearly").click()
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Finish the visit now").click()
    expect(page.locator(".badge")).to_contain_text("All safe")
    press(page, "Read and sign the note")


def _sign_the_note(page: Page) -> None:
    """The note is written already; the one part that nothing is known for takes a sentence, then it is signed."""
    heading(page, f"Note for {CHILD}")
    page.get_by_role("region", name="Subjective").get_by_role("textbox").fill("Came in singing.")
    page.get_by_role("region", name="Subjective").get_by_role("button", name="Keep").click()
    expect(page.get_by_text("Came in singing.").first).to_be_visible()
    page.get_by_text(f"{GOAL}: 2 of 3 tries").first.click()
    expect(page.get_by_role("list", name="Where from").first).to_be_visible()
    press(page, "Sign, and share with the family")
    expect(page.get_by_text("Signed, and shared with the family.")).to_be_visible()


def _see_the_bead(page: Page, site) -> None:
    """What the goal page says is what is stored: two of three."""
    attempts = stored(site.data, STANDING, GOAL)
    successes = sum(success for success, _level in attempts)
    assert (len(attempts), successes) == (3, 2)
    page.goto("/children/")
    page.get_by_role("main").get_by_role("link", name=CHILD).first.click()
    follow(page, GOAL)
    heading(page, GOAL)
    beads = page.get_by_role("figure").locator(".for-wide [data-bead]")
    expect(beads).to_have_count(1)
    said = beads.get_attribute("aria-label") or ""
    assert re.search(rf"\b{successes} of {len(attempts)}\b", said), said
    page.locator("summary", has_text="Every bead in words").click()
    expect(page.get_by_role("row").filter(has_text=f"{successes} of {len(attempts)}").first).to_be_visible()
