"""The command line: one file a command. It finds, acts through the rooms, and answers."""

import argparse
import sys
from importlib import import_module

from beadwork.cli.say import Stop, problem

COMMANDS = {
    "demo": "run the product on a made-up practice, on this computer only",
    "serve": "run a real practice (settings come from the environment; see docs/run.md)",
    "open-practice": "make a practice and its first director",
    "import": "bring children and caregivers in from a CSV file (a dry run first)",
    "copy-database": "copy everything into another, empty database (SQLite to PostgreSQL, or back)",
    "nightly": "what to run once a night: brings the outlook of every goal up to date",
    "verify-events": "check that no event was changed, taken out or put in",
    "knowledge": "check the clinical content, tell what changed in it (check, diff, compile, version)",
    "test": "run all the tests (`test quick`: the short way; `test faults`: the server killed 50 times)",
    "check": "formatting, linting, types, import rules, templates, migrations, words, knowledge, secrets, links",
    "fix": "put right what a machine can put right",
    "docs": "write the documents that are made from code",
    "bench": "measure (capture, envelope, pages, stats)",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status is the answer."""
    parser = argparse.ArgumentParser(
        prog="beadwork", description="Paediatric occupational therapy in one thread."
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, help_text in COMMANDS.items():
        commands.add_parser(name, help=help_text, add_help=False)
    chosen = sys.argv[1:] if arguments is None else arguments
    if chosen[:1] in ([], ["help"], ["-h"], ["--help"]):
        parser.print_help()
        return 0
    command = parser.parse_args(chosen[:1]).command
    try:
        return import_module(f"beadwork.cli.{_module(command)}").run(chosen[1:])
    except Stop as stop:
        problem(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


def _module(command: str) -> str:
    """The module of a command; `import` is a word of Python's own."""
    return {"import": "import_roster"}.get(command, command.replace("-", "_"))
