"""A tablet's clock that is wrong, that jumps at night, and that runs through a whole day without network."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.capture import ANA, TABLET, Tablet, plan_visit
from tests.browser.stored import stored

pytestmark = pytest.mark.browser
HOUR = timedelta(hours=1)
SEEN_AT = """
SELECT attempt.at FROM record_attempt AS attempt JOIN visits_visit AS visit USING (occasion_id)
JOIN devices_arrival AS arrival ON arrival.id = attempt.id WHERE visit.id = ? ORDER BY arrival.seq
"""
MINUTES = """
SELECT doing.minutes FROM visits_doneactivity AS doing JOIN visits_visit AS visit USING (occasion_id) WHERE visit.id = ?
"""
HELD = "SELECT started_at, finished_at FROM visits_visit WHERE id = ?"
KINDS = "SELECT seq, id FROM devices_arrival WHERE visit_id = ? ORDER BY seq"


def moments(tablet: Tablet) -> list[datetime]:
    """When the tries of the visit were seen, by the record, in the order they were tapped."""
    rows = stored(tablet.data, SEEN_AT, tablet.visit.replace("-", ""))
    return [moment(at) for (at,) in rows]


def moment(stored_at: str) -> datetime:
    """A moment as SQLite keeps it."""
    return datetime.fromisoformat(stored_at).replace(tzinfo=UTC)


def tap(tablet: Tablet, *outcomes: str) -> None:
    """Tries on two pads in turn, so that nobody has to wait between them."""
    for outcome in outcomes:
        before = int(tablet.count.text_content() or 0)
        tablet.card.get_by_role("button", name=outcome, exact=True).click()
        expect(tablet.count).to_have_text(str(before + 1))


def test_a_clock_that_is_wrong_by_three_hours_is_put_right(ana, site):
    """What was seen twenty minutes before it is sent was seen twenty minutes ago."""
    ana.clock.install(time=datetime.now(UTC) + 3 * HOUR - HOUR / 3)
    tablet = Tablet(ana, site.data, plan_visit(ana, "01:10"))
    tablet.open()
    tablet.settle_in()
    tablet.off()
    tap(tablet, "Got it", "Not yet")
    ana.clock.fast_forward("20:00")
    tablet.on()
    tablet.says("All safe")
    ana.locator(".badge").click()
    expect(ana.get_by_role("dialog")).to_contain_text("wrong by 180 minutes")
    seen = datetime.now(UTC) - HOUR / 3
    assert [abs(seen - at) < HOUR / 30 for at in moments(tablet)] == [True, True]


def test_the_night_the_clocks_go_back_keeps_the_order_and_the_minutes(page_of, site):
    """Ten to two; twenty minutes later it is ten past one. Chicago, 1 November 2026."""
    ana = page_of(ANA, **TABLET, has_touch=True, timezone_id="America/Chicago")
    ana.clock.install(time=datetime(2026, 11, 1, 6, 50, tzinfo=UTC))
    tablet = Tablet(ana, site.data, plan_visit(ana, "02:10"))
    tablet.open()
    tap(tablet, "Got it")
    ana.get_by_role("button", name="What we do").click()
    ana.locator(".sheet form .button").click()
    ana.clock.fast_forward("20:00")
    assert ana.evaluate("new Date().getHours()") == 1
    tap(tablet, "Not yet")
    ana.locator(".now").click()
    ana.get_by_role("button", name="Stop").click()
    tablet.says("All safe")
    first, second = moments(tablet)
    assert HOUR / 4 < second - first < HOUR / 2
    assert stored(site.data, MINUTES, tablet.visit.replace("-", "")) == [(20,)]


def test_a_day_of_twelve_visits_without_network_comes_whole_and_in_order(ana, site):
    """Eight hours by a clock that is three hours ahead; then everything is sent at once."""
    visits = [plan_visit(ana, f"{2 + number * 46 // 60:02}:{number * 46 % 60:02}") for number in range(1, 13)]
    ana.clock.install(time=datetime.now(UTC) - 8 * HOUR + 3 * HOUR)
    ana.goto("/capture/")
    expect(ana.locator(".day-visit").first).to_be_visible()
    tablet = Tablet(ana, site.data, visits[0])
    tablet.settle_in()
    tablet.off()
    for visit in visits:
        hold(tablet, visit)
    ledger = {row["id"].replace("-", ""): row["seq"] for row in tablet.on_device("waiting")}
    assert len(ledger) == len(visits) * 6
    tablet.on()
    tablet.says("All safe")
    assert tablet.on_device("waiting") == []
    arrived = [row for visit in visits for row in stored(site.data, KINDS, visit.replace("-", ""))]
    assert {id: seq for seq, id in arrived} == ledger
    assert [seq for seq, _id in arrived] == sorted(ledger.values())
    held = [moment(at) for visit in visits for at in stored(site.data, HELD, visit.replace("-", ""))[0]]
    assert held == sorted(held)
    assert {round((end - start) / HOUR, 1) for start, end in zip(held[::2], held[1::2], strict=True)} == {0.6}
    assert abs(datetime.now(UTC) - 8 * HOUR - held[0]) < HOUR / 12


def hold(tablet: Tablet, visit: str) -> None:
    """Forty minutes: two tries, a response, something played, and the end; then on to the next child."""
    page = tablet.page
    tablet.visit = visit
    page.evaluate("(visit) => { location.hash = visit; }", visit)
    expect(tablet.count).to_be_empty()
    tap(tablet, "Got it", "Not yet")
    page.locator("[data-response=joy]").click()
    page.locator(".strong-2").click()
    page.locator(".now").click()
    page.locator(".sheet form .button").click()
    page.clock.fast_forward("35:00")
    page.locator(".finish-visit").click()
    page.locator(".sheet .button.big").click()
    expect(page.locator(".day-list")).to_be_visible()
    page.clock.fast_forward("05:00")
