"""What a class is told and asked, for tests."""

from beadwork.core.ids import new_id
from beadwork.plan.models import Goal
from beadwork.record.actions import NewAttempt
from beadwork.school.actions import answer_class, ask_class, say_what_helps
from beadwork.school.models import ClassAnswer, ClassHelp, ClassQuestion
from tests.home.build import goal_row, rung
from tests.world import World

QUESTION = "How did changing into gym clothes go this week?"


def help_in_class(world: World, text: str = "A chair with arms.", text_es: str = "") -> ClassHelp:
    """Something that helps Mia in class, shared by Ana."""
    return say_what_helps(world.mia, text, text_es, by=world.ana, at=world.now)


def question_asked(world: World, goal: Goal | None = None, **more: object) -> ClassQuestion:
    """This week's question about Mia's socks goal, asked by Ana."""
    said = {"goal": goal or goal_row(world), "by": world.ana, "at": world.now}
    return ask_class(world.mia, QUESTION, "¿Cómo le fue al cambiarse para gimnasia?", **(said | more))


def seen_in_class(world: World, goal: Goal, steps: str = "1,2") -> NewAttempt:
    """What the teacher saw: some steps, with words to remind."""
    return NewAttempt(
        id=new_id(), goal_id=goal.pk, support_id=rung(goal, "words").pk, at=world.now,
        value=len(steps.split(",")), steps_done=steps,
    )  # fmt: skip


def answered(world: World, question: ClassQuestion, **more: object) -> ClassAnswer:
    """Ms. Okafor's answer, without a level unless `attempts` are given."""
    return answer_class(question, **({"id": new_id(), "by": world.okafor, "at": world.now} | more))
