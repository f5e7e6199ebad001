"""The acts of the room `notes`, once each."""

from functools import partial

from beadwork.core.ids import new_id
from beadwork.notes import actions as notes
from beadwork.notes.asked import known
from tests.faults.acts.table import Act, act, who
from tests.notes.build import held_visit, note_in_words, text_of
from tests.world import World


@act
def notes_write_line(world: World) -> Act:
    visit, id = held_visit(world), new_id()
    return partial(notes.write_line, visit, "a-own", "Words", id=id, base=None, **who(world.ana, world))


@act
def notes_settle_line(world: World) -> Act:
    visit, id = held_visit(world), new_id()
    for text in ("Hers.", "His."):
        notes.write_line(visit, "a-own", text, id=new_id(), base=None, **who(world.ana, world))
    return partial(notes.settle_line, visit, "a-own", "Both.", id=id, **who(world.ana, world))


@act
def notes_sign_note(world: World) -> Act:
    visit = held_visit(world)
    return partial(notes.sign_note, visit, seen=text_of(visit).mark, release=True, **who(world.ana, world))


@act
def notes_release_summary(world: World) -> Act:
    return partial(notes.release_summary, held_visit(world), **who(world.ana, world))


@act
def notes_co_sign_note(world: World) -> Act:
    return partial(notes.co_sign_note, note_in_words(world, "Words"), **who(world.ana, world))


@act
def notes_add_to_note(world: World) -> Act:
    return partial(
        notes.add_to_note, note_in_words(world, "Words"), "More", id=new_id(), **who(world.ana, world)
    )


@act
def notes_set_note_parts(world: World) -> Act:
    parts = [known("plan"), known("minutes")]
    return partial(
        notes.set_note_parts,
        world.practice,
        "clinic",
        "Acme",
        parts,
        "Seen",
        seen=0,
        **who(world.ruth, world),
    )


@act
def notes_follow_payer(world: World) -> Act:
    notes.set_note_parts(
        world.practice, "clinic", "Acme", [known("plan")], "Seen", seen=0, **who(world.ruth, world)
    )
    return partial(notes.follow_payer, world.mia, "Acme", **who(world.ana, world))
