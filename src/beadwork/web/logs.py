"""What the log says when something went wrong: where in the code, and nothing about anybody."""

import logging
import traceback
from types import TracebackType

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Time, level and place. Addresses become their patterns (a child's name is in hers); errors lose their texts."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        """One line; a request by its method and the pattern of its address."""
        if request := getattr(record, "request", None):
            match = request.resolver_match
            record.message = f"{request.method} /{match.route if match else '?'}"
        return super().formatMessage(record)

    def formatException(self, ei: Raised) -> str:
        """The way through the code and the kind of error, without what was in it."""
        kind, _error, trace = ei
        return "".join([*traceback.format_tb(trace), kind.__name__ if kind else ""])
