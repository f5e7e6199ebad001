"""What one form about the people around a child sets off: several small actions, all or none."""

from datetime import date, datetime
from typing import Any

from beadwork.people import actions
from beadwork.people.models import Caregiver, Child, FactKind, Practice, School, Teacher, User


def join_family(
    child: Child,
    *,
    name: str,
    email: str,
    language: str,
    rights: list[str],
    by: User,
    at: datetime,
    **bond: Any,
) -> None:
    """A caregiver (the practice may know her already by her e-mail) is bound to the child, and can sign in."""
    practice = child.practice
    known = Caregiver.objects.filter(practice=practice, email=email.lower()).first() if email else None
    caregiver = known or actions.add_caregiver(
        practice, name=name, email=email, language=language, by=by, at=at
    )
    if email:
        actions.let_caregiver_in(caregiver, by=by, at=at)
    allowed = {right: right in rights for right in ("may_see", "may_practise", "may_talk", "may_decide")}
    actions.give_guardianship(child, caregiver, by=by, at=at, **bond, **allowed)


def welcome_child(practice: Practice, *, languages: str, by: User, at: datetime, **who: Any) -> Child:
    """A child is added, with the languages of her home, which the form takes apart by commas."""
    child = actions.add_child(practice, by=by, at=at, **who)
    for language in filter(None, (part.strip() for part in languages.split(","))):
        actions.note_fact(child, FactKind.LANGUAGE, language, by=by, at=at)
    return child


def enrol_child(
    child: Child, *, school: str, teacher: str, teacher_email: str, since: date, by: User, at: datetime
) -> None:
    """The child goes to a school; its teacher can help once the family consents."""
    place = actions.add_school(child.practice, school.strip(), by=by, at=at)
    helper = _teacher(place, teacher.strip(), teacher_email, by=by, at=at) if teacher.strip() else None
    actions.enrol(child, place, teacher=helper, since=since, by=by, at=at)


def _teacher(place: School, name: str, email: str, *, by: User, at: datetime) -> Teacher:
    known = place.teachers.filter(name=name).first()
    user = actions.invite(email, name) if email else None
    return known or actions.add_teacher(place, name, user=user, by=by, at=at)


def hire_person(practice: Practice, *, name: str, email: str, by: User, at: datetime, **job: Any) -> None:
    """Somebody gets a job, and can sign in."""
    actions.hire(practice, actions.invite(email, name, practice.language), by=by, at=at, **job)
