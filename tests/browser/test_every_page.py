"""Every page, as somebody who may see it, light and dark, at three widths and narrower, in English and in Spanish."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

from beadwork.cli.ground import HOUSE
from beadwork.settings.base import SOURCE
from tests.browser.walk import Walk
from tests.web.table import FOR_ALL, ROWS

pytestmark = pytest.mark.browser

MOST = 100_000  # bytes over the wire, for somebody who comes for the first time, fonts included
MOST_OF_THE_APP = 145_000  # the recording screen comes whole: 120 kB of app, and the days of the demo
TYPED = {"English", "Spanish"}  # somebody noted these as the languages at home
ONLY_BY_MAIL = {
    name for name in FOR_ALL if "inactive" in name or "from_key" in name or "set_password" in name
}
NO_PAGES = {"set_language", "account_reauthenticate", "capture-worker", "capture-manifest"}


@pytest.fixture(scope="session")
def places(site):
    """[[name, who, url], …] of every page; makes first what the demo leaves out."""
    asked = subprocess.run(
        [sys.executable, "-m", "tests.browser.places"],
        cwd=HOUSE,
        env=os.environ
        | {"BEADWORK_DATA": str(site.data), "DJANGO_SETTINGS_MODULE": "beadwork.settings.demo"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def _spanish():
    """Each text of ours and what it is in Spanish; short ones stand for too many things."""
    path = Path(SOURCE) / "locale" / "es" / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as compiled:
        texts = {one.id: one.string for one in read_mo(compiled) if isinstance(one.id, str)}
    return {text: words for text, words in texts.items() if len(text) > 3 and text not in TYPED}


def test_no_page_is_left_out(places):
    walked = {name for name, _who, _url in places}
    leads_on = {"home", "record-held", "family"}
    data = {"jump", "children-data", "goal-data", "note-pdf", "family-visit-pdf", "sync", "sync-days"}
    assert {name for name, row in ROWS.items() if not row.post} - leads_on - data <= walked
    assert walked >= FOR_ALL - ONLY_BY_MAIL - NO_PAGES


@pytest.fixture(scope="class")
def seen(request, site, signed_in, places):
    """What was found on the way through every other of them."""

    def window(who):
        state = signed_in(f"{who}@example.org") if who else None
        return site.context(storage_state=state, reduced_motion="reduce")

    return Walk(window, site.url, _spanish()).all(places[request.cls.first :: 2])


class Walked:
    """What every page holds; two workers share the way, each takes every other page."""

    first: int

    @pytest.mark.parametrize(
        ("kind", "what"),
        [
            ("elsewhere", "every address shows its own page"),
            ("axe", "nothing that keeps somebody out"),
            ("small", "everything to press is big enough"),
            ("wide", "nothing scrolls sideways"),
            ("language", "the page says which language it speaks"),
            ("english", "no English is left on a Spanish page"),
            ("console", "the browser has nothing to complain about"),
            ("stranger", "nothing is asked of anybody else"),
        ],
    )
    def test_every_page_holds(self, seen, kind, what):
        faults = seen.faults[kind]
        assert not faults, f"{what}: {len(faults)} faults\n" + "\n".join(faults[:40])

    def test_every_page_is_light(self, seen, places):
        assert len(seen.bytes) > len(places) // 3
        heavy = {where: size for where, size in seen.bytes.items() if size > _most(where)}
        assert not heavy


class TestHalf(Walked):
    """Of the first, the third, the fifth …"""

    first = 0


class TestOtherHalf(Walked):
    """Of all the others."""

    first = 1


def _most(where):
    return MOST_OF_THE_APP if where.startswith("capture") else MOST


def test_the_walk_finds_what_is_wrong(site, signed_in):
    """A page broken on purpose: the walk sees each kind of fault, or its silence would mean nothing."""
    with site.context(storage_state=signed_in("ana@example.org")) as context:
        context.route("**/settings/", _broken)
        seen = Walk(lambda _who: context, site.url, _spanish()).all([["broken", "ana", "/settings/"]])
    assert {"axe", "small", "wide", "language", "console", "stranger"} <= {
        kind for kind, faults in seen.faults.items() if faults
    }


def _broken(route):
    answer = route.fetch()
    bad = '<img src="https://elsewhere.example/x.png"><button></button><p class="nowrap">' + "wide " * 300
    page = answer.text().replace('lang="en"', 'lang="de"').replace("<main ", f"{bad}</p><main ")
    route.fulfill(response=answer, body=page)
