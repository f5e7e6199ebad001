"""Problems with the practice's library: numbers 150 to 199."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NO_SUCH_ITEM = problem(
    150,
    what=_("The library has nothing by the name “{slug}”."),
    kept=_("Nothing was changed."),
    todo=_("Go back to the list and choose again."),
    status=404,
)
NOT_WELL_FORMED = problem(
    151,
    what=_("This text cannot be used yet: {faults}"),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Mend what is named and save again."),
)
NO_LICENCE = problem(
    152,
    what=_("Only somebody with a clinical licence that is valid today can say that content was reviewed."),
    kept=_("Nothing was changed."),
    todo=_("Ask a licensed therapist of the practice, or have the director enter the licence."),
)
NO_REASON = problem(
    153,
    what=_("The reason is missing or longer than {most} characters."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Write in one or two sentences why, for whoever reads it later."),
)
NOT_A_REVIEW_DAY = problem(
    154,
    what=_("The next review, {day}, is not after today, or more than {most} years away."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Choose a day in the future and save again."),
)
CHANGED_MEANWHILE = problem(
    155,
    what=_("Somebody else changed “{slug}” while you had it open."),
    kept=_("What you typed is still in the form; nothing was saved."),
    todo=_("Open it again in another tab, look at what was changed, and put yours in there."),
)
NOT_TO_SET_ASIDE = problem(
    156,
    what=_("Other content rests on “{slug}”, so it cannot be set aside."),
    kept=_("Nothing was changed."),
    todo=_("Amend it instead, and say why."),
)
NOTHING_TO_DO = problem(
    157,
    what=_("There is nothing to take back for “{slug}”."),
    kept=_("Nothing was changed."),
    todo=_("Go back to the list and choose again."),
)
