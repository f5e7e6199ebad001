"""Help with a response, getting ready, when to call: the right words for the age, and for the right people."""

import pytest
from django.urls import reverse

from beadwork.knowledge import item, items
from beadwork.web.knowledge.family import SOONEST


def help_url(slug: str, child="") -> str:
    return reverse("response-help", args=[slug]) + (f"?child={child.slug}" if child else "")


@pytest.mark.parametrize("slug", [one.slug for one in items("response")])
def test_each_response_says_all_there_is_to_say(world, sign_in, slug):
    one, page = item("response", slug), sign_in(world.ben).get(help_url(slug, world.mia)).context["help"]
    assert page.looks == next(look.looks.en for look in one.by_age if look.age == "preschool")  # Mia is four
    assert page.now == [line.en for line in one.now]
    assert page.next_time == [line.en for line in one.next_time]
    assert (page.stop, page.medical) == (one.stop.en, one.medical.en)
    assert len(page.other_ages) == len(one.by_age) - 1


def test_without_a_child_every_age_is_told(world, sign_in):
    page = sign_in(world.ana).get(help_url("fear")).context["help"]
    assert len(page.other_ages) == len(item("response", "fear").by_age)


def test_another_practices_child_and_an_unknown_response_are_not_there(world, sign_in):
    eve = sign_in(world.eve)
    assert eve.get(help_url("fear", world.mia)).status_code == 404
    assert eve.get(help_url("hunger")).status_code == 404


def test_before_the_evaluation_the_first_visit_stands_at_the_top(world, sign_in):
    leo = sign_in(world.leo)
    assert (
        "Before your first visit" in leo.get(reverse("family-child", args=[world.mia.slug])).content.decode()
    )
    moments = leo.get(reverse("family-ready", args=[world.mia.slug])).context["moments"]
    assert [one.slug for one in moments if one.is_next] == ["first-visit"]
    assert len(moments) == len(items("ready"))


def test_after_the_evaluation_it_is_one_among_others(world, sign_in):
    from tests.evaluation.build import begun_evaluation

    begun_evaluation(world)
    leo = sign_in(world.leo)
    assert (
        "Before your first visit"
        not in leo.get(reverse("family-child", args=[world.mia.slug])).content.decode()
    )
    moments = leo.get(reverse("family-ready", args=[world.mia.slug])).context["moments"]
    assert not any(one.is_next for one in moments)


def test_the_most_urgent_comes_first_and_only_what_fits_the_age(world, sign_in):
    calls = sign_in(world.leo).get(reverse("family-call", args=[world.mia.slug])).context["calls"]
    assert [one.urgency for one in calls] == sorted((one.urgency for one in calls), key=SOONEST.index)
    assert len(calls) == len([one for one in items("call") if "preschool" in one.ages])


@pytest.mark.parametrize("name", ["family-ready", "family-call"])
def test_sara_reads_it_in_spanish_and_that_nobody_has_reviewed_it(world, sign_in, name):
    page = sign_in(world.sara).get(reverse(name, args=[world.mia.slug])).content.decode()
    assert page.count("aún no lo ha revisado un profesional") == 1
    assert "What to" not in page


def test_every_urgency_has_its_place():
    assert {one.slug for one in items("urgency")} == set(SOONEST)
