"""The grown-ups of the made-up practice: those the docs name, and as many therapists as the children need."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache

from django.contrib.auth.hashers import make_password

from beadwork.demo.texts import content
from beadwork.demo.who import PASSWORD
from beadwork.people import actions
from beadwork.people.models import Credential, Practice, PracticeKind, Role, School, Staff, Teacher, User

CHILDREN_A_THERAPIST = 24
THERAPISTS = [
    ("ana@example.org", "Ana Duarte"),
    ("priya@example.org", "Priya Nair"),
    ("tom@example.org", "Tom Becker"),
]


@dataclass
class Cast:
    """The practice and who works there."""

    practice: Practice
    director: User
    front_desk: User
    assistant: Staff
    therapists: list[Staff] = field(default_factory=list)
    schools: list[School] = field(default_factory=list)
    teachers: list[Teacher] = field(default_factory=list)


def make_cast(children: int, since: date, at: datetime) -> Cast:
    """Open the practice and hire everybody; everything began on `since`."""
    ruth, dana = user("ruth@example.org", "Ruth Stein"), user("dana@example.org", "Dana Wills")
    practice = actions.open_practice(
        "Wooden Bead Therapy", kind=PracticeKind.CLINIC, time_zone="America/Chicago", language="en",
        director=ruth, at=at,
    )  # fmt: skip
    job = {"since": since, "by": ruth, "at": at}
    actions.hire(practice, dana, role=Role.FRONT_DESK, **job)
    actions.hire(
        practice, ruth, role=Role.CLINICAL_LEAD, credential=Credential.OTR, licence_number="OT-0410",
        licence_expires_on=at.date() + timedelta(days=1200), **job,
    )  # fmt: skip
    therapists = [
        _therapist(practice, number, **job) for number in range(1 + children // CHILDREN_A_THERAPIST)
    ]
    assistant = actions.hire(
        practice, user("ben@example.org", "Ben Fields"), role=Role.ASSISTANT, credential=Credential.COTA,
        licence_number="OTA-2207", licence_expires_on=at.date() + timedelta(days=1000), supervisor=therapists[0], **job,
    )  # fmt: skip
    cast = Cast(practice, ruth, dana, assistant, therapists)
    _add_schools(cast, at)
    _open_elsewhere(since, at)
    return cast


def user(email: str, name: str, language: str = "en") -> User:
    """Somebody who can sign in with the demo's password. It is hashed once: hashing is slow on purpose."""
    made = User.objects.create_user(email, name, None, language)
    made.password = _hashed()
    made.save(update_fields=["password"])
    return made


@cache
def _hashed() -> str:
    return make_password(PASSWORD)


def _therapist(practice: Practice, number: int, *, since: date, by: User, at: datetime) -> Staff:
    """A named therapist who can sign in, or, in a big practice, one more who cannot."""
    if number < len(THERAPISTS):
        person = user(*THERAPISTS[number])
    else:
        person = actions.invite(f"therapist{number}@example.org", f"Therapist {number}")
    return actions.hire(
        practice, person, role=Role.THERAPIST, credential=Credential.OTR,
        since=since, by=by, at=at, licence_number=f"OT-{1001 + number}",
        licence_expires_on=at.date() + timedelta(days=700 + 40 * number),
        paediatric_speciality="Paediatrics" if number == 0 else "",
    )  # fmt: skip


def _add_schools(cast: Cast, at: datetime) -> None:
    by = {"by": cast.front_desk, "at": at}
    cast.schools = [actions.add_school(cast.practice, name, **by) for name in content("people")["schools"]]
    okafor = user("okafor@example.org", "Ms. Okafor")
    cast.teachers = [actions.add_teacher(cast.schools[0], "Ms. Okafor", user=okafor, **by)]


def _open_elsewhere(since: date, at: datetime) -> None:
    """Eve's practice, to show that its wall holds."""
    eve = user("eve@example.org", "Eve Lund")
    elsewhere = actions.open_practice(
        "Riverside Therapy",
        kind=PracticeKind.SCHOOL,
        time_zone="America/Denver",
        language="en",
        director=eve,
        at=at,
    )
    actions.hire(elsewhere, eve, role=Role.THERAPIST, credential=Credential.OTR, since=since, by=eve, at=at)
