"""Minutes by activity and kind stand in the signed note, for billing later."""

from beadwork.core.ids import new_id
from beadwork.knowledge import items
from beadwork.notes.minutes import by_kind
from beadwork.visits.recording import NewActivity, record_in_visit
from tests.notes.build import held_visit, signed_note


def test_an_activity_of_the_library_has_its_area_and_one_in_own_words_has_none(world):
    visit, known = held_visit(world), items("activity")[0]
    more = [
        NewActivity(new_id(), "Whatever it was called", 12, visit.started_at, slug=known.slug),
        NewActivity(new_id(), "Gone from every library", 5, visit.started_at, slug="gone-since"),
    ]
    record_in_visit(visit, more, by=world.ana, at=world.now)
    minutes = {one["name"]: (one["minutes"], one["kind"]) for one in signed_note(world, visit).minutes}
    assert minutes == {
        "Sock puppets": (8, ""),
        "Whatever it was called": (12, known.areas[0]),
        "Gone from every library": (5, ""),
    }


def test_minutes_of_one_kind_are_added_up_in_the_order_they_came():
    minutes = [{"minutes": 3, "kind": "play"}, {"minutes": 4, "kind": ""}, {"minutes": 5, "kind": "play"}]
    assert list(by_kind(minutes).items()) == [("play", 8), ("", 4)]
