"""Problems with messages: numbers 700 to 749."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

NOTHING_WRITTEN = problem(
    700,
    what=_("The message is empty."),
    kept=_("Nothing was sent."),
    todo=_("Write a few words, then send it."),
)
MESSAGE_TOO_LONG = problem(
    701,
    what=_("The message is {length} characters long; {most} fit in one."),
    kept=_("What you wrote is still here. Nothing was sent."),
    todo=_("Shorten it, or send it in two parts."),
)
MESSAGE_CONFLICT = problem(
    702,
    what=_("This message was sent already, with other words."),
    kept=_("The message sent first stays as it is."),
    todo=_("Open the conversation again and send your words as a new message."),
    status=409,
)
