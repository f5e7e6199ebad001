"""An activity in own words becomes one of the practice's library, and the plan leads to it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.library.models import Version
from beadwork.library.own import library_of
from beadwork.visits.actions import put_into_library
from beadwork.visits.models import PlannedActivity
from tests.library.build import OWN
from tests.people.test_bad_input import refused
from tests.record.build import goal_row
from tests.visits.build import in_own_words, planned_visit


@pytest.fixture
def world(world):
    world.now = timezone.now()
    return world


@pytest.fixture
def row(world):
    goal_row(world, "count")
    return in_own_words(world, planned_visit(world))


def by(world):
    return {"by": world.ana, "at": world.now}


def address(row):
    return reverse("visit-outline-library", args=[row.plan.visit_id, row.pk])


def sent(form):
    """What a browser would send: what was filled in already, and what is still asked for."""
    typed = {
        "purpose.en": "Carries small things.", "do.en": "Pick up a crumb.\nDrop it in the tank.", "areas": ["play"],
        "skills": ["two-hands"], "materials": ["towel"], "safety.en": "Stay beside the tank.",
    }  # fmt: skip
    known = {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in (known | typed).items() if value not in (None, "", [])}


def test_the_form_knows_what_the_plan_knows_and_nothing_of_the_child_but_the_age(world, sign_in, row):
    page = sign_in(world.ana).get(address(row))
    form = page.context["form"]
    assert form["name.en"].value() == "Feeding the fish"
    assert (form["minutes.0"].value(), form["minutes.1"].value()) == (5, 5)
    assert (form["ages"].value(), form["settings"].value()) == (["preschool"], ["clinic"])
    assert not any("Mia" in str(bound.value()) for bound in form)


def test_one_form_adds_it_and_the_plan_leads_to_it(world, sign_in, row):
    client = sign_in(world.ana)
    outline = reverse("visit-outline", args=[row.plan.visit_id])
    assert address(row) in client.get(outline).content.decode()
    form = sent(client.get(address(row)).context["form"])
    for _twice in range(2):
        assert client.post(address(row), form).url == outline
    row.refresh_from_db()
    made = library_of(world.practice).item("activity", row.slug)
    assert (made.name.en, made.occasions, made.is_reviewed) == ("Feeding the fish", ("work",), False)
    html = client.get(outline).content.decode()
    assert address(row) not in html
    assert reverse("activity", args=[row.slug]) in html
    assert Version.objects.count() == 1


def test_what_is_missing_is_named_and_nothing_is_kept(world, sign_in, row):
    client = sign_in(world.ana)
    form = sent(client.get(address(row)).context["form"]) | {"skills": []}
    page = client.post(address(row), form)
    assert page.context["form"].errors.keys() == {"skills"}
    assert "Carries small things." in page.content.decode()
    assert not Version.objects.exists()


def test_another_entry_of_the_library_does_not_take_its_place(world, row):
    put_into_library(row.plan, str(row.pk), OWN, id=new_id(), **by(world))
    assert refused(put_into_library, row.plan, str(row.pk), OWN, id=new_id(), **by(world)) == 526
    assert Version.objects.count() == 1
    assert Event.objects.filter(what="visit-plan.changed", data__has_key="linked").count() == 1


@pytest.mark.parametrize("who", ["ben", "ruth", "leo", "eve"])
def test_only_who_may_do_both_does(world, sign_in, row, who):
    assert sign_in(getattr(world, who)).get(address(row)).status_code == 404
    other = {"by": getattr(world, who), "at": world.now}
    assert refused(put_into_library, row.plan, str(row.pk), OWN, id=new_id(), **other) == 100
    assert PlannedActivity.objects.get(pk=row.pk).slug == ""
