"""`beadwork open-practice`: make a practice and its first director, who lets everybody else in."""

import argparse
from zoneinfo import available_timezones

from beadwork.cli import ground
from beadwork.cli.say import Stop, say


def run(arguments: list[str]) -> int:
    """Make the practice; the director chooses a password by the link on the sign-in page."""
    ground.set_up()
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
        f"{options.name} is open. {options.director_name} sets a password with “Forgot your password?” at sign-in."
    )
    return 0


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
