"""Problems with choosing activities: numbers 380 to 399."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOT_A_WEIGHT = problem(
    380,
    what=_("“{value}” is not a weight we can keep; it goes from 0 to {most}."),
    kept=_("The weights stay as they are."),
    todo=_("Check the numbers and save again."),
)
NO_REASON = problem(
    381,
    what=_("The reason is missing, or longer than 200 characters."),
    kept=_("The weights stay as they are."),
    todo=_("Say in a few words why they change."),
)
WEIGHTS_CHANGED = problem(
    382,
    what=_("Somebody changed the weights while the page was open."),
    kept=_("The weights stay as they are now."),
    todo=_("Open the page anew, look at what changed, and save again."),
    status=409,
)
NOT_TO_CLEAR = problem(
    383,
    what=_("“{word}” is nothing a clinician decides on here."),
    kept=_("Nothing was saved."),
    todo=_("Open the plan of the visit anew and choose from what it shows."),
)
