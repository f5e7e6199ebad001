"""A family page is light enough for a phone at the edge of the network."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from tests.home.build import attempt_at, day, goal_row, routine_at_home, told

MOST = 100_000  # bytes over the wire, for somebody who comes for the first time
FONTS = ("fonts/atkinson-latin-400.woff2", "fonts/atkinson-latin-700.woff2")


def packed(name):
    found = Path(finders.find(name)).read_bytes()
    return len(found) if name.endswith(".woff2") else len(gzip.compress(found))


def loaded(html):
    """The static files a page makes a browser fetch, style sheets' own imports included."""
    named = set(re.findall(r'/static/([^"#?]+)', html))
    sheets = Path(finders.find("css/beadwork.css")).read_text()
    return named | {f"css/{name}" for name in re.findall(r'url\("([^"]+)"\)', sheets)} | set(FONTS)


@pytest.mark.parametrize("page", ["", "goals/socks/", "talk/"])
def test_a_family_page_with_everything_it_needs_is_at_most_100_kilobytes(world, sign_in, page):
    world.now = timezone.now()
    goal = goal_row(world)
    routine = routine_at_home(world, goal)
    for back in range(14):
        told(world, routine, attempts=[attempt_at(world, goal)], on=day(world, back))
    html = sign_in(world.leo).get(f"/family/{world.mia.slug}/{page}").content
    total = len(gzip.compress(html)) + sum(packed(name) for name in loaded(html.decode()))
    assert total <= MOST
