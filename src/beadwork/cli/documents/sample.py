"""Two hundred items of the content, drawn by lot and printed whole, for a human's eye: the same ones each time."""

from collections.abc import Iterator
from dataclasses import fields
from random import Random
from typing import Any

from beadwork.cli.documents import reading
from beadwork.knowledge import Text, items
from beadwork.knowledge.kinds import KINDS, VOCABULARIES

HOW_MANY, SEED = 200, 2026
HEAD = """# A sample of the content, for a human's eye

{count} of the {all} items, drawn by lot by `./beadwork docs` (the same each time while the content is the same): at
least four of every kind. Read ten at random. Would you use them tomorrow? What is wrong goes into an issue, or into
the file named. Nothing here has been reviewed by a clinician unless it says so.

"""
LEAST = 4
NOT_TOLD = {"slug", "name", "passport", "kind", "file"}


def document() -> str:
    """The head, then the items kind by kind."""
    drawn = sample()
    every = sum(len(items(kind)) for kind in KINDS if kind not in VOCABULARIES)
    parts = [HEAD.format(count=len(drawn), all=every), reading.section()]
    kind = ""
    for one in drawn:
        if one.kind != kind:
            kind = one.kind
            parts.append(f"## {kind}\n\n")
        parts.append("\n".join(_told(one)) + "\n\n")
    return "".join(parts).rstrip() + "\n"


def sample() -> list[Any]:
    """`LEAST` of every kind (or all there are), the rest from all that is left, in the order of the kinds."""
    lot = Random(SEED)  # noqa: S311 - no secret depends on it
    kinds = [kind for kind in sorted(KINDS) if kind not in VOCABULARIES]
    first = [one for kind in kinds for one in lot.sample(items(kind), min(LEAST, len(items(kind))))]
    taken = {(one.kind, one.slug) for one in first}
    rest = [one for kind in kinds for one in items(kind) if (one.kind, one.slug) not in taken]
    drawn = first + lot.sample(rest, HOW_MANY - len(first))
    return sorted(drawn, key=lambda one: (one.kind, one.slug))


def _told(one: Any) -> Iterator[str]:
    """One item: its name in both languages, every field that says something, its sources and review."""
    yield f"### {one.name.en} · {one.name.es}"
    yield ""
    yield f"`{one.slug}` in `{one.file}` · sources: {', '.join(one.passport.sources)} · {_review(one)}"
    yield ""
    for field in fields(one):
        if field.name not in NOT_TOLD and (told := say(getattr(one, field.name))):
            yield f"- **{field.name}**: {told}"


def _review(one: Any) -> str:
    return f"reviewed by {one.passport.reviewed_by}" if one.is_reviewed else "not yet reviewed"


def say(value: Any) -> str:
    """A value of any shape on one line: texts in both languages, lists with a slash between, parts in brackets."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, Text):
        return f"{value.en} ⟨{value.es}⟩"
    if isinstance(value, tuple):
        return " / ".join(filter(None, map(say, value)))
    if hasattr(value, "__dataclass_fields__"):
        parts = ((field.name, say(getattr(value, field.name))) for field in fields(value))
        return "(" + "; ".join(f"{name}: {told}" for name, told in parts if told) + ")"
    return str(value)
