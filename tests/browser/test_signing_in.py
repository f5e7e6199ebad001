"""The door: who comes in sees her own first page."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("who", "first"), [("ana", "/today/"), ("leo", "/family/"), ("okafor", "/class/")])
def test_everybody_lands_on_her_own_first_page(page_of, who, first):
    page = page_of(f"{who}@example.org")
    page.goto("/")
    assert first in page.url
