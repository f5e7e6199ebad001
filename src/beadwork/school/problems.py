"""Problems with the class: numbers 650 to 699."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOTHING_SAID = problem(
    650,
    what=_("There are no words, in English or in Spanish."),
    kept=_("Nothing was saved."),
    todo=_("Write a sentence a teacher can use, then save it."),
)
WORDS_TOO_LONG = problem(
    651,
    what=_("The text is {length} characters long; {most} fit."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Shorten it and save again."),
)
ASKED_ALREADY = problem(
    652,
    what=_("This week's question is asked already."),
    kept=_("The first question stays as it is."),
    todo=_("One question a week keeps it light. Ask the next one on Monday."),
    status=409,
)
GOAL_NOT_OPEN = problem(
    653,
    what=_("This goal is closed, or its plan is not open, so an answer could not be recorded."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Choose a goal of the open plan."),
)
ANSWERED_ALREADY = problem(
    654,
    what=_("This question has an answer already."),
    kept=_("The first answer stays as it is."),
    todo=_("Nothing needs doing. Tell the therapist if the answer was wrong."),
    status=409,
)
QUESTION_OVER = problem(
    655,
    what=_("This question is no longer open."),
    kept=_("Nothing was saved."),
    todo=_("Nothing needs doing. The next question comes with the new week."),
)
ANOTHER_GOAL = problem(
    656,
    what=_("The answer does not fit the question."),
    kept=_("Nothing was saved."),
    todo=_("Open the page again and answer once more."),
)
CLASS_CONFLICT = problem(
    657,
    what=_("This was saved already, with other words."),
    kept=_("What was saved first stays as it is."),
    todo=_("Open the page again and try once more."),
    status=409,
)
