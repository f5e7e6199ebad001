"""A note is written from the record: every sentence rests on rows, and the same record gives the same words."""

from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.knowledge import items
from beadwork.notes.sentences import Part
from beadwork.notes.sentences.sentence import Sentence
from beadwork.record.actions import NewAttempt, NewCheckIn, NewResponse
from beadwork.record.models import Attempt
from beadwork.school.actions import answer_class
from beadwork.visits.actions import start_visit
from beadwork.visits.recording import record_in_visit, undo_in_visit
from tests.home.build import goal_row, rung
from tests.notes.build import SAID, held_visit, line_of, text_of
from tests.school.build import question_asked
from tests.visits.build import planned_visit


def test_the_level_is_told_with_its_help_and_tries(visit):
    line = line_of(visit, "o-goal")
    assert line.text.startswith("Bilateral dressing sequence: 1.7 of 3 steps, mostly with words (3 tries).")
    assert "most help any try needed: shown first" in line.text


def test_a_sentence_names_the_tries_it_rests_on(visit):
    tries = {
        str(pk) for pk in Attempt.objects.filter(occasion=visit.occasion_id).values_list("pk", flat=True)
    }
    sources = line_of(visit, "o-goal").sources
    assert {str(source.id) for source in sources if source.kind == "attempt"} == tries
    assert "1 of 3 steps, shown first" in sources[0].words


def test_every_sentence_has_a_source(visit):
    lines = [line for line in text_of(visit).lines if not line.is_own]
    assert lines
    assert all(line.sources for line in lines)
    with pytest.raises(ValueError, match="without a source"):
        Sentence("o-x", Part.OBJECTIVE, "It went well.", ())


def test_all_four_parts_and_the_family_are_spoken_of(visit):
    spoken = {line.part for line in text_of(visit).lines if line.text}
    assert spoken == set(Part)


def test_what_home_said_is_quoted(visit):
    assert f"“{SAID}”" in line_of(visit, "s-home-").text


def test_what_the_teacher_said_is_quoted(world, visit):
    question = question_asked(world, visit.child.goals.get())
    answer_class(
        question, id=new_id(), by=world.okafor, at=world.now - timedelta(hours=1), remark="Gym shoes on!"
    )
    assert "Ms. Okafor" in line_of(visit, "s-class").text
    assert "Gym shoes on!" in line_of(visit, "s-class").text


def test_the_childs_own_answers_are_told(visit, world):
    at = visit.started_at
    said = [
        NewCheckIn(new_id(), "felt", items("feeling")[0].slug, at),
        NewCheckIn(new_id(), "fun", "liked", at, "Sock puppets"),
    ]
    record_in_visit(visit, said, by=world.ana, at=world.now)
    line = line_of(visit, "s-child")
    assert line.text.startswith("Mia, asked with pictures: how it felt: “")
    assert "what was fun (Sock puppets): “I liked it”." in line.text
    assert {str(source.id) for source in line.sources} == {str(one.id) for one in said}
    assert "asked with pictures" not in line_of(visit, "s-child", "es").text


def test_what_was_told_before_the_last_visit_is_not_told_again(world, visit):
    tomorrow = world.now + timedelta(days=1)
    next_time = start_visit(planned_visit(world, planned_at=tomorrow), by=world.ana, at=tomorrow)
    assert [line for line in text_of(visit).lines if line.key.startswith("s-home")]
    assert not [line for line in text_of(next_time).lines if line.key.startswith("s-home")]


def test_a_try_taken_back_is_not_counted(world, visit):
    last = Attempt.objects.filter(occasion=visit.occasion_id).order_by("at").last()
    undo_in_visit(visit, last, id=new_id(), by=world.ana, at=world.now)
    assert "(2 tries)" in line_of(visit, "o-goal").text


def test_the_visits_before_stand_beside_it(world, visit):
    assert "before" not in line_of(visit, "o-goal").text
    later = held_visit(world, visit.child.goals.get())
    assert "The visit before: 1.7 of 3 steps." in line_of(later, "o-goal").text


def test_few_times_are_said_to_be_few(visit):
    assert "not enough seen yet" in line_of(visit, "a-change").text


def test_skilled_help_is_counted_against_what_the_goal_allows(visit):
    text = line_of(visit, "a-skill").text
    assert "3 of 3 tries took more help than the goal allows (alone)" in text
    assert "from “shown first” to “with words”" in text


def test_the_plan_names_target_help_home_and_the_next_visit(world, visit):
    planned_visit(world, planned_at=world.now + timedelta(days=7))
    text = text_of(visit)
    said = " ".join(line.text for line in text.of(Part.PLAN))
    assert "go on toward 3 of 3 steps, alone" in said
    assert "Sock puppets: you say heel." in said
    assert "Next visit: Mon, Sep 21, 10 a.m." in said


def test_the_family_reads_plain_words_what_was_hard_only_with_what_helped(visit):
    said = [line.text for line in text_of(visit).of(Part.FAMILY) if line.text]
    assert said[0] == "Both socks on today: 2 of 3 steps, with words to remind, and proud of it."
    assert "There was a moment of frustration. What helped: a pause." in said
    assert "Counted the toes." in said
    assert "Bilateral" not in " ".join(said)


def test_all_of_it_done_reads_like_a_sentence_somebody_says(world, visit):
    goal = visit.child.goals.get()
    best = NewAttempt(
        new_id(), goal.pk, rung(goal, "words").pk, visit.finished_at, value=3, steps_done="1,2,3"
    )
    record_in_visit(
        visit, [best, NewResponse(new_id(), "joy", 2, visit.finished_at)], by=world.ana, at=world.now
    )
    said = [line.text for line in text_of(visit).of(Part.FAMILY) if line.text]
    assert said[0] == "Both socks on today, with words to remind, and proud of it, with joy."
    assert "Today Mia showed" not in " ".join(said)


def test_joy_at_another_time_is_told_by_itself(world, visit):
    late = NewResponse(new_id(), "joy", 2, visit.finished_at - timedelta(minutes=9))
    record_in_visit(visit, [late], by=world.ana, at=world.now)
    assert "Today Mia showed joy." in [line.text for line in text_of(visit).of(Part.FAMILY)]


def test_a_goal_the_family_does_not_see_is_not_told_them(world):
    visit = held_visit(world, goal_row(world))
    visit.child.goals.update(shared_at=None, shared_by=None)
    assert not [line for line in text_of(visit).lines if line.key.startswith("f-goal")]


def test_the_same_record_gives_the_same_note(visit):
    assert text_of(visit).mark == text_of(visit).mark
    assert text_of(visit, "es").mark != text_of(visit).mark


def test_spanish_is_spanish(visit):
    said = " ".join(line.text for line in text_of(visit, "es").lines)
    assert "de 3 pasos, sobre todo con palabras (3 intentos)" in said
    assert "Ponerse los calcetines hoy: 2 de 3 pasos, con palabras que recuerdan, y con orgullo." in said
    assert "tries" not in said
