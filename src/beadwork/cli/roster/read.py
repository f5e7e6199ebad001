"""From the bytes of a file to lines of named cells. What cannot be read is said, never guessed."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from beadwork.cli.roster.columns import ABOUT_BAD_ROWS, COLUMNS

BIGGEST = 20_000_000
DELIMITERS = (",", ";", "\t")
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NOT_TEXT = {b"PK\x03\x04": "an Excel or zip file", b"%PDF": "a PDF", b"\xd0\xcf\x11\xe0": "an old Excel file"}


class NotARoster(Exception):
    """The file as a whole cannot be read; the text says why and what to do."""


@dataclass(frozen=True)
class Line:
    """One row: the line of the file it begins on, its cells by column, and how many cells were too many."""

    number: int
    cells: dict[str, str]
    too_many: int = 0


@dataclass(frozen=True)
class Roster:
    """What was read, and how."""

    lines: tuple[Line, ...]
    encoding: str
    delimiter: str


def read(data: bytes) -> Roster:
    """Read a roster, whichever of the usual encodings and delimiters it has."""
    text, encoding = decoded(data)
    delimiter = _delimiter(text)
    return Roster(tuple(_lines(text, delimiter)), encoding, delimiter)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and its encoding: by its mark, else UTF-8, else Windows-1252, which old spreadsheets write."""
    if len(data) > BIGGEST:
        raise NotARoster(
            f"The file has {len(data) // 10**6} MB; up to {BIGGEST // 10**6} are read. Split it."
        )
    for start, what in NOT_TEXT.items():
        if data.startswith(start):
            raise NotARoster(f"This is {what}, not CSV. Save the sheet as “CSV UTF-8” and try again.")
    marked = [name for mark, name in BOMS if data.startswith(mark)]
    for encoding in marked or ("utf-8", "cp1252"):
        try:
            return _without_nothing(data.decode(encoding)), encoding
        except UnicodeDecodeError:
            continue
    raise NotARoster("The letters cannot be read. Save the sheet as “CSV UTF-8” and try again.")


def _without_nothing(text: str) -> str:
    if "\0" in text:
        raise NotARoster(
            "The file holds NUL characters, so it is not CSV, or it is UTF-16 without its mark. "
            "Save the sheet as “CSV UTF-8” and try again."
        )
    return text


def _delimiter(text: str) -> str:
    """The delimiter that cuts the first line into the most known columns."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda sign: len(set(_names(first.split(sign))) & set(COLUMNS)))


def _names(cells: list[str]) -> list[str]:
    return [cell.strip().strip('"').strip().lower() for cell in cells]


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names: list[str] = []
    begins = 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                if names:
                    yield Line(begins, dict(zip(names, row, strict=False)), max(0, len(row) - len(names)))
                else:
                    names = _checked(_names(row))
            begins = rows.line_num + 1
    except csv.Error as error:
        raise NotARoster(f"From line {begins} on it cannot be read as CSV ({error}).") from error
    if not names:
        raise NotARoster("The file is empty.")


def _checked(names: list[str]) -> list[str]:
    """The names of the first line: every one known, none twice, none of those needed missing."""
    known = {*COLUMNS, *ABOUT_BAD_ROWS}
    missing = [column.name for column in COLUMNS.values() if column.is_needed and column.name not in names]
    if missing:
        raise NotARoster(
            f"The first line lacks {', '.join(missing)}. `./beadwork import --template` shows how it looks."
        )
    if unknown := [name for name in names if name not in known]:
        raise NotARoster(f"Unknown column: {', '.join(unknown)[:200]}. Known are {', '.join(COLUMNS)}.")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise NotARoster(f"The column {', '.join(twice)} is there twice.")
    return names
