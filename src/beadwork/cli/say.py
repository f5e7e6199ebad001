"""What a command says to the person at the keyboard."""

import sys


class Stop(Exception):
    """The command cannot go on; the text says what to do."""


def say(text: str = "") -> None:
    """One line of progress or result."""
    print(text, flush=True)


def problem(text: str) -> None:
    """One line about what went wrong and what to do."""
    print(f"beadwork: {text}", file=sys.stderr, flush=True)
