"""`beadwork serve`: a real practice, with settings from the environment."""

import argparse
import os

from beadwork.cli import ground, server
from beadwork.cli.say import say


def run(arguments: list[str]) -> int:
    """Bring the database up to date and serve behind a proxy that speaks HTTPS."""
    parser = argparse.ArgumentParser(prog="beadwork serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--host", default="127.0.0.1", help="the proxy's way in; 127.0.0.1 unless you know better"
    )
    parser.add_argument("--workers", type=int, default=min(4, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    ground.set_up(ground.SERVE)
    ground.check_port(options.host, options.port)
    from django.core.management import call_command

    ground.check_durability()
    ground.migrate()
    call_command("createcachetable", verbosity=0)
    ground.collect_static()
    return server.serve(
        options.host,
        options.port,
        workers=options.workers,
        then=lambda: say(f"Beadwork is serving at {options.host}:{options.port}."),
    )
