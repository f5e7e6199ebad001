"""Problems with visits: numbers 500 to 549."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOTHING_SAVED = _("Nothing was saved.")

NOT_ON_THE_TEAM = problem(
    500,
    what=_("{staff} does not treat {child} on that day."),
    kept=NOTHING_SAVED,
    todo=_("Choose somebody from the child's care team, or add the person to the team first."),
)
MINUTES_OFF = problem(
    501,
    what=_("{minutes} minutes is not a length we can keep; it goes from {least} to {most}."),
    kept=NOTHING_SAVED,
    todo=_("Check the minutes and save again."),
)
NOT_A_DAY_TO_PLAN = problem(
    502,
    what=_("{day} is more than a week ago, or more than a year ahead."),
    kept=NOTHING_SAVED,
    todo=_("Check the year and the month and save again."),
)
UNKNOWN_PLACE = problem(
    503,
    what=_("“{place}” is not a place we know."),
    kept=NOTHING_SAVED,
    todo=_("Choose clinic, home, school, community or video."),
)
CANCELLED = problem(
    504,
    what=_("This visit was cancelled."),
    kept=_("Nothing was changed."),
    todo=_("Plan a new visit if the child came after all."),
    status=409,
)
ALREADY_STARTED = problem(
    505,
    what=_("This visit has already begun."),
    kept=_("Nothing was changed."),
    todo=_("Finish it instead of cancelling it."),
    status=409,
)
NOT_STARTED = problem(
    506,
    what=_("This visit has not begun."),
    kept=_("Nothing was changed."),
    todo=_("Start the visit first, then record or finish it."),
    status=409,
)
OVER = problem(
    507,
    what=_("This visit is over; the entry was made after its end."),
    kept=_("What was recorded before stays as it is. This entry was not stored."),
    todo=_("Correct an entry of the visit, or record in the next one."),
    status=409,
)
ENDS_BEFORE_IT_STARTS = problem(
    508,
    what=_("The end ({end}) is before the start ({start})."),
    kept=_("The visit is still open; everything recorded is kept."),
    todo=_("Check the time and finish again."),
)
ENDS_IN_THE_FUTURE = problem(
    509,
    what=_("The end ({end}) has not come yet."),
    kept=_("The visit is still open; everything recorded is kept."),
    todo=_("Check the time, or finish the visit when it is over."),
)
ANOTHER_VISIT = problem(
    510,
    what=_("Another visit was saved under the same number."),
    kept=_("The first one stays as it is."),
    todo=_("Open the page anew and plan the visit again."),
    status=409,
)
NO_REASON = problem(
    511,
    what=_("The reason is missing, or longer than 200 characters."),
    kept=_("The visit stays planned."),
    todo=_("Say in a few words why the visit is cancelled."),
)
NO_ACTIVITY = problem(
    512,
    what=_("The activity has no name, or one longer than 120 characters."),
    kept=NOTHING_SAVED,
    todo=_("Say in a few words what you did together."),
)
UNREADABLE = problem(
    513,
    what=_("This entry could not be read: {why}"),
    kept=_("What was recorded before stays as it is. This entry was not stored."),
    todo=_("Check the card and record it again."),
)
BEGAN_ON_ANOTHER_DAY = problem(
    514,
    what=_("The device says that the visit began on {began}; it was planned for {planned}."),
    kept=NOTHING_SAVED,
    todo=_("Check the clock of the device."),
)
NO_PART = problem(
    515,
    what=_(
        "The text does not say which part of the note it belongs to, or is longer than 20,000 characters."
    ),
    kept=NOTHING_SAVED,
    todo=_("Open the note anew and write it there."),
)
PLAN_IS_OVER = problem(
    520,
    what=_("This visit is over, or will not take place."),
    kept=_("Its plan stays as it is."),
    todo=_("Plan the next visit instead."),
    status=409,
)
PROPOSAL_CHANGED = problem(
    521,
    what=_(
        "The proposal is no longer the one on your page: something about the child or the day has changed."
    ),
    kept=NOTHING_SAVED,
    todo=_("Look at the new proposal, then decide."),
    status=409,
)
NOT_IN_THE_PLAN = problem(
    522,
    what=_("This activity is no longer in the plan."),
    kept=_("The plan stays as it is."),
    todo=_("Look at the plan as it is now, then decide."),
    status=409,
)
IN_THE_PLAN = problem(
    523,
    what=_("“{name}” is in the plan already."),
    kept=_("The plan stays as it is."),
    todo=_("Choose another one, or move it."),
)
IN_DANGER = problem(
    524,
    what=_("“{name}” is not for this child. {why}"),
    kept=_("The plan stays as it is."),
    todo=_("Choose another one. If what is noted no longer holds, say so on the page “Good to know” first."),
)
UNKNOWN_ACTIVITY = problem(
    525,
    what=_("This activity is not in the library."),
    kept=_("The plan stays as it is."),
    todo=_("Choose one from the list, or write its name in your own words."),
)
IN_THE_LIBRARY = problem(
    526,
    what=_("“{name}” is in the library already."),
    kept=_("The plan and the library stay as they are."),
    todo=_("Open the plan anew; its name leads to the activity."),
    status=409,
)
