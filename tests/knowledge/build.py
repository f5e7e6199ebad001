"""Small libraries for the tests of content: one word of a vocabulary, and the whole of `tiny/`, one of most kinds."""

import shutil
from datetime import date
from pathlib import Path

from beadwork.knowledge import Library
from beadwork.knowledge.checks import Finding, check

TINY = Path(__file__).parent / "tiny"
TODAY = date(2026, 11, 24)
PASSPORT = """[passport]
sources = ["craft"]
licence = "CC BY 4.0"
reviewed_by = ""
reviewed_on = ""
next_review = "2027-11-01"
"""


def a_word(*, slug: str = "clinic", name: str = '{ en = "Clinic", es = "Clínica" }') -> str:
    """A vocabulary of one word, as a file."""
    return f'{PASSPORT}\n[[item]]\nslug = "{slug}"\nname = {name}\n'


def a_library(room: Path, files: dict[str, str], *, keep: Path | None = None) -> Library:
    """A library of the files given, by their path."""
    for name, text in files.items():
        path = room / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Library(room / "content", keep=keep)


def tiny(room: Path) -> Path:
    """A copy of the tiny content, to be changed."""
    return Path(shutil.copytree(TINY, room / "tiny"))


def changed(room: Path, file: str, old: str, new: str) -> Library:
    """The tiny content with one thing written otherwise."""
    folder = tiny(room)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{file} has no {old}"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return Library(folder)


def found(library: Library, on: date = TODAY) -> list[Finding]:
    """What the check finds, gaps in the cover aside: the tiny content has one activity only."""
    return [finding for finding in check(library, on=on) if "serve it" not in finding.says]
