"""A real Chromium against a real server that runs the demo's practice on a database of its own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from beadwork.demo.who import PASSWORD
from tests.browser.capture import ANA, TABLET, Tablet, plan_visit

CHILDREN = 9
MINUTES = count(1)  # of the visits that tests record, each its own


@dataclass
class Site:
    """The running product and a browser to look at it."""

    url: str
    data: Path
    browser: Browser

    def context(self, **options: object) -> BrowserContext:
        """A browser of its own: nobody is signed in, and every request to another host is remembered."""
        return self.browser.new_context(base_url=self.url, locale="en-US", **options)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Start the demo on a practice of its own, wait until it answers, stop it at the end."""
    data = tmp_path_factory.mktemp("site") / "demo"
    shutil.copytree(_practice(tmp_path_factory), data)
    port = _free_port()
    with (
        (data / "log").open("w") as log,
        subprocess.Popen(_demo("--port", str(port)), env=_at(data), stdout=log, stderr=log) as server,
        sync_playwright() as playwright,
    ):
        try:
            _wait(server, f"http://127.0.0.1:{port}/account/login/", data / "log")
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("BEADWORK_CHROMIUM", "/usr/bin/chromium"),
                args=["--no-sandbox"],
            )
            yield Site(f"http://127.0.0.1:{port}", data, browser)
            browser.close()
        finally:
            server.terminate()


def _practice(folders: pytest.TempPathFactory) -> Path:
    """The folder of a practice that the first worker who needs it makes for all of this run."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    made = (folders.getbasetemp() if alone else folders.getbasetemp().parent) / "practice"
    with made.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not made.exists():
            fresh = made.with_suffix(".new")
            subprocess.run(_demo("--make-only", "--fresh"), env=_at(fresh), check=True)
            fresh.rename(made)
    return made


def _demo(*options: str) -> list[str]:
    return [sys.executable, "-m", "beadwork.cli", "demo", "--children", str(CHILDREN), *options]


def _at(data: Path) -> dict[str, str]:
    return os.environ | {"BEADWORK_DATA": str(data)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(server: subprocess.Popen, url: str, log: Path) -> None:
    for _ in range(1800):
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the demo did not start: {log.read_text()}")


@pytest.fixture(scope="session")
def signed_in(site: Site) -> Callable[[str], dict]:
    """The cookies of somebody of the demo's cast, signed in once through the real form."""
    known: dict[str, dict] = {}

    def cookies(email: str) -> dict:
        if email not in known:
            with site.context() as context:
                page = context.new_page()
                page.goto("/account/login/")
                page.fill("input[name=login]", email)
                page.fill("input[name=password]", PASSWORD)
                page.click("main button[type=submit]")
                page.wait_for_url(lambda url: "login" not in url)
                known[email] = context.storage_state()
        return known[email]

    return cookies


@pytest.fixture
def page_of(site: Site, signed_in: Callable[[str], dict]) -> Iterator[Callable[..., Page]]:
    """A page of somebody, in a window of a size; fails the test if it asked any other host for anything."""
    contexts: list[BrowserContext] = []
    strangers: list[str] = []

    def open_page(email: str, *, width: int = 1280, height: int = 900, **options: object) -> Page:
        context = site.context(
            storage_state=signed_in(email), viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        context.on("request", lambda request: _note(request.url, site.url, strangers))
        context.on("weberror", lambda error: strangers.append(str(error.error)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert strangers == []


@pytest.fixture
def ana(page_of: Callable[..., Page]) -> Iterator[Page]:
    """Ana's tablet, on which nothing is yet. What asks before leaving is told to go on; routes end with the test."""
    page = page_of(ANA, **TABLET, has_touch=True)
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    if not page.is_closed():
        page.unroute_all(behavior="wait")


@pytest.fixture
def tablet(ana: Page, site: Site) -> Tablet:
    """The same with a new visit of Mia's open, and everything it needs to go on without network."""
    tablet = Tablet(ana, site.data, plan_visit(ana, f"22:{next(MINUTES):02}"))
    tablet.open()
    tablet.settle_in()
    return tablet


def _note(url: str, ours: str, strangers: list[str]) -> None:
    if not url.startswith((ours, "data:", "blob:")):
        strangers.append(url)
