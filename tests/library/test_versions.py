"""What a practice says about an item: who may, what counts, what is kept."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.knowledge import library
from beadwork.library import actions
from beadwork.library.entries import entry_of
from beadwork.library.models import Said, Version
from beadwork.library.own import library_of
from beadwork.people.actions import hire
from beadwork.people.models import Credential, Role
from tests.library.build import OWN, in_a_year
from tests.world import SINCE

FIRST = library().items("activity")[0].slug
SECOND = library().items("activity")[1].slug


@pytest.fixture
def lead(world):
    """Ana is the clinical lead as well: she holds a licence."""
    hire(world.practice, world.ana, role=Role.CLINICAL_LEAD, since=SINCE, by=world.ruth, at=world.now)
    return world.ana


def told(world, by):
    return {"by": by, "at": world.now}


def amended(world, by, slug=FIRST, **more):
    data = entry_of(library_of(world.practice).item("activity", slug))
    data["name"] = {"en": "Our own name", "es": "Nuestro propio nombre"}
    return actions.amend(
        world.practice, "activity", slug, data, reason="Our mats are thin.", **told(world, by), **more
    )


def test_a_practice_that_said_nothing_has_what_came(world):
    own = library_of(world.practice)
    for kind in ("activity", "goal", "task", "skill"):
        assert own.items(kind) == library().items(kind)


def test_a_review_stands_in_the_passport_of_this_practice_and_of_no_other(world, lead):
    actions.review(world.practice, "activity", FIRST, next_review=in_a_year(world), **told(world, lead))
    item = library_of(world.practice).item("activity", FIRST)
    assert item.is_reviewed
    assert item.passport.reviewed_by == str(world.ana_staff.pk)
    assert item.passport.reviewed_on == "2026-09-14"
    assert item.passport.next_review == in_a_year(world).isoformat()
    assert not library_of(world.elsewhere).item("activity", FIRST).is_reviewed


def test_a_director_without_licence_may_amend_but_not_review(world):
    with pytest.raises(Problem, match="BW-152"):
        actions.review(
            world.practice, "activity", FIRST, next_review=in_a_year(world), **told(world, world.ruth)
        )
    amended(world, world.ruth)
    assert not library_of(world.practice).item("activity", FIRST).is_reviewed


def test_a_licence_that_ran_out_reviews_nothing(world):
    hire(
        world.practice, world.eve, role=Role.CLINICAL_LEAD, credential=Credential.OTR, licence_number="OT-9",
        licence_expires_on=world.today - timedelta(days=1), since=SINCE, by=world.ruth, at=world.now,
    )  # fmt: skip
    with pytest.raises(Problem, match="BW-152"):
        actions.review(
            world.practice, "activity", FIRST, next_review=in_a_year(world), **told(world, world.eve)
        )


@pytest.mark.parametrize("who", ["ana", "ben", "dana", "leo", "okafor", "eve"])
def test_nobody_else_keeps_the_library(world, who):
    by = told(world, world.people[who])
    with pytest.raises(Problem):
        actions.review(world.practice, "activity", FIRST, next_review=in_a_year(world), **by)
    with pytest.raises(Problem):
        amended(world, by["by"])
    with pytest.raises(Problem):
        actions.set_aside(world.practice, "activity", FIRST, reason="No", **by)
    assert not Version.objects.exists()


def test_an_amended_text_stands_in_its_place_and_the_newest_counts(world, lead):
    amended(world, lead)
    again = amended(world, lead, next_review=in_a_year(world))
    own = library_of(world.practice)
    assert own.items("activity")[0].name.en == "Our own name"
    assert own.item("activity", FIRST).is_reviewed
    assert len(own.items("activity")) == len(library().items("activity"))
    history = Version.objects.of_item(world.practice, "activity", FIRST)
    assert [version.number for version in history] == [2, 1]
    assert history[0] == again


def test_a_review_is_given_and_not_typed(world, lead):
    data = entry_of(library().item("activity", FIRST))
    data["passport"] |= {"reviewed_by": "dr-somebody", "reviewed_on": "2026-01-01"}
    actions.amend(world.practice, "activity", FIRST, data, reason="Forged", **told(world, lead))
    assert not library_of(world.practice).item("activity", FIRST).is_reviewed


def test_an_amendment_by_somebody_else_takes_the_review_away(world, lead):
    amended(world, lead, next_review=in_a_year(world))
    amended(world, world.ruth)
    assert not library_of(world.practice).item("activity", FIRST).is_reviewed


def test_what_was_set_aside_is_not_offered_and_can_still_be_read(world, lead):
    actions.set_aside(world.practice, "activity", FIRST, reason="We have no swing.", **told(world, lead))
    actions.set_aside(world.practice, "activity", FIRST, reason="Twice", **told(world, lead))
    own = library_of(world.practice)
    assert FIRST not in {one.slug for one in own.items("activity")}
    assert own.item("activity", FIRST).slug == FIRST
    assert Version.objects.count() == 1
    actions.restore(world.practice, "activity", FIRST, **told(world, lead))
    assert library_of(world.practice).items("activity") == library().items("activity")


def test_what_other_content_rests_on_cannot_be_set_aside(world, lead):
    with pytest.raises(Problem, match="BW-156"):
        actions.set_aside(world.practice, "area", "dressing", reason="No", **told(world, lead))


def test_the_text_that_came_can_be_taken_back(world, lead):
    amended(world, lead)
    actions.give_back(world.practice, "activity", FIRST, reason="Theirs is better.", **told(world, lead))
    assert library_of(world.practice).item("activity", FIRST) == library().item("activity", FIRST)
    with pytest.raises(Problem, match="BW-157"):
        actions.give_back(world.practice, "activity", FIRST, reason="Again", **told(world, lead))


def test_a_therapist_adds_an_activity_with_a_passport_and_may_amend_it(world):
    version = actions.add(world.practice, OWN, **told(world, world.ana))
    item = library_of(world.practice).items("activity")[-1]
    assert (item.slug, item.passport.sources, item.is_reviewed) == (
        "cardboard-lift",
        ("own-practice",),
        False,
    )
    data = dict(version.data) | {"minutes": [3, 4]}
    actions.amend(world.practice, "activity", item.slug, data, reason="Shorter", **told(world, world.ana))
    assert library_of(world.practice).item("activity", item.slug).minutes == (3, 4)


def test_the_same_form_sent_twice_adds_once_and_a_name_taken_gets_a_number(world):
    first = actions.add(world.practice, OWN, **told(world, world.ana))
    assert actions.add(world.practice, OWN, id=first.pk, **told(world, world.ana)) == first
    assert actions.add(world.practice, OWN, **told(world, world.ana)).slug == "cardboard-lift-2"


def test_an_assistant_adds_nothing(world):
    with pytest.raises(Problem):
        actions.add(world.practice, OWN, **told(world, world.ben))


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"do": []}, "do"),
        ({"minutes": [9, 3]}, "minutes"),
        ({"skills": ["flying"]}, "flying"),
        ({"price": 3}, "price"),
    ],
)
def test_a_text_of_another_shape_is_refused_and_says_what_to_mend(world, wrong, named):
    with pytest.raises(Problem, match="BW-151") as problem:
        actions.add(world.practice, OWN | wrong, **told(world, world.ana))
    assert named in problem.value.what


def test_a_shipped_activity_cannot_be_amended_into_half_of_one(world, lead):
    data = entry_of(library().item("activity", FIRST))
    del data["easier"]
    with pytest.raises(Problem, match="BW-151"):
        actions.amend(world.practice, "activity", FIRST, data, reason="Short", **told(world, lead))


def test_who_saw_an_older_version_is_told(world, lead):
    seen = amended(world, lead)
    amended(world, lead, seen=seen.pk)
    with pytest.raises(Problem, match="BW-155"):
        amended(world, lead, seen=seen.pk)


@pytest.mark.parametrize("days", [0, -1, 3000])
def test_the_next_review_is_a_day_that_comes(world, lead, days):
    with pytest.raises(Problem, match="BW-154"):
        actions.review(
            world.practice,
            "activity",
            FIRST,
            next_review=world.today + timedelta(days=days),
            **told(world, lead),
        )


def test_a_reason_is_asked_for(world, lead):
    with pytest.raises(Problem, match="BW-153"):
        actions.set_aside(world.practice, "activity", FIRST, reason=" ", **told(world, lead))


def test_many_are_reviewed_at_once_or_none(world, lead):
    pairs = [("activity", FIRST), ("activity", SECOND)]
    actions.review_all(world.practice, pairs, next_review=in_a_year(world), **told(world, lead))
    assert Event.objects.filter(what="library.reviewed").count() == 2
    with pytest.raises(Problem, match="BW-150"):
        actions.review_all(
            world.practice,
            [*pairs, ("activity", "no-such")],
            next_review=in_a_year(world),
            **told(world, lead),
        )
    assert Version.objects.count() == 2


@pytest.mark.parametrize("half", [{"reviewed_on": date(2026, 9, 1)}, {"what": Said.REVIEWED}])
def test_the_database_refuses_half_a_review(world, lead, half):
    row = amended(world, lead)
    for name, value in (half | {"id": new_id(), "number": row.number + 1}).items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


COLUMNS = ", ".join(field.column for field in Version._meta.fields)
SAME = COLUMNS.replace("id,", f"'{new_id().hex}',", 1)
CHANGES = ["UPDATE library_version SET reason = 'x'", "DELETE FROM library_version"]
CHANGES += {
    "sqlite": [
        f"INSERT OR REPLACE INTO library_version ({COLUMNS}) SELECT {taken} FROM library_version"
        for taken in (COLUMNS, SAME)
    ],
    "postgresql": ["SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE library_version CASCADE"],
}[connection.vendor]


@pytest.mark.parametrize("statement", CHANGES)
def test_the_database_keeps_every_version_as_it_was_written(world, lead, statement):
    row = amended(world, lead)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert [one.data for one in Version.objects.all()] == [row.data]
