"""The recording screen fits: two children of one hour, more goals than six, the person's own look."""

import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.capture import Tablet, plan_visit
from tests.browser.stored import stored
from tests.browser.walk import AXE, LOOK, TAGS

pytestmark = pytest.mark.browser
IN_SIGHT = """() => {
    const room = document.querySelector(".goal-row").getBoundingClientRect();
    return [...document.querySelectorAll(".goal-card")].filter((card) => {
        const one = card.getBoundingClientRect();
        return one.left >= room.left - 1 && one.right <= room.right + 1 && one.bottom <= room.bottom + 1;
    }).length;
}"""
SCROLLS = "document.documentElement.scrollHeight > innerHeight + 1"


def test_from_one_child_to_the_other_in_one_tap(ana, site):
    mia = Tablet(ana, site.data, plan_visit(ana, "15:10"))
    theo = Tablet(ana, site.data, plan_visit(ana, "15:10", child="Theo"))
    mia.open()
    mia.tap()
    ana.get_by_role("navigation", name="Children of this hour").get_by_role("button", name="Theo").click()
    expect(ana.get_by_role("heading", level=1)).to_have_text("Theo")
    ana.locator(".timer").first.click()
    ana.get_by_role("navigation", name="Children of this hour").get_by_role("button", name="Mia").click()
    expect(mia.count).to_have_text("1")
    mia.tap()
    ana.get_by_role("navigation", name="Children of this hour").get_by_role("button", name="Theo").click()
    expect(ana.locator(".timer").first).to_have_attribute("aria-pressed", "true")
    ana.locator(".timer").first.click()
    expect(ana.locator(".goal-card:has(.timer) .thread-count").first).to_have_text("1")
    mia.says("All safe")
    assert (len(mia.attempts()), len(theo.attempts())) == (2, 1)


SECONDS = """
SELECT one.success, attempt.success, one.observer FROM record_second AS one
JOIN visits_visit AS visit USING (occasion_id) JOIN record_attempt AS attempt ON attempt.id = one.of
WHERE visit.id = ? ORDER BY one.at, one.id
"""


def test_a_second_observer_answers_the_same_tries_without_seeing_them(tablet):
    page = tablet.page
    tablet.tap(2)
    tablet.tap(1, "Not yet")
    page.get_by_role("button", name="Second observer").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.locator(".thread-bead")).to_have_count(0)
    sheet.get_by_label("Who looks on").fill("Ben Fields")
    card = sheet.locator(".second-card.scale-accuracy").first
    for number, outcome in enumerate(["Got it", "Not yet", "Not yet"], start=1):
        expect(card).to_contain_text(f"Try {number} of 3")
        page.wait_for_timeout(410)
        card.get_by_role("button", name=outcome, exact=True).click()
    expect(card).to_contain_text("No try to answer just now.")
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate(AXE, [{"type": "tag", "values": TAGS}, False]) == []
    assert page.evaluate(LOOK, 48)["small"] == []
    page.keyboard.press("Escape")
    expect(tablet.count).to_have_text("3")
    tablet.says("All safe")
    rows = stored(tablet.data, SECONDS, tablet.visit.replace("-", ""))
    assert rows == [(1, 1, "Ben Fields"), (0, 1, "Ben Fields"), (0, 0, "Ben Fields")]


def nine_goals(route):
    """Each child with nine goals."""
    answer = route.fetch()
    days = answer.json()
    for child in days["children"].values():
        own = [days["goals"][id] for id in child["goals"]]
        copies = {f"{place:08d}-0000-7000-8000-000000000000": own[place % len(own)] for place in range(9)}
        days["goals"] |= copies
        child["goals"] = list(copies)
    route.fulfill(response=answer, body=json.dumps(days))


@pytest.mark.parametrize(("width", "height"), [(1180, 820), (820, 1180)])
def test_of_nine_goals_six_are_in_sight_and_one_tap_shows_the_others(ana, site, width, height):
    ana.set_viewport_size({"width": width, "height": height})
    ana.route("**/sync/days/**", nine_goals)
    tablet = Tablet(ana, site.data, plan_visit(ana, f"1{width % 7}:10"))
    tablet.open()
    assert (ana.evaluate(IN_SIGHT), ana.evaluate(SCROLLS)) == (6, False)
    ana.get_by_role("button", name="3 more").click()
    expect(ana.get_by_role("button", name="Back to 6")).to_be_visible()
    expect(ana.locator(".goal-card").last).to_be_in_viewport(ratio=0.99)
    assert not ana.evaluate(SCROLLS)


def test_the_screen_follows_the_persons_own_look(tablet):
    page, ground = tablet.page, "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)

    def dark(route):
        answer = route.fetch()
        said = answer.json()
        route.fulfill(response=answer, body=json.dumps(said | {"who": said["who"] | {"theme": "dark"}}))

    page.route("**/sync/", dark)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate(ground) != light
    tablet.off()
    page.reload()
    expect(tablet.card).to_be_visible()
    assert page.evaluate(ground) != light, "known without network, too"
