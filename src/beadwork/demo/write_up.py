"""The notes of the last weeks: signed and shared, but for the newest; the assistant's wait for a therapist."""

from datetime import timedelta

from beadwork.core.ids import new_id
from beadwork.demo.child import Thread
from beadwork.demo.who import WHO
from beadwork.notes.actions import sign_note, write_line
from beadwork.notes.note import note_text
from beadwork.notes.sentences import Part
from beadwork.visits.models import Visit

LATELY, A_WEEK = timedelta(days=31), timedelta(days=8)
"""All that Today counts as waiting; of a therapist whom the demo lets nobody be, a week."""

NOTHING_SAID = {
    "en": "Nothing new was told since the last visit.",
    "es": "No se contó nada nuevo desde la última visita.",
}


def write_up(thread: Thread) -> None:
    """Sign what was held lately, a quarter of an hour after each visit."""
    back = LATELY if thread.therapist.email in dict(WHO) else A_WEEK
    lately = Visit.objects.held().filter(child=thread.child, started_at__gte=thread.calendar.now - back)
    for visit in lately.select_related("child", "practice", "staff__user")[1:]:
        _sign(visit)


def _sign(visit: Visit) -> None:
    assert visit.finished_at is not None
    who = {"by": visit.staff.user, "at": visit.finished_at + timedelta(minutes=15)}
    language = visit.practice.language
    text = note_text(visit, language)
    if not any(line.text for line in text.of(Part.SUBJECTIVE)):
        write_line(visit, "s-own", NOTHING_SAID[language], id=new_id(), base=None, **who)
        text = note_text(visit, language)
    sign_note(visit, seen=text.mark, release=bool(text.for_family), **who)
