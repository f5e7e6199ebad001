"""Problems with recording: numbers 400 to 449."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOTHING_STORED = _("Nothing of what was sent together was stored; what was there before stays as it is.")
CHECK_AND_SEND = _("Check it and record it again.")

TOO_MANY = problem(
    400,
    what=_("{count} entries came at once; {most} fit."),
    kept=NOTHING_STORED,
    todo=_("Send them in smaller parts."),
)
SAME_ID_OTHER_WORDS = problem(
    401,
    what=_("The entry {id} is already stored with other content."),
    kept=NOTHING_STORED,
    todo=_("Open the visit, look at both, and record what is right as a correction."),
    status=409,
)
GOAL_OF_ANOTHER_CHILD = problem(
    402,
    what=_("This goal does not belong to this child."),
    kept=NOTHING_STORED,
    todo=_("Choose one of the child's own goals."),
)
PLAN_NOT_OPEN = problem(
    403,
    what=_("The plan of “{goal}” was not open at that time: it is not signed, or it has ended."),
    kept=NOTHING_STORED,
    todo=_("Ask the therapist to sign the plan, or choose a goal of the open plan."),
)
GOAL_CLOSED = problem(
    404,
    what=_("“{goal}” was already closed at that time."),
    kept=NOTHING_STORED,
    todo=_("Choose an open goal, or correct an entry made before the goal was closed."),
)
LEVEL_OFF_SCALE = problem(
    405,
    what=_("{level} is outside the scale of “{goal}”, which goes from {low} to {high}."),
    kept=NOTHING_STORED,
    todo=CHECK_AND_SEND,
)
LEVEL_NOT_WHOLE = problem(
    406,
    what=_("{level} is not a whole number, and “{goal}” counts in whole numbers."),
    kept=NOTHING_STORED,
    todo=CHECK_AND_SEND,
)
UNKNOWN_STEPS = problem(
    407,
    what=_("“{steps}” are not steps of “{goal}”."),
    kept=NOTHING_STORED,
    todo=_("Open the page anew, tick the steps again and record."),
)
STEPS_MISCOUNTED = problem(
    408,
    what=_("{steps} steps are ticked, but the number given is {level}."),
    kept=NOTHING_STORED,
    todo=CHECK_AND_SEND,
)
SUPPORT_OFF_LADDER = problem(
    409,
    what=_("This kind of help is not on the ladder of “{goal}”."),
    kept=NOTHING_STORED,
    todo=_("Open the page anew and choose the help from the card."),
)
OTHER_SCALE = problem(
    410,
    what=_("“{goal}” is measured in another way: {scale}."),
    kept=NOTHING_STORED,
    todo=_("Open the page anew and record on the card of the goal."),
)
SUPPORT_IS_THE_LEVEL = problem(
    411,
    what=_("On “{goal}” the level is the kind of help itself, and the two that came differ."),
    kept=NOTHING_STORED,
    todo=_("Choose the help once more; the level follows from it."),
)
IN_THE_FUTURE = problem(
    412,
    what=_("An entry is dated in the future."),
    kept=NOTHING_STORED,
    todo=_("Check the clock of this device and record again."),
)
NOTHING_TO_CORRECT = problem(
    413,
    what=_("What this corrects is not there, or somebody has already corrected it."),
    kept=NOTHING_STORED,
    todo=_("Open the visit anew and correct the entry that stands now."),
    status=409,
)
TAKES_NOTHING_BACK = problem(
    414,
    what=_("An entry was sent as taken back, without saying which."),
    kept=NOTHING_STORED,
    todo=_("Open the visit and undo the entry there."),
)
UNKNOWN_RESPONSE = problem(
    415,
    what=_("“{kind}” is not one of the responses we know."),
    kept=NOTHING_STORED,
    todo=_("Open the page anew and choose a response from the row."),
)
STRENGTH_OFF = problem(
    416,
    what=_("A response is a little (1), clear (2) or strong (3), not {strength}."),
    kept=NOTHING_STORED,
    todo=CHECK_AND_SEND,
)
NOTHING_SAID = problem(
    417,
    what=_("The remark is empty."),
    kept=_("Nothing was saved."),
    todo=_("Write a sentence, or leave the remark out."),
)
TEXT_TOO_LONG = problem(
    418,
    what=_("The text is {length} characters long; {most} fit."),
    kept=NOTHING_STORED,
    todo=_("Shorten it and save again."),
)
BEFORE_ITS_DAY = problem(
    420,
    what=_("An entry is dated long before the day it belongs to, {day}."),
    kept=NOTHING_STORED,
    todo=_("Check the clock of this device and record again."),
)
UNKNOWN_SETTING = problem(
    419,
    what=_("“{setting}” is not a place we know."),
    kept=_("Nothing was saved."),
    todo=_("Choose clinic, home, school, community or video."),
)
UNKNOWN_ANSWER = problem(
    421,
    what=_("“{answer}” is no answer to “{asked}”."),
    kept=NOTHING_STORED,
    todo=_("Open the page anew and let the child choose again."),
)
