"""The picture the README shows: whole on its own, in both colours."""

import re
from xml.etree import ElementTree

import pytest

from beadwork.cli.documents.picture import SEEN, THEMES, document

pytestmark = pytest.mark.once


@pytest.mark.parametrize("theme", THEMES)
def test_the_picture_is_well_formed_with_every_bead_and_every_colour(theme):
    svg = ElementTree.fromstring(document(theme))
    beads = [group for group in svg.iter() if "data-bead" in group.attrib]
    style = svg.findtext("{http://www.w3.org/2000/svg}style")
    assert len(beads) == len(SEEN)
    assert re.findall(r"var\(|light-dark\(|url\(|@import", style) == []
    assert ".bead.school" in style


def test_light_and_dark_differ_in_colours_only():
    light, dark = (re.sub(r"<style>.*?</style>", "", document(theme)) for theme in THEMES)
    assert light == dark
    assert document("light") != document("dark")
