"""A therapist's tablet for the tests: her visit, her screen, and what the server really holds of it."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.browser.stored import stored

HERE = ZoneInfo("America/Chicago")
ANA = "ana@example.org"
TABLET = {"width": 1180, "height": 820}
ATTEMPTS = """
SELECT attempt.id FROM record_attempt AS attempt
JOIN visits_visit AS visit ON visit.occasion_id = attempt.occasion_id
WHERE visit.id = ? AND NOT attempt.withdrawn
AND NOT EXISTS (SELECT 1 FROM record_attempt AS later WHERE later.supersedes_id = attempt.id)
ORDER BY attempt.at, attempt.id
"""
LOCAL = """async () => {
    const open = indexedDB.open("beadwork-capture");
    await new Promise((done) => { open.onsuccess = done; });
    const all = open.result.transaction("entries").objectStore("entries").getAll();
    await new Promise((done) => { all.onsuccess = done; });
    open.result.close();
    return all.result.map(({ id, seq, state }) => ({ id, seq, state }));
}"""
"""What lies in the device's database: ids, numbers and states; the rest is sealed."""


DONE = """
SELECT activity.slug, activity.name, activity.minutes FROM visits_doneactivity AS activity
JOIN visits_visit AS visit ON visit.occasion_id = activity.occasion_id
WHERE visit.id = ? AND NOT activity.withdrawn
AND NOT EXISTS (SELECT 1 FROM visits_doneactivity AS later WHERE later.supersedes_id = activity.id)
"""


@dataclass
class Tablet:
    """One page of the recording screen."""

    page: Page
    data: Path
    visit: str

    def open(self) -> None:
        """The screen of the visit."""
        self.page.goto(f"/capture/#{self.visit}")
        expect(self.page.locator(".live-visit")).to_be_visible()

    @property
    def card(self) -> Any:
        """The first goal with two pads."""
        return self.page.locator(".scale-accuracy").first

    def tap(self, times: int = 1, outcome: str = "Got it") -> None:
        """Tries, one tap each, no faster than a hand."""
        for _time in range(times):
            before = int(self.count.text_content() or 0)
            self.page.wait_for_timeout(410)
            self.card.get_by_role("button", name=outcome, exact=True).click()
            expect(self.count).to_have_text(str(before + 1))

    @property
    def count(self) -> Any:
        """How many tries the first goal shows."""
        return self.card.locator(".thread-count")

    def off(self) -> None:
        """No network."""
        self.page.context.set_offline(True)

    def on(self) -> None:
        """Network again."""
        self.page.context.set_offline(False)

    def settle_in(self) -> None:
        """Wait until it can go on without network."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def says(self, words: str) -> None:
        """The badge says so."""
        expect(self.page.locator(".badge")).to_contain_text(words, timeout=15_000)

    def on_device(self, *states: str) -> list[dict[str, Any]]:
        """The entries that are on the device in one of the states."""
        return [row for row in self.page.evaluate(LOCAL) if row["state"] in states]

    def attempts(self) -> list[tuple[Any, ...]]:
        """The attempts of the visit that the server stores and that stand."""
        return stored(self.data, ATTEMPTS, self.visit.replace("-", ""))

    def activities(self) -> list[tuple[Any, ...]]:
        """Slug, name and minutes of the activities of the visit that the server stores and that stand."""
        return stored(self.data, DONE, self.visit.replace("-", ""))


def plan_visit(page: Page, time: str, child: str = "Mia") -> str:
    """A visit of a child today, by the form's own request; its id."""
    children = page.request.get("/children/").text()
    address = re.search(rf'href="(/children/{child.lower()}-\w+/)"', children)[1] + "visits/new"
    form = page.request.get(address).text()
    said = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)"', form))
    said |= {"day": f"{datetime.now(HERE):%Y-%m-%d}", "time": time, "minutes": "45", "place": "clinic"}
    said |= {"staff": re.search(r'<option value="([^"]+)" selected', form)[1]}
    assert page.request.post(address, form=said).ok
    return said["id"]


def post(page: Page, address: str, said: dict[str, Any]) -> dict[str, Any]:
    """What the server answers to JSON from this person, as a tablet sends it."""
    page.request.get("/sync/")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    headers = {"Accept": "application/json", "X-CSRFToken": token}
    answer = page.request.post(address, data=said, headers=headers)
    assert answer.ok, answer.text()
    return answer.json()


def press(page: Page, address: str, **said: str) -> None:
    """Send a form of a page that has one."""
    page.request.get("/sync/")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    assert page.request.post(address, form={"csrfmiddlewaretoken": token, **said}).ok
