"""Signing and co-signing: what was seen is what is kept."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.notes.actions.telling import _tell_family, held
from beadwork.notes.lacking import lacking
from beadwork.notes.models import SUPERVISED, CoSignature, Note, VisitSummary
from beadwork.notes.note import NoteText, note_text
from beadwork.notes.problems import CHANGED, NOT_FINISHED, NOT_TO_CO_SIGN, NOT_YOUR_VISIT, OWN_NOTE
from beadwork.people.access import TREATING, Can, require
from beadwork.people.models import User
from beadwork.visits.models import NoteDraft, Visit


@transaction.atomic
def sign_note(
    visit: Visit, *, seen: str, mine: Collection[UUID] = (), release: bool = False, by: User, at: datetime
) -> Note:
    """Freeze the note of a finished visit as it was `seen` (its mark), and let the family read theirs if asked to.

    `mine` are drafts the signer wrote since she saw it: they are signed with it, and nobody else's are. Signing twice
    changes nothing.
    """
    require(by, Can.RECORD_VISIT, visit, at=at)
    visit = held(visit)
    if known := Note.objects.filter(visit=visit).first():
        return known
    if not visit.is_finished:
        raise NOT_FINISHED()
    if by.pk not in (visit.staff.user_id, visit.started_by_id):
        raise NOT_YOUR_VISIT(who=visit.staff)
    text = note_text(visit, visit.practice.language)
    if lacks := lacking(text):
        raise lacks[0].problem
    if seen != text.mark and seen != _before(visit, mine, by).mark:
        raise CHANGED()
    note = _freeze(text, by=by, at=at)
    if release and not VisitSummary.objects.filter(visit=visit).exists():
        _tell_family(text, by=by, at=at)
    return note


def _before(visit: Visit, mine: Collection[UUID], by: User) -> NoteText:
    """The note as it was before she wrote these drafts of hers."""
    hers = NoteDraft.objects.filter(pk__in=mine, by=by).values_list("pk", flat=True)
    return note_text(visit, visit.practice.language, without=list(hers))


def _freeze(text: NoteText, *, by: User, at: datetime) -> Note:
    visit = text.facts.visit
    note = Note(
        practice_id=visit.practice_id, child_id=visit.child_id, visit=visit, language=text.language,
        lines=[line.frozen() for line in text.said], minutes=text.minutes, role=_role(visit, by, at),
        fingerprint=text.fingerprint, signed_at=at, signed_by=by,
    )  # fmt: skip
    note.save(force_insert=True)
    record_event("note.signed", by=by, about=note, at=at, fingerprint=note.fingerprint, role=note.role)
    return note


def _role(visit: Visit, by: User, at: datetime) -> str:
    """The job in which somebody signs: that of the visit, or, of her jobs that day, the one under supervision."""
    if visit.staff.user_id == by.pk:
        return visit.staff.role
    jobs = by.jobs.in_force(visit.practice.day(at)).filter(practice=visit.practice_id, role__in=TREATING)
    return min(jobs.values_list("role", flat=True), key=lambda role: role not in SUPERVISED)


@transaction.atomic
def co_sign_note(note: Note, *, by: User, at: datetime) -> CoSignature:
    """A therapist of the care team signs an assistant's or student's note as it stands. Twice changes nothing."""
    require(by, Can.PLAN, note, at=at)
    note = Note.objects.select_for_update().get(pk=note.pk)
    if known := CoSignature.objects.filter(note=note).first():
        return known
    if not note.is_supervised:
        raise NOT_TO_CO_SIGN()
    if note.signed_by_id == by.pk:
        raise OWN_NOTE()
    signature = CoSignature(
        practice_id=note.practice_id, child_id=note.child_id, note=note, fingerprint=note.fingerprint, signed_at=at,
        signed_by=by,
    )  # fmt: skip
    signature.save(force_insert=True)
    record_event("note.co-signed", by=by, about=note, at=at, fingerprint=note.fingerprint)
    return signature
