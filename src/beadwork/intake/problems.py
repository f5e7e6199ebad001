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
NO_CONTACT = problem(
    205,
    what=_("A name, the child's first name, and a phone number or an e-mail address are needed to answer."),
    kept=_("What you typed is still in the form; nothing was sent."),
    todo=_("Fill them in and send again."),
)
NOT_A_BIRTHDAY = problem(
    206,
    what=_("{day} cannot be the day the child was born."),
    kept=_("What you typed is still in the form; nothing was sent."),
    todo=_("Check the day and send again."),
)
TOO_MANY = problem(
    207,
    what=_("Very many families wrote to this practice within the last hour."),
    kept=_("What you typed is still in the form; nothing was sent."),
    todo=_("Please call the practice, or send it again later."),
    status=429,
)
