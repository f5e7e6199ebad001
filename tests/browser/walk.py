"""Walks every page of the demo in a real browser, once, and notes what is wrong with it, by kind of fault."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

WIDTHS = (1280, 820, 360)
NARROWEST = 320
HEIGHT = 900
LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
SPEAKS = {"ines": "es", "sara": "es"}
LIVE, FAMILY, OTHERS = 48, 44, 24
"""The least side of anything to press, in pixels: on the floor with one hand, on a phone, and with a mouse."""

AXE = """async ([only, enhanced]) => {
    const rules = enhanced ? { "color-contrast-enhanced": { enabled: true } } : {};
    const how = { runOnly: only, rules, resultTypes: ["violations"], preload: false };
    const { violations } = await axe.run(document, how);
    const why = (node) => [...node.any, ...node.all, ...node.none].map((one) => one.message)[0] ?? "";
    return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} ${why(node)}`));
}"""
LEAST = """([live, family, others]) =>
    document.querySelector(".live, .app") ? live : document.body.matches(".family") ? family : others"""
READY = "body:not(:has(main.app)), [data-ready]"
OPEN = "(on) => document.querySelectorAll('details').forEach((one) => { one.open = on; })"


@dataclass
class Seen:
    """What the walk found: faults by kind, bytes by page, and how many pages and variants were looked at."""

    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    bytes: dict[str, int] = field(default_factory=dict)
    variants: int = 0


@dataclass
class Walk:
    """One walk: a window a person, every page of hers, each in all its variants."""

    open_window: Callable[[str], BrowserContext]
    ours: str
    english: dict[str, str]
    seen: Seen = field(default_factory=Seen)

    def all(self, places: list[list[str]]) -> Seen:
        """Look at every place."""
        for who in sorted({place[1] for place in places}):
            with self.open_window(who) as context:
                for name, person, url in places:
                    if person == who:
                        self._visit(context, name, who, url)
        return self.seen

    def _visit(self, context: BrowserContext, name: str, who: str, url: str) -> None:
        page = context.new_page()
        where = f"{name} ({who or 'nobody'})"
        with self._listening(page, where, expects_404=name == "not there"):
            page.goto(url, wait_until="load")
            page.wait_for_selector(READY, state="attached")
            self._note("elsewhere", where, [] if page.url.endswith(url) else [page.url])
            page.evaluate(AXE_SCRIPT)
            if SPEAKS.get(who):
                self._in_spanish(page, where)
            else:
                self._in_english(page, where, WIDTHS[-1:] if ", " in name else WIDTHS)
        page.close()

    def _in_english(self, page: Page, where: str, widths: tuple[int, ...]) -> None:
        """Light and dark at every width (another state of a page: at the least); at 820 what opens is open."""
        for width in widths:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.evaluate(OPEN, width == 820)
            page.emulate_media(color_scheme="light")
            self._axe(page, f"{where} {width} light", {"type": "tag", "values": TAGS})
            page.emulate_media(color_scheme="dark")
            self._axe(page, f"{where} {width} dark", {"type": "rule", "values": COLOURS})
            self._look(page, f"{where} {width}", "en")
        self._narrowest(page, where, "en")

    def _in_spanish(self, page: Page, where: str) -> None:
        """Longer words, the same room."""
        page.set_viewport_size({"width": 360, "height": HEIGHT})
        self._axe(page, f"{where} 360 light", {"type": "tag", "values": TAGS})
        looked = self._look(page, f"{where} 360", "es")
        left = [text for text in looked["texts"] if self.english.get(text, text) != text]
        self._note("english", where, left)
        self._narrowest(page, where, "es")

    def _narrowest(self, page: Page, where: str, language: str) -> None:
        page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        self._look(page, f"{where} {NARROWEST}", language)

    def _axe(self, page: Page, where: str, only: dict[str, Any]) -> None:
        self.seen.variants += 1
        enhanced = page.evaluate("document.body.matches('.family')")
        self._note("axe", where, page.evaluate(AXE, [only, enhanced]))

    def _look(self, page: Page, where: str, language: str) -> dict[str, Any]:
        least = page.evaluate(LEAST, [LIVE, FAMILY, OTHERS])
        looked = page.evaluate(LOOK, least)
        self._note("small", where, looked["small"])
        self._note("wide", where, [looked["wide"]] if looked["wide"] else [])
        self._note("language", where, [] if looked["lang"] == language else [looked["lang"]])
        return looked

    @contextmanager
    def _listening(self, page: Page, where: str, *, expects_404: bool) -> Iterator[None]:
        """Hear what the page complains about, where it asks for things, and how much comes."""
        cdp = page.context.new_cdp_session(page)
        cdp.send("Network.enable")
        cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
        bytes: list[int] = []
        cdp.on("Network.loadingFinished", lambda event: bytes.append(event["encodedDataLength"]))
        page.on("console", lambda message: self._console(message, where, expects_404))
        page.on("pageerror", lambda error: self._note("console", where, [str(error)]))
        page.on("request", lambda request: self._request(request.url, where))
        yield
        self.seen.bytes[where] = int(sum(bytes))

    def _console(self, message: ConsoleMessage, where: str, expects_404: bool) -> None:
        if message.type in {"error", "warning"} and not (expects_404 and "404" in message.text):
            self._note("console", where, [message.text])

    def _request(self, url: str, where: str) -> None:
        if not url.startswith((self.ours, "data:", "blob:")):
            self._note("stranger", where, [url])

    def _note(self, kind: str, where: str, faults: list[str]) -> None:
        self.seen.faults[kind] += [f"{where}: {fault}" for fault in faults]
