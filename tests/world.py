"""The cast: one small practice, made through the rooms' own actions, and Eve, who works elsewhere."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from beadwork.people import actions
from beadwork.people.models import (
    Caregiver,
    Child,
    Credential,
    Practice,
    PracticeKind,
    Purpose,
    Role,
    Staff,
    Teacher,
    TeamPart,
    User,
)

NOW = datetime(2026, 9, 14, 15, 0, tzinfo=UTC)  # a Monday, 10 in the morning in Chicago
SINCE = date(2026, 1, 5)
BEGAN = datetime(2026, 1, 5, 15, 0, tzinfo=UTC)
PASSWORD = "beads-on-a-string"


@dataclass
class World:
    """Everybody a test needs, by the names of `docs`' cast."""

    now: datetime = NOW
    people: dict[str, User] = field(default_factory=dict)

    practice: Practice = None  # type: ignore[assignment]
    elsewhere: Practice = None  # type: ignore[assignment]
    mia: Child = None  # type: ignore[assignment]
    theo: Child = None  # type: ignore[assignment]
    ana_staff: Staff = None  # type: ignore[assignment]
    ben_staff: Staff = None  # type: ignore[assignment]
    leo_caregiver: Caregiver = None  # type: ignore[assignment]
    sara_caregiver: Caregiver = None  # type: ignore[assignment]
    teacher: Teacher = None  # type: ignore[assignment]

    @property
    def today(self) -> date:
        """The world's day."""
        return self.now.date()

    def __getattr__(self, name: str) -> User:
        if name in (people := self.__dict__.get("people", {})):
            return people[name]
        raise AttributeError(name)


CAST = {
    "ana": "Ana Duarte",
    "ben": "Ben Fields",
    "leo": "Leo Rivera",
    "sara": "Sara Rivera",
    "okafor": "Ms. Okafor",
    "dana": "Dana Wills",
    "ruth": "Ruth Stein",
    "eve": "Eve Other",
}


def make_world(host: str = "example.org") -> World:
    """Build the cast, with e-mail addresses of a host."""
    world = World()
    for name, full in CAST.items():
        language = "es" if name == "sara" else "en"
        world.people[name] = User.objects.create_user(f"{name}@{host}", full, PASSWORD, language)
    _open_practices(world)
    _hire(world)
    _add_children(world)
    _add_families(world, host)
    _add_school(world)
    return world


def _open_practices(world: World) -> None:
    here = {"kind": PracticeKind.CLINIC, "time_zone": "America/Chicago", "language": "en", "at": BEGAN}
    world.practice = actions.open_practice("Wooden Bead", director=world.ruth, **here)
    world.elsewhere = actions.open_practice("Elsewhere", director=world.eve, **here)
    actions.hire(world.elsewhere, world.eve, role=Role.THERAPIST, since=SINCE, by=world.eve, at=BEGAN)


def _hire(world: World) -> None:
    hired = {"since": SINCE, "by": world.ruth, "at": BEGAN}
    world.ana_staff = actions.hire(
        world.practice,
        world.ana,
        role=Role.THERAPIST,
        credential=Credential.OTR,
        licence_number="OT-1",
        **hired,
    )
    world.ben_staff = actions.hire(
        world.practice,
        world.ben,
        role=Role.ASSISTANT,
        credential=Credential.COTA,
        supervisor=world.ana_staff,
        **hired,
    )
    actions.hire(world.practice, world.dana, role=Role.FRONT_DESK, **hired)


def _add_children(world: World) -> None:
    added = {"by": world.ana, "at": BEGAN}
    world.mia = actions.add_child(
        world.practice, given_name="Mia", family_name="Rivera", born_on=date(2022, 7, 2), **added
    )
    world.theo = actions.add_child(
        world.practice, given_name="Theo", family_name="Banks", born_on=date(2017, 3, 20), **added
    )
    actions.join_care_team(world.mia, world.ben_staff, since=SINCE, part=TeamPart.TREATING, **added)


def _add_families(world: World, host: str) -> None:
    by = {"by": world.dana, "at": BEGAN}
    world.leo_caregiver = actions.add_caregiver(world.practice, name="Leo Rivera", email=f"leo@{host}", **by)
    world.sara_caregiver = actions.add_caregiver(
        world.practice, name="Sara Rivera", email=f"sara@{host}", language="es", **by
    )
    for caregiver in (world.leo_caregiver, world.sara_caregiver):
        actions.let_caregiver_in(caregiver, **by)
    bond = {"since": SINCE, "by": world.dana, "at": BEGAN}
    actions.give_guardianship(
        world.mia, world.leo_caregiver, relation="father", home="Oak Street", may_decide=True, **bond
    )
    actions.give_guardianship(
        world.mia, world.sara_caregiver, relation="mother", home="Lake Street", may_decide=True, **bond
    )


def _add_school(world: World) -> None:
    by = {"by": world.dana, "at": BEGAN}
    school = actions.add_school(world.practice, "Hill School", **by)
    world.teacher = actions.add_teacher(school, "Ms. Okafor", user=world.okafor, **by)
    actions.enrol(world.mia, school, teacher=world.teacher, since=SINCE, **by)
    actions.give_consent(world.mia, Purpose.SCHOOL, given_by=world.leo_caregiver, since=SINCE, **by)
