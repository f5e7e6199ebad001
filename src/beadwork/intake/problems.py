"""Problems with worries and referrals: numbers 200 to 249."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NO_WORDS = problem(
    200,
    what=_("There are no words yet."),
    kept=_("Nothing was saved."),
    todo=_("Write down what was said, word for word."),
)
WORDS_TOO_LONG = problem(
    201,
    what=_("The text is {length} characters long; {most} fit."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Shorten it, or write the rest as a second one."),
)
NOT_A_REFERRAL_DAY = problem(
    202,
    what=_("The day of the referral, {day}, is in the future or before the child was born."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Check the day and save again."),
)
UNKNOWN_SOURCE = problem(
    203,
    what=_("“{source}” is not on the list of who refers."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Choose from the list and save again."),
)
SAID_BY_ANOTHER = problem(
    204,
    what=_("The person who said it is not one of this child's guardians."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Choose a guardian from the list, or write the name."),
)
