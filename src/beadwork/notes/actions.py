"""Editing a line, signing, co-signing, adding, and letting the family read."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.notes.lacking import lacking
from beadwork.notes.models import SUPERVISED, Addendum, CoSignature, Note, VisitSummary
from beadwork.notes.note import BY_LETTER, NoteText, note_text
from beadwork.notes.others import named, names_beside
from beadwork.notes.problems import (
    CHANGED,
    NO_LINE,
    NO_WORDS,
    NOT_FINISHED,
    NOT_TO_CO_SIGN,
    NOT_YOUR_VISIT,
    NOTHING_TO_TELL,
    OWN_NOTE,
    SAME_ID_OTHER_WORDS,
    SIGNED,
)
from beadwork.notes.sentences import Part
from beadwork.people.access import TREATING, Can, require
from beadwork.people.models import User
from beadwork.visits.models import NoteDraft, Visit
from beadwork.visits.recording import NewDraft, first_told, record_in_visit

MOST_ADDED = 4000


@transaction.atomic
def write_line(
    visit: Visit, key: str, text: str, *, id: UUID, base: UUID | None, by: User, at: datetime
) -> None:
    """Keep what somebody wrote over a line, on the draft it was written on.

    The same `id` twice is one draft; with other words it is a newer text, written on the first (a page gone back to).
    """
    require(by, Can.RECORD_VISIT, visit, at=at)
    if key[:1] not in BY_LETTER or key[1:2] != "-":
        raise NO_LINE()
    _refuse_signed(visit)
    text, known = text.strip(), NoteDraft.objects.filter(pk=id).first()
    if known and known.text != text:
        id, base = uuid5(id, text), id
    new = NewDraft(id, key, text, first_told(NoteDraft, id, at), base)
    record_in_visit(visit, [new], by=by, at=at)


@transaction.atomic
def settle_line(visit: Visit, key: str, text: str, *, id: UUID, by: User, at: datetime) -> None:
    """Where several people wrote one line: keep this text and set the others behind it; all of them stay readable."""
    require(by, Can.RECORD_VISIT, visit, at=at)
    _refuse_signed(visit)
    if NoteDraft.objects.filter(pk=id).exists():
        return
    rivals = next((line.drafts for line in _now(visit).lines if line.key == key), ())
    first, *others = rivals or (None,)
    new = [NewDraft(id, key, text.strip(), at, first.pk if first else None)]
    new += [
        NewDraft(UUID(int=id.int ^ rival.pk.int), key, rival.text, at, rival.base, rival.pk, True)
        for rival in others
        if rival
    ]
    record_in_visit(visit, new, by=by, at=at)


def _refuse_signed(visit: Visit) -> None:
    if Note.objects.filter(visit=visit.pk).exists():
        raise SIGNED()


def _now(visit: Visit) -> NoteText:
    return note_text(visit, visit.practice.language)


@transaction.atomic
def sign_note(
    visit: Visit, *, seen: str, mine: Collection[UUID] = (), release: bool = False, by: User, at: datetime
) -> Note:
    """Freeze the note of a finished visit as it was `seen` (its mark), and let the family read theirs if asked to.

    `mine` are drafts the signer wrote since she saw it: they are signed with it, and nobody else's are.

    Signing twice changes nothing.
    """
    require(by, Can.RECORD_VISIT, visit, at=at)
    visit = _held(visit)
    if known := Note.objects.filter(visit=visit).first():
        return known
    if not visit.is_finished:
        raise NOT_FINISHED()
    if by.pk not in (visit.staff.user_id, visit.started_by_id):
        raise NOT_YOUR_VISIT(who=visit.staff)
    text = _now(visit)
    if problems := lacking(text):
        raise problems[0]
    if seen not in (text.mark, _before(visit, mine, by).mark):
        raise CHANGED()
    note = _freeze(text, by=by, at=at)
    if release:
        release_summary(visit, by=by, at=at)
    return note


def _before(visit: Visit, mine: Collection[UUID], by: User) -> NoteText:
    """The note as it was before she wrote these drafts of hers."""
    hers = NoteDraft.objects.filter(pk__in=mine, by=by).values_list("pk", flat=True)
    return note_text(visit, visit.practice.language, without=list(hers))


def _held(visit: Visit) -> Visit:
    """The visit, locked until the end of the transaction."""
    visits = Visit.objects.select_for_update(of=["self"]).select_related("child", "practice", "staff__user")
    return visits.get(pk=visit.pk)


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
def release_summary(visit: Visit, *, by: User, at: datetime) -> VisitSummary:
    """Let the family read the visit in plain words, in both languages. Releasing twice changes nothing."""
    require(by, Can.RECORD_VISIT, visit, at=at)
    visit = _held(visit)
    if known := VisitSummary.objects.filter(visit=visit).first():
        return known
    if not visit.is_finished:
        raise NOT_FINISHED()
    texts = {language: _told(visit, language) for language in ("en", "es")}
    if not all(texts.values()):
        raise NOTHING_TO_TELL()
    _refuse_other_children(visit, *texts.values())
    summary = VisitSummary(
        practice_id=visit.practice_id, child_id=visit.child_id, visit=visit, text_en=texts["en"], text_es=texts["es"],
        released_at=at, released_by=by,
    )  # fmt: skip
    summary.save(force_insert=True)
    record_event("summary.released", by=by, about=summary, at=at)
    return summary


def _refuse_other_children(visit: Visit, *texts: str) -> None:
    if problems := named(names_beside(visit), texts):
        raise problems[0]


def _told(visit: Visit, language: str) -> str:
    """The family's lines. An edit holds in the language of the practice; a line left out is left out in both."""
    lines = note_text(visit, language).of(Part.FAMILY)
    edited = language == visit.practice.language
    texts = [line.text if edited or line.is_own or not line.text else line.written for line in lines]
    return "\n".join(" ".join(text.split()) for text in texts if text)


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


@transaction.atomic
def add_to_note(note: Note, text: str, *, id: UUID, by: User, at: datetime) -> Addendum:
    """Add to a signed note; the note itself stays as it is. The same `id` twice is one addendum."""
    require(by, Can.RECORD_VISIT, note, at=at)
    text = text.strip()
    if known := Addendum.objects.filter(pk=id).first():
        if (known.note_id, known.text) != (note.pk, text):
            raise SAME_ID_OTHER_WORDS()
        return known
    if not 0 < len(text) <= MOST_ADDED:
        raise NO_WORDS(most=MOST_ADDED)
    _refuse_other_children(note.visit, text)
    addendum = Addendum(
        id=id,
        practice_id=note.practice_id,
        child_id=note.child_id,
        note=note,
        text=text,
        written_at=at,
        written_by=by,
    )
    addendum.save(force_insert=True)
    record_event("note.added-to", by=by, about=note, at=at, addendum=str(addendum.pk))
    return addendum
