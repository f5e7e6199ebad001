"""The whole browser is killed (−9) with entries unsent; opened again without network, it has them and sends them."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.capture import ANA, TABLET, Tablet, plan_visit

pytestmark = pytest.mark.browser


def test_a_browser_that_is_killed_loses_nothing(site, signed_in, tmp_path):
    chromium = site.browser.browser_type

    def opened() -> BrowserContext:
        context = chromium.launch_persistent_context(
            tmp_path, executable_path=os.environ.get("BEADWORK_CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"],
            base_url=site.url, viewport=TABLET, has_touch=True,
        )  # fmt: skip
        context.add_cookies(signed_in(ANA)["cookies"])
        return context

    page = opened().new_page()
    tablet = Tablet(page, site.data, plan_visit(page, "20:10"))
    tablet.open()
    tablet.settle_in()
    tablet.off()
    tablet.tap(2)
    kill(tmp_path)
    context = opened()
    context.set_offline(True)
    again = Tablet(context.new_page(), site.data, tablet.visit)
    again.open()
    expect(again.count).to_have_text("2")
    assert len(again.on_device("waiting")) == 3
    again.on()
    again.says("All safe")
    assert len(again.attempts()) == 2
    context.close()


def kill(profile: Path) -> None:
    """End every process of the browser that keeps its things in this folder, at once."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = str(profile).encode() in (process / "cmdline").read_bytes()
        except OSError:
            continue
        if is_ours:
            os.kill(int(process.name), signal.SIGKILL)
