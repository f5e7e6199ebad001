"""Opening a practice, hiring, and who is on whose care team."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from beadwork.core.events import record_event
from beadwork.people.access import Can, require
from beadwork.people.actions.checks import check_days, check_words
from beadwork.people.actions.relations import end_now, save_once
from beadwork.people.models import CareTeamMember, Child, Credential, Practice, Role, Staff, TeamPart, User
from beadwork.people.problems import SOMEBODY_ELSES


@transaction.atomic
def open_practice(
    name: str, *, kind: str, time_zone: str, language: str, director: User, at: datetime
) -> Practice:
    """Open a practice with its first director, who can then hire everybody else."""
    practice = Practice(slug=_free_slug(name), name=name, kind=kind, time_zone=time_zone, language=language)
    check_words(practice)
    practice.save(force_insert=True)
    record_event("practice.opened", by=director, about=practice, at=at)
    job = Staff.objects.create(practice=practice, user=director, role=Role.DIRECTOR, since=practice.day(at))
    record_event("staff.hired", by=director, about=job, at=at, role=job.role)
    return practice


def _free_slug(name: str) -> str:
    """The practice's name for links: "wooden-bead", and with a number where another has it."""
    wanted = slugify(name)[:50].strip("-") or "practice"
    taken = set(Practice.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbers = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(slug for slug in numbers if slug not in taken)


@transaction.atomic
def hire(
    practice: Practice,
    user: User,
    *,
    role: str,
    since: date,
    by: User,
    at: datetime,
    credential: str = Credential.NONE,
    licence_number: str = "",
    licence_expires_on: date | None = None,
    paediatric_speciality: str = "",
    supervisor: Staff | None = None,
) -> Staff:
    """Give somebody a job at the practice."""
    require(by, Can.KEEP_PRACTICE, practice, at=at)
    if supervisor is not None and supervisor.practice_id != practice.pk:
        raise SOMEBODY_ELSES()
    job = Staff(
        practice=practice, user=user, role=role, credential=credential, licence_number=licence_number,
        licence_expires_on=licence_expires_on, paediatric_speciality=paediatric_speciality, supervisor=supervisor,
        since=since,
    )  # fmt: skip
    save_once(job, job.get_role_display())
    record_event("staff.hired", by=by, about=job, at=at, role=role)
    return job


@transaction.atomic
def end_job(job: Staff, *, by: User, at: datetime) -> None:
    """End a job now: what it opened is closed at once."""
    require(by, Can.KEEP_PRACTICE, job.practice, at=at)
    end_now(job, "staff.ended", by=by, at=at)


@transaction.atomic
def join_care_team(
    child: Child,
    staff: Staff,
    *,
    since: date,
    by: User,
    at: datetime,
    part: str = TeamPart.TREATING,
    until: date | None = None,
) -> CareTeamMember:
    """Put somebody on a child's care team."""
    require(by, Can.KEEP_PEOPLE, child, at=at)
    return _join(child, staff, part=part, since=since, until=until, by=by, at=at)


def _join(
    child: Child, staff: Staff, *, part: str, since: date, until: date | None, by: User, at: datetime
) -> CareTeamMember:
    check_days(since, until, child=child)
    if staff.practice_id != child.practice_id:
        raise SOMEBODY_ELSES()
    member = CareTeamMember(
        practice_id=child.practice_id, child=child, staff=staff, part=part, since=since, until=until
    )
    save_once(member, str(staff))
    record_event("careteam.joined", by=by, about=member, at=at, staff=str(staff.pk), part=part)
    return member


@transaction.atomic
def leave_care_team(member: CareTeamMember, *, by: User, at: datetime) -> None:
    """Take somebody off a child's care team now."""
    require(by, Can.KEEP_PEOPLE, member.child, at=at)
    end_now(member, "careteam.left", by=by, at=at)
