"""The recording screen as a tablet fetches it the first time: small, and nothing readable about a child stays."""

import pytest
from playwright.sync_api import expect

from beadwork.cli.bench.capture import MOST_BYTES
from beadwork.cli.bench.tablet import over_the_wire
from tests.browser.capture import ANA, TABLET

pytestmark = pytest.mark.browser
KEPT = """async () => {
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    const texts = [];
    for (const name of names) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
    }
    return texts.join(" ");
}"""


def test_the_app_is_small_and_the_cache_knows_no_child(page_of):
    page = page_of(ANA, **TABLET)
    asked = []
    page.context.on("requestfinished", lambda request: asked.append(request))
    page.goto("/capture/")
    expect(page.get_by_role("heading", name="Mia").first).to_be_visible()
    kept = page.evaluate(KEPT)
    assert len({request.url for request in asked if request.service_worker}) > 50, "the worker's are counted"
    assert 0 < sum(map(over_the_wire, asked)) <= MOST_BYTES
    assert "data-worker" in kept
    assert "Mia" not in kept
    assert "Ana Duarte" not in kept


LIES = """async () => {
    const open = indexedDB.open("beadwork-capture");
    await new Promise((done) => { open.onsuccess = done; });
    const texts = [];
    const say = (thing) => {
        if (thing instanceof ArrayBuffer) texts.push(new TextDecoder("latin1").decode(thing));
        else if (thing && typeof thing === "object" && !(thing instanceof CryptoKey)) Object.values(thing).forEach(say);
        else texts.push(String(thing));
    };
    for (const name of open.result.objectStoreNames) {
        const all = open.result.transaction(name).objectStore(name).getAll();
        await new Promise((done) => { all.onsuccess = done; });
        say(all.result);
    }
    open.result.close();
    return texts.join(" ");
}"""


def test_what_lies_on_the_device_cannot_be_read(page_of):
    page = page_of(ANA, **TABLET)
    page.goto("/capture/")
    expect(page.get_by_role("heading", name="Mia").first).to_be_visible()
    lies = page.evaluate(LIES)
    assert "Ana Duarte" in lies, "the search finds what is not sealed"
    assert not [word for word in ("Mia", "peanuts", "sticky hands", "socks") if word in lies]
