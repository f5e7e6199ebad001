"""The fields of every kind of content, made from their classes, each with one whole item as an example."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from beadwork.knowledge import KINDS, library
from beadwork.knowledge.kinds import VOCABULARIES
from beadwork.knowledge.shapes import Link, Many, Number, Part, Plain, Shape, Span, Words, Yes, shapes

EXAMPLES = {
    "activity": "mouse-in-the-sock",
    "area": "dressing",
    "call": "hands-avoid-textures",
    "condition": "down-syndrome",
    "equipment": "ankle-foot-orthosis",
    "factor": "touch",
    "feeling": "proud",
    "goal": "puts-on-socks",
    "icf": "d540",
    "instrument": "pedi-cat",
    "milestone": "cdc22-36-m1",
    "milestone-set": "cdc-2022",
    "occupation": "adl",
    "path": "socks",
    "question": "good-at",
    "ready": "first-visit",
    "response": "frustration",
    "skill": "two-hands",
    "source": "jackman-2022",
    "support": "alone",
    "task": "beads",
    "window": "walk-alone",
}
HEAD = """# The fields of every kind of content

Made from the classes in `src/beadwork/knowledge/kinds` by `./beadwork docs`; a check fails when it is out of date.
How to write an item, and how good it must be: [knowledge.md](knowledge.md). Every item also has `slug`, `name` and a
passport. *families* marks text that families read: school grade 6 or below.

"""


def document() -> str:
    """The vocabularies in one table, then a section a kind."""
    kinds = [kind for kind in sorted(KINDS) if kind not in VOCABULARIES]
    return HEAD + "\n".join([*_vocabularies(), *(line for kind in kinds for line in _kind(kind))]) + "\n"


def _vocabularies() -> Iterator[str]:
    yield "## Vocabularies\n"
    yield "One file each in `content/words/`, or a folder of that name beside it.\n"
    yield ", ".join(f"`{kind}`" for kind in sorted(VOCABULARIES)) + "\n"


def _kind(kind: str) -> Iterator[str]:
    made = KINDS[kind]
    yield f"## {kind}\n"
    yield " ".join((made.__doc__ or "").split()) + "\n"
    yield "| field | what |\n|---|---|"
    for name, shape in shapes(made).items():
        if name not in {"slug", "passport"}:
            yield f"| `{name}` | {said(shape)}{', may be left out' if shape.optional else ''} |"
    yield ""
    if kind in EXAMPLES:
        yield f"```toml\n{_example(kind, EXAMPLES[kind])}\n```\n"


def said(shape: Shape) -> str:
    """A shape in words."""
    words = next(words for kind, words in SAID.items() if isinstance(shape, kind))
    return words(shape)


def _place(shape: Link) -> str:
    return f"a word of `words/{shape.to}`" if shape.to in VOCABULARIES else f"slug of a {shape.to}"


SAID: dict[type[Shape], Callable[[Any], str]] = {  # a span is a number, a link is plain: the narrower first
    Words: lambda shape: "text, both languages" + (" *families*" if shape.family else ""),
    Link: _place,
    Span: lambda shape: f"[from, to], {shape.low:g} to {shape.high:g}",
    Number: lambda shape: f"{'number' if shape.decimal else 'whole number'}, {shape.low:g} to {shape.high:g}",
    Many: lambda shape: f"list{f', at least {shape.least}' if shape.least else ''}: {said(shape.each)}",
    Part: lambda shape: "; ".join(f"`{name}` {said(one)}" for name, one in shapes(shape.of).items()),
    Yes: lambda shape: "true or false",
    Plain: lambda shape: "text, the same in both languages",
}


def _example(kind: str, slug: str) -> str:
    """One item as it stands in its file, passport of the file first."""
    item = library().item(kind, slug)
    text = (library().folder / Path(item.file)).read_text(encoding="utf-8")
    head, *entries = re.split(r"^(?=\[\[item\]\]$)", text, flags=re.MULTILINE)
    own = next(entry for entry in entries if f'slug = "{slug}"\n' in entry)
    return f"{head[head.index('[passport]') :].strip()}\n\n{own.strip()}"
