"""The longest task of a page's main thread, read from the browser's own trace."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page

CATEGORIES = ["toplevel", "devtools.timeline"]


Task = tuple[float, float]
"""Milliseconds by the clock on the wall, and of the processor, which a busy machine does not make longer."""


def longest_task(browser: Browser, page: Page, act: Callable[[], None]) -> Task:
    """The longest of a page's tasks while something is done."""
    browser.start_tracing(page=page, categories=CATEGORIES)
    act()
    return longest(json.loads(browser.stop_tracing())["traceEvents"])


def longest(events: list[dict[str, Any]]) -> Task:
    """Of all tasks on the main thread of a page."""
    main = {_thread(one) for one in events if one["name"] == "thread_name" and _is_main(one)}
    tasks = [one for one in events if one["name"].endswith("RunTask") and "dur" in one]
    took = [(one["dur"] / 1000, one.get("tdur", 0) / 1000) for one in tasks if _thread(one) in main]
    return max(took, default=(0.0, 0.0))


def _thread(event: dict[str, Any]) -> tuple[int, int]:
    return event["pid"], event["tid"]


def _is_main(event: dict[str, Any]) -> bool:
    return bool(event["args"]["name"] == "CrRendererMain")
