"""What the recording screen does in a browser, by the browser's own clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, Page, Request, sync_playwright

from beadwork.cli.bench.tasks import Task, longest_task

OPENED, READY_TIMES = 1180, 15
LISTEN = """
const taps = (window.taps = []);
let tapped = 0;
addEventListener("click", (event) => { tapped = event.timeStamp; }, true);
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (names, ...how) {
    const change = begin.call(this, names, ...how);
    const at = tapped;
    if (names.includes("entries") && names.includes("running"))
        change.addEventListener("complete", () => taps.push(performance.now() - at));
    return change;
};
"""
"""From the click as the system saw it to the transaction that is complete."""

BARE = """async (times) => {
    const request = indexedDB.open("bare", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("rows", { keyPath: "id" });
    await new Promise((done) => { request.onsuccess = done; });
    const took = [];
    for (let id = 0; id < times; id += 1) {
        const began = performance.now();
        const change = request.result.transaction("rows", "readwrite", { durability: "strict" });
        change.objectStore("rows").put({ id, box: new Uint8Array(300) });
        await new Promise((done) => { change.oncomplete = done; });
        took.push(performance.now() - began);
    }
    return took;
}"""
READY = """() => new Promise((done) => {
    const look = () => {
        const ready = Number(document.getElementById("app")?.dataset.ready);
        const painted = performance.getEntriesByType("paint").at(-1)?.startTime;
        if (ready && painted) done(Math.max(ready, painted)); else setTimeout(look, 10);
    };
    look();
})"""
INSTALLED = "navigator.serviceWorker.ready.then(() => true)"


@dataclass(frozen=True)
class Figures:
    """Milliseconds, and the bytes of everything that the screen is made of."""

    durable_p50: float
    durable_p99: float
    bare_p50: float
    ready_p50: float
    ready: float
    bytes: int
    opening: Task
    recording: Task


def measure(chromium: str, url: str, cookie: str, visits: list[str], taps: int) -> Figures:
    """Everything, one after the other, in one browser. The first visit is for the taps, the others are recorded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        durable, bare, ready, weight = _first_visit(browser, url, cookie, visits[0], taps)
        recorded = [_record(browser, url, cookie, visit) for visit in visits[1:]]
        browser.close()
    opening, recording = (min(some) for some in zip(*recorded, strict=True))
    tail = quantiles(durable, n=100)[-1]
    return Figures(median(durable), tail, median(bare), median(ready), max(ready), weight, opening, recording)


@contextmanager
def _page(browser: Browser, url: str, cookie: str) -> Iterator[Page]:
    """A tablet that knows nothing yet."""
    tablet = browser.new_context(base_url=url, viewport={"width": OPENED, "height": 820}, has_touch=True)
    tablet.add_cookies([{"name": "sessionid", "value": cookie, "url": url}])
    yield tablet.new_page()
    tablet.close()


def _first_visit(
    browser: Browser, url: str, cookie: str, visit: str, taps: int
) -> tuple[list[float], list[float], list[float], int]:
    asked: list[Request] = []
    with _page(browser, url, cookie) as page:
        page.context.on("requestfinished", lambda request: asked.append(request))
        page.add_init_script(LISTEN)
        _open(page, visit)
        page.evaluate(INSTALLED)
        page.wait_for_timeout(500)
        weight = sum(map(over_the_wire, asked))
        durable = _tap(page, taps)
        bare = page.evaluate(BARE, taps)
        page.context.set_offline(True)
        ready = [_ready(page, visit) for _ in range(READY_TIMES)]
    return durable, bare, ready, weight


def _open(page: Page, visit: str) -> None:
    page.goto(f"/capture/#{visit}")
    page.locator(".live-visit").wait_for()


def over_the_wire(request: Request) -> int:
    """The bytes that came for one file of the screen: none where the browser had it, none for what is not a file."""
    response = request.response()
    if response is None or response.from_service_worker or "/sync/" in request.url:
        return 0
    sizes = request.sizes()
    body = sizes["responseBodySize"]
    if request.url.endswith("/sw.js"):  # the browser does not tell the body of the worker itself
        body = int(response.headers["content-length"])
    return max(0, body + sizes["responseHeadersSize"])


def _tap(page: Page, taps: int) -> list[float]:
    """Tries on two pads in turn, each after the one before is on the screen."""
    card = page.locator(".scale-accuracy").first
    pads = [card.locator(".pad.yes"), card.locator(".pad.no")]
    for number in range(1, taps + 1):
        pads[number % 2].click()
        page.wait_for_function(
            "([card, many]) => card.querySelector('.thread-count').textContent === many",
            arg=[card.element_handle(), str(number)],
        )
    took: list[float] = page.evaluate("taps")
    return took[-taps:]


def _ready(page: Page, visit: str) -> float:
    page.goto("about:blank")
    page.goto(f"/capture/#{visit}")
    took: float = page.evaluate(READY)
    return took


def _record(browser: Browser, url: str, cookie: str, visit: str) -> tuple[Task, Task]:
    """The longest task while a visit is opened for the first time and again, and while it is recorded."""
    with _page(browser, url, cookie) as page:

        def open_twice() -> None:
            _open(page, visit)
            page.evaluate(INSTALLED)
            page.wait_for_timeout(500)
            page.goto("about:blank")
            _open(page, visit)
            page.wait_for_timeout(500)

        opening = longest_task(browser, page, open_twice)
        return opening, longest_task(browser, page, lambda: record(page))


def record(page: Page) -> None:
    """A visit as it goes: an activity, tries, how the child is, the child's own voice, a remark, the end."""
    page.locator(".now").click()
    page.locator(".sheet form .button").click()
    card: Any = page.locator(".scale-accuracy").first
    for rung in range(3):
        card.locator(".rung").nth(rung).click()
        card.locator(".pad.yes").click()
        card.locator(".pad.no").click()
    page.locator("[data-response=joy]").click()
    page.locator(".strong-3").click()
    page.locator(".helped").first.click()
    page.locator(".undo").click()
    page.locator(".pad.voice").click()
    for _question in range(3):
        page.wait_for_timeout(450)
        page.locator(".check-in .face").first.click()
    page.locator(".check-in .thanks").click()
    page.locator(".finish-visit").click()
    page.locator(".sheet .button.big").click()
    page.locator(".day-list").wait_for()
    page.wait_for_timeout(1000)
