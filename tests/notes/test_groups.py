"""Two children of one group: each has a note of her own, and neither note names the other."""

from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.core.problems import Problem
from beadwork.notes.actions import add_to_note, release_summary, write_line
from beadwork.notes.models import Note, VisitSummary
from beadwork.record.actions import NewAttempt, NewRemark
from beadwork.visits.actions import finish_visit, start_visit
from beadwork.visits.recording import NewActivity, record_in_visit
from tests.notes.build import line_of, signed_note, text_of
from tests.record.build import goal_row
from tests.visits.build import planned_visit

SAID = {"Mia": "Waited for Theo Banks and gave THEO the ball.", "Theo": "Laughed at Mia’s dance, mia bowed."}


@pytest.fixture
def group(world):
    """Ana's group of two at the same hour; each child's remark, which the family reads, names the other."""
    return {child.given_name: held_together(world, child) for child in (world.mia, world.theo)}


def held_together(world, child):
    began = world.now - timedelta(minutes=40)
    goal = goal_row(world, "count", child=child)
    visit = start_visit(planned_visit(world, child, planned_at=began), by=world.ana, at=began)
    seen = [
        NewAttempt(new_id(), goal.pk, goal.ladder.levels.last().pk, began, value=3.0),
        NewRemark(new_id(), SAID[child.given_name], began, for_family=True),
        NewActivity(new_id(), f"Ball with {'Theo' if child == world.mia else 'Mia'}", 10, began),
    ]
    record_in_visit(visit, seen, by=world.ana, at=world.now)
    return finish_visit(visit, by=world.ana, at=world.now)


def fill(world, visit, **texts):
    for part, text in {"s": "Came in well.", **texts}.items():
        write_line(
            visit, f"{part}-own", text, id=new_id(), base=line_of(visit, f"{part}-own").base, by=world.ana, at=world.now
        )  # fmt: skip


@pytest.mark.parametrize(("child", "other"), [("Mia", "theo"), ("Theo", "mia")])
def test_nothing_that_is_kept_of_one_child_names_the_other(world, group, child, other):
    fill(world, group[child])
    note = signed_note(world, group[child], release=True)
    summary = VisitSummary.objects.get(visit=group[child])
    for kept in (note.lines, note.minutes, summary.text_en, summary.text_es):
        assert other not in str(kept).lower()
    assert "banks" not in str(note.lines).lower()


def test_the_remark_reads_on_with_another_child_in_the_names_place(group):
    assert (
        line_of(group["Mia"], "o-remark").text == "Waited for another child and gave another child the ball."
    )
    assert line_of(group["Theo"], "o-remark").text == "Laughed at another child’s dance, another child bowed."
    assert "otro niño" in line_of(group["Mia"], "o-remark", "es").text


def test_a_name_somebody_typed_keeps_the_note_from_being_signed_and_says_so_once(world, group):
    fill(world, group["Mia"], o="Took turns with theo banks.")
    with pytest.raises(Problem, match="BW-755") as told:
        signed_note(world, group["Mia"])
    assert "Theo Banks" in told.value.what
    fill(world, group["Mia"], o="Took turns with a friend.")
    assert signed_note(world, group["Mia"])


def test_nor_does_the_family_read_it_nor_an_addendum_say_it(world, group):
    fill(world, group["Mia"], f="Played with Theo.")
    with pytest.raises(Problem, match="BW-755"):
        release_summary(group["Mia"], by=world.ana, at=world.now)
    fill(world, group["Mia"], f="Played with a friend.")
    note = signed_note(world, group["Mia"])
    with pytest.raises(Problem, match="BW-755"):
        add_to_note(note, "It was Theo’s ball.", id=new_id(), by=world.ana, at=world.now)
    assert not note.addenda.exists()


def test_a_child_of_the_same_name_is_not_taken_for_the_other(world, group):
    world.theo.given_name = "Mia"
    world.theo.save(update_fields=["given_name"])
    assert text_of(group["Mia"]).beside == ()


def test_who_came_at_another_hour_may_be_spoken_of(world, group):
    began = world.now + timedelta(hours=2)
    later = start_visit(planned_visit(world, planned_at=began), by=world.ana, at=began)
    later = finish_visit(later, by=world.ana, at=began + timedelta(minutes=30))
    fill(world, later, o="Drew a card for Theo.", a="Plans ahead.", p="Go on.")
    assert signed_note(world, later)
    assert Note.objects.count() == 1
