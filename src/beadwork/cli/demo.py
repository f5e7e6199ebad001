"""`beadwork demo`: the real product on a practice that is made up."""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from beadwork.cli import ground, kept, server
from beadwork.cli.say import Stop, say
from beadwork.demo.who import PASSWORD, WHO


def run(arguments: list[str]) -> int:
    """Make the practice if it is not there, serve it, say who can sign in."""
    options = _options(arguments)
    ground.refuse_real_practice()
    if not options.make_only:
        ground.check_port(options.host, options.port)
    os.environ["DJANGO_SETTINGS_MODULE"] = ground.DEMO
    data = Path(os.environ.get("BEADWORK_DATA", "var")).resolve()
    if options.fresh or not kept.is_as_it_was(data):
        kept.forget(data)
        _make_ready(options)
        kept.keep(data)
    if options.make_only:
        return 0
    return server.serve(options.host, options.port, workers=1, then=lambda: _welcome(options))


def _make_ready(options: argparse.Namespace) -> None:
    """The database in shape, the static files in place, the practice there."""
    ground.set_up(ground.DEMO)
    from django.conf import settings

    if options.fresh:
        _start_over(settings.DATA)
    ground.migrate()
    ground.collect_static()
    _make_practice(options)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="beadwork demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--children", type=int, default=40, help="how many children to make (40)")
    parser.add_argument("--seed", type=int, default=1, help="another number makes another practice")
    parser.add_argument("--fresh", action="store_true", help="throw the made-up practice away and start over")
    parser.add_argument("--make-only", action="store_true", help="make the practice and stop")
    return parser.parse_args(arguments)


def _start_over(data: Path) -> None:
    for leftover in [*data.glob("demo.sqlite3*"), data / "mail"]:
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink(missing_ok=True)


def _make_practice(options: argparse.Namespace) -> None:
    """Make the practice in one transaction: stopped half-way, nothing of it is there."""
    from django.conf import settings
    from django.db import transaction
    from django.utils import timezone

    from beadwork.people.models import Practice

    if Practice.objects.exists():
        _refuse_real_families()
        return
    from beadwork.demo.make import make_practice

    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # the past sends no mail
    say(f"beadwork: making a practice with {options.children} children")
    began = time.monotonic()
    with transaction.atomic():
        make_practice(children=options.children, seed=options.seed, now=timezone.now(), progress=_bar)
    say(f"\rbeadwork: the practice is there ({time.monotonic() - began:.0f} s)        ")


def _refuse_real_families() -> None:
    """The demo's secret and passwords are public: it serves no practice that it did not make."""
    from beadwork.people.models import User

    if not User.objects.filter(email=WHO[0][0]).exists():
        raise Stop(
            "This database holds a practice that the demo did not make. Use `./beadwork serve` for it, or let the "
            "demo have a database of its own (unset BEADWORK_DATABASE_URL)."
        )


def _bar(done: int, of: int) -> None:
    if sys.stderr.isatty():
        filled = 30 * done // of
        sys.stderr.write(f"\r  {'●' * filled}{'○' * (30 - filled)} {done} of {of} children")
        sys.stderr.flush()


def _welcome(options: argparse.Namespace) -> None:
    say(f"\nBeadwork is at http://{options.host}:{options.port}/   (Ctrl-C stops it; everything is kept)")
    say(f"Sign in with one of these, password: {PASSWORD}\n")
    for email, who in WHO:
        say(f"  {email:<24} {who}")
    say("\nThese people and children are made up. Never put real families into the demo.")
