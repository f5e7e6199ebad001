"""What helps in class, one question a week, and its answer."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from beadwork.core.ids import new_id
from beadwork.core.models import Event
from beadwork.core.problems import Problem
from beadwork.people.actions import withdraw_consent
from beadwork.people.models import Consent
from beadwork.record.models import Attempt, Occasion
from beadwork.school.actions import ask_class, end_help, say_what_helps
from beadwork.school.models import ClassAnswer, ClassHelp, ClassQuestion
from beadwork.school.queries import helping, question_for
from tests.home.build import goal_row
from tests.school.build import answered, help_in_class, question_asked, seen_in_class


def test_what_helps_is_shown_until_it_is_ended(world):
    chair, line = help_in_class(world), help_in_class(world, "First in line.", "De primera en la fila.")
    end_help(chair, by=world.ana, at=world.now)
    end_help(chair, by=world.ana, at=world.now)
    assert list(helping(world.mia)) == [line]
    with override("es"):
        assert str(line) == "De primera en la fila."
    assert Event.objects.filter(what="class-help.ended").count() == 1


def test_the_same_help_twice_is_one_and_other_words_under_its_id_conflict(world):
    said = {"id": new_id(), "by": world.ana, "at": world.now}
    assert say_what_helps(world.mia, "A chair.", **said) == say_what_helps(world.mia, "A  chair.", **said)
    with pytest.raises(Problem, match="BW-657"):
        say_what_helps(world.mia, "A stool.", **said)
    assert ClassHelp.objects.count() == 1


@pytest.mark.parametrize(("text", "number"), [(" ", 650), ("x" * 301, 651)])
def test_empty_and_endless_words_are_refused(world, text, number):
    with pytest.raises(Problem, match=f"BW-{number}"):
        help_in_class(world, text)
    with pytest.raises(Problem, match=f"BW-{number}"):
        ask_class(world.mia, text, goal=goal_row(world), by=world.ana, at=world.now)


@pytest.mark.parametrize("who", ["ben", "leo", "okafor", "ruth", "dana", "eve"])
def test_only_who_writes_the_plan_speaks_to_the_class(world, who):
    chair, user = help_in_class(world), getattr(world, who)
    for act in (
        lambda: say_what_helps(world.mia, "Hi", by=user, at=world.now),
        lambda: end_help(chair, by=user, at=world.now),
        lambda: question_asked(world, by=user),
    ):
        with pytest.raises(Problem, match="BW-100"):
            act()


def test_there_is_one_question_a_week_and_the_next_on_monday(world):
    goal = goal_row(world)
    question = question_asked(world, goal)
    assert question.week_of == world.today  # the world's day is a Monday
    with pytest.raises(Problem, match="BW-652"):
        question_asked(world, goal, at=world.now + timedelta(days=6))
    later = question_asked(world, goal, at=world.now + timedelta(days=7))
    assert question_for(world.mia, world.today) == question
    assert question_for(world.mia, world.today + timedelta(days=7)) == later


def test_asking_with_the_same_id_twice_asks_once(world):
    goal, name = goal_row(world), new_id()
    assert question_asked(world, goal, id=name) == question_asked(world, goal, id=name)
    assert ClassQuestion.objects.count() == 1


def test_a_question_is_about_an_open_goal_of_this_child(world):
    goal = goal_row(world)
    with pytest.raises(Problem, match="BW-653"):
        ask_class(world.theo, "How?", goal=goal, by=world.ana, at=world.now)
    goal.closed_at, goal.closed_by = world.now, world.ana
    goal.save()
    with pytest.raises(Problem, match="BW-653"):
        question_asked(world, goal)


def test_the_answer_is_an_attempt_at_school_on_the_goals_own_scale(world):
    goal = goal_row(world)
    answer = answered(
        world, question_asked(world, goal), attempts=[seen_in_class(world, goal)], remark=" Fine. "
    )
    attempt = Attempt.objects.get()
    assert (attempt.value, attempt.goal, attempt.occasion.setting) == (2, goal, "school")
    assert (answer.remark, answer.occasion.on, answer.answered_by) == ("Fine.", world.today, world.okafor)


def test_a_teacher_who_could_not_see_it_can_say_so(world):
    question = question_asked(world)
    answered(world, question, remark="She was away.")
    assert question_for(world.mia, world.today) is None
    assert not Attempt.objects.exists()


def test_answering_twice_is_one_answer_and_a_second_one_is_refused(world):
    goal = goal_row(world)
    question, name, seen = question_asked(world, goal), new_id(), [seen_in_class(world, goal)]
    assert answered(world, question, id=name, attempts=seen) == answered(
        world, question, id=name, attempts=seen
    )
    with pytest.raises(Problem, match="BW-654"):
        answered(world, question)
    assert (ClassAnswer.objects.count(), Occasion.objects.count(), Attempt.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("who", ["ana", "leo", "ruth", "dana", "eve"])
def test_only_the_teacher_answers(world, who):
    question = question_asked(world)
    with pytest.raises(Problem, match="BW-100"):
        answered(world, question, by=getattr(world, who))
    answered(world, question)
    with pytest.raises(Problem, match="BW-100"):
        answered(world, question, by=getattr(world, who))


def test_without_the_familys_consent_the_teacher_answers_nothing(world):
    question = question_asked(world)
    withdraw_consent(Consent.objects.get(child=world.mia, purpose="school"), by=world.dana, at=world.now)
    with pytest.raises(Problem, match="BW-100"):
        answered(world, question)


def test_a_question_can_be_answered_for_two_weeks(world):
    question = question_asked(world)
    with pytest.raises(Problem, match="BW-655"):
        answered(world, question, at=world.now + timedelta(days=14))
    assert question_for(world.mia, world.today + timedelta(days=14)) is None
    assert answered(world, question, at=world.now + timedelta(days=13))


def test_an_attempt_at_another_goal_does_not_answer_the_question(world):
    other = goal_row(world, slug="shirt")
    with pytest.raises(Problem, match="BW-656"):
        answered(world, question_asked(world), attempts=[seen_in_class(world, other)])


def test_no_problem_a_teacher_can_meet_names_the_goal(world):
    goal = goal_row(world)
    question = question_asked(world, goal)
    goal.closed_at, goal.closed_by = world.now, world.ana
    goal.save()
    with pytest.raises(Problem) as caught:
        answered(world, question, attempts=[seen_in_class(world, goal)])
    assert goal.name not in str(caught.value)


def test_a_refused_level_leaves_no_half_answer(world):
    goal = goal_row(world)
    with pytest.raises(Problem):
        answered(world, question_asked(world, goal), attempts=[seen_in_class(world, goal, steps="9")])
    assert not ClassAnswer.objects.exists()
    assert not Occasion.objects.exists()
