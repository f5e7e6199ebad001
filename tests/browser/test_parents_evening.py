"""A parent's evening: practice, beads, a message; the other home in its own language; rights that end at once."""

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stored import stored

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
WORDS = "The blue chair helped a lot today."
REMARK = "We sang the sock song."


def test_practice_beads_message(page_of, site):
    leo = page_of("leo@example.org", **PHONE)
    leo.goto("/")
    family = leo.url
    _tick_and_tell(leo, site)
    _see_the_beads(leo)
    leo.goto(f"{family}talk/")
    leo.get_by_label("Your message").fill(WORDS)
    leo.get_by_role("button", name="Send").click()
    expect(leo.get_by_text("Not read yet").first).to_be_visible()

    ana = page_of("ana@example.org")
    ana.goto(family.replace("/family/", "/children/") + "talk/")
    expect(ana.get_by_text(WORDS)).to_be_visible()
    leo.reload()
    told = leo.get_by_role("listitem").filter(has_text=WORDS)
    expect(told.locator("summary")).to_contain_text("Ana Duarte")


def _tick_and_tell(leo: Page, site) -> None:
    """Done with one tap; then how far, with how much help, and how it felt."""
    routine = leo.get_by_role("main").get_by_role("region").first
    if routine.get_by_role("button", name="Done").count():
        routine.get_by_role("button", name="Done").click()
    routine.get_by_role("link", name=re.compile("Say how it went|Change or add words")).click()
    expect(leo.get_by_label("Yes", exact=True)).to_be_checked()
    leo.get_by_role("group", name="Which parts went well?").get_by_role("checkbox").last.check()
    leo.get_by_label("With how much help?").select_option(index=1)
    leo.locator(".feelings label").first.click()
    leo.get_by_label("Anything to add?").fill(REMARK)
    leo.get_by_role("button", name="Save", exact=True).click()
    expect(leo.get_by_text("Done today. Well done, both of you.").first).to_be_visible()
    assert stored(site.data, "SELECT count(*) FROM home_homeday WHERE remark = ?", REMARK) == [(1,)]


def _see_the_beads(leo: Page) -> None:
    leo.get_by_role("main").get_by_role("heading", level=3).get_by_role("link").first.click()
    expect(leo.get_by_role("figure").locator(".for-narrow [data-bead]").first).to_be_visible()


def test_the_other_home_reads_its_own_language(page_of):
    sara = page_of("sara@example.org", **PHONE)
    sara.goto("/")
    expect(sara.locator("html")).to_have_attribute("lang", "es")
    expect(sara.get_by_role("link", name="Ponerse los calcetines").first).to_be_visible()


@pytest.mark.parametrize(
    ("who", "name", "right", "page"),
    [
        ("sara", "Sara Rivera", "talk", "talk/"),
        ("leo", "Leo Rivera", "", ""),
    ],
)
def test_a_right_that_ends_ends_at_once(page_of, who, name, right, page):
    parent, dana = page_of(f"{who}@example.org", **PHONE), page_of("dana@example.org")
    parent.goto("/")
    family = parent.url
    address = family + page
    assert _status(parent, address) == 200
    with _without(dana, family, name, right):
        assert _status(parent, address) == 404
    assert _status(parent, address) == 200


def _status(page: Page, address: str) -> int:
    answer = page.goto(address)
    assert answer
    return answer.status


@contextmanager
def _without(dana: Page, family: str, name: str, right: str):
    """The front desk takes a right away (or all of them), and gives it back."""
    child = family.replace("/family/", "/children/") + "people/"
    for kept in (False, True):
        dana.goto(child)
        dana.get_by_role("link", name=f"Rights {name}").click()
        boxes = dana.get_by_role("checkbox", name=re.compile(f"^{right}"))
        for box in boxes.all():
            box.set_checked(kept)
        dana.get_by_role("button", name="Save the rights").click()
        expect(dana.get_by_role("heading", level=1)).not_to_have_text("Rights")
        if not kept:
            yield
