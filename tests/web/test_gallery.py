"""The gallery is there in the demo, shows every look, and is nowhere in a real practice."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_gallery_shows_each_look_and_direction(look, direction):
    page = Client().get("/gallery", {"look": look, "direction": direction})
    assert f'data-theme="{look}"' in page.text
    assert f'dir="{direction}"' in page.text


def test_an_unknown_look_is_not_repeated():
    assert "<script>x" not in Client().get("/gallery", {"look": "<script>x"}).text


def test_pages_are_packed_for_whoever_can_unpack_them():
    page = Client().get("/gallery", headers={"Accept-Encoding": "gzip"})
    assert page["Content-Encoding"] == "gzip"
