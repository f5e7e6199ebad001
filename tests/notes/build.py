"""Finished visits with something of everything in them, for tests of their notes."""

from datetime import timedelta
from typing import Any

from beadwork.core.ids import new_id
from beadwork.notes.actions import add_to_note, sign_note, write_line
from beadwork.notes.models import Note
from beadwork.notes.note import Line, NoteText, note_text
from beadwork.people.models import Staff, User
from beadwork.plan.models import Goal
from beadwork.record.actions import NewAttempt, NewRemark, NewResponse
from beadwork.visits.actions import finish_visit, start_visit
from beadwork.visits.models import Visit
from beadwork.visits.recording import NewActivity, record_in_visit
from tests.home.build import goal_row, routine_at_home, rung, told
from tests.visits.build import planned_visit
from tests.world import World

SAID = "He did the last pull alone."


def held_visit(
    world: World, goal: Goal | None = None, *, staff: Staff | None = None, user: User | None = None
) -> Visit:
    """A finished visit of Mia: three tries at socks, pride and frustration, an activity, a remark; home was told of."""
    user = user or world.ana
    goal = goal or goal_row(world)
    told(world, routine_at_home(world, goal), remark=SAID, at=world.now - timedelta(hours=2))
    began = world.now - timedelta(minutes=40)
    visit = planned_visit(world, goal.child, staff=staff, planned_at=began)
    visit = start_visit(visit, by=user, at=began)
    record_in_visit(visit, entries(goal, began), by=user, at=began + timedelta(minutes=30))
    return finish_visit(visit, by=user, at=world.now)


def entries(goal: Goal, began: Any) -> list[Any]:
    """What was recorded, five minutes apart."""
    times = [began + timedelta(minutes=5 * n) for n in range(1, 6)]
    tries = [("show", "1"), ("words", "1,2"), ("words", "1,2")]
    attempts = [
        NewAttempt(new_id(), goal.pk, rung(goal, help).pk, at, value=len(steps.split(",")), steps_done=steps)
        for at, (help, steps) in zip(times, tries, strict=False)
    ]
    return [
        *attempts,
        NewResponse(new_id(), "frustration", 2, times[1], "Sock puppets", "a pause"),
        NewResponse(new_id(), "pride", 3, times[2]),
        NewActivity(new_id(), "Sock puppets", 8, times[3]),
        NewRemark(new_id(), "Counted the toes.", times[4], goal.pk, for_family=True),
    ]


def note_in_words(world: World, words: str) -> Note:
    """A note of Ben's about Mia, in these words from end to end, shared with the family, and added to."""
    by = {"by": world.ben, "at": world.now}
    began = world.now - timedelta(hours=3)
    visit = planned_visit(world, staff=world.ben_staff, planned_at=began)
    visit = start_visit(visit, by=world.ben, at=began)
    visit = finish_visit(visit, ended_at=began + timedelta(minutes=30), **by)
    for part in "soapf":
        write_line(visit, f"{part}-own", words, id=new_id(), base=None, **by)
    note = signed_note(world, visit, by=world.ben, release=True)
    add_to_note(note, words, id=new_id(), **by)
    return note


def text_of(visit: Visit, language: str = "en") -> NoteText:
    """The note as it would be signed now."""
    return note_text(
        Visit.objects.select_related("child", "practice", "staff__user").get(pk=visit.pk), language
    )


def line_of(visit: Visit, start: str, language: str = "en") -> Line:
    """The one line whose key starts so."""
    return next(line for line in text_of(visit, language).lines if line.key.startswith(start))


def signed_note(
    world: World, visit: Visit | None = None, *, by: User | None = None, release: bool = False
) -> Note:
    """A visit's note, signed."""
    visit = visit or held_visit(world)
    return sign_note(visit, seen=text_of(visit).mark, release=release, by=by or world.ana, at=world.now)
