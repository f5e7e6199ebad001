"""The list of children, adding one, and putting names right."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from beadwork.people import actions
from beadwork.people.models import Child
from tests.people.build import child_form
from tests.visits.build import planned_visit

MOST_QUERIES = 12
NEW = reverse("child-new")


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("ana", {"Mia", "Theo"}),
        ("ben", {"Mia"}),
        ("dana", {"Mia", "Theo"}),
        ("ruth", {"Mia", "Theo"}),
        ("eve", set()),
    ],
)
def test_the_list_holds_the_children_one_may_find_and_no_others(world, sign_in, who, found):
    page = sign_in(getattr(world, who)).get(reverse("children"))
    assert {child.name for child in page.context["page"]} == found


@pytest.mark.parametrize("who", ["leo", "sara", "okafor"])
def test_families_and_schools_have_no_list_of_children(world, sign_in, who):
    assert sign_in(getattr(world, who)).get(reverse("children")).status_code == 404


@pytest.mark.parametrize(
    ("words", "found"), [("banks", ["Theo"]), ("zzz", []), ("a&b=c", []), ("\x00", ["Mia", "Theo"])]
)
def test_the_search_finds_by_a_part_of_the_name(world, sign_in, words, found):
    page = sign_in(world.ana).get(reverse("children"), {"q": words})
    assert [child.name for child in page.context["page"]] == found


def test_a_search_stays_whole_on_the_next_page(world, sign_in):
    page = sign_in(world.ana).get(reverse("children"), {"q": "a&b"})
    assert page.context["query"] == "q=a%26b&order=name"


def test_a_long_list_comes_in_pages_of_25_and_asks_no_more_for_more_children(
    world, sign_in, django_assert_max_num_queries
):
    for number in range(30):
        actions.add_child(
            world.practice, given_name=f"Child {number}", born_on=world.mia.born_on, by=world.ana, at=world.now
        )  # fmt: skip
    client = sign_in(world.ana)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(reverse("children"))
    assert len(page.context["page"]) == 25
    assert len(client.get(reverse("children"), {"page": 2}).context["page"]) == 7


def test_the_list_says_what_to_take_care_of_to_those_who_read_the_record(world, sign_in):
    actions.note_fact(world.mia, "allergy", "peanuts", by=world.ana, at=world.now)
    assert "peanuts" in sign_in(world.ana).get(reverse("children")).content.decode()
    assert "peanuts" not in sign_in(world.dana).get(reverse("children")).content.decode()


def test_the_file_holds_what_was_found_and_runs_nothing_in_a_spreadsheet(world, sign_in):
    actions.change_child(
        world.theo, given_name="=1+1", family_name="Banks", born_on=world.theo.born_on, by=world.ana, at=world.now
    )  # fmt: skip
    answer = sign_in(world.ana).get(reverse("children-data"), {"q": "banks"})
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert [row[0] for row in rows] == ["given_name", "'=1+1"]


def test_a_child_is_added_with_the_languages_of_home(world, sign_in):
    answer = sign_in(world.ana).post(NEW, child_form(languages="Spanish, , Arabic"))
    child = Child.objects.get(given_name="Noor")
    assert answer.url == reverse("child", args=[child.slug])
    assert [fact.text for fact in child.childfacts.order_by("text")] == ["Arabic", "Spanish"]


def test_a_form_sent_twice_adds_one_child(world, sign_in):
    client, form = sign_in(world.ana), child_form(languages="Spanish")
    assert client.post(NEW, form).url == client.post(NEW, form).url
    assert Child.objects.filter(given_name="Noor").count() == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"born_on": "2099-01-01"}, "in the future"),
        ({"born_on": "1899-12-31"}, "more than 22 years ago"),
        ({"born_on": "31/31/2020"}, "valid date"),
        ({"given_name": ""}, "required"),
        ({"given_name": "x" * 10_000}, "10000 characters long"),
        ({"gestation_weeks": "12"}, "outside what a pregnancy lasts"),
        ({"gestation_weeks": "99999999999999999999"}, "outside what a pregnancy lasts"),
        ({"id": "not-an-id"}, "UUID"),
    ],
)
def test_bad_input_is_said_in_the_form_and_what_was_typed_is_kept(world, sign_in, wrong, says):
    page = sign_in(world.ana).post(NEW, child_form(family_name="Kept words", **wrong))
    assert page.status_code == 200
    assert says in page.content.decode()
    assert "Kept words" in page.content.decode()
    assert not Child.objects.filter(family_name="Kept words").exists()


@pytest.mark.parametrize("name", ["محمد", "🦊 Fox", "<b>Bold</b>"])
def test_any_name_is_shown_as_it_is(world, sign_in, name):
    page = sign_in(world.ana).post(NEW, child_form(given_name=name), follow=True)
    assert page.context["child"].name == name
    assert "<b>Bold" not in page.content.decode()


def test_names_are_put_right_from_two_tabs_and_the_last_one_holds(world, sign_in):
    client, url = sign_in(world.dana), reverse("child-edit", args=[world.mia.slug])
    for name in ("Maya", "Maja"):
        assert client.post(url, child_form(given_name=name)).status_code == 302
    world.mia.refresh_from_db()
    assert world.mia.given_name == "Maja"


@pytest.mark.parametrize("who", ["ben", "leo", "okafor", "eve"])
def test_those_who_do_not_keep_people_put_no_names_right(world, sign_in, who):
    answer = sign_in(getattr(world, who)).post(reverse("child-edit", args=[world.mia.slug]), child_form())
    world.mia.refresh_from_db()
    assert (answer.status_code, world.mia.given_name) == (404, "Mia")


def test_the_list_says_when_the_next_visit_is(world, sign_in):
    visit = planned_visit(world, planned_at=timezone.now() + timedelta(days=3))
    page = sign_in(world.ana).get(reverse("children"))
    assert [child.next_visit_at for child in page.context["page"]] == [visit.planned_at, None]
