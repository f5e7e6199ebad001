"""Every picture a card names has a drawing, in one style."""

import re
from pathlib import Path

import beadwork.web
from beadwork.knowledge import items

SPRITE = Path(beadwork.web.__file__).parent / "static" / "img" / "cues.svg"
DRAWN = dict(re.findall(r'<symbol id="([^"]+)" ([^>]+)>', SPRITE.read_text(encoding="utf-8")))


def test_every_picture_has_a_drawing_and_no_drawing_is_left_over():
    assert set(DRAWN) == {one.slug for one in items("icon")}


def test_all_are_drawn_with_one_pen_on_one_grid():
    assert len(set(DRAWN.values())) == 1
    assert 'viewBox="0 0 24 24"' in next(iter(DRAWN.values()))


def test_the_sprite_is_light():
    assert SPRITE.stat().st_size <= 40_000
