"""A second observer's view stands in the objective part: percent, and kappa where there are tries enough."""

from dataclasses import replace
from datetime import timedelta

import pytest

from beadwork.core.ids import new_id
from beadwork.notes.agreement import FEW
from beadwork.record.actions import NewAttempt, NewSecond
from beadwork.record.models import Attempt
from beadwork.visits.actions import finish_visit, start_visit
from beadwork.visits.recording import record_in_visit, undo_in_visit
from tests.home.build import goal_row, rung
from tests.notes.build import held_visit, line_of, text_of
from tests.visits.build import planned_visit


def watched(world, seen, also, *, helped="words", observer="Kim Vale"):
    """A finished visit whose tries (worked or not) somebody else saw as in `also`."""
    goal = goal_row(world, "accuracy")
    began = world.now - timedelta(minutes=40)
    visit = start_visit(planned_visit(world, planned_at=began), by=world.ana, at=began)
    tries = [
        NewAttempt(new_id(), goal.pk, rung(goal, "words").pk, began + timedelta(minutes=n), success=worked)
        for n, worked in enumerate(seen)
    ]
    views = [
        NewSecond(
            new_id(), goal.pk, rung(goal, helped).pk, one.at, success=worked, of=one.id, observer=observer
        )
        for one, worked in zip(tries, also, strict=True)
    ]
    record_in_visit(visit, [*tries, *views], by=world.ana, at=world.now)
    return finish_visit(visit, by=world.ana, at=world.now)


def test_percent_and_kappa_are_told_with_who_looked_on(world):
    visit = watched(world, [True, True, False, False, True, False], [True, True, False, False, False, False])
    text = line_of(visit, "o-agreed").text
    assert "with a second observer (Kim Vale): the same result in 5 of 6 tries (83%)" in text
    assert "the same help in 6; beyond chance, kappa 0.67." in text  # (5/6 - 1/2) / (1 - 1/2): Cohen 1960


def test_the_sentence_rests_on_both_observers_rows(world):
    sources = line_of(watched(world, [True, False], [True, True]), "o-agreed").sources
    assert [source.kind for source in sources] == ["attempt", "attempt", "second", "second"]
    assert "Kim Vale: worked" in sources[-1].words


def test_with_few_tries_or_one_answer_alone_no_kappa_is_told(world):
    few = watched(world, [True, False] * 2, [True, False] * 2)
    assert FEW > 4
    assert "kappa" not in line_of(few, "o-agreed").text


def test_one_answer_alone_gives_no_kappa(world):
    visit = watched(world, [True] * 6, [True] * 6)
    assert "6 of 6 tries (100%)" in line_of(visit, "o-agreed").text
    assert "kappa" not in line_of(visit, "o-agreed").text


def test_other_help_is_counted_apart(world):
    visit = watched(world, [True, False], [True, False], helped="show")
    assert "the same help in 0." in line_of(visit, "o-agreed").text


def test_a_corrected_try_is_compared_as_it_stands_and_one_taken_back_is_not(world):
    visit = watched(world, [True, True], [False, False])
    first, second = Attempt.objects.filter(occasion=visit.occasion_id).order_by("at")
    mended = NewAttempt(
        new_id(), first.goal_id, first.support_id, first.at, success=False, supersedes_id=first.pk
    )
    record_in_visit(visit, [mended], by=world.ana, at=world.now)
    assert "in 1 of 2 tries" in line_of(visit, "o-agreed").text
    record_in_visit(
        visit, [replace(mended, id=new_id(), supersedes_id=mended.id)], by=world.ana, at=world.now
    )
    undo_in_visit(visit, second, id=new_id(), by=world.ana, at=world.now)
    assert "in 1 of 1 try (100%)" in line_of(visit, "o-agreed").text


def test_nobody_else_looked_no_sentence(world):
    assert not [line for line in text_of(held_visit(world)).lines if line.key.startswith("o-agreed")]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "a second observer"), ("es", "una segunda persona que observó")]
)
def test_in_both_languages(world, language, words):
    assert words in line_of(watched(world, [True], [True]), "o-agreed", language).text
