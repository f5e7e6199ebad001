"""The recording screen as a tablet fetches it the first time: small, and nothing readable about a child stays."""

import pytest
from playwright.sync_api import expect

from tests.browser.capture import ANA, TABLET

pytestmark = pytest.mark.browser
MOST = 120_000  # bytes over the wire, headers and fonts included
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
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")
    addresses, bytes = {}, {}
    cdp.on(
        "Network.responseReceived",
        lambda event: addresses.update({event["requestId"]: event["response"]["url"]}),
    )
    cdp.on(
        "Network.loadingFinished",
        lambda event: bytes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto("/capture/")
    expect(page.get_by_role("heading", name="Mia").first).to_be_visible()
    app = sum(size for request, size in bytes.items() if "/sync/" not in addresses.get(request, ""))
    assert 0 < app <= MOST
    kept = page.evaluate(KEPT)
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
