"""Adding children and what is worth knowing about them."""

from datetime import date, timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.people import actions
from beadwork.people.models import Child, FactKind


def add(world, by, **changes):
    facts = {"given_name": "Noor", "born_on": date(2021, 5, 4), "by": by, "at": world.now} | changes
    return actions.add_child(world.practice, **facts)


def test_the_therapist_who_adds_a_child_leads_her_team(world):
    member = add(world, world.ana).care_team.get()
    assert (member.staff, member.part) == (world.ana_staff, "lead")


def test_the_front_desk_adds_a_child_without_joining_her_team(world):
    assert not add(world, world.dana).care_team.exists()


def test_the_same_id_twice_is_one_child(world):
    id = new_id()
    assert add(world, world.ana, id=id) == add(world, world.ana, id=id)
    assert Event.objects.filter(what="child.added", child_id=id).count() == 1


@pytest.mark.parametrize(
    ("wrong", "number"),
    [
        ({"born_on": date(2026, 9, 15)}, 101),
        ({"born_on": date(1899, 12, 31)}, 102),
        ({"given_name": "x" * 101}, 106),
        ({"gestation_days": 20 * 7}, 107),
    ],
)
def test_what_cannot_be_is_refused_with_its_number(world, wrong, number):
    with pytest.raises(Problem) as refused:
        add(world, world.ana, **wrong)
    assert refused.value.kind.number == number


@pytest.mark.parametrize("name", ["Зоя", "محمد", "🦊", "O'Neil-Ñuñez"])
def test_any_name_gets_a_link_of_its_own(world, name):
    one, other = add(world, world.ana, given_name=name), add(world, world.ana, given_name=name)
    assert one.name == name
    assert one.slug != other.slug


def test_somebody_of_another_practice_adds_nobody_here(world):
    with pytest.raises(Problem):
        add(world, world.eve)


def test_a_changed_name_is_kept_in_the_history_and_the_link_stays(world):
    slug = world.mia.slug
    child = actions.change_child(
        world.mia, given_name="Maya", family_name="Rivera", born_on=world.mia.born_on, by=world.dana, at=world.now
    )  # fmt: skip
    assert (child.given_name, child.slug) == ("Maya", slug)
    assert Event.objects.get(what="child.changed").data == {"before": {"given_name": "Mia"}}


def test_a_fact_noted_twice_is_there_once_and_ended_it_is_history(world):
    first = actions.note_fact(world.mia, "interest", "trains ", by=world.ana, at=world.now)
    assert actions.note_fact(world.mia, "interest", "trains", by=world.ben, at=world.now) == first
    actions.end_fact(first, by=world.ana, at=world.now)
    assert not world.mia.childfacts.current().exists()
    assert world.mia.childfacts.count() == 1


@pytest.mark.parametrize("who", ["dana", "ruth"])
def test_who_only_keeps_the_people_notes_languages_and_nothing_clinical(world, who):
    by = {"by": getattr(world, who), "at": world.now}
    assert actions.note_fact(world.theo, FactKind.LANGUAGE, "Arabic", **by).text == "Arabic"
    for kind in set(FactKind) - {FactKind.LANGUAGE}:
        with pytest.raises(Problem) as raised:
            actions.note_fact(world.theo, kind, "peanuts", **by)
        assert raised.value.kind.number == 100
    assert world.theo.childfacts.count() == 1


def test_children_are_found_by_any_part_of_any_name(world):
    assert list(Child.objects.named("riv mi")) == [world.mia]
    assert not Child.objects.named("mi banks").exists()


def test_a_job_that_ended_opens_nothing_at_the_next_click(world):
    actions.end_job(world.ana_staff, by=world.ruth, at=world.now)
    with pytest.raises(Problem):
        add(world, world.ana, at=world.now + timedelta(seconds=1))
