"""What goes on at school: what helps in class, and the week's question with its answer."""

from datetime import timedelta
from typing import Any

from beadwork.core.ids import new_id
from beadwork.demo.child import Thread
from beadwork.demo.learning import COURSES, readiness
from beadwork.demo.texts import content
from beadwork.demo.tries import tries
from beadwork.plan.models import SupportLevel
from beadwork.school.actions import answer_class, ask_class, say_what_helps

HELPS = 2
EVERY = 2  # weeks between questions
ANSWERED, REMARKED = 0.85, 0.3


def say_helps(thread: Thread, week: int) -> None:
    """Two things that help, for the teacher, in the week care begins."""
    at = thread.calendar.at(thread.calendar.day(week), 14)
    for words in thread.random.sample(content("people")["class_helps"], HELPS):
        texts = (thread.text(words["en"]), thread.text(words["es"]))
        say_what_helps(thread.child, *texts, by=thread.therapist, at=at, id=new_id())


def in_class(thread: Thread, week: int, levels: list[SupportLevel]) -> None:
    """Every other week a question about one goal that class can see; this week's still waits for its answer."""
    asked = [entry for entry in thread.goals if "in_class" in entry[1]]
    if week % EVERY != thread.calendar.weeks % EVERY or not asked:
        return
    goal, template, course = asked[week // EVERY % len(asked)]
    words = template["in_class"]
    at = thread.calendar.at(thread.calendar.day(week, 0), 8)
    question = ask_class(
        thread.child, thread.text(words["en"]), thread.text(words["es"]), goal=goal, by=thread.therapist, at=at,
        id=new_id(),
    )  # fmt: skip
    if week < thread.calendar.weeks and thread.random.random() < ANSWERED:
        seen = readiness(COURSES[course], week, "school")
        _answer(thread, question, (goal, template, seen), levels)


def _answer(thread: Thread, question: Any, saw: tuple[Any, Any, float], levels: list[SupportLevel]) -> None:
    """On Thursday the teacher says what she saw, now and then with a remark."""
    goal, template, ready = saw
    at = thread.calendar.at(question.week_of + timedelta(days=3), 15, 20)
    remark = template["in_class"]["remark"] if thread.random.random() < REMARKED else ""
    seen = tries(goal, template, levels, ready, at - timedelta(minutes=40), thread.random, at_home=True)
    teacher = thread.cast.teachers[0].user
    answer_class(question, id=new_id(), attempts=seen, remark=remark, by=teacher, at=at)
