"""The words to translate: one catalogue a room (`src/beadwork/locale/es/<room>.po`), compiled into one.

`update [room …]` adds what is new, drops what is gone, compiles. `check` fails where a translation is missing, has
other placeholders than the original, contradicts another room's, or is not compiled.
"""

import io
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "beadwork"
LOCALE = SOURCE / "locale" / "es"
COMPILED = LOCALE / "LC_MESSAGES" / "django.mo"
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def room_of(path: Path) -> str:
    """The room whose catalogue holds the words of a file: `web/<room>/…` and `templates/<room>/…` are the room's."""
    rooms = {
        entry.name
        for entry in SOURCE.iterdir()
        if (entry / "models.py").exists() or (entry / "models").exists()
    }
    rooms |= {"progress", "demo", "knowledge", "capture"}
    named = [part for part in path.relative_to(SOURCE).parts if part in rooms]
    return named[0] if named else "web"


def wanted() -> dict[str, Catalog]:
    """What the source asks for, room by room."""
    catalogs: dict[str, Catalog] = {}
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        if "migrations" in path.parts:
            continue
        for line, words, context in words_in(path):
            catalog = catalogs.setdefault(room_of(path), empty())
            flags = ["python-brace-format"] if "{" in str(words) else []
            catalog.add(
                words, context=context, locations=[(str(path.relative_to(SOURCE)), line)], flags=flags
            )
    return catalogs


def words_in(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], str | None]]:
    """Line, words (singular and plural where there are two) and context of everything to translate in a file."""
    text = path.read_text(encoding="utf-8")
    code = re.sub(r"(?m)^[ \t]+", "", templatize(text)) if path.suffix == ".html" else text  # no indentation
    for line, words, _comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS):
        yield line, words, context


def empty() -> Catalog:
    """A catalogue in Latin American Spanish, without the lines that change with every run."""
    return Catalog(locale="es", project="Beadwork", charset="utf-8", fuzzy=False)


def have(room: str) -> Catalog:
    """What is translated already."""
    path = LOCALE / f"{room}.po"
    if not path.exists():
        return empty()
    with path.open("rb") as file:
        return read_po(file, locale="es")


def update(*rooms: str) -> int:
    """Write the named rooms' catalogues (every room's, if none is named) and the compiled one."""
    for room, new in wanted().items():
        if rooms and room not in rooms:
            continue
        old = have(room)
        for message in new:
            known = old.get(message.id, message.context) if message.id else None
            if known:
                message.string = known.string
        LOCALE.mkdir(parents=True, exist_ok=True)
        with (LOCALE / f"{room}.po").open("wb") as file:
            write_po(file, new, width=110, sort_output=True, no_location=True, omit_header=False)
        _plain_header(LOCALE / f"{room}.po")
    COMPILED.parent.mkdir(exist_ok=True)
    COMPILED.write_bytes(compiled())
    return 0


def _plain_header(path: Path) -> None:
    """Drop the header lines that say when and with what: they change without anything having changed."""
    text = path.read_text(encoding="utf-8")
    head, entries = text.split("\n\n", 1)
    kept = [line for line in head.splitlines() if re.match(r'msg|"(Content|Plural|Language:|MIME)', line)]
    path.write_text("\n".join(kept) + "\n\n" + entries, encoding="utf-8")


def compiled() -> bytes:
    """All rooms' catalogues as one `.mo`."""
    together = empty()
    for path in sorted(LOCALE.glob("*.po")):
        for message in have(path.stem):
            if message.id and any(_strings(message)):
                together.add(message.id, message.string, context=message.context)
    together.creation_date = together.revision_date = datetime(
        2026, 1, 1, tzinfo=UTC
    )  # the same words, the same bytes
    out = io.BytesIO()
    write_mo(out, together)
    return out.getvalue()


def _strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def check() -> int:
    """Say everything that is wrong; 1 if anything is."""
    wrong = [*_missing(), *_contradictions()]
    if not COMPILED.exists() or COMPILED.read_bytes() != compiled():
        wrong.append("django.mo is not up to date: run `./beadwork fix`")
    print("\n".join(wrong))
    return 1 if wrong else 0


def _missing() -> Iterator[str]:
    for room, new in wanted().items():
        old = have(room)
        for message in filter(lambda message: message.id, new):
            known = old.get(message.id, message.context)
            if known is None or not all(_strings(known)):
                yield f"{room}.po: no Spanish for {message.id!r}"
            elif problem := _other_placeholders(known):
                yield f"{room}.po: {problem}"


def _other_placeholders(message: Message) -> str:
    """Every form of the translation holds the placeholders of the original (a singular may leave its number out)."""
    originals = message.id if isinstance(message.id, tuple) else (message.id,)
    allowed = {mark for text in originals for mark in PLACEHOLDER.findall(text)}
    needed = set.intersection(*(set(PLACEHOLDER.findall(text)) for text in originals))
    for text in _strings(message):
        marks = set(PLACEHOLDER.findall(text))
        if not needed <= marks <= allowed:
            return f"the placeholders of {message.id!r} and {text!r} differ"
    return ""


def _contradictions() -> Iterator[str]:
    seen: dict[tuple[str, str | None], tuple[str, object]] = {}
    for path in sorted(LOCALE.glob("*.po")):
        for message in filter(lambda message: message.id, have(path.stem)):
            key = (str(message.id), message.context)
            room, string = seen.setdefault(key, (path.stem, message.string))
            if string != message.string and all(_strings(message)):
                yield f"{message.id!r} is {string!r} in {room}.po and {message.string!r} in {path.stem}.po"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beadwork.settings.demo")
    django.setup()
    sys.exit({"update": update, "check": check}[sys.argv[1]](*sys.argv[2:]))
