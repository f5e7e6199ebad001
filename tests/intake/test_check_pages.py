"""The milestone check's pages: public, in both languages, without a score, sending only what the family chose."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from beadwork.core.ids import new_id
from beadwork.intake.models import Concern, Enquiry
from beadwork.knowledge import items, library
from beadwork.knowledge.milestones import on_list
from beadwork.library.actions import amend
from beadwork.library.entries import entry_of
from beadwork.people.models import Practice
from beadwork.web.intake.check_data import SET, UNTIL_MONTHS, check_data, lists


def carried(page: str) -> dict:
    """What the page carries for its script."""
    return json.loads(re.search(r'<script id="check-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])


def enquiry(**changes) -> dict:
    return {"id": new_id(), "words": "Waves.", "child_name": "Lia", "born_on": "2025-08-01", "name": "Rosa",
            "contact": "555 0100", "agree": "on"} | changes  # fmt: skip


def at(world) -> str:
    return reverse("check-at", args=[world.practice.slug])


def sending(world) -> str:
    return reverse("check-send", args=[world.practice.slug])


def test_every_milestone_comes_with_the_page_in_both_languages():
    data = check_data(library())
    carried = {item["slug"]: item["name"] for one in data["lists"] for item in one["items"]}
    known = {one.slug: {"en": one.name.en, "es": one.name.es} for one in items("milestone") if one.set == SET}
    assert carried == known
    assert len(carried) == 159


def test_the_rule_of_age_is_the_contents_own():
    rule, of = check_data(library())["rule"], next(one for one in items("milestone-set") if one.slug == SET)
    assert rule["correctBornBeforeDays"] == of.correct_born_before_days
    assert rule["correctUntilDays"] == of.correct_until_days
    assert rule["untilMonths"] == UNTIL_MONTHS > max(lists(library()))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_for_everybody_small_and_says_what_it_is(world, language):
    answer = Client(headers={"Accept-Language": language}).get(at(world))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert len(answer.content) < 100_000
    assert carried(page)["language"] == language
    said = {"en": "not yet reviewed by a clinician", "es": "aún no lo ha revisado un profesional"}
    assert said[language] in page


def test_without_script_each_list_can_be_read_and_printed(world):
    for months in lists(library()):
        page = Client().get(reverse("check-list", args=[months])).content.decode()
        for one in on_list(library(), SET, months):
            assert one.name.en in page.replace("&#x27;", "'")
    assert Client().get(reverse("check-list", args=[13])).status_code == 404


def test_the_only_practice_is_found_without_its_address_and_two_are_not_guessed(world):
    assert "send_form" not in Client().get(reverse("check")).context
    Practice.objects.exclude(pk=world.practice.pk).update(slug="another")
    assert Client().get("/check/no-such-practice/").status_code == 404


def test_sending_is_kept_once_and_without_a_yes_nothing_is(world):
    browser, said = Client(), enquiry()
    for _ in range(2):
        assert "has it now" in browser.post(sending(world), said).content.decode()
    assert Enquiry.objects.get().words == "Waves."
    assert "required" in browser.post(sending(world), enquiry(agree="")).content.decode()
    assert Enquiry.objects.count() == 1


def test_what_was_typed_stays_when_it_cannot_be_sent(world):
    page = Client().post(sending(world), enquiry(born_on="1901-01-01")).content.decode()
    assert "cannot be the day" in page
    assert "555 0100" in page


def test_the_front_desk_reads_it_and_welcomes_the_child(world, sign_in):
    Client().post(sending(world), enquiry())
    dana, sent = sign_in(world.dana), Enquiry.objects.get()
    assert "1 family wrote to you" in dana.get(reverse("children")).content.decode()
    assert "Waves." in dana.get(reverse("enquiry", args=[sent.pk])).content.decode()
    assert dana.post(reverse("enquiry-welcome", args=[sent.pk])).status_code == 302
    assert Concern.objects.get().words == "Waves."
    assert "welcomed" in dana.get(reverse("enquiries")).content.decode()


def test_it_is_closed_with_a_reason(world, sign_in):
    Client().post(sending(world), enquiry())
    sign_in(world.ana).post(reverse("enquiry", args=[Enquiry.objects.get().pk]), {"because": "Called back"})
    assert Enquiry.objects.get().closed_because == "Called back"


def test_another_practice_sees_nothing_of_it(world, sign_in):
    Client().post(sending(world), enquiry())
    eve = sign_in(world.eve)
    assert "Lia" not in eve.get(reverse("enquiries")).content.decode()
    assert eve.get(reverse("enquiry", args=[Enquiry.objects.get().pk])).status_code == 404


def test_a_familys_own_child_is_known_and_shared_words_are_a_worry(world, sign_in):
    url = reverse("family-check", args=[world.mia.slug])
    leo = sign_in(world.leo)
    about = carried(leo.get(url).content.decode())["child"]
    assert about == {"key": world.mia.slug, "born": "2022-07-02", "early": 0, "name": "Mia"}
    assert leo.post(url, {"id": new_id(), "words": "Hops!"}).status_code == 302
    concern = Concern.objects.get()
    assert (concern.words, concern.said_by) == ("Hops!", world.leo_caregiver)


@pytest.mark.parametrize("name", ["check", "check-at"])
def test_no_page_speaks_of_scores_or_lateness(world, name):
    page = Client().get(at(world) if name == "check-at" else reverse(name)).content.decode()
    told = re.sub(r"<[^>]+>", " ", page).lower()
    assert not re.search(r"\bdelay|\blate\b|\bpercent|%", told.replace("give no score", ""))


def test_a_practices_own_words_stand_on_its_own_check_and_on_its_list(world):
    first = on_list(library(), SET, 12)[0]
    text = entry_of(first) | {"name": {"en": "Plays peek with us", "es": "Juega a esconderse"}}
    amend(world.practice, "milestone", first.slug, text, reason="Clearer", by=world.ruth, at=world.now)
    page = Client().get(at(world)).content.decode()
    assert "Plays peek with us" in page
    elsewhere = Practice.objects.exclude(pk=world.practice.pk).get()
    other = Client().get(reverse("check-at", args=[elsewhere.slug])).content.decode()
    assert "Plays peek with us" not in other
