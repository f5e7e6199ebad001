"""What a teacher sees of a child: what helps, and the question that is open. Nothing else is asked for here."""

from datetime import date, timedelta

from django.db.models import QuerySet

from beadwork.people.models import Child
from beadwork.school.models import DAYS_TO_ANSWER, ClassHelp, ClassQuestion


def helping(child: Child) -> QuerySet[ClassHelp]:
    """What helps in class and has not been ended, oldest first."""
    return child.classhelps.filter(ended_at=None)


def open_questions(on: date) -> QuerySet[ClassQuestion]:
    """Questions of any child that a teacher can still answer, newest first."""
    since = on - timedelta(days=DAYS_TO_ANSWER)
    live = ClassQuestion.objects.filter(answer=None, goal__closed_at=None, goal__plan__ended_at=None)
    return live.filter(week_of__gt=since, week_of__lte=on).order_by("-week_of")


def question_for(child: Child, on: date) -> ClassQuestion | None:
    """The question a teacher is asked now: the newest one, if it is open; with its goal, ready for a form."""
    asked = child.classquestions.filter(week_of__lte=on).order_by("-week_of")
    newest = asked.select_related("goal__ladder", "goal__plan", "answer").first()
    return newest if newest and newest.is_open(on) else None
