"""`beadwork open-practice`: make a real practice and its first director, who lets everybody else in."""

import argparse
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from beadwork.cli import ground
from beadwork.cli.say import Stop, say

if TYPE_CHECKING:
    from beadwork.people.models import User


def run(arguments: list[str]) -> int:
    """Make the practice and say the link with which the director chooses a password: no mail server is needed yet."""
    ground.set_up(ground.SERVE)
    options = _options(arguments)
    if options.time_zone not in available_timezones():
        raise Stop(f"{options.time_zone} is not a time zone. It looks like America/Chicago or Europe/Madrid.")
    ground.migrate()
    from django.utils import timezone

    from beadwork.people.actions import open_practice
    from beadwork.people.models import User

    email = options.director_email.strip().lower()
    director = User.objects.filter(email=email).first()
    director = director or User.objects.create_user(email, options.director_name, None, options.language)
    open_practice(
        options.name,
        kind=options.kind,
        time_zone=options.time_zone,
        language=options.language,
        director=director,
        at=timezone.now(),
    )
    say(
        f"{options.name} is open. With this link, within three days, {options.director_name} chooses a password:"
    )
    say(_link(director))
    return 0


def _link(director: "User") -> str:
    """Where a password is chosen; the link works once."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.conf import settings
    from django.urls import reverse

    key = {"uidb36": user_pk_to_url_str(director), "key": default_token_generator.make_token(director)}
    return f"https://{settings.ALLOWED_HOSTS[0]}{reverse('account_reset_password_from_key', kwargs=key)}"


def _options(arguments: list[str]) -> argparse.Namespace:
    from beadwork.people.models import PracticeKind

    parser = argparse.ArgumentParser(prog="beadwork open-practice", description=__doc__)
    parser.add_argument("--name", required=True)
    parser.add_argument("--kind", required=True, choices=PracticeKind.values)
    parser.add_argument("--time-zone", required=True)
    parser.add_argument("--language", choices=["en", "es"], default="en")
    parser.add_argument("--director-name", required=True)
    parser.add_argument("--director-email", required=True)
    return parser.parse_args(arguments)
