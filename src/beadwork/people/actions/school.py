"""Schools, teachers, and which child goes where."""

from datetime import date, datetime

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.people.access import Can, require
from beadwork.people.actions.checks import check_days, check_words
from beadwork.people.actions.family import _keeps_people
from beadwork.people.actions.relations import end_now, save_once
from beadwork.people.models import Child, Practice, School, Schooling, Teacher, User
from beadwork.people.problems import NOT_YOURS, SOMEBODY_ELSES


@transaction.atomic
def add_school(practice: Practice, name: str, *, by: User, at: datetime) -> School:
    """Add a school; adding it twice gives the same one."""
    if not _keeps_people(by, practice, at):
        raise NOT_YOURS()
    check_words(School(practice=practice, name=name))
    school, is_new = School.objects.get_or_create(practice=practice, name=name)
    if is_new:
        record_event("school.added", by=by, about=school, at=at)
    return school


@transaction.atomic
def add_teacher(school: School, name: str, *, by: User, at: datetime, user: User | None = None) -> Teacher:
    """Add a teacher of a school; with a user she can sign in."""
    if not _keeps_people(by, school.practice, at):
        raise NOT_YOURS()
    teacher = Teacher(school=school, name=name, user=user)
    check_words(teacher)
    teacher.save(force_insert=True)
    record_event("teacher.added", by=by, about=teacher, at=at, practice=school.practice_id)
    return teacher


@transaction.atomic
def enrol(
    child: Child,
    school: School,
    *,
    since: date,
    by: User,
    at: datetime,
    teacher: Teacher | None = None,
    until: date | None = None,
    room: str = "",
) -> Schooling:
    """Note where a child goes to school, and who teaches her there."""
    require(by, Can.KEEP_PEOPLE, child, at=at)
    check_days(since, until, child=child)
    if school.practice_id != child.practice_id or (teacher and teacher.school_id != school.pk):
        raise SOMEBODY_ELSES()
    schooling = Schooling(
        practice_id=child.practice_id,
        child=child,
        school=school,
        teacher=teacher,
        room=room,
        since=since,
        until=until,
    )
    save_once(schooling, school.name)
    record_event("schooling.begun", by=by, about=schooling, at=at)
    return schooling


@transaction.atomic
def end_schooling(schooling: Schooling, *, by: User, at: datetime) -> None:
    """End a child's time at a school: her teacher there sees nothing from now on."""
    require(by, Can.KEEP_PEOPLE, schooling.child, at=at)
    end_now(schooling, "schooling.ended", by=by, at=at)
