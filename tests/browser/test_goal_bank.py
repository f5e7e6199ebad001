"""A therapist begins a goal with a template, changes what she wants, and it stands in the plan; also without script."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def _draft_for_theo(page) -> None:
    page.goto("/children/")
    page.get_by_role("main").get_by_role("link", name="Theo").first.click()
    page.goto(page.url + "plan/new")
    today = datetime.now(UTC).date()
    if page.get_by_label("Until", exact=True).count():
        page.get_by_label("From", exact=True).fill(today.isoformat())
        page.get_by_label("Until", exact=True).fill((today + timedelta(weeks=12)).isoformat())
        page.locator("main form [type=submit]").first.click()
        page.wait_for_load_state()


@pytest.mark.parametrize("script", [True, False])
def test_a_goal_begins_with_a_template_and_becomes_her_own(page_of, script):
    page = page_of("ana@example.org", width=820, java_script_enabled=script)
    _draft_for_theo(page)
    page.goto(page.url.split("plan/")[0] + "goals/new")
    page.get_by_label("Area").first.select_option("writing")
    page.get_by_role("button", name="Show").click()
    page.wait_for_load_state()
    page.get_by_role("link", name="Use this").first.click()
    name = f"Writes a note, {'with' if script else 'without'} script"
    expect(page.get_by_label("What the child does")).not_to_have_value("")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Keep the goal").click()
    expect(page.get_by_role("main").get_by_role("link", name=name).first).to_be_visible()
