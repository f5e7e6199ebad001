"""Problems with what devices send: numbers 550 to 599."""

from django.utils.translation import gettext_lazy as _

from beadwork.core.problems import problem

STAYS_ON_DEVICE = _("It stays on the device; nothing is lost.")
KEPT_ASIDE = _("It is kept as it came, but not in the record.")
A_PERSON_LOOKS = _("A therapist of the child, or the director, looks at it.")

UNREADABLE_ENTRY = problem(
    550,
    what=_("This entry cannot be read: {field}."),
    kept=STAYS_ON_DEVICE,
    todo=_("Update the app on the device. If it still says so, write the entry down and ask for help."),
)
STRANGE_VISIT = problem(
    551,
    what=_("There is no such visit for you."),
    kept=STAYS_ON_DEVICE,
    todo=_("Sign in as the person who recorded it."),
)
ACCESS_ENDED = problem(
    552,
    what=_("The person who recorded this no longer treats the child."),
    kept=KEPT_ASIDE,
    todo=A_PERSON_LOOKS,
)
FROM_REVOKED = problem(
    553, what=_("The device that sent this had been revoked."), kept=KEPT_ASIDE, todo=A_PERSON_LOOKS
)
OTHER_CONTENT = problem(
    554,
    what=_("Another content came before under the same number."),
    kept=_("Both are kept. The first one stands."),
    todo=A_PERSON_LOOKS,
)
BASE_MISSING = problem(
    555,
    what=_("What this builds on has not arrived yet."),
    kept=STAYS_ON_DEVICE,
    todo=_("Nothing needs doing: the device sends it again."),
)
BASE_ASIDE = problem(556, what=_("What this builds on was set aside."), kept=KEPT_ASIDE, todo=A_PERSON_LOOKS)
SOMEBODY_ELSES_DEVICE = problem(
    557,
    what=_("This device is registered for somebody else."),
    kept=_("Nothing was changed; what is on the device stays there."),
    todo=_("Let the app make a place of your own on it: sign out and in again."),
    status=409,
)
SOMEBODY_ELSE_IS_SIGNED_IN = problem(
    558,
    what=_("Somebody else recorded this than the person who is signed in."),
    kept=STAYS_ON_DEVICE,
    todo=_("Let the person who recorded it sign in on this device."),
    status=409,
)
UNKNOWN_DEVICE = problem(
    559,
    what=_("This device is not registered for you."),
    kept=STAYS_ON_DEVICE,
    todo=_("The app registers it by itself; if it does not, sign out and in again."),
    status=404,
)
UNREADABLE_ENVELOPE = problem(
    560,
    what=_("What the device sent cannot be read: {field}."),
    kept=STAYS_ON_DEVICE,
    todo=_("Update the app on the device."),
)
TOO_MUCH = problem(
    561,
    what=_("The device sent more at once than fits ({most} entries)."),
    kept=STAYS_ON_DEVICE,
    todo=_("The app sends it again in smaller parts."),
    status=413,
)
REVOKED = problem(
    562,
    what=_("This device was revoked."),
    kept=_("What it still holds may be sent and is looked at."),
    todo=_("Ask your practice for another device, or register this one anew after it was wiped."),
    status=410,
)
NO_DEVICE_NAME = problem(
    563,
    what=_("The device needs a name of at most 60 characters."),
    kept=_("Nothing was changed."),
    todo=_("Give it a name, such as the room it lives in."),
)
NO_WORD_WHY = problem(
    564,
    what=_("The reason is missing, or longer than 200 characters."),
    kept=_("The entries still wait."),
    todo=_("Say in a few words why, then decide again."),
)
