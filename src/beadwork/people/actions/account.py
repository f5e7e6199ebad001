"""Somebody who can sign in, and what she sets for herself."""

from datetime import datetime

from django.db import transaction

from beadwork.people.actions.checks import check_words
from beadwork.people.models import User


def invite(email: str, name: str, language: str = "en") -> User:
    """The user of an e-mail address, made if there is none: without a password, she sets one by the link she asks for.

    An invitation opens nothing by itself; the job, guardianship or class that follows does, and writes the event.
    """
    email = email.strip().lower()
    if known := User.objects.filter(email=email).first():
        return known
    check_words(User(email=email, name=name, language=language))
    return User.objects.create_user(email, name, None, language)


@transaction.atomic
def set_preferences(user: User, *, language: str, theme: str, by: User, at: datetime) -> None:
    """Set one's own language and look. Nobody else's, and nothing about a child: no event."""
    assert by.pk == user.pk, "preferences are one's own"
    User.objects.filter(pk=user.pk).update(language=language, theme=theme)
