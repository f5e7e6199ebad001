"""Enquiries from outside: sending one, welcoming the child it is about, and saying that it is dealt with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.core.ids import new_id
from beadwork.intake.actions.worries import LONGEST, LONGEST_NAME, LONGEST_REASON
from beadwork.intake.models import Concern, Enquiry
from beadwork.intake.problems import NO_CONTACT, NO_WORDS, NOT_A_BIRTHDAY, TOO_MANY, WORDS_TOO_LONG
from beadwork.people.access import Can, require
from beadwork.people.actions import add_child, sent_before
from beadwork.people.models import Child, Practice, User

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 20
LONGEST_SAID = {"words": LONGEST, "name": LONGEST_NAME, "contact": LONGEST_NAME, "child_name": 100}


@dataclass(frozen=True)
class NewEnquiry:
    """What somebody sends who is nobody here yet."""

    name: str
    contact: str
    child_name: str
    born_on: date
    words: str
    language: str = "en"


@transaction.atomic
def send_enquiry(practice: Practice, new: NewEnquiry, *, at: datetime, id: UUID | None = None) -> Enquiry:
    """Keep what a family sends to a practice, of its own will. Nobody is signed in. The same `id` twice is one.

    At most `MOST_AN_HOUR` an hour reach one practice: a machine that sends does not drown those who wait.
    """
    Practice.objects.select_for_update().get(pk=practice.pk)
    if known := sent_before(Enquiry, id, practice=practice):
        return known
    _check(new, on=practice.day(at))
    if practice.enquiries.filter(sent_at__gt=at - AN_HOUR).count() >= MOST_AN_HOUR:
        raise TOO_MANY()
    enquiry = Enquiry.objects.create(
        id=id or new_id(), practice=practice, name=new.name.strip(), contact=new.contact.strip(),
        child_name=new.child_name.strip(), born_on=new.born_on, words=new.words, language=new.language, sent_at=at,
    )  # fmt: skip
    record_event("enquiry.sent", by=None, about=enquiry, at=at)
    return enquiry


def _check(new: NewEnquiry, *, on: date) -> None:
    if not new.words.strip():
        raise NO_WORDS()
    if not (new.name.strip() and new.contact.strip() and new.child_name.strip()):
        raise NO_CONTACT()
    if not on.year - 22 <= new.born_on.year or new.born_on > on:
        raise NOT_A_BIRTHDAY(day=new.born_on)
    for name, most in LONGEST_SAID.items():
        if len(getattr(new, name)) > most:
            raise WORDS_TOO_LONG(length=len(getattr(new, name)), most=most)


@transaction.atomic
def welcome(enquiry: Enquiry, *, by: User, at: datetime) -> Child:
    """Add the child an enquiry is about; the family's words become her first worry. Welcoming twice is once."""
    require(by, Can.ADD_CHILD, enquiry, at=at)
    enquiry = (
        Enquiry.objects.select_for_update(of=("self",))
        .select_related("practice", "welcomed")
        .get(pk=enquiry.pk)
    )
    if enquiry.welcomed:
        return enquiry.welcomed
    child = add_child(enquiry.practice, given_name=enquiry.child_name, born_on=enquiry.born_on, by=by, at=at)
    concern = Concern.objects.create(
        practice=enquiry.practice,
        child=child,
        words=enquiry.words,
        said_by_name=enquiry.name,
        noted_at=at,
        noted_by=by,
    )
    record_event("concern.noted", by=by, about=concern, at=at, enquiry=str(enquiry.pk))
    enquiry.welcomed = child
    _close(enquiry, "", by=by, at=at)
    return child


@transaction.atomic
def close_enquiry(enquiry: Enquiry, because: str, *, by: User, at: datetime) -> Enquiry:
    """Say how an enquiry was dealt with. Closing twice changes nothing."""
    require(by, Can.ADD_CHILD, enquiry, at=at)
    if not 0 < len(because.strip()) <= LONGEST_REASON:
        raise WORDS_TOO_LONG(length=len(because), most=LONGEST_REASON)
    enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if enquiry.closed_at is None:
        _close(enquiry, because.strip(), by=by, at=at)
    return enquiry


def _close(enquiry: Enquiry, because: str, *, by: User, at: datetime) -> None:
    enquiry.closed_at, enquiry.closed_by, enquiry.closed_because = at, by, because
    enquiry.save(update_fields=["closed_at", "closed_by", "closed_because", "welcomed"])
    record_event("enquiry.closed", by=by, about=enquiry, at=at)
