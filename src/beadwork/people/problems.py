"""Problems with people: numbers 100 to 199."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOT_YOURS = problem(
    100,
    what=_("This page does not exist, or it is not yours to see."),
    kept=_("Nothing was changed."),
    todo=_("Check the link, or ask the practice to give you access."),
    status=404,
)
BIRTH_IN_FUTURE = problem(
    101,
    what=_("The birth date {born_on} is in the future."),
    kept=_("Nothing was saved."),
    todo=_("Check the year and save again."),
)
BIRTH_TOO_LONG_AGO = problem(
    102,
    what=_("The birth date {born_on} is more than 22 years ago."),
    kept=_("Nothing was saved."),
    todo=_("Beadwork is for children and young people up to 21. Check the year and save again."),
)
ENDS_BEFORE_IT_BEGINS = problem(
    103,
    what=_("The last day ({until}) is before the first day ({since})."),
    kept=_("Nothing was saved."),
    todo=_("Swap the two days and save again."),
)
ALREADY_THERE = problem(
    104,
    what=_("{what} is already there."),
    kept=_("What was there before stays as it is."),
    todo=_("Nothing needs doing. If you meant to change it, end the old one first."),
    status=409,
)
SOMEBODY_ELSES = problem(
    105,
    what=_("That person does not belong to this child or this practice, or has no right to decide."),
    kept=_("Nothing was saved."),
    todo=_("Choose somebody from the list, or add the person first."),
)
TOO_LONG = problem(
    106,
    what=_("The text is {length} characters long; {most} fit."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Shorten it and save again."),
)
NO_EMAIL = problem(
    108,
    what=_("{name} has no e-mail address here, so there is nowhere to send the link."),
    kept=_("Nothing was changed."),
    todo=_("Ask for the address and note it first."),
)
BEFORE_BIRTH = problem(
    110,
    what=_("{day} is before the child was born ({born_on})."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Check the year and save again."),
)
NOT_YET = problem(
    111,
    what=_("{day} is still to come; a consent is noted once it was given."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Check the date and save again."),
)
NOT_ON_THE_LIST = problem(
    112,
    what=_("“{word}” is not on the list."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Choose from the list and save again."),
)
NO_NAME = problem(
    113,
    what=_("There is no name yet."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Write the name and save again."),
)
CHANGED_MEANWHILE = problem(
    109,
    what=_("Somebody changed this while the page was open."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Beside each field that differs stands what it says now. Save once more if yours is right."),
    status=409,
)
NOT_A_PREGNANCY = problem(
    107,
    what=_("{weeks} weeks is outside what a pregnancy lasts (21 to 45 weeks)."),
    kept=_("Nothing was saved."),
    todo=_("Check the weeks, or leave them empty if nobody knows."),
)
ID_TAKEN = problem(
    114,
    what=_("This form was sent before, for something else."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Open a new form and enter it there."),
    status=409,
)
