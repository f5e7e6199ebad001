"""The e-mail that says there is a message, and nothing about anybody."""

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _
from django.utils.translation import override

from beadwork.people.models import User

log = logging.getLogger(__name__)


def tell_of_message(people: Iterable[User]) -> None:
    """Tell people, each in her language. The message is safe already, so a mail server that fails is only logged."""
    connection = get_connection()
    for person in people:
        try:
            EmailMessage(*words_for(person), to=[person.email], connection=connection).send()
        except (SMTPException, OSError):
            log.exception("No e-mail about a new message went out to user %s.", person.pk)


def words_for(person: User) -> tuple[str, str]:
    """Subject and body. They name no child, no sender and no word of the message: mail is read on lock screens."""
    with override(person.language):
        subject = _("You have a new message in Beadwork")
        body = _(
            "You have a new message in Beadwork.\n\n"
            "Sign in the way you always do to read it and to answer.\n\n"
            "This e-mail says nothing more on purpose, to keep what you share private."
        )
    return subject, body
