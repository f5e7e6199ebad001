"""Everything a machine can find wrong with content. Each check is a function from a library to findings."""

from collections.abc import Iterator
from datetime import date

from beadwork.knowledge.checks import goals, graph, language, likeness, links, passports, plainness, serving
from beadwork.knowledge.checks.finding import Finding
from beadwork.knowledge.files import ContentError
from beadwork.knowledge.library import Library

__all__ = ["Finding", "check"]


def check(library: Library, *, on: date) -> list[Finding]:
    """All findings, errors first. Where the shape of a file is wrong, only that is told: mend it, then look further."""
    found = list(_shapes(library)) or list(_sense(library, on))
    return sorted(found, key=lambda one: not one.is_error)


def _shapes(library: Library) -> Iterator[Finding]:
    for name in library.strangers():
        yield Finding(name, "no kind of content keeps its items here; see docs/knowledge.md")
    for kind in library.kinds:
        try:
            yield from (
                Finding(*fault.rsplit(": ", 1)) for fault in library.faults(kind, library.entries(kind))
            )
        except ContentError as error:
            yield Finding(kind, str(error))


def _sense(library: Library, on: date) -> Iterator[Finding]:
    yield from passports.check(library, on=on)
    for one in (links, language, plainness, graph, goals, likeness, serving):
        yield from one.check(library)
