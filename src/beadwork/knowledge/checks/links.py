"""Links: every slug an item names is there, in the kind it is meant to be of; every slug is well formed."""

import re
from collections.abc import Iterator

from beadwork.knowledge.checks.finding import Finding, error
from beadwork.knowledge.kinds import VOCABULARIES
from beadwork.knowledge.library import Library
from beadwork.knowledge.shapes import Link, leaves

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(library: Library) -> Iterator[Finding]:
    """Broken links, words no vocabulary has, and slugs that are not small letters with hyphens."""
    known = {kind: {item.slug for item in library.items(kind)} for kind in library.kinds}
    known["step"] = {ref for path in library.items("path") for ref in path.refs()}
    for item in library.all():
        if not SLUG.fullmatch(item.slug):
            yield error(item, "a slug is small letters, digits and hyphens")
        for where, shape, value in leaves(item):
            if isinstance(shape, Link) and value and value not in known[shape.to]:
                yield error(item, f"{where}: {_unknown(shape.to, value)}")


def _unknown(to: str, value: str) -> str:
    if to in VOCABULARIES:
        return f"the vocabulary words/{to} has no word {value}"
    return f"there is no {to} {value}"
