"""`beadwork bench`: measure the product on this machine. One module a thing to measure, each with `run(arguments)`."""

import argparse
from importlib import import_module

THINGS: dict[str, str] = {
    "capture": "how soon a tap is durable, and what the recording screen weighs",
    "chooser": "how long choosing for one child takes, over 2,000 activities and two years of visits",
    "envelope": "what it costs to take in three hundred attempts from a tablet",
    "knowledge": "how long clinical content takes to load and to check",
    "library": "how long it takes to find an activity among 5,000",
    "pages": "what a page costs in a big practice",
    "stats": "how many children's statistics a second, beside one child at a time",
}
"""What can be measured: the name of a module here, and what it answers."""


def run(arguments: list[str]) -> int:
    """Measure one thing, or everything there is; 1 when a figure is missed."""
    parser = argparse.ArgumentParser(
        prog="beadwork bench", description="Measure the product on this machine."
    )
    things = parser.add_subparsers(dest="thing", metavar="THING")
    for name, help_text in THINGS.items():
        things.add_parser(name, help=help_text, add_help=False)
    chosen = parser.parse_args(arguments[:1]).thing
    return max((_measure(name, arguments[1:]) for name in ([chosen] if chosen else THINGS)), default=0)


def _measure(name: str, arguments: list[str]) -> int:
    return import_module(f"beadwork.cli.bench.{name}").run(arguments)
