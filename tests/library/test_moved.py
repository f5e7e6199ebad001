"""When the text that came changes under what a practice said about it."""

import pytest

from beadwork.knowledge import KINDS, library
from beadwork.knowledge.diff import between
from beadwork.library.entries import entry_faults, entry_of, fingerprint, item_of
from beadwork.library.models import Said, Version
from beadwork.library.own import OwnLibrary

FIRST = library().items("activity")[0]


class Shipped:
    """The content that came, with the first activity reworded or gone."""

    def __init__(self, activities):
        self.kinds, self.digest, self._activities = KINDS, "another", activities

    def items(self, kind):
        return self._activities if kind == "activity" else library().items(kind)

    def item(self, kind, slug):
        return {one.slug: one for one in self.items(kind)}[slug]


def reworded():
    entry = entry_of(FIRST)
    entry["purpose"] = {"en": "Another purpose.", "es": "Otro propósito."}
    return Shipped((item_of("activity", entry), *library().items("activity")[1:]))


def version(what, world, **more):
    base = entry_of(FIRST)
    return Version(
        practice=world.practice, number=1, kind="activity", slug=FIRST.slug, what=what, base=base,
        base_digest=fingerprint(base), by=world.ana, at=world.now, **more,
    )  # fmt: skip


def reviewed(world):
    return version(
        Said.REVIEWED, world, reviewer=world.ana_staff, reviewed_on=world.today,
        next_review=world.today.replace(year=2027),
    )  # fmt: skip


def test_a_review_holds_only_for_the_text_that_was_read(world):
    same, moved = (OwnLibrary(each, [reviewed(world)], None) for each in (library(), reworded()))
    assert same.item("activity", FIRST.slug).is_reviewed
    assert not same.has_moved("activity", FIRST.slug)
    assert moved.has_moved("activity", FIRST.slug)
    assert not moved.item("activity", FIRST.slug).is_reviewed
    assert moved.item("activity", FIRST.slug).purpose.en == "Another purpose."


def own_text(world):
    data = entry_of(FIRST) | {"name": {"en": "Ours", "es": "Lo nuestro"}}
    return version(Said.AMENDED, world, data=data)


def test_an_amended_text_stays_and_the_desk_can_say_what_changed_beneath(world):
    moved = OwnLibrary(reworded(), [own_text(world)], None)
    assert moved.items("activity")[0].name.en == "Ours"
    assert moved.has_moved("activity", FIRST.slug)
    now = entry_of(reworded().item("activity", FIRST.slug))
    told = between("activity", FIRST.slug, own_text(world).base, now)
    assert {change.where for change in told} == {"purpose.en", "purpose.es"}


def test_an_amended_text_stays_when_the_one_that_came_is_gone(world):
    gone = OwnLibrary(Shipped(library().items("activity")[1:]), [own_text(world)], None)
    assert gone.items("activity")[-1].name.en == "Ours"
    assert gone.has_moved("activity", FIRST.slug)


def test_a_text_that_no_longer_has_the_shape_of_its_kind_gives_way_and_is_named(world):
    row = own_text(world)
    del row.data["minutes"]
    own = OwnLibrary(library(), [row], None)
    assert own.item("activity", FIRST.slug) == FIRST
    assert own.unfit == {("activity", FIRST.slug)}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_item_can_be_written_as_an_entry_and_read_back(kind):
    for item in library().items(kind):
        entry = entry_of(item)
        assert entry_faults(kind, entry) == []
        back = item_of(kind, entry)
        assert entry_of(back) == entry
        assert {name: getattr(back, name) for name in entry} == {name: getattr(item, name) for name in entry}
