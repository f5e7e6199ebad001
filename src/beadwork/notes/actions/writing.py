"""Words of people: over a line, where two wrote the same line, and after signing."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.notes.actions.telling import refuse_other_children
from beadwork.notes.models import Addendum, Note
from beadwork.notes.note import BY_LETTER, note_text
from beadwork.notes.problems import NO_LINE, NO_WORDS, SAME_ID_OTHER_WORDS, SIGNED
from beadwork.people.access import Can, require
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
    rivals = next(
        (line.drafts for line in note_text(visit, visit.practice.language).lines if line.key == key), ()
    )
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
    refuse_other_children(note.visit, text)
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
