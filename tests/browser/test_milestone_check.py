"""The milestone check on a phone: nothing leaves the browser before "send", and the rules are those of the content."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import expect

from beadwork.knowledge import item, library
from beadwork.knowledge.age import days_early
from beadwork.knowledge.milestones import correction, list_for
from beadwork.people.age import age_between, corrected_between
from beadwork.web.intake.check_data import SET, UNTIL_MONTHS

pytestmark = pytest.mark.browser

NAME, WORRY = "Kanarienvogel", "Sorgenvogel"
PLACE = "/check/wooden-bead-therapy/"


@pytest.fixture
def phone(site):
    """A phone on which nobody is signed in, and everything it ever asked for."""
    with site.context(viewport={"width": 360, "height": 740}) as context:
        page, asked = context.new_page(), []
        page.on(
            "request",
            lambda request: asked.append(f"{request.method} {request.url} {request.post_data or ''}"),
        )
        yield page, asked


def begin(page, born: date, weeks: str = "") -> None:
    page.goto(PLACE)
    page.get_by_label("Born on").first.fill(born.isoformat())
    page.get_by_label("Weeks too early").fill(weeks)
    page.get_by_label("First name").first.fill(NAME)
    page.get_by_role("button", name="Begin").click()


def answer_all(page, words: str = "Yes", but: dict[int, str] | None = None) -> None:
    groups = page.locator("[data-part=list] [role=radiogroup]")
    for number in range(groups.count()):
        groups.nth(number).get_by_role("radio", name=(but or {}).get(number, words)).check(force=True)
    page.get_by_role("button", name="Go on").click()


def finish(page, *, lost: str = "No", worry: str = "No") -> None:
    for number, words in enumerate((lost, worry)):
        group = page.locator("[data-part=last] [role=radiogroup]").nth(number)
        group.get_by_role("radio", name=words, exact=True).check(force=True)
    if worry == "Yes":
        page.get_by_label("In your own words").fill(WORRY)
    page.get_by_role("button", name="See what it comes to").click()


def birthday(months: int) -> date:
    return datetime.now(UTC).date() - timedelta(days=int(months * 30.4375) + 20)


def test_no_answer_leaves_the_browser_before_send(phone):
    page, asked = phone
    begin(page, birthday(18))
    opened = len(asked)
    answer_all(page, but={1: "Not yet"})
    expect(page.locator("[data-part=list] h2")).to_contain_text("A look back")
    answer_all(page)
    finish(page, worry="Yes")
    expect(page.get_by_role("heading", name="What your child can do")).to_be_visible()
    expect(page.get_by_role("heading", name="Talk with your doctor, and ask for a screening")).to_be_visible()
    assert [one for one in asked[opened:] if "/static/" not in one] == [], (
        "something was asked of the server while the family answered"
    )
    assert not [one for one in asked if NAME in one or WORRY in one]
    _send(page)
    sent = [one for one in asked if one.startswith("POST")]
    assert len(sent) == 1
    assert NAME in sent[0]
    assert WORRY in sent[0]


def _send(page) -> None:
    page.get_by_text("Send it to").click()
    page.get_by_label("Your name").fill("Rosa Lund")
    page.get_by_label("Phone or e-mail").fill("555 0100")
    page.get_by_role("button", name="Send").click()
    assert "/send" not in page.url, "sent without a yes"
    page.get_by_label("Yes, the practice may read").check(force=True)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("has it now")).to_be_visible()


def test_when_everything_is_there_no_doctor_is_needed_and_no_number_is_told(phone):
    page, _asked = phone
    begin(page, birthday(24))
    answer_all(page)
    finish(page)
    expect(page.get_by_role("heading", name="Keep playing")).to_be_visible()
    expect(page.locator("[data-ask]")).to_be_hidden()
    result = page.locator("[data-part=result]").inner_text()
    assert "%" not in result
    assert not re.search(r"\d", re.sub(r"\d+ months|\d+ years", "", result.split("Words to bring")[0]))


@pytest.mark.parametrize(("lost", "worry"), [("Yes", "No"), ("No", "Yes")])
def test_a_lost_skill_or_a_worry_alone_is_reason_enough(phone, lost, worry):
    page, _asked = phone
    begin(page, birthday(24))
    answer_all(page)
    finish(page, lost=lost, worry=worry)
    expect(page.locator("[data-ask]")).to_be_visible()


def test_answers_survive_another_language_and_go_when_told(phone):
    page, _asked = phone
    begin(page, birthday(12))
    answer_all(page)
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_role("heading", name="Dos preguntas más")).to_be_visible()
    page.get_by_role("radio", name="No", exact=True).first.check(force=True)
    page.get_by_role("button", name="Ver el resumen").click()
    expect(page.locator("[data-found=can] li").first).to_be_visible()
    page.get_by_role("button", name="Empezar de nuevo").click()
    expect(page.get_by_label("Nació el").first).to_have_value("")


def test_it_goes_by_keyboard_alone(phone):
    page, _asked = phone
    begin(page, birthday(9))
    expect(page.locator("[data-part=list] h2")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    group = page.locator("[data-part=list] [role=radiogroup]").first
    expect(group.get_by_role("radio", name="Not yet")).to_be_checked()


def test_ages_and_lists_are_those_of_the_content(phone):
    page, _asked = phone
    page.goto(PLACE)
    today = date(2026, 11, 24)
    cases = [
        (today - timedelta(days=days), weeks) for days in range(40, 2300, 37) for weeks in (0, 3, 4, 6, 12)
    ]
    cases += [
        (date(2024, 2, 29), 0),
        (date(2025, 11, 24), 0),
        (date(2025, 11, 25), 0),
        (date(2020, 11, 24), 0),
    ]
    found = page.evaluate(
        """async ([data, today, cases]) => {
            const { agesOf, dayOf, listFor } = await import("/static/js/check-rules.js");
            return cases.map(([born, early]) => {
                const { chronological, counts } = agesOf(data.rule, dayOf(born), early, dayOf(today));
                return [chronological.months, counts.months, listFor(data, counts.months)?.months ?? null];
            });
        }""",
        [_carried(page), today.isoformat(), [(born.isoformat(), 7 * weeks) for born, weeks in cases]],
    )
    assert found == [_expected(born, weeks, today) for born, weeks in cases]


def _carried(page) -> dict:
    """What the page carries for its script."""
    return json.loads(page.locator("#check-data").text_content())


def _expected(born: date, weeks: int, today: date) -> list[int | None]:
    gestation = 280 - 7 * weeks
    assert days_early(gestation) == 7 * weeks
    age = age_between(born, today)
    counts = corrected_between(born, today, gestation, correction(item("milestone-set", SET))) or age
    months = counts.years * 12 + counts.months
    wanted = list_for(library(), SET, months) if months < UNTIL_MONTHS else None
    return [age.years * 12 + age.months, months, wanted]
