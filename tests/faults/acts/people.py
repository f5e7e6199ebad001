"""The acts of the room `people`, once each."""

from datetime import date
from functools import partial
from typing import Any

from beadwork.core.ids import new_id
from beadwork.people import actions as people
from tests.faults.acts.table import SINCE, Act, act, who
from tests.world import World


@act
def people_open_practice(world: World) -> Act:
    here = {"kind": "clinic", "time_zone": "UTC", "language": "en"}
    return partial(people.open_practice, "Third", director=world.eve, at=world.now, **here)


@act
def people_hire(world: World) -> Act:
    return partial(
        people.hire, world.practice, world.eve, role="student", since=SINCE, **who(world.ruth, world)
    )


@act
def people_end_job(world: World) -> Act:
    return partial(people.end_job, world.ben_staff, **who(world.ruth, world))


@act
def people_add_child(world: World) -> Act:
    child = {"given_name": "Noor", "born_on": date(2021, 5, 4), "id": new_id()}
    return partial(people.add_child, world.practice, **child, **who(world.ana, world))


@act
def people_change_child(world: World) -> Act:
    now = {"given_name": "Mía", "family_name": "Rivera", "born_on": date(2022, 7, 3)}
    return partial(people.change_child, world.mia, **now, **who(world.dana, world))


@act
def people_note_fact(world: World) -> Act:
    return partial(people.note_fact, world.mia, "allergy", "peanuts", **who(world.ana, world))


@act
def people_end_fact(world: World) -> Act:
    fact = people.note_fact(world.mia, "interest", "trains", **who(world.ana, world))
    return partial(people.end_fact, fact, **who(world.ana, world))


@act
def people_join_care_team(world: World) -> Act:
    return partial(people.join_care_team, world.theo, world.ben_staff, since=SINCE, **who(world.ana, world))


@act
def people_leave_care_team(world: World) -> Act:
    member = world.mia.care_team.get(staff=world.ben_staff)
    return partial(people.leave_care_team, member, **who(world.ana, world))


@act
def people_add_caregiver(world: World) -> Act:
    return partial(people.add_caregiver, world.practice, name="Omar", **who(world.dana, world))


@act
def people_let_caregiver_in(world: World) -> Act:
    omar = people.add_caregiver(
        world.practice, name="Omar", email="omar@example.org", **who(world.dana, world)
    )
    return partial(people.let_caregiver_in, omar, **who(world.dana, world))


@act
def people_give_guardianship(world: World) -> Act:
    bond = {"relation": "uncle", "since": SINCE}
    return partial(
        people.give_guardianship, world.theo, world.leo_caregiver, **bond, **who(world.dana, world)
    )


@act
def people_change_rights(world: World) -> Act:
    return partial(people.change_rights, _bond(world), rights={"may_see"}, **who(world.dana, world))


@act
def people_end_guardianship(world: World) -> Act:
    return partial(people.end_guardianship, _bond(world), **who(world.dana, world))


def _bond(world: World) -> Any:
    return world.mia.guardianships.get(caregiver=world.leo_caregiver)


@act
def people_give_consent(world: World) -> Act:
    yes = {"given_by": world.sara_caregiver, "since": SINCE}
    return partial(people.give_consent, world.mia, "photos", **yes, **who(world.dana, world))


@act
def people_withdraw_consent(world: World) -> Act:
    return partial(people.withdraw_consent, world.mia.consents.get(), **who(world.dana, world))


@act
def people_add_school(world: World) -> Act:
    return partial(people.add_school, world.practice, "Lake School", **who(world.dana, world))


@act
def people_add_teacher(world: World) -> Act:
    return partial(people.add_teacher, world.teacher.school, "Mr. Lang", **who(world.dana, world))


@act
def people_enrol(world: World) -> Act:
    return partial(people.enrol, world.theo, world.teacher.school, since=SINCE, **who(world.dana, world))


@act
def people_end_schooling(world: World) -> Act:
    return partial(people.end_schooling, world.mia.schoolings.get(), **who(world.dana, world))


@act
def people_set_preferences(world: World) -> Act:
    return partial(people.set_preferences, world.leo, language="es", theme="dark", **who(world.leo, world))
