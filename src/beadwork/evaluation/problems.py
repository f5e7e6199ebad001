"""Problems with an evaluation: numbers 250 to 299."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOBODY_PRESENT = problem(
    250,
    what=_("A caregiver is in the room during an evaluation, and nobody is named yet."),
    kept=_("Nothing was saved."),
    todo=_("Choose who is there. If nobody is on the list, add the guardian to the child first."),
)
ALREADY_OPEN = problem(
    251,
    what=_("An evaluation of this child is open already."),
    kept=_("The open one stays as it is."),
    todo=_("Go on with it, or finish it first."),
    status=409,
)
FINISHED = problem(
    252,
    what=_("This evaluation is finished; its findings stand."),
    kept=_("The findings stay as they were finished."),
    todo=_("What is new belongs into the plan, a visit, or the next evaluation."),
    status=409,
)
NOT_ON_THE_LIST = problem(
    253,
    what=_("“{word}” is not on the list of this page."),
    kept=_("Nothing was saved."),
    todo=_("Open the page anew and save again."),
)
TEXT_TOO_LONG = problem(
    254,
    what=_("One text is {length} characters long; {most} fit."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Shorten it and save again."),
)
ENDS_BEFORE_IT_STARTS = problem(
    255,
    what=_("The end ({end}) is before the start ({start})."),
    kept=_("Nothing was changed."),
    todo=_("Check the time and save again."),
)
ENDS_IN_THE_FUTURE = problem(
    256,
    what=_("The end ({end}) is still to come."),
    kept=_("Nothing was changed."),
    todo=_("Choose a time that has passed, or end it when it is over."),
)
NO_STRENGTHS = problem(
    257,
    what=_("The profile has no strength yet, in any area."),
    kept=_("Everything written so far is kept."),
    todo=_("Write at least one thing that goes well; a profile starts with strengths."),
)
NO_END = problem(
    258,
    what=_("It began more than four hours ago, and nobody has said when the family went home."),
    kept=_("Everything written so far is kept."),
    todo=_("Say when it was over, then finish it."),
)
