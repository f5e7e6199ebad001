"""Problems at home: numbers 600 to 649."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

GOAL_NOT_AT_HOME = problem(
    600,
    what=_("This goal is not shared with the family, or it is closed."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Share the goal with the family first, then share the routine."),
)
ROUTINE_NOT_WHOLE = problem(
    601,
    what=_("A routine needs a moment of the day and what to do, in English or in Spanish."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Fill in both and share it again."),
)
ROUTINE_TOO_LONG = problem(
    602,
    what=_("The text is {length} characters long; {most} fit."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Shorten it: a family reads it standing up."),
)
MINUTES_OFF = problem(
    603,
    what=_("{minutes} minutes is not between 1 and 60."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Choose a few minutes: short and often works best."),
)
ROUTINE_ENDED = problem(
    604,
    what=_("Your therapist has put this practice away."),
    kept=_("What you told before is kept."),
    todo=_("Open the page again to see what is on now."),
)
DAY_NOT_YET = problem(
    605,
    what=_("That day is still to come."),
    kept=_("Nothing was saved."),
    todo=_("Choose today or a day before."),
)
DAY_TOO_OLD = problem(
    606,
    what=_("That day is more than {days} days ago."),
    kept=_("Nothing was saved."),
    todo=_("Write it in a message instead: your therapist would like to know."),
)
FEELING_UNKNOWN = problem(
    607,
    what=_("That feeling is not on the list."),
    kept=_("Nothing was saved."),
    todo=_("Choose one from the list, or leave it out."),
)
REMARK_TOO_LONG = problem(
    608,
    what=_("Your words are {length} characters long; {most} fit."),
    kept=_("What you typed is still here; nothing was saved."),
    todo=_("Shorten them, or send them as a message."),
)
ANOTHER_GOAL = problem(
    609,
    what=_("What was seen belongs to another goal than this practice."),
    kept=_("Nothing was saved."),
    todo=_("Open the page again and tell it once more."),
)
HOME_CONFLICT = problem(
    610,
    what=_("This was saved already, for something else."),
    kept=_("What was saved first stays as it is."),
    todo=_("Open the page again and try once more."),
    status=409,
)
NOT_MEASURED = problem(
    611,
    what=_("The plan is not open, so this is not measured right now."),
    kept=_("Nothing was saved."),
    todo=_("Just tell whether you practised, and how it felt."),
)
NOT_IN_THE_LIBRARY = problem(
    612,
    what=_("The activity this began from is not in the library."),
    kept=_("What you typed is still here; nothing was shared."),
    todo=_("Choose another idea, or write the routine in your own words."),
)
NOT_FOR_THIS_CHILD = problem(
    613,
    what=_("This activity is not for this child. {why}"),
    kept=_("What you typed is still here; nothing was shared."),
    todo=_("Choose another idea. If what is noted no longer holds, say so on the page “Good to know” first."),
)
