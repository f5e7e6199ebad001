"""A therapist at a note for the tests: her visit, what lies on her device, and what the server really holds."""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.capture import ANA, LOCAL
from tests.browser.stored import stored

HOUSE = Path(__file__).parents[2]
NOTES = "SELECT lines FROM notes_note WHERE visit_id = ?"
DRAFTS = """
SELECT draft.text FROM visits_notedraft AS draft JOIN visits_visit AS visit USING (occasion_id)
WHERE visit.id = ? ORDER BY draft.id
"""
STORES = ["days", "devices", "entries", "keys", "people", "running"]  # as the browser lists them
EVERY_STORE = """async () => {
    const open = indexedDB.open("beadwork-capture");
    await new Promise((done) => { open.onsuccess = done; });
    const names = [...open.result.objectStoreNames];
    const all = names.map((name) => open.result.transaction(name).objectStore(name).getAll());
    await Promise.all(all.map((one) => new Promise((done) => { one.onsuccess = done; })));
    open.result.close();
    const text = (bytes) => String.fromCharCode(...new Uint8Array(bytes));
    const plain = (key, value) => (value instanceof ArrayBuffer ? text(value) : value);
    return JSON.stringify(all.map((one) => one.result), plain);
}"""


def at_a_desk(page_of) -> Page:
    """Ana before the screen of a desk; what asks before leaving is told to go on."""
    page = page_of(ANA, width=1024, height=768)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def visit_of_four(site, name: str, *more: str) -> str:
    """An ordinary visit of four goals; its id."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.browser.visit_of_four", name, *more],
        cwd=HOUSE,
        env=os.environ
        | {"BEADWORK_DATA": str(site.data), "DJANGO_SETTINGS_MODULE": "beadwork.settings.demo"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def drafts(site, visit: str) -> list[str]:
    return [row[0] for row in stored(site.data, DRAFTS, visit.replace("-", ""))]


def own_words(page: Page, part: str = "Assessment"):
    """The place for one's own words in a part, opened."""
    card = page.get_by_role("region", name=part, exact=True)
    box = card.locator(".note-own textarea")
    if not box.is_visible():
        card.get_by_text("Add your words").or_(card.get_by_text("Change your words")).first.click()
    return box


def here_only(page: Page) -> int:
    return len([row for row in page.evaluate(LOCAL) if row["state"] == "waiting"])
