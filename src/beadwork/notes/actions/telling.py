"""Letting the family read a visit in plain words."""

from datetime import datetime

from django.db import transaction

from beadwork.core.events import record_event
from beadwork.notes.models import VisitSummary
from beadwork.notes.note import NoteText, note_text
from beadwork.notes.others import named, names_beside
from beadwork.notes.problems import NOT_FINISHED, NOTHING_TO_TELL
from beadwork.notes.sentences import Part
from beadwork.people.access import Can, require
from beadwork.people.models import User
from beadwork.visits.models import Visit

LANGUAGES = ("en", "es")


@transaction.atomic
def release_summary(visit: Visit, *, by: User, at: datetime) -> VisitSummary:
    """Let the family read the visit in plain words, in both languages. Releasing twice changes nothing."""
    require(by, Can.RECORD_VISIT, visit, at=at)
    visit = held(visit)
    if known := VisitSummary.objects.filter(visit=visit).first():
        return known
    if not visit.is_finished:
        raise NOT_FINISHED()
    return _tell_family(note_text(visit, visit.practice.language), by=by, at=at)


def _tell_family(text: NoteText, *, by: User, at: datetime) -> VisitSummary:
    """Keep what the family reads; `text` is in the practice's language, the other one is written now."""
    visit = text.facts.visit
    told = [text, *(note_text(visit, one) for one in LANGUAGES if one != text.language)]
    texts = {one.language: _told(one) for one in told}
    if not all(texts.values()):
        raise NOTHING_TO_TELL()
    refuse_other_children(visit, *texts.values())
    summary = VisitSummary(
        practice_id=visit.practice_id, child_id=visit.child_id, visit=visit, text_en=texts["en"], text_es=texts["es"],
        released_at=at, released_by=by,
    )  # fmt: skip
    summary.save(force_insert=True)
    record_event("summary.released", by=by, about=summary, at=at)
    return summary


def refuse_other_children(visit: Visit, *texts: str) -> None:
    """Refuse texts that name a child who was there at the same time."""
    if problems := named(names_beside(visit), texts):
        raise problems[0]


def _told(text: NoteText) -> str:
    """The family's lines. An edit holds in the language of the practice; a line left out is left out in both."""
    lines = text.of(Part.FAMILY)
    edited = text.language == text.facts.visit.practice.language
    said = [line.text if edited or line.is_own or not line.text else line.written for line in lines]
    return "\n".join(" ".join(words.split()) for words in said if words)


def held(visit: Visit) -> Visit:
    """The visit, locked until the end of the transaction."""
    visits = Visit.objects.select_for_update(of=["self"]).select_related("child", "practice", "staff__user")
    return visits.get(pk=visit.pk)
