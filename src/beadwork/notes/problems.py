"""Problems with notes: numbers 750 to 799."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

YOURS = _("The note and every word you wrote are kept.")

NOT_FINISHED = problem(
    750, what=_("The visit is not finished yet."), kept=YOURS, todo=_("Finish the visit, then sign.")
)
NOT_YOUR_VISIT = problem(
    751, what=_("{who} held this visit and signs its note."), kept=YOURS, todo=_("Ask {who} to sign.")
)
CHANGED = problem(
    752,
    what=_(
        "The note has changed since you opened it: something new was recorded, or somebody edited a line."
    ),
    kept=YOURS,
    todo=_("Read it again below and sign."),
    status=409,
)
PART_IS_EMPTY = problem(
    753,
    what=_("“{part}” says nothing yet."),
    kept=YOURS,
    todo=_("Add a sentence of your own to it, then sign."),
)
TWO_TEXTS = problem(
    754,
    what=_("A line of “{part}” has two texts, written at the same time."),
    kept=_("Both texts are kept."),
    todo=_("Choose one or write a third, then sign."),
)
ANOTHER_CHILD = problem(
    755,
    what=_("The name {name} stands in this note, and a child of that name was there, too."),
    kept=YOURS,
    todo=_("Take the name out, then sign: one child’s note names no other child."),
)
SIGNED = problem(
    756,
    what=_("The note is signed and is not changed any more."),
    kept=_("What you typed is still on this page."),
    todo=_("Add it as an addendum."),
    status=409,
)
NOT_TO_CO_SIGN = problem(
    757,
    what=_("This note takes no second signature: a therapist signed it."),
    kept=_("The note stands as it is."),
    todo=_("Nothing needs to be done."),
)
OWN_NOTE = problem(
    758,
    what=_("Nobody co-signs her own note."),
    kept=_("The note waits for another therapist of the care team."),
    todo=_("Ask one of them to read and sign it."),
)
NO_WORDS = problem(
    759,
    what=_("There was nothing to add, or it is longer than {most} characters."),
    kept=_("The note stands as it is."),
    todo=_("Write what is to be added, in parts if it is long."),
)
NOTHING_TO_TELL = problem(
    760,
    what=_("There is nothing to tell the family yet."),
    kept=YOURS,
    todo=_("Add a sentence for them, then share it."),
)
NO_LINE = problem(761, what=_("That is not a line of a note."), kept=YOURS, todo=_("Open the note again."))
PARTS_CHANGED = problem(
    763,
    what=_("Somebody set this list while you did."),
    kept=_("Their version counts. What you chose is still on this page."),
    todo=_("Look at their version, then save yours on top of it if it is still right."),
    status=409,
)
NOT_A_LIST = problem(
    764,
    what=_("A list has 1 to {most} parts, each once; a part of your own has a name in both languages."),
    kept=_("The list that counted still counts."),
    todo=_("Correct it and save again."),
)
PARTS_WITHOUT_REASON = problem(
    765,
    what=_("The list does not say why, or where the payer says so, in at most {most} characters."),
    kept=_("The list that counted still counts."),
    todo=_("Write one sentence and save again."),
)
NO_SUCH_PAYER = problem(
    766,
    what=_("The practice has no list for “{payer}”."),
    kept=_("The note follows the list it followed before."),
    todo=_("Choose another, or ask the director to add one."),
)
SAME_ID_OTHER_WORDS = problem(
    762,
    what=_("This addendum was already added, with other words."),
    kept=_("The first words are kept."),
    todo=_("Open the note again and add the new words as an addendum of their own."),
    status=409,
)
