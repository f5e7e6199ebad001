"""The Chromium that the browser tests drive: the one that is there, or one that is put there."""

import os
import shutil
import subprocess
import sys

from beadwork.cli.say import Stop, say

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The one without a window of its own comes first: it draws the same pages in half the time."""


def find_chromium() -> str:
    """The path of a Chromium; installs one by apt, or Playwright's own, where there is none."""
    if path := _there():
        return path
    say("beadwork: installing Chromium for the browser tests (once)")
    for install in (_by_apt, _by_playwright):
        if install() and (path := _there()):
            return path
    raise Stop(
        "The browser tests need Chromium. Install it (Debian or Ubuntu: apt install chromium) and try again."
    )


def _there() -> str:
    """A Chromium of the system, or the one Playwright fetched."""
    from playwright.sync_api import sync_playwright

    if path := next(filter(None, map(shutil.which, NAMES)), None):
        return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else ""


def _by_apt() -> bool:
    """By the system's package manager, where we may."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (sudo and not shutil.which("sudo")):
        return False
    quiet = {
        "check": False,
        "stdout": subprocess.DEVNULL,
        "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    }
    subprocess.run([*sudo, "apt-get", "update", "-q"], **quiet)
    install = [*sudo, "apt-get", "install", "-qy", "--no-install-recommends"]
    return any(subprocess.run([*install, name], **quiet).returncode == 0 for name in NAMES[:2])


def _by_playwright() -> bool:
    """Playwright's own, from its own place."""
    command = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    return subprocess.run(command, check=False).returncode == 0
