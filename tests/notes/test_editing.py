"""A line is edited on the draft it was written on; two texts of one line are both kept until somebody settles them."""

import pytest

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.notes.actions import settle_line, write_line
from beadwork.visits.models import NoteDraft
from tests.notes.build import line_of, signed_note, text_of


def write(world, visit, key, text, *, by=None, base=None, id=None):
    write_line(visit, key, text, id=id or new_id(), base=base, by=by or world.ana, at=world.now)


def test_an_edited_line_says_so_and_keeps_what_it_rests_on(world, visit):
    line = line_of(visit, "o-goal")
    write(world, visit, line.key, "Both socks, nearly alone.")
    edited = line_of(visit, "o-goal")
    assert (edited.text, edited.is_edited) == ("Both socks, nearly alone.", True)
    assert (edited.written, edited.sources) == (line.written, line.sources)


def test_only_what_was_edited_is_marked(world, visit):
    line = line_of(visit, "o-goal")
    write(world, visit, line.key, line.written)
    assert not any(line.is_edited for line in text_of(visit).lines)


def test_an_emptied_line_is_left_out(world, visit):
    write(world, visit, line_of(visit, "o-response-frustration").key, " ")
    assert "rustration" not in " ".join(line.text for line in text_of(visit).said)


def test_own_words_come_last_in_their_part(world, visit):
    write(world, visit, "a-own", "Needs a taller chair.")
    assert text_of(visit).of("assessment")[-1].text == "Needs a taller chair."


def test_a_newer_text_on_the_old_one_replaces_it(world, visit):
    write(world, visit, "a-own", "One.")
    write(world, visit, "a-own", "Two.", base=line_of(visit, "a-own").base)
    assert (line_of(visit, "a-own").text, line_of(visit, "a-own").rivals) == ("Two.", ())
    assert NoteDraft.objects.count() == 2


def test_two_texts_on_one_base_are_both_kept_and_signing_waits(world, visit):
    write(world, visit, "a-own", "Hers.")
    write(world, visit, "a-own", "His.", by=world.ben)
    line = line_of(visit, "a-own")
    assert [line.text, *(rival.text for rival in line.rivals)] == ["His.", "Hers."]
    with pytest.raises(Problem, match="BW-754"):
        signed_note(world, visit)


def test_settling_keeps_one_and_loses_none(world, visit):
    for text in ("One.", "Two.", "Three."):
        write(world, visit, "a-own", text)
    id = new_id()
    for _twice in range(2):
        settle_line(visit, "a-own", "Two.", id=id, by=world.ana, at=world.now)
    assert (line_of(visit, "a-own").text, line_of(visit, "a-own").rivals) == ("Two.", ())
    assert set(NoteDraft.objects.filter(withdrawn=False).values_list("text", flat=True)) == {
        "One.",
        "Two.",
        "Three.",
    }


def test_the_same_id_twice_is_one_draft(world, visit):
    id = new_id()
    for _twice in range(2):
        write(world, visit, "a-own", "Once.", id=id)
    assert NoteDraft.objects.count() == 1


def test_an_edit_stays_when_what_it_rests_on_is_gone(world, visit):
    write(world, visit, "o-goal-0123456789abcdef", "A goal nobody finds.")
    assert line_of(visit, "o-goal-0123456789abcdef").text == "A goal nobody finds."


@pytest.mark.parametrize("key", ["", "x-own", "own", "o"])
def test_what_is_no_line_is_refused(world, visit, key):
    with pytest.raises(Problem, match="BW-761"):
        write(world, visit, key, "?")


def test_a_signed_note_takes_no_edit(world, visit):
    signed_note(world, visit)
    with pytest.raises(Problem, match="BW-756"):
        write(world, visit, "a-own", "Too late.")
