"""Problems with plans and goals: numbers 300 to 349."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOT_SAVED = _("What you typed is still in the form; nothing was saved.")

ENDS_BEFORE_IT_STARTS = problem(
    300,
    what=_("The plan ends ({ends_on}) before it starts ({starts_on})."),
    kept=NOT_SAVED,
    todo=_("Check the two days and save again."),
)
DOSE_OFF = problem(
    301,
    what=_("A dose needs 0.25 to 14 visits a week of 5 to 240 minutes, in a place that is on the list."),
    kept=NOT_SAVED,
    todo=_("Check the numbers and save again."),
)
DRAFT_THERE = problem(
    302,
    what=_("There is a draft of a plan already."),
    kept=_("The draft stays as it is."),
    todo=_("Go on with that draft, or change its dose."),
    status=409,
)
SIGNED = problem(
    303,
    what=_("This plan is signed; it does not change any more."),
    kept=_("The plan stays as it was signed."),
    todo=_("Change a goal from today on, or write the next plan."),
    status=409,
)
NOT_READY = problem(
    304,
    what=_("The plan is not ready to be signed: {lacks}"),
    kept=_("The draft is kept as it is."),
    todo=_("Fill in what is named and sign again."),
)
ENDED = problem(
    305,
    what=_("This plan has ended."),
    kept=_("It stays as it is."),
    todo=_("Write the next plan."),
    status=409,
)
NOT_SIGNED = problem(
    306,
    what=_("This plan is not signed yet."),
    kept=_("Nothing was changed."),
    todo=_("Sign it first."),
    status=409,
)
MAY_NOT_DECIDE = problem(
    307,
    what=_("{name} has no right to decide for this child today."),
    kept=_("Nothing was saved."),
    todo=_("Choose a guardian with the right to decide, or have the practice change the rights."),
)
DRAFT_CHANGED = problem(
    308,
    what=_("Somebody changed the draft while the page was open."),
    kept=_("The draft is kept as it is now; it is not signed."),
    todo=_("Open the plan again, read what it says now, then sign it."),
    status=409,
)
DAYS_OFF = problem(
    309,
    what=_(
        "From {starts_on} until {ends_on} begins before the child was born, or lasts longer than two years."
    ),
    kept=NOT_SAVED,
    todo=_("Check the years and save again."),
)
UNKNOWN_WORD = problem(
    310,
    what=_("“{word}” is not on the list."),
    kept=NOT_SAVED,
    todo=_("Choose from the list and save again."),
)
NO_NAME = problem(
    311,
    what=_("A goal needs a name, a name the family uses, and what the child does."),
    kept=NOT_SAVED,
    todo=_("Fill them in and save again."),
)
TEXT_TOO_LONG = problem(
    312,
    what=_("The text is {length} characters long; {most} fit."),
    kept=NOT_SAVED,
    todo=_("Shorten it and save again."),
)
SCALE_EMPTY = problem(
    313,
    what=_("The scale goes from {low} to {high}, so there is nothing between."),
    kept=NOT_SAVED,
    todo=_("Give the highest level a bigger number than the lowest."),
)
POINTS_OFF = problem(
    314,
    what=_("This scale needs {wanted} described in words; {given} came."),
    kept=NOT_SAVED,
    todo=_("Describe each one and save again."),
)
OFF_SCALE = problem(
    315,
    what=_("{level} is outside the scale, which goes from {low} to {high}."),
    kept=NOT_SAVED,
    todo=_("Check baseline and target and save again."),
)
OFF_LADDER = problem(
    316,
    what=_("This kind of help is not on the goal's ladder."),
    kept=NOT_SAVED,
    todo=_("Choose one from the ladder and save again."),
)
WRONG_WAY = problem(
    317,
    what=_("The target ({target}) is not better than the baseline ({baseline})."),
    kept=NOT_SAVED,
    todo=_("Check the two, or whether more or less is better, and save again."),
)
MASTERY_OFF = problem(
    318,
    what=_("A goal is reached in 1 to 20 visits running, in 1 to 5 settings."),
    kept=NOT_SAVED,
    todo=_("Check the two numbers and save again."),
)
REVIEW_TOO_SOON = problem(
    319,
    what=_("The review date {review_on} is not after {day}."),
    kept=NOT_SAVED,
    todo=_("Choose a later day and save again."),
)
NO_REASON = problem(
    320,
    what=_("A change needs a reason, in at most 200 characters."),
    kept=NOT_SAVED,
    todo=_("Write why, in one sentence, and save again."),
)
TOO_EARLY = problem(
    321,
    what=_("The change would hold from {effective_on}, before the version it follows ({since})."),
    kept=NOT_SAVED,
    todo=_("Choose that day or a later one."),
)
CLOSED = problem(
    322,
    what=_("This goal is closed."),
    kept=_("Its history stays."),
    todo=_("Write a new goal in the next plan."),
    status=409,
)
NOTHING_CHANGED = problem(
    323,
    what=_("Nothing in the goal is different."),
    kept=_("The goal stays as it is."),
    todo=_("Change something, or go back."),
)
LADDER_OFF = problem(
    330,
    what=_("A ladder needs at least two rungs with names, each once, and at least one that counts as alone."),
    kept=NOT_SAVED,
    todo=_("Check the rungs and save again."),
)
