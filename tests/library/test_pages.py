"""The library's pages as somebody uses them: finding, reading, adding, reviewing one after the other."""

import pytest

from beadwork.knowledge import KINDS, UNREVIEWED, item, items, library
from beadwork.library import actions
from beadwork.library.entries import entry_of, shape_of
from beadwork.library.models import Version
from beadwork.library.own import library_of
from beadwork.people.actions import hire
from beadwork.people.models import Role
from beadwork.web.library.forms import EntryForm
from tests.library.build import OWN, in_a_year
from tests.world import SINCE

ITEMS = library().items("activity")
FIRST, SECOND = ITEMS[0].slug, ITEMS[1].slug


@pytest.fixture
def lead(world):
    hire(world.practice, world.ana, role=Role.CLINICAL_LEAD, since=SINCE, by=world.ruth, at=world.now)
    return world.ana


def page(client, url, **asked):
    answer = client.get(url, asked)
    assert answer.status_code == 200
    return answer


def test_a_word_without_its_accent_finds_and_the_page_says_that_nothing_is_reviewed(world, sign_in):
    answer = page(sign_in(world.ana), "/library/", q="BOTON")
    assert answer.context["cards"]
    assert UNREVIEWED.en in answer.content.decode()


def test_a_filter_says_how_many_it_would_leave(world, sign_in):
    client = sign_in(world.ana)
    answer = page(client, "/library/")
    ages = next(one for one in answer.context["first"] if one.name == "age")
    for option in ages.options:
        left = page(client, "/library/", age=option.value).context["page"].paginator.count
        assert left == option.count


def test_nothing_found_says_so_and_leads_back(world, sign_in):
    assert "Nothing fits" in page(sign_in(world.ana), "/library/", q="qqqq").content.decode()


def test_an_activity_and_its_card_are_read_in_spanish(world, sign_in):
    world.ana.language = "es"
    world.ana.save(update_fields=["language"])
    client = sign_in(world.ana)
    assert ITEMS[0].purpose.es in page(client, f"/library/activities/{FIRST}/").content.decode()
    assert ITEMS[0].home.stop.es in page(client, f"/library/activities/{FIRST}/card").content.decode()


def test_a_card_is_printed_in_the_familys_language(world, sign_in):
    client = sign_in(world.ana)
    assert (
        ITEMS[0].home.stop.es
        in page(client, f"/library/activities/{FIRST}/card", **{"in": "es"}).content.decode()
    )
    assert (
        ITEMS[0].home.stop.en
        in page(client, f"/library/activities/{FIRST}/card", **{"in": "xx"}).content.decode()
    )
    assert "Library" in page(client, "/library/").content.decode()


def test_pages_cost_few_questions(world, sign_in, lead, django_assert_max_num_queries):
    client = sign_in(lead)
    for url in ("/library/", f"/library/activities/{FIRST}/", "/library/review/", "/library/review/activity/",
                f"/library/review/activity/{FIRST}/", f"/library/review/activity/{FIRST}/amend"):  # fmt: skip
        with django_assert_max_num_queries(12):
            assert len(page(client, url).content) <= 100_000, url


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if library().items(kind)))
def test_a_form_gives_back_what_it_was_given(kind, world):
    own = library_of(world.practice)
    for one in library().items(kind)[:40]:
        entry = entry_of(one)
        blank = EntryForm(None, made=shape_of(kind, own=False), entry=entry, own=own)
        sent = {}
        for field in blank:
            value = field.value()
            sent[field.html_name] = field.field.prepare_value(value) if value is not None else ""
        form = EntryForm(sent, made=shape_of(kind, own=False), entry=entry, own=own)
        assert form.is_valid(), form.errors
        kept = {name: value for name, value in entry.items() if name not in {"slug", "passport"}}
        assert form.entry() == kept


def sent_with(client, url, **more):
    form = page(client, url).context["form"]
    known = {field.html_name: field.field.prepare_value(field.value()) for field in form}
    return {
        name: "" if value is None else value for name, value in known.items() if value is not False
    } | more


SHORT = {
    "name.en": "Cardboard lift", "purpose.en": "Pulls a string to lift a toy.", "areas": ["fine-motor"],
    "ages": ["preschool"], "skills": ["two-hands"], "minutes.0": 5, "minutes.1": 10, "settings": ["home"],
    "materials": ["toalla", ""], "do.en": "Hang the box.\nPull it up.", "safety.en": "Stay close.",
}  # fmt: skip


def test_a_therapist_adds_an_activity_by_its_short_part(world, sign_in):
    client = sign_in(world.ana)
    sent = sent_with(client, "/library/activities/new", **SHORT)
    answer = client.post("/library/activities/new", sent, follow=True)
    assert answer.redirect_chain == [("/library/activities/cardboard-lift/", 302)]
    assert "not yet reviewed" in answer.content.decode()
    assert library_of(world.practice).item("activity", "cardboard-lift").materials == ("towel",)
    client.post("/library/activities/new", sent)
    assert Version.objects.count() == 1


def test_an_unknown_thing_is_named_and_nothing_is_lost(world, sign_in):
    client = sign_in(world.ana)
    sent = sent_with(client, "/library/activities/new", **SHORT | {"materials": ["flying carpet"]})
    text = client.post("/library/activities/new", sent).content.decode()
    assert "flying carpet" in text
    assert "Nothing was saved yet." in text
    assert '<a href="#id_materials">' in text
    assert "Hang the box." in text
    assert not Version.objects.exists()


def test_every_vocabulary_is_ticked_in_its_own_words_and_what_is_chosen_stands_first(world, sign_in, lead):
    text = page(sign_in(lead), f"/library/review/activity/{FIRST}/amend").content.decode()
    for field in ("skills", "interests", "hazards", "allergens", "settings", "ages", "contraindicated"):
        assert f'type="checkbox" name="{field}"' in text, field
    for field, kind in (("materials", "material"), ("goals", "goal"), ("icons", "icon")):
        offered = text.partition(f'<datalist id="id_{field}_words">')[2].partition("</datalist>")[0]
        assert offered.count("<option") == len(items(kind)), field
    one = item("activity", FIRST)
    chosen = text.index(f'name="skills" value="{one.skills[0]}" checked')
    assert chosen < text.index(f'name="skills" value="{_not_in(one.skills)}"')
    assert f'name="materials" value="{item("material", one.materials[0]).name.en}"' in text


def _not_in(skills):
    return next(each.slug for each in items("skill") if each.slug not in skills)


def test_lines_of_two_languages_go_together(world, sign_in):
    client = sign_in(world.ana)
    sent = sent_with(client, "/library/activities/new", **SHORT | {"do.es": "Cuelgue la caja."})
    assert "write them line by line" in client.post("/library/activities/new", sent).content.decode()


def test_reviewing_leads_to_the_next_that_waits(world, sign_in, lead):
    client = sign_in(lead)
    url = f"/library/review/activity/{FIRST}/reviewed"
    answer = client.post(url, {"next_review": in_a_year(world)}, follow=True)
    assert answer.redirect_chain[0][0] == f"/library/review/activity/{SECOND}/"
    assert "Ana Duarte, OTR" in page(client, f"/library/activities/{FIRST}/").content.decode()


def test_several_are_reviewed_from_the_list(world, sign_in, lead):
    client = sign_in(lead)
    sent = {"slug": [FIRST, SECOND], "next_review": in_a_year(world)}
    client.post("/library/review/activity/reviewed", sent)
    assert page(client, "/library/review/activity/", show="reviewed").context["page"].paginator.count == 2
    assert page(client, "/library/review/").context["total"]["reviewed"] == 2


def test_amending_keeps_the_text_that_came_and_shows_where_ours_differs(world, sign_in, lead):
    client = sign_in(lead)
    url = f"/library/review/activity/{FIRST}/amend"
    sent = sent_with(client, url, **{"name.en": "Our own name", "reason": "Clearer here."})
    answer = client.post(url, sent, follow=True)
    text = answer.content.decode()
    assert f"<del>{ITEMS[0].name.en}</del>" in text
    assert "Our own name" in text
    assert "Clearer here." in text
    assert "Our own name" in page(client, "/library/", q="our own name").content.decode()


def test_what_was_set_aside_is_not_found_and_can_be_offered_again(world, sign_in, lead):
    client = sign_in(lead)
    client.post(f"/library/review/activity/{FIRST}/set-aside", {"reason": "No swing here."})
    found = page(client, "/library/", q=ITEMS[0].name.en).context["cards"]
    assert FIRST not in {card["slug"] for card in found}
    assert "set this activity aside" in page(client, f"/library/activities/{FIRST}/").content.decode()
    client.post(f"/library/review/activity/{FIRST}/back")
    assert FIRST in {one.slug for one in library_of(world.practice).items("activity")}


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if library().items(kind)))
def test_every_kind_has_a_plain_page_on_the_desk(kind, world, sign_in):
    client = sign_in(world.ruth)
    one = library().items(kind)[0]
    assert one.name.en in page(client, f"/library/review/{kind}/{one.slug}/").content.decode().replace(
        "&#x27;", "'"
    )
    assert page(client, f"/library/review/{kind}/").context["page"].paginator.count == len(
        library().items(kind)
    )


def test_who_added_an_activity_may_amend_it_and_nobody_elses(world, sign_in):
    actions.add(world.practice, OWN, by=world.ana, at=world.now)
    client = sign_in(world.ana)
    page(client, "/library/review/activity/cardboard-lift/amend")
    assert client.get(f"/library/review/activity/{FIRST}/amend").status_code == 404
